"""The offer: made, read, asked about and accepted."""


class OfferPage:
    def __init__(self, walker):
        self.walker = walker

    def preview(self):
        self.walker.presses("See what it would come to")
        return self

    def make(self, *, how, every, starts_on, reply_by_on):
        self.walker.presses("Make an offer").chooses(how).chooses(every)
        self.walker.dates("Which day does the money start?", starts_on)
        self.walker.dates("By when should they answer?", reply_by_on).presses("Make the offer")
        return self

    def ask(self, words):
        self.walker.presses("Ask a question").types("What would you like to know?", words).presses("Send the question")
        return self

    def answer(self, words):
        self.walker.follows("Answer").types("Your answer", words).presses("Send the answer")
        return self

    def accept(self):
        self.walker.presses("Yes, I accept this offer")
        return self

    def accept_for_council(self, why):
        self.walker.presses("Say yes for the council").types("Why does the council say yes?", why)
        self.walker.presses("Say yes for the council")
        return self

    def name_somebody(self, name, relationship):
        self.walker.follows("Name somebody").types("What is their name?", name)
        self.walker.types("Who are they to you?", relationship).chooses("I have asked them, and they agree")
        self.walker.presses("Save")
        return self
