"""Bank account, schedule and payment runs."""


class PaymentsPage:
    def __init__(self, walker):
        self.walker = walker
