"""Who may hold a direct payment for whom, what has to be so first, and what each may then do.

Source: Care Act 2014 ss.31 and 32; for children, Children Act 1989 s.17A and SI 2009/1887. Each need says how far it was
read: what is only recalled is marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ownway.rules.clauses import Clause, read, recalled, reported
from ownway.rules.refusals import InputProblem, refuse_if_wrong

ADULT, CARER, AFTERCARE, CHILD, EHCP = "adult", "carer", "aftercare", "child", "ehcp"
ROUTES = (ADULT, CARER, AFTERCARE, CHILD, EHCP)
"""By which law a direct payment is made; routes.py says what else differs."""

OWNER, NOMINATED, AUTHORISED, SUITABLE = "the person", "nominated person", "authorised person", "suitable person"
PARENT, YOUNG_PERSON, DISABLED_PARENT = "parent", "young person", "disabled parent"

_S31, _S32, _R5 = "Care Act 2014 s.31(2), (4) to (7)", "Care Act 2014 s.32(4) to (9)", "SI 2014/2871 reg 5"
_CHILDREN, _R8 = "Children Act 1989 s.17A", "SI 2009/1887 reg 8"
_SEND = "SI 2014/1652"


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """Who wants to hold whose payment, and what is known about both.

    `has_capacity` is whether the person whose support it is can decide this; `person_agrees` that they want this
    holder, `holder_agrees` that the holder does. `authorised_by_court` is that the holder is authorised under the
    Mental Capacity Act; `authorised_agree` that whoever is so authorised supports this holder; `nobody_authorised` that
    there is no such person.
    """

    route: str
    role: str
    age_years: int
    has_capacity: bool
    can_manage: bool
    person_agrees: bool = False
    holder_agrees: bool = False
    authorised_by_court: bool = False
    authorised_agree: bool = False
    nobody_authorised: bool = False
    in_best_interests: bool = False
    council_thinks_suitable: bool = False
    close_family_or_friend: bool = False
    criminal_record_checked: bool = False
    others_asked: bool = False
    has_parental_responsibility: bool = False
    is_disabled: bool = False
    local_authority_agrees: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """Something that has to be so before somebody may hold a payment, and how to tell from the facts."""

    clause: Clause
    is_met: Callable[[RoleFacts], bool]


@dataclass(frozen=True, slots=True)
class Role:
    """A way to hold a direct payment: what has to be so, and what the holder may do."""

    name: str
    title: str
    needs: tuple[Need, ...]
    may: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleAnswer:
    """Whether the holder may have the payment, in plain words, what is still missing, and what they may then do."""

    may_hold: bool
    sentence: str
    missing: tuple[Clause, ...]
    may: tuple[str, ...]


_MANAGES = Need(read("can_manage", "They can manage the payment, alone or with help.", _S31), lambda f: f.can_manage)
_DECIDES = Need(read("capacity", "The person can decide this for themselves.", _S31), lambda f: f.has_capacity)
_GROWN_UP = Need(
    recalled("adult", "The person is 18 or over.", "Care Act 2014 s.2 (as recalled)"), lambda f: f.age_years >= 18
)
_AUTHORISED_NEEDS = (
    Need(read("no_capacity", "The person cannot decide this for themselves.", _S32), lambda f: not f.has_capacity),
    Need(
        read(
            "authorised",
            "They are authorised under the Mental Capacity Act; or whoever is so agrees that they are suitable; or nobody"
            " is, and the council thinks that they are suitable.",
            _S32,
        ),
        lambda f: f.authorised_by_court or f.authorised_agree or (f.nobody_authorised and f.council_thinks_suitable),
    ),
    Need(
        recalled("best_interests", "They act in the person’s best interests.", f"{_S32} (as recalled)"),
        lambda f: f.in_best_interests,
    ),
    Need(
        recalled("can_manage", "They can manage the payment, alone or with help.", f"{_S32} (as recalled)"),
        lambda f: f.can_manage,
    ),
    Need(
        recalled("others_asked", "Those who know the person were asked first.", f"{_R5} (as recalled)"),
        lambda f: f.others_asked,
    ),
    Need(
        recalled(
            "criminal_record",
            "Their criminal record was checked, unless they are family or a friend.",
            f"{_R5} (as recalled)",
        ),
        lambda f: f.close_family_or_friend or f.criminal_record_checked,
    ),
)
_CHILD_MANAGES = Need(
    recalled("can_manage", "They can manage the payment, alone or with help.", "SI 2009/1887 (as recalled)"),
    lambda f: f.can_manage,
)
_SUITABLE_NEEDS = (
    Need(
        read("others_asked", "Those who know the person were asked first.", _R8),
        lambda f: f.others_asked,
    ),
    Need(
        read(
            "criminal_record", "They have a criminal record certificate, unless they are close family or a friend.", _R8
        ),
        lambda f: f.close_family_or_friend or f.criminal_record_checked,
    ),
    Need(
        recalled("suitable", "The council thinks that they are suitable.", f"{_R8} (as recalled)"),
        lambda f: f.council_thinks_suitable,
    ),
    _CHILD_MANAGES,
)
_PLAN_NEEDS = (
    Need(
        reported("agreed", "The council has agreed to a direct payment for this part of the plan.", _SEND),
        lambda f: f.local_authority_agrees,
    ),
    Need(
        read("consent", "Whoever holds it agrees to it. When they take that back, it must stop.", f"{_SEND} reg 14(1)"),
        lambda f: f.holder_agrees,
    ),
)
_PARENT_NEED = Need(
    recalled("parent", "They have parental responsibility for the child.", f"{_CHILDREN} (as recalled)"),
    lambda f: f.has_parental_responsibility,
)

_DECIDES_ALL = (
    "decide how the money is used for what the plan says",
    "employ a personal assistant, or buy support",
    "say how the plan should change, and ask for a review",
    "stop the direct payment",
)
_FOR_THEM = (
    "hold the money and pay for what the plan says",
    "employ a personal assistant for the person",
    "keep the papers, and show them at a check-up",
)
_IN_INTERESTS = (*_FOR_THEM, "decide in the person’s best interests, and ask what the person wants", "ask for a review")

ROLES: Mapping[str, Role] = {
    OWNER: Role(OWNER, "The person whose support it is", (_GROWN_UP, _DECIDES, _MANAGES), _DECIDES_ALL),
    NOMINATED: Role(
        NOMINATED,
        "Somebody the person has chosen",
        (
            _DECIDES,
            Need(
                read("chosen", "The person asks that this one receives the payment.", _S31), lambda f: f.person_agrees
            ),
            Need(read("nominee_agrees", "The one who is chosen agrees.", _S31), lambda f: f.holder_agrees),
            _MANAGES,
        ),
        _FOR_THEM,
    ),
    AUTHORISED: Role(AUTHORISED, "Somebody who acts for a person who cannot decide", _AUTHORISED_NEEDS, _IN_INTERESTS),
    SUITABLE: Role(
        SUITABLE, "Somebody suitable who holds it for another, under the rules of 2009", _SUITABLE_NEEDS, _IN_INTERESTS
    ),
    PARENT: Role(PARENT, "A parent of the child", (_PARENT_NEED, _CHILD_MANAGES), _DECIDES_ALL),
    YOUNG_PERSON: Role(
        YOUNG_PERSON,
        "A disabled young person of 16 or 17",
        (
            Need(
                recalled("age", "They are 16 or 17.", f"{_CHILDREN} (as recalled)"), lambda f: f.age_years in (16, 17)
            ),
            Need(recalled("disabled", "They are disabled.", f"{_CHILDREN} (as recalled)"), lambda f: f.is_disabled),
            _CHILD_MANAGES,
        ),
        _DECIDES_ALL,
    ),
    DISABLED_PARENT: Role(
        DISABLED_PARENT,
        "A disabled parent, for what the child needs",
        (
            _PARENT_NEED,
            Need(recalled("disabled", "They are disabled.", f"{_CHILDREN} (as recalled)"), lambda f: f.is_disabled),
            _CHILD_MANAGES,
        ),
        _DECIDES_ALL,
    ),
}
ROLES_OF: Mapping[str, tuple[str, ...]] = {
    ADULT: (OWNER, NOMINATED, AUTHORISED),
    CARER: (OWNER, NOMINATED),
    AFTERCARE: (OWNER, NOMINATED, AUTHORISED),
    CHILD: (PARENT, YOUNG_PERSON, DISABLED_PARENT, SUITABLE),
    EHCP: (PARENT, YOUNG_PERSON),
}
"""Who may hold a payment by which law. Only what was found is here; the regulations may name others."""


def may_hold(facts: RoleFacts) -> RoleAnswer:
    """Whether this holder may have the payment, and what is still missing. Raises BadInput by field."""
    refuse_if_wrong(_problems(facts))
    role = ROLES[facts.role]
    missing = tuple(need.clause for need in _needs(facts, role) if not need.is_met(facts))
    if missing:
        sentence = "Not yet. This is still missing: " + " ".join(clause.words for clause in missing)
        return RoleAnswer(may_hold=False, sentence=sentence, missing=missing, may=())
    return RoleAnswer(may_hold=True, sentence="Yes, they can hold the payment.", missing=(), may=role.may)


def _needs(facts: RoleFacts, role: Role) -> tuple[Need, ...]:
    """What the role needs; for an education, health and care plan, its own conditions and no others were found."""
    if facts.route != EHCP:
        return role.needs
    return (_PARENT_NEED, *_PLAN_NEEDS) if role.name == PARENT else _PLAN_NEEDS


def _problems(facts: RoleFacts) -> Iterator[InputProblem]:
    if facts.route not in ROUTES:
        yield InputProblem("route", f"“{facts.route}” is not one we know. Choose one of: {', '.join(ROUTES)}.")
    elif facts.role not in ROLES_OF[facts.route]:
        yield InputProblem("role", f"Here the payment may be held by: {', '.join(ROLES_OF[facts.route])}.")
    if not 0 <= facts.age_years <= 125:
        yield InputProblem("age_years", "Give an age in years, from 0 to 125.")
