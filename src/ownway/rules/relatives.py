"""May a relative be paid from a direct payment? Which clause decides, and in what plain words.

Source: SI 2014/2871 reg 3. Standing: reported (the list was read as explained by others and in the law before it;
the clause letters must be checked in the law itself before they are quoted as certain).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ownway.rules.refusals import BadInput, InputProblem

LAW = "SI 2014/2871 reg 3"
STANDING = "reported"

Purpose = Literal["care", "managing"]


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
    """Whether the council must first agree that paying this person is necessary, in plain words, with the clause."""

    needs_council_agreement: bool
    sentence: str
    clause: Clause | None
    law: str = LAW
    standing: str = STANDING


def relative_needs_council_agreement(
    *, relationship: str, same_household: bool, purpose: Purpose = "care"
) -> RelativeAnswer:
    """Whether a direct payment may pay this person without asking, or only if the council agrees it is necessary.

    `purpose` is "care", or "managing" for help with the running of the payment itself.
    Raises BadInput for a relationship that is not in RELATIONSHIPS.
    """
    if relationship not in RELATIONSHIPS:
        listed = ", ".join(RELATIONSHIPS)
        raise BadInput([InputProblem("relationship", f"Choose how this person is related to you: {listed}.")])
    clause = RELATIONSHIPS[relationship]
    if clause is None:
        sentence = "Yes, you can pay this person. The rule about family does not apply."
    elif clause.only_in_same_household and not same_household:
        sentence = "Yes, you can pay this person, because they do not live in the same home as you."
    else:
        return RelativeAnswer(needs_council_agreement=True, sentence=_ask_first(clause, purpose), clause=clause)
    return RelativeAnswer(needs_council_agreement=False, sentence=sentence, clause=clause)


def _ask_first(clause: Clause, purpose: Purpose) -> str:
    what = "help you manage your direct payment" if purpose == "managing" else "give you care"
    return (
        f"The law has a rule about paying {clause.words}. "
        f"You can pay this person to {what} if the council agrees that it is necessary. Ask us, and tell us why."
    )


def _relative_from_json(inputs: Mapping[str, Any]) -> dict[str, Any]:
    answer = relative_needs_council_agreement(
        relationship=inputs["relationship"],
        same_household=inputs["same_household"],
        purpose=inputs.get("purpose", "care"),
    )
    return {"prohibited_unless_council_considers_necessary": answer.needs_council_agreement}


RULES: Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "dp.relative_needs_council_agreement": _relative_from_json
}
