"""Financial check-ups."""


class CheckUpsPage:
    def __init__(self, walker):
        self.walker = walker

    def begin(self):
        self.walker.presses("Begin a check-up")
        return self

    def open(self):
        self.walker.follows("Check-up begun on")
        return self

    def say(self, words, *, as_worker):
        self.walker.types("What was said?" if as_worker else "What do you want to say?", words).presses("Add this")
        return self

    def finish(self, words):
        self.walker.follows("Finish this check-up").types("How did it end?", words).presses("Finish")
        return self
