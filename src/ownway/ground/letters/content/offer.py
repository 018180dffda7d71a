"""The offer letter: how much money for support, how it was worked out, and how to say what you think of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ownway.ground.design import words
from ownway.ground.letters.content.correspondence import Correspondence, FactsDisagree, check_time_to_answer
from ownway.ground.letters.content.frame import framed
from ownway.ground.letters.content.letter import Block, Bullets, Heading, LetterContent, Paragraph
from ownway.ground.letters.content.working import amount, working_table
from ownway.rules.steps import Step

TITLE = "Your direct payment offer"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferFacts:
    """What an offer letter is made from.

    `payment` is `budget` less `contribution`, all in one unit such as pence a week; `each_payment` is what arrives
    each time, in a unit that says how often. Paid `gross`, the payment is the whole budget and the contribution is
    asked for apart. `one_off` is paid once, in pence. `support` is what the money is for, in the words of the plan.
    Raises FactsDisagree when the sums do not agree or there is no time to answer.
    """

    letter: Correspondence
    budget: Step
    contribution: Step
    payment: Step
    each_payment: Step
    one_off: Step | None
    support: tuple[str, ...]
    starts_on: date
    reply_by_on: date
    gross: bool = False

    def __post_init__(self) -> None:
        check_time_to_answer(self.letter, self.reply_by_on)
        if self.gross and self.payment.value != self.budget.value:
            raise FactsDisagree("A gross payment must be the whole personal budget.")
        if not self.gross and self.payment.value != self.budget.value - self.contribution.value:
            raise FactsDisagree("The payment in an offer must be the personal budget less what the person pays.")
        if len({self.budget.unit, self.contribution.unit, self.payment.unit}) != 1:
            raise FactsDisagree("The personal budget, what the person pays and the payment must be in the same unit.")
        if not self.support:
            raise FactsDisagree("An offer says what the money is for.")


def write_offer(facts: OfferFacts) -> LetterContent:
    """The offer letter in words."""
    return framed(
        facts.letter,
        title=TITLE,
        purpose=(
            "This letter tells you how much money we can give you for your support, and how we worked it out. "
            "Please tell us what you think of it."
        ),
        body=(*_the_money(facts), *_what_it_is_for(facts), *_what_to_do(facts), *_how_we_worked_it_out(facts)),
    )


def _the_money(facts: OfferFacts) -> tuple[Block, ...]:
    each, payment = amount(facts.each_payment), amount(facts.payment)
    often = "" if each == payment else f" You would get {each}."
    blocks: list[Block] = [
        Heading("The money we can pay you"),
        Paragraph(f"We can pay you {payment}.{often} The money would start on {words.day(facts.starts_on)}."),
        Paragraph(f"Your support costs {amount(facts.budget)}. This is your personal budget. {_your_share(facts)}"),
    ]
    if facts.one_off is not None:
        blocks.append(Paragraph(f"We can also pay you {amount(facts.one_off)} once, to help you get set up."))
    return tuple(blocks)


def _your_share(facts: OfferFacts) -> str:
    if facts.contribution.value == 0:
        return "You do not have to pay any of it."
    if facts.gross:
        return (
            f"You pay {amount(facts.contribution)} of it. We pay you all of the money, and send you a bill for your "
            "part. Please keep enough of your own money for the bill."
        )
    return (
        f"You pay {amount(facts.contribution)} of it. We take it off before we pay you, so you get no bill for it. "
        "Please put your part into the account too, so that there is enough for your support."
    )


def _what_it_is_for(facts: OfferFacts) -> tuple[Block, ...]:
    return (
        Heading("What the money is for"),
        Paragraph("We made a plan with you. The money is for:"),
        Bullets(facts.support),
        Paragraph("You can spend more on one of these and less on another, as long as your plan still works for you."),
    )


def _what_to_do(facts: OfferFacts) -> tuple[Block, ...]:
    return (
        Heading("What to do next"),
        Bullets(
            (
                "Read this letter. You may like to read it with somebody you trust.",
                f"Please tell us what you think by {words.day(facts.reply_by_on)}. If you need more time, just ask.",
                "You can say yes, ask us a question, or ask us to change something.",
                "You can say no. We will then find another way to support you, with you.",
            )
        ),
    )


def _how_we_worked_it_out(facts: OfferFacts) -> tuple[Block, ...]:
    asked_apart = [facts.contribution] if facts.gross else []
    answers = [facts.payment, *asked_apart, facts.each_payment, *([facts.one_off] if facts.one_off is not None else [])]
    return (
        Heading("How we worked it out"),
        Paragraph("If something here looks wrong, please tell us. We will look at it again with you."),
        working_table("Your direct payment, step by step", *answers),
    )
