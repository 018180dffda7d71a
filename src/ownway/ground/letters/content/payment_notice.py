"""The payment notice: what will be paid, when, for which days, and what has changed since the last time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ownway.ground.design import words
from ownway.ground.letters.content.correspondence import Correspondence, FactsDisagree
from ownway.ground.letters.content.frame import framed
from ownway.ground.letters.content.letter import Block, Bullets, Heading, LetterContent, Paragraph
from ownway.ground.letters.content.working import working_table
from ownway.rules.steps import Step

TITLE = "Your direct payment"
SHOWN_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentNoticeFacts:
    """What a payment notice is made from.

    `payment` is this payment. `last_payment_pence` is None for the first one; when it differs, `reasons` say why.
    `account_ending` is the last four digits of the account and no more. Raises FactsDisagree.
    """

    letter: Correspondence
    payment: Step
    arrives_on: date
    covers_from_on: date
    covers_until_on: date
    account_ending: str
    last_payment_pence: int | None
    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.covers_until_on < self.covers_from_on:
            raise FactsDisagree("The days that a payment is for must not end before they begin.")
        if len(self.account_ending) != SHOWN_DIGITS or not self.account_ending.isdigit():
            raise FactsDisagree("A payment notice shows the last four digits of the account and no more.")
        if self.is_changed and not self.reasons:
            raise FactsDisagree("When a payment differs from the last one, the notice says why.")

    @property
    def is_changed(self) -> bool:
        """Whether it differs from the last payment."""
        return self.last_payment_pence is not None and self.last_payment_pence != self.payment.value


def write_payment_notice(facts: PaymentNoticeFacts) -> LetterContent:
    """The payment notice in words."""
    paid = words.pounds(facts.payment.value)
    return framed(
        facts.letter,
        title=TITLE,
        purpose=f"We will pay you {paid} on {words.day(facts.arrives_on)}.",
        body=(*_what_for(facts), *_what_has_changed(facts), *_what_to_do(facts), *_how_we_worked_it_out(facts)),
    )


def _what_for(facts: PaymentNoticeFacts) -> tuple[Block, ...]:
    start, end = words.day(facts.covers_from_on), words.day(facts.covers_until_on)
    return (
        Paragraph(f"This money is for your support from {start} to {end}."),
        Paragraph(f"It will go into your account that ends in {facts.account_ending}."),
    )


def _what_has_changed(facts: PaymentNoticeFacts) -> tuple[Block, ...]:
    if facts.last_payment_pence is None:
        return (Heading("What has changed"), Paragraph("This is your first payment."))
    if not facts.is_changed:
        return (Heading("What has changed"), Paragraph("Nothing. It is the same amount as last time."))
    change = facts.payment.value - facts.last_payment_pence
    more = f"{words.pounds(abs(change))} {'more' if change > 0 else 'less'}"
    return (
        Heading("What has changed"),
        Paragraph(f"Last time we paid you {words.pounds(facts.last_payment_pence)}. This time it is {more}. Why:"),
        Bullets(facts.reasons),
    )


def _what_to_do(facts: PaymentNoticeFacts) -> tuple[Block, ...]:
    return (
        Heading("What to do next"),
        Bullets(
            (
                f"You do not need to do anything before {words.day(facts.arrives_on)}.",
                "If the money is not in your account by the end of that day, please tell us. We will look into it.",
                "If your support has changed, please tell us. We can talk about what you need.",
            )
        ),
    )


def _how_we_worked_it_out(facts: PaymentNoticeFacts) -> tuple[Block, ...]:
    return (
        Heading("How we worked it out"),
        Paragraph("If something here looks wrong, please tell us. We will look at it again with you."),
        working_table("This payment, step by step", facts.payment),
    )
