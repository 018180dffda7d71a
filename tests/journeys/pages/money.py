"""A person's money, and what they pay."""


class ContributionPage:
    def __init__(self, walker):
        self.walker = walker

    def tell(self):
        self.walker.presses("Write down the money")
        return MoneyPage(self.walker)


class MoneyPage:
    """What was told so far."""

    def __init__(self, walker):
        self.walker = walker

    def household(self, *, disability_premium):
        self.walker.follows("Tell us about the household").chooses("They live without a partner")
        self.walker.types("How many children do they look after at home?", "0")
        said = {
            "Have they reached Pension Credit age?": "No",
            "Would they get the disability premium on Income Support?": "Yes" if disability_premium else "No",
            "Would they get the enhanced disability premium too?": "No",
            "Do they get, or have a right to, Carer’s Allowance?": "No",
        }
        for question, answer in said.items():
            self.walker.chooses(answer, under=question)
        self.walker.presses("Save")
        return self

    def income(self, kind, label, amount):
        self.walker.follows("Add money coming in").picks("What kind of income?", kind).types("What is it?", label)
        self.walker.types("How much?", amount).chooses("Every week").presses("Save")
        return self

    def savings(self, label, amount):
        self.walker.follows("Add savings").chooses("Money in the bank").types("What is it?", label)
        self.walker.types("How much?", amount).types("How many people own it together?", "1").presses("Save")
        return self

    def disability_cost(self, label, amount):
        self.walker.follows("Add a cost because of disability").types("What is it?", label).types("How much?", amount)
        self.walker.chooses("Every week").chooses("Yes").presses("Save")
        return self

    def work_out(self):
        self.walker.presses("Work out what they pay").presses("Work it out")
        return self.walker
