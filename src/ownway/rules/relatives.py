"""May a relative be paid from a direct payment? Which clause decides, and in what plain words.

Source: SI 2014/2871 reg 3. Standing: reported (the list was read as explained by others and in the law before it;
the clause letters must be checked in the law itself before they are quoted as certain).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ownway.rules.refusals import BadInput, InputProblem

LAW = "SI 2014/2871 reg 3"
STANDING = "reported"

PURPOSES = ("care", "managing")
ADULT, CHILD = "adult", "child"
_LAW_OF = {
    ADULT: (LAW, STANDING),
    CHILD: ("SI 2009/1887 (as recalled: only SI 2001/442 reg 2 before it was read)", "not confirmed"),
}


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of the law on paying relatives, in our own plain words."""

    letter: str
    words: str
    only_in_same_household: bool
    law: str = LAW
    standing: str = STANDING


MARRIED = Clause("a", "your husband, wife or civil partner, wherever they live", only_in_same_household=False)
LIVING_AS_COUPLE = Clause(
    "b", "someone you live with as if you were married, wherever they live", only_in_same_household=False
)
CLOSE_FAMILY = Clause("c", "close family who live in the same home as you", only_in_same_household=True)
MARRIED_TO_FAMILY = Clause(
    "d", "the husband, wife or civil partner of close family, living in the same home", only_in_same_household=True
)
COUPLE_WITH_FAMILY = Clause("e", "the partner of close family, living in the same home", only_in_same_household=True)

RELATIONSHIPS: Mapping[str, Clause | None] = {
    "spouse": MARRIED,
    "civil partner": MARRIED,
    "cohabiting partner": LIVING_AS_COUPLE,
    "parent": CLOSE_FAMILY,
    "parent-in-law": CLOSE_FAMILY,
    "son or daughter": CLOSE_FAMILY,
    "son-in-law or daughter-in-law": CLOSE_FAMILY,
    "stepson or stepdaughter": CLOSE_FAMILY,
    "brother or sister": CLOSE_FAMILY,
    "aunt or uncle": CLOSE_FAMILY,
    "grandparent": CLOSE_FAMILY,
    "husband, wife or civil partner of close family": MARRIED_TO_FAMILY,
    "partner of close family": COUPLE_WITH_FAMILY,
    "other relative": None,
    "friend": None,
    "neighbour": None,
    "not related": None,
}
"""Each relationship a person may choose, and the clause that speaks of it (None: no clause does)."""


@dataclass(frozen=True, slots=True)
class RelativeAnswer:
    """Whether the council must first agree that paying this person is necessary, in plain words, with the clause.

    `may_be_paid` is no only while an agreement is needed and there is none.
    """

    needs_council_agreement: bool
    sentence: str
    clause: Clause | None
    law: str = LAW
    standing: str = STANDING
    may_be_paid: bool = False


def relative_needs_council_agreement(
    *,
    relationship: str,
    same_household: bool,
    purpose: str = "care",
    council_agreed: bool = False,
    route: str = ADULT,
) -> RelativeAnswer:
    """Whether a direct payment may pay this person without asking, or only if the council agrees it is necessary.

    `purpose` is "care", or "managing" for help with the running of the payment itself; `council_agreed` says that the
    council has agreed in writing; `route` is ADULT or CHILD, whose rule is like it. Raises BadInput by field.
    """
    problems = _problems(relationship, purpose, route)
    if problems:
        raise BadInput(problems)
    law, standing = _LAW_OF[route]
    clause = RELATIONSHIPS[relationship]
    needed = clause is not None and (same_household or not clause.only_in_same_household)
    if clause is None:
        sentence = "Yes, you can pay this person. The rule about family does not apply."
    elif not needed:
        sentence = "Yes, you can pay this person, because they do not live in the same home as you."
    elif council_agreed:
        sentence = "Yes, you can pay this person, because the council has agreed that it is necessary."
    else:
        sentence = _ask_first(clause, purpose)
    return RelativeAnswer(needed, sentence, clause, law, standing, may_be_paid=council_agreed or not needed)


def _ask_first(clause: Clause, purpose: str) -> str:
    what = "help you manage your direct payment" if purpose == "managing" else "give you care"
    return (
        f"The law has a rule about paying {clause.words}. "
        f"You can pay this person to {what} if the council agrees that it is necessary. Ask us, and tell us why."
    )


def _problems(relationship: str, purpose: str, route: str) -> list[InputProblem]:
    listed = ", ".join(RELATIONSHIPS)
    asked = (
        ("relationship", relationship, RELATIONSHIPS, f"Choose how this person is related to you: {listed}."),
        ("purpose", purpose, PURPOSES, "Choose care, or managing for help with the payment itself."),
        ("route", route, _LAW_OF, "Choose adult or child."),
    )
    return [InputProblem(field, sentence) for field, said, known, sentence in asked if said not in known]
