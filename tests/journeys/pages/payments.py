"""A person's payments, and the council's payment runs."""

import re


class PaymentsPage:
    """A person's payments."""

    def __init__(self, walker):
        self.walker = walker

    def give_account(self, name, sort_code, number):
        self.walker.presses("Tell us the bank account").types("Name on the account", name)
        self.walker.types("Sort code", sort_code).types("Account number", number).presses("Save")
        return self

    def start(self, first_on):
        self.walker.presses("Set up payments").dates("When is the first payment?", first_on).presses("Save")
        return self


class RunsPage:
    """The council's payment runs."""

    def __init__(self, walker):
        self.walker = walker.goes_to("/start/").follows("Payments")

    def propose(self, pay_on):
        self.walker.presses("Propose a payment run").dates("When does the money arrive?", pay_on)
        self.walker.dates("Pay what falls due up to which day?", pay_on).presses("Propose")
        return self

    def open(self, number):
        self.walker.follows(f"Run {number}")
        return self

    def approve(self):
        self.walker.presses("Approve this run").presses("Approve")
        return self

    def write_files(self):
        self.walker.follows("Write them now").presses("Write the files")
        return self

    def files(self):
        """The files for the bank: their bytes by the end of their name."""
        return dict(self.walker.downloads(re.compile(end)) for end in (r"\.xml", r"\.txt"))
