"""The account: statements, lines, receipts."""

import re


class AccountPage:
    def __init__(self, walker):
        self.walker = walker

    def bring(self, name, data):
        """Add a bank statement, and stay where that leads."""
        self.walker.presses("Add a bank statement").brings("Bank statement", name, data, "text/csv")
        self.walker.presses("Add this statement")
        return self

    def put_right(self, amount, choice):
        """Say in one click what an unknown line was for."""
        label = self.walker.page.get_by_label(f"What was this for? {amount}", exact=False).first
        label.select_option(label=choice)
        self.walker.presses(f"Save what {amount}")
        return self

    def receipt(self, amount, photo):
        self.walker.follows(re.compile(rf"Put right, or add a receipt\s*: {re.escape(amount)}"))
        self.walker.brings("Photo of a receipt", "receipt.jpg", photo, "image/jpeg").presses("Add this photo")
        return self
