"""The check-up letter: it asks for what a friendly financial check-up needs, or tells what the check-up found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ownway.ground.design import words
from ownway.ground.letters.content.correspondence import Correspondence, FactsDisagree, check_time_to_answer
from ownway.ground.letters.content.frame import framed
from ownway.ground.letters.content.letter import Block, Bullets, Heading, LetterContent, Paragraph
from ownway.ground.letters.content.working import amount, working_table
from ownway.rules.steps import Step

ASK_TITLE = "Time for your financial check-up"
REPORT_TITLE = "What we found in your financial check-up"


@dataclass(frozen=True, slots=True)
class Asking:
    """What would help us to do a check-up, and why it is time for one."""

    what: tuple[str, ...]
    why_now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to talk about, in a sentence that assumes the best, and what would put it right."""

    words: str
    what_to_do: str


@dataclass(frozen=True, slots=True)
class SurplusProposal:
    """Money that seems not to be needed now: how much, what we suggest to do with it, and why we think so."""

    amount: Step
    suggestion: str
    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.amount.value <= 0:
            raise FactsDisagree("There is no money left over, so there is nothing to suggest.")
        if not self.reasons:
            raise FactsDisagree("A suggestion about money left over gives its reasons.")


@dataclass(frozen=True, slots=True)
class Reporting:
    """What a check-up found: the money in the account, what to talk about, and perhaps a suggestion."""

    balance: Step
    balance_on: date
    findings: tuple[Finding, ...]
    surplus: SurplusProposal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckUpFacts:
    """What a check-up letter is made from; `says` is either the asking or the report. Raises FactsDisagree."""

    letter: Correspondence
    covers_from_on: date
    covers_until_on: date
    reply_by_on: date
    says: Asking | Reporting

    def __post_init__(self) -> None:
        check_time_to_answer(self.letter, self.reply_by_on)
        if self.covers_until_on < self.covers_from_on:
            raise FactsDisagree("The days that a check-up looks at must not end before they begin.")
        if isinstance(self.says, Asking) and not (self.says.what and self.says.why_now):
            raise FactsDisagree("A letter that asks for a check-up says what would help, and why now.")


def write_check_up(facts: CheckUpFacts) -> LetterContent:
    """The check-up letter in words: the asking or the report."""
    if isinstance(facts.says, Asking):
        return _write_asking(facts, facts.says)
    return _write_report(facts, facts.says)


def _write_asking(facts: CheckUpFacts, asking: Asking) -> LetterContent:
    return framed(
        facts.letter,
        title=ASK_TITLE,
        purpose=(
            "We would like to look at your direct payment account with you. "
            "A check-up helps you and us to know that all is well."
        ),
        body=(
            Heading("Why now"),
            Bullets(asking.why_now),
            Heading("What would help us"),
            Paragraph(f"We would like to see these things, {_days(facts)}:"),
            Bullets(asking.what),
            Heading("What to do next"),
            Bullets(
                (
                    f"Please send us these by {words.day(facts.reply_by_on)}. If you need more time, just ask.",
                    "Photos and copies are fine. You can keep the papers.",
                    "If you cannot find something, do not worry. Tell us, and we will help.",
                    "If you would like us to go through it with you, we can do that too.",
                )
            ),
        ),
    )


def _write_report(facts: CheckUpFacts, report: Reporting) -> LetterContent:
    done = "Thank you for your help with your check-up."
    nothing_to_do = not report.findings and report.surplus is None
    return framed(
        facts.letter,
        title=REPORT_TITLE,
        purpose=f"{done} All is well." if nothing_to_do else f"{done} This letter tells you what we found.",
        body=(
            Heading("What we looked at"),
            Paragraph(f"We looked at your direct payment account, {_days(facts)}."),
            Paragraph(f"On {words.day(report.balance_on)} there was {amount(report.balance)} in it."),
            *_findings(report.findings),
            *_surplus(report.surplus),
            *_after_a_report(facts, nothing_to_do=nothing_to_do),
            *_how_we_worked_it_out(report),
        ),
    )


def _days(facts: CheckUpFacts) -> str:
    return f"for {words.day(facts.covers_from_on)} to {words.day(facts.covers_until_on)}"


def _findings(findings: tuple[Finding, ...]) -> tuple[Block, ...]:
    if not findings:
        return ()
    return (
        Heading("What we would like to talk about"),
        Bullets(tuple(f"{finding.words} {finding.what_to_do}".strip() for finding in findings)),
    )


def _surplus(surplus: SurplusProposal | None) -> tuple[Block, ...]:
    if surplus is None:
        return ()
    return (
        Heading("Money you may not need"),
        Paragraph(f"We think there is {amount(surplus.amount)} more in the account than you need for now."),
        Paragraph(surplus.suggestion),
        Paragraph("Why we think so:"),
        Bullets(surplus.reasons),
        Paragraph(
            "This is only an idea. You may have plans for the money, or a reason to keep it. "
            "We have not taken any of it. We will not take it off your payments."
        ),
    )


def _after_a_report(facts: CheckUpFacts, *, nothing_to_do: bool) -> tuple[Block, ...]:
    if nothing_to_do:
        return (Heading("What to do next"), Paragraph("You do not need to do anything."))
    return (
        Heading("What to do next"),
        Bullets(
            (
                f"Please tell us what you think by {words.day(facts.reply_by_on)}. If you need more time, just ask.",
                "You can tell us if we have got something wrong. We will look at it again with you.",
                "You do not have to do this on your own. We can go through it with you.",
            )
        ),
    )


def _how_we_worked_it_out(report: Reporting) -> tuple[Block, ...]:
    answers = [report.balance, *([report.surplus.amount] if report.surplus is not None else [])]
    return (Heading("How we worked it out"), working_table("The money in your account, step by step", *answers))
