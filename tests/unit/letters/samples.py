"""Amina's letters, with sums worked out by hand: 28 hours at £14.20, agency £45.00, less £62.10, every 4 weeks."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from ownway.ground.letters.content.check_up import Asking, CheckUpFacts, Finding, Reporting, SurplusProposal
from ownway.ground.letters.content.correspondence import Contact, Correspondence, PostalAddress, Recipient, Sender
from ownway.ground.letters.content.offer import OfferFacts
from ownway.ground.letters.content.payment_notice import PaymentNoticeFacts
from ownway.rules import steps, vocabulary
from ownway.rules.steps import Step, UsedFigure

REPO = Path(__file__).resolve().parents[3]
FONTS = REPO / ".ownway" / "assets" / "fonts"
AMINA = "Amina Khan"
BRIAN = "Brian Khan"
URDU = "امینہ خان"
MARKUP = "Amina #let x = $y$ *bold* _under_ `code` <b>tag</b> \"quoted\" 'single' \\n {{ 7*7 }} & [link] @ref // /* %"

SENDER = Sender(
    council="Havenbridge Council",
    address=PostalAddress(("Town Hall", "1 Market Square", "Havenbridge", "HB1 1AA")),
    contact=Contact(
        name="Direct payments team",
        phone="01632 960 001",
        email="direct.payments@havenbridge.example",
        hours="Monday to Friday, 9am to 5pm",
    ),
    independent_support=Contact(name="Havenbridge Independent Living", phone="01632 960 777"),
)
LETTER = Correspondence(
    reference="HB-0001",
    written_on=date(2026, 5, 1),
    sender=SENDER,
    recipient=Recipient(name=AMINA, address=PostalAddress(("12 Canal Row", "Havenbridge", "HB2 3CD"))),
    about=AMINA,
    written_by="Dev Patel",
)


def letter(**changes) -> Correspondence:
    return replace(LETTER, **changes)


def letter_to(name: str) -> Correspondence:
    """The letter for somebody of another name: theirs in the address and in every place it stands."""
    return letter(recipient=Recipient(name=name, address=LETTER.recipient.address), about=name)


def budget() -> Step:
    """28 hours × £14.20 = £397.60; and £45.00: £442.60 a week."""
    pay = vocabulary.for_each(
        "Pay for your personal assistant",
        vocabulary.given("Hours of support", 28 * 60, steps.MINUTES_WEEKLY, source="Your support plan"),
        vocabulary.given("Pay for an hour", 1420, steps.PENCE_HOURLY, source="Your support plan"),
        rounding=vocabulary.NEAREST_PENNY,
    )
    swim = vocabulary.given("Going swimming", 4500, steps.PENCE_WEEKLY, source="Your support plan")
    return vocabulary.add_up("Your personal budget", pay, swim)


def contribution() -> Step:
    """£251.00 − £188.90 = £62.10 a week. The figures are made up."""
    kept = Step(
        label="Money you keep to live on",
        value=18890,
        unit=steps.PENCE_WEEKLY,
        how=vocabulary.GIVEN,
        figure=UsedFigure(
            id="sample.kept",
            name="Minimum income",
            value=18890,
            unit=steps.PENCE_WEEKLY,
            from_on=date(2026, 4, 6),
            standing="read",
            source="A made-up figure, regulation 7",
        ),
    )
    income = vocabulary.given("Your income", 25100, steps.PENCE_WEEKLY, source="You told us")
    return vocabulary.take_away("What you pay", income, kept, law="A made-up rule, regulation 3")


def payment() -> Step:
    """£442.60 − £62.10 = £380.50 a week."""
    return vocabulary.take_away("What we pay you", budget(), contribution())


def four_weeks() -> Step:
    """£380.50 × 4 = £1,522.00."""
    return vocabulary.for_each(
        "Each payment", vocabulary.given("Weeks", 4, steps.WEEKS, source="How often we pay you"), payment()
    )


def offer(**changes) -> OfferFacts:
    facts = OfferFacts(
        letter=LETTER,
        budget=budget(),
        contribution=contribution(),
        payment=payment(),
        each_payment=four_weeks()._replace(unit=steps.PENCE_4WEEKLY),
        one_off=vocabulary.given("Insurance for your first year", 9600, steps.PENCE, source="Your support plan"),
        support=("help to get up and ready each day", "going swimming, 3 hours a week"),
        starts_on=date(2026, 6, 1),
        reply_by_on=date(2026, 5, 29),
    )
    return replace(facts, **changes)


def offer_gross(**changes) -> OfferFacts:
    """The whole £442.60 a week is paid, £442.60 × 4 = £1,770.40 each time, and £62.10 asked for in a bill."""
    weeks = vocabulary.given("Weeks", 4, steps.WEEKS, source="How often we pay you")
    each = vocabulary.for_each("Each payment", weeks, budget())._replace(unit=steps.PENCE_4WEEKLY)
    return offer(**({"gross": True, "payment": budget(), "each_payment": each} | changes))


def payment_notice(**changes) -> PaymentNoticeFacts:
    facts = PaymentNoticeFacts(
        letter=LETTER,
        payment=four_weeks(),
        arrives_on=date(2026, 6, 1),
        covers_from_on=date(2026, 6, 1),
        covers_until_on=date(2026, 6, 28),
        account_ending="5678",
        last_payment_pence=146200,
        reasons=("Your personal assistant now works 28 hours a week.",),
    )
    return replace(facts, **changes)


def check_up(**changes) -> CheckUpFacts:
    facts = CheckUpFacts(
        letter=LETTER,
        covers_from_on=date(2025, 5, 1),
        covers_until_on=date(2026, 4, 30),
        reply_by_on=date(2026, 6, 12),
        says=Asking(
            what=("your bank statements", "receipts for anything over £10"),
            why_now=("It is a year since we last looked at your account together.",),
        ),
    )
    return replace(facts, **changes)


def surplus() -> Step:
    """£4,980.00 less 8 weeks of £442.60 (£3,540.80) is £1,439.20."""
    weeks = vocabulary.given("Weeks to keep in hand", 8, steps.WEEKS, source="Your agreement")
    kept = vocabulary.for_each("Money to keep in hand", weeks, budget())
    return vocabulary.take_away("Money you may not need", balance(), kept)


def balance() -> Step:
    return vocabulary.given("Money in your account", 498000, steps.PENCE, source="Your bank statement")


def check_up_report(**changes) -> CheckUpFacts:
    report = Reporting(
        balance=balance(),
        balance_on=date(2026, 4, 30),
        findings=(
            Finding(
                words="We have not seen your insurance for this year yet.",
                what_to_do="Please send us a photo of it when you can.",
            ),
        ),
        surplus=SurplusProposal(
            amount=surplus(),
            suggestion="We suggest that you give this money back to us, or tell us what you would like to use it for.",
            reasons=("Your agreement lets you keep 8 weeks of money in hand. You have more than that.",),
        ),
    )
    return check_up(says=replace(report, **changes))


SUITE = {
    "offer": ("offer", offer),
    "offer, gross": ("offer", offer_gross),
    "payment notice": ("payment_notice", payment_notice),
    "check-up, asking": ("check_up", check_up),
    "check-up, report": ("check_up", check_up_report),
}
