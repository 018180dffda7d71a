"""What matters to the person."""


class NeedsPage:
    def __init__(self, walker):
        self.walker = walker

    def write(self, words):
        self.walker.presses("Write what matters").types("What matters to me", words).presses("Save")
        return self

    def add(self, words, area):
        self.walker.presses("Add something they want").types("What do they want?", words)
        self.walker.chooses(area).presses("Save").reads(words)
        return self
