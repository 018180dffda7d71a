"""A person's record, and the pages of the record that one comes to from there."""

from tests.journeys.pages.account import AccountPage
from tests.journeys.pages.check_up import CheckUpsPage
from tests.journeys.pages.money import ContributionPage
from tests.journeys.pages.needs import NeedsPage
from tests.journeys.pages.offer import OfferPage
from tests.journeys.pages.payments import PaymentsPage
from tests.journeys.pages.plan import PlanPage


class Record:
    """The record of one person, as this walker sees it."""

    def __init__(self, walker, person):
        self.walker = walker
        self.person = person
        self.address = f"/people/{person.pk}/"

    def found(self):
        """Find the person by name."""
        self.walker.goes_to("/start/").follows("People").types("Name or reference", self.person.name)
        self.walker.presses("Find").follows(self.person.name)
        return self

    def go(self, words, page):
        """Go to a place of the record by its words."""
        self.walker.goes_to(self.address).follows(words)
        return page(self.walker)

    def needs(self):
        return self.go("What matters", NeedsPage)

    def plan(self):
        return self.go("Support plan and what it costs", PlanPage)

    def contribution(self):
        return self.go("What Amina pays", ContributionPage)

    def offer(self):
        return self.go("Offer and agreement", OfferPage)

    def payments(self):
        return self.go("Payments", PaymentsPage)

    def set_up(self):
        self.go("Setting up: what is still to do", PaymentsPage)
        return self.walker

    def account(self):
        return self.go("Account", AccountPage)

    def check_ups(self):
        return self.go("Financial check-ups", CheckUpsPage)

    def letters(self):
        self.walker.goes_to(self.address).follows("Letters")
        return self.walker
