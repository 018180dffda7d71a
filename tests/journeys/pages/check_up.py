"""Financial check-ups."""


class CheckUpsPage:
    def __init__(self, walker):
        self.walker = walker
