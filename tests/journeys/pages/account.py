"""The account: statements, lines, receipts."""


class AccountPage:
    def __init__(self, walker):
        self.walker = walker
