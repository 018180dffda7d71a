"""The Employment Allowance: who may have it, and how it is used up, once for an employer, from the start of a tax year.

Source: HMRC, NIM06520 and NIM06535, and HMRC's guidance for employers of care and support workers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ownway.rules.parameters import Figures
from ownway.rules.steps import COUNT, PENCE, Step
from ownway.rules.vocabulary import capped, convert, given, take_away

LAW = "HMRC NIM06520 and NIM06535"
RECALLED = "Employment Allowance, who is left out, as recalled: not read"
READ, NOT_READ = "read", "recalled: not read"

PERSON, COMPANY, CHARITY, PUBLIC_BODY = "person", "company", "charity", "public body"
EMPLOYERS = (PERSON, COMPANY, CHARITY, PUBLIC_BODY)


@dataclass(frozen=True, slots=True)
class AllowanceQuestion:
    """What decides who may have the allowance.

    `employer` one of EMPLOYERS. `needs_care` when the person cared for needs it because of age, disability, illness,
    dependence or mental disorder. `only_care` when all the work of the employee is for that. `used_elsewhere` when the
    same employer (or one connected to it) has the allowance on another payroll. `only_a_director` when a company pays
    nobody but one director enough for National Insurance.
    """

    employer: str = PERSON
    needs_care: bool = True
    only_care: bool = True
    used_elsewhere: bool = False
    only_a_director: bool = False


@dataclass(frozen=True, slots=True)
class AllowanceAnswer:
    """Whether the allowance may be claimed; every reason in plain words; where each was found, and if it was read."""

    may_claim: bool
    reasons: tuple[str, ...]
    law: str
    standing: str


def who_may(asked: AllowanceQuestion) -> AllowanceAnswer:
    """Whether this employer may have the allowance, with all the reasons against, or the one for."""
    law, standing = (LAW, READ) if asked.employer == PERSON else (RECALLED, NOT_READ)
    against = [reason for holds, reason in _reasons_against(asked) if holds]
    if against:
        return AllowanceAnswer(may_claim=False, reasons=tuple(against), law=law, standing=standing)
    if asked.employer == PERSON:
        reason = (
            "Yes. You employ somebody at home, and all of their work is care and support for a person who needs it."
            " The rules about companies with one director do not touch you. You can claim it once in each tax year."
        )
    else:
        reason = "Yes. An employer like this can claim it once in each tax year, over all of its payrolls."
    return AllowanceAnswer(may_claim=True, reasons=(reason,), law=law, standing=standing)


def allowance_in_year(figures: Figures) -> Step:
    """The allowance of the tax year as a sum of money, in pence."""
    one = given("Once in a tax year", 1, COUNT)
    return convert(
        "Allowance for the tax year",
        figures.step("ni.employment_allowance"),
        times=one,
        over=given("Over", 1, COUNT),
        unit=PENCE,
        rounding="",
    )


def as_it_arises(*, due: Sequence[Step], figures: Figures) -> tuple[tuple[Step, Step], ...]:
    """What is used of the allowance and what is to pay in each pay period in turn, from the start of the tax year.

    `due` is the employer's National Insurance of each period over all assistants, in pence. What is left at the end of
    the tax year is lost.
    """
    left, found = allowance_in_year(figures), []
    for one in due:
        used = capped("Allowance used", one, at=left, law=LAW)
        found.append((used, take_away("To pay", one, used)))
        left = take_away("Allowance left", left, used)
    return tuple(found)


def _reasons_against(asked: AllowanceQuestion) -> list[tuple[bool, str]]:
    at_home = asked.employer == PERSON
    return [
        (
            asked.employer == PUBLIC_BODY,
            "No. A public body, such as a council, cannot claim it. If a person is the employer, ask for them instead.",
        ),
        (
            at_home and not asked.needs_care,
            (
                "No. Work in somebody’s home counts only when it is care for a person who needs it because of their"
                " age, a disability, an illness, drink or drugs, or their mental health."
            ),
        ),
        (
            at_home and not asked.only_care,
            (
                "No. All of the work must be care and support. If the same person also cleans, cooks or gardens for the"
                " rest of the family, the allowance is lost. Separate jobs for separate people can put this right."
            ),
        ),
        (
            asked.used_elsewhere,
            "No. One employer can have it once in a tax year. It is claimed on another payroll of yours already.",
        ),
        (
            asked.employer == COMPANY and asked.only_a_director,
            "No. A company that pays nobody but one director cannot claim it.",
        ),
    ]
