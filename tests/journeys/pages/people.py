"""Somebody new: their details, and who acts for them."""

from datetime import date


class PeoplePage:
    """The council's people."""

    def __init__(self, walker):
        self.walker = walker.goes_to("/start/").follows("People")

    def add(self, *, name, reference, born_on, group):
        """Add somebody, and come to their record."""
        self.walker.follows("Add a person").types("Reference", reference).types("Full name", name)
        self.walker.dates("Date of birth", born_on).chooses(group).presses("Add this person")
        return PersonPage(self.walker)


class PersonPage:
    """The record of somebody."""

    def __init__(self, walker):
        self.walker = walker

    def change(self, why, **details):
        """Put details right, by their label."""
        self.walker.follows("Change these details")
        for label, words in details.items():
            self.walker.types(f"{label} (optional)", words)
        self.walker.types("Why does this change?", why).presses("Save")
        return self

    def who_acts(self):
        self.walker.follows("Who acts for")
        return WhoActsPage(self.walker)


class WhoActsPage:
    """Who acts for somebody, works for them or advises them."""

    def __init__(self, walker):
        self.walker = walker

    def add(self, *, relation, name, email, from_on: date):
        self.walker.presses("Add somebody").chooses(relation).types("Full name", name).types("Email", email)
        self.walker.dates("Since when?", from_on).presses("Add")
        return self

    def end_now(self, why):
        self.walker.follows("Say that this ends").chooses("Now").types("Why does this end?", why).presses("Save")
        return self


class ChoosePassword:
    """Where the link of the email leads."""

    def __init__(self, walker, address):
        self.walker = walker.goes_to(address)

    def choose(self, password):
        self.walker.types("Your new password", password).types("Your new password again", password)
        self.walker.presses("Save my new password")
        return self

    def sign_in(self, email, password):
        self.walker.goes_to("/sign-in/").types("Your email address", email).types("Your password", password)
        self.walker.presses("Sign in")
        return self.walker
