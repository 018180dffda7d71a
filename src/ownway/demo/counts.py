"""How many people of each group, and how many uses of each kind, for any number of people.

Source: the counts of one English council's direct payments strategy; the people are made up.
"""

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

from ownway.ground.people.models import ClientGroup

EVERYBODY = 2_443
GROUPS: Mapping[ClientGroup, int] = {
    ClientGroup.TRANSITIONS: 179,
    ClientGroup.FUTURE_OPTIONS: 6,
    ClientGroup.LEARNING_DISABILITY: 727,
    ClientGroup.MENTAL_HEALTH: 261,
    ClientGroup.OLDER_PEOPLE: 402,
    ClientGroup.PHYSICAL_DISABILITY: 471,
    ClientGroup.REABLEMENT: 1,
    ClientGroup.CHILDREN: 386,
    ClientGroup.CARERS: 10,
}
FEES, ASSISTANTS, ACTIVITIES, AGENCY = "financial fees", "personal assistants", "activities", "agency home care"
TRANSPORT, SHORT_BREAKS, LIVING = "transport", "short breaks", "supported living"
APPOINTEE, CHILDCARE, OTHER, EQUIPMENT = "appointeeship fees", "childcare", "other", "equipment and technology"
USES: Mapping[str, int] = {
    FEES: 1_749,
    ASSISTANTS: 1_143,
    ACTIVITIES: 718,
    AGENCY: 476,
    TRANSPORT: 144,
    SHORT_BREAKS: 135,
    LIVING: 131,
    APPOINTEE: 29,
    CHILDCARE: 24,
    OTHER: 18,
    EQUIPMENT: 3,
}
MAIN = (ASSISTANTS, ACTIVITIES, AGENCY, SHORT_BREAKS, LIVING)
"""What somebody's support is for the most part; everybody has at least one of these."""


Key = TypeVar("Key")


def shared_out(whole: Mapping[Key, int], number: int) -> dict[Key, int]:
    """`number` in the proportions of `whole`, by largest remainder; earlier keys win a tie."""
    total = sum(whole.values())
    shares = {key: divmod(part * number, total) for key, part in whole.items()}
    left = number - sum(quotient for quotient, _ in shares.values())
    first = sorted(shares, key=lambda key: -shares[key][1])[:left]
    return {key: quotient + (key in first) for key, (quotient, _) in shares.items()}


def groups_of(number: int, chance: Random) -> list[ClientGroup]:
    """A group for each of so many people, in no order."""
    groups = [group for group, count in shared_out(GROUPS, number).items() for _ in range(count)]
    chance.shuffle(groups)
    return groups


def uses_of(groups: Sequence[ClientGroup], chance: Random) -> list[tuple[str, ...]]:
    """What each person uses their payment for: a main use for everybody, and the rest given out as it fits.

    Supported living and an appointee are for adults, childcare is for children.
    """
    wanted = shared_out(USES, round(len(groups) * sum(USES.values()) / EVERYBODY))
    uses: list[list[str]] = [[] for _ in groups]
    places = list(range(len(groups)))
    chance.shuffle(places)
    for place in (place for place in places if fits(LIVING, groups[place])):
        if wanted[LIVING] == 0:
            break
        uses[place].append(LIVING)
        wanted[LIVING] -= 1
    main = [use for use in MAIN for _ in range(wanted[use])]
    chance.shuffle(main)
    for place in places:
        if not uses[place] and main:
            uses[place].append(main.pop())
    more = {use: main.count(use) if use in MAIN else count for use, count in wanted.items()}
    for use, count in more.items():
        chance.shuffle(places)
        fitting = [place for place in places if use not in uses[place] and fits(use, groups[place])]
        if use == FEES:
            fitting.sort(key=lambda place: ASSISTANTS not in uses[place])
        for place in fitting[:count]:
            uses[place].append(use)
    return [tuple(used) for used in uses]


def fits(use: str, group: ClientGroup) -> bool:
    """Whether somebody of the group may use their payment so."""
    if use == CHILDCARE:
        return group == ClientGroup.CHILDREN
    return group != ClientGroup.CHILDREN or use not in (LIVING, APPOINTEE)
