"""Which way of giving paid holiday a contract allows: 5.6 weeks, hours earned as they are worked, or rolled-up pay.

Source: Working Time Regulations 1998 as changed for leave years from 1 April 2024 (reported; not read in the law).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ownway.rules import asked
from ownway.rules.employing import FIXED_HOURS, HOURS_KINDS
from ownway.rules.holiday import FIRST_LEAVE_YEAR_ON

LAW = "Working Time Regulations 1998 (SI 1998/1833) reg 13 to 16"
STANDING = "reported"

WEEKS, AS_WORKED = "5.6 weeks", "earned as worked"


@dataclass(frozen=True, slots=True)
class HolidayQuestion:
    """What the contract says of hours (fixed, irregular or part-year), and the first day of the leave year."""

    hours_kind: str
    leave_year_starts_on: date


@dataclass(frozen=True, slots=True)
class HolidayAnswer:
    """How holiday builds up, whether it may be paid with each pay (rolled up), and why in plain words."""

    builds_up: str
    may_roll_up: bool
    sentence: str
    law: str = LAW
    standing: str = STANDING


def which_holiday(one: HolidayQuestion) -> HolidayAnswer:
    """How holiday is given under this contract in this leave year. Raises BadInput for hours of no known kind."""
    asked.check(one, asked.one_of("hours_kind", one.hours_kind, HOURS_KINDS))
    if one.hours_kind == FIXED_HOURS:
        return HolidayAnswer(
            WEEKS,
            may_roll_up=False,
            sentence="Your assistant has set hours. They have 5.6 weeks of paid holiday a year. You pay them when they"
            " take it. You cannot pay it a little at a time with their wages, even if they say yes.",
        )
    if one.leave_year_starts_on < FIRST_LEAVE_YEAR_ON:
        return HolidayAnswer(
            WEEKS,
            may_roll_up=False,
            sentence="The new rules for changing hours began with holiday years that start on 1 April 2024 or later."
            " In this holiday year your assistant has 5.6 weeks, paid when they take it.",
        )
    return HolidayAnswer(
        AS_WORKED,
        may_roll_up=True,
        sentence="Your assistant’s hours change, or they work for part of the year. Holiday builds up as they work: 12.07%"
        " of their hours. You can pay it when they take it, or with every wage. If you pay it with the wage, it must"
        " stand on the payslip as a line of its own.",
    )
