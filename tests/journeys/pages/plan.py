"""The support plan, and what it costs."""


class PlanPage:
    def __init__(self, walker):
        self.walker = walker

    def begin(self, route, why, starts_on):
        self.walker.presses("Begin a plan").chooses(route).types("Why is this right for them?", why)
        self.walker.presses("Save and continue").dates("When does this plan start?", starts_on).presses("Save")
        return self

    def heading(self, words, outcome):
        self.walker.presses("Add what money is for").types("What is this part for?", words)
        self.walker.chooses(outcome).presses("Save")
        return self

    def assistant(self, name, born_on):
        self.walker.presses("Add a personal assistant").types("Name", name).dates("Date of birth (optional)", born_on)
        self.walker.chooses("The same hours").chooses("Every 4 weeks").presses("Save")
        return self

    def hours(self, name, hours, pay):
        self.line("Personal assistant hours").chooses(name).chooses("Weekday").types("Hours a week", hours)
        self.walker.types("Pay for an hour", pay).presses("Save")
        return self

    def amount(self, kind, words, amount, every):
        self.line(kind).types("What is it?", words).types("How much?", amount).chooses(every).presses("Save")
        return self

    def line(self, kind):
        return self.walker.follows("Add something that is paid for").chooses(kind).presses("Continue")

    def cost(self):
        self.walker.presses("See what it costs").presses("Work out what it costs")
        return self.walker
