"""ASCOF 3D: of the people whom a council supports, how many direct their own support, and how many by a direct payment.

Worked out as the Department of Health and Social Care's own script does, with its ways: clients are counted on the last
day of the period, unpaid carers through the year; a client of whom nobody said how support is delivered stays among all
clients, such a carer leaves. Source: Create_ASCOF_3D_2425_Onwards.sql (DHSC, June 2026), restated in our own words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

DIRECT_PAYMENT = "Direct payment"
MANAGED = "CASSR managed personal budget"
COMMISSIONED = "CASSR commissioned support"
MECHANISMS = (DIRECT_PAYMENT, MANAGED, COMMISSIONED)
NURSING, RESIDENTIAL = "Long term support: Nursing care", "Long term support: Residential care"
COMMUNITY, PRISON = "Long term support: Community", "Long term support: Prison"
LONG_TERM = (NURSING, RESIDENTIAL, COMMUNITY, PRISON)
TO_CARER = "Unpaid carer support: Direct to unpaid carer"
SERVICE_USER, CARER = "Service user", "Unpaid carer"
ADULT, OLDER = 18, 65

# A person counts once, where they stand first in this order: (service, how it is delivered).
_ORDER: tuple[tuple[str, str], ...] = (
    *((NURSING, ""), (RESIDENTIAL, "")),
    *((COMMUNITY, DIRECT_PAYMENT), (COMMUNITY, MANAGED), (COMMUNITY, COMMISSIONED), (COMMUNITY, "")),
    *((PRISON, MANAGED), (PRISON, COMMISSIONED), (PRISON, "")),
)
_CLIENT_RANK = {place: rank for rank, place in enumerate(_ORDER)}
_CARER_RANK = {DIRECT_PAYMENT: 0, MANAGED: 1, COMMISSIONED: 2, "": 3}


class Support(NamedTuple):
    """One service that a person had. `counts`: open on the last day (clients), or at any time in the year (carers).

    `age_years` on the last day of the period, None when nobody knows. Words are those of the return, Release 2; a
    mechanism or component that is not told is "".
    """

    person: str
    client_type: str
    service_type: str
    delivery_mechanism: str = ""
    service_component: str = ""
    counts: bool = True
    age_years: int | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many people. `tenths` is the part in tenths of a percent, half going up; None of nobody."""

    numerator: int
    denominator: int

    @property
    def tenths(self) -> int | None:
        """The percentage to one decimal place, times ten."""
        if not self.denominator:
            return None
        return (2_000 * self.numerator + self.denominator) // (2 * self.denominator)


@dataclass(frozen=True, slots=True)
class SelfDirected:
    """Who directs their own support, and who by a direct payment; of all adults, of those under 65, and of 65 and over.

    People whose age nobody knows are among all adults only.
    """

    self_directed: Share
    direct_payment: Share
    bands: tuple[tuple[str, Share, Share], ...] = ()


def clients(supports: Iterable[Support]) -> SelfDirected:
    """ASCOF 3D parts 1a and 2a: people who draw on support themselves, at home, on the last day of the period."""
    return _shares(
        _placed(supports, rank=_client_rank, age=max), among={_CLIENT_RANK[one] for one in _ORDER[2:6]}, first=2
    )


def carers(supports: Iterable[Support]) -> SelfDirected:
    """ASCOF 3D parts 1b and 2b: unpaid carers who were given support themselves in the year."""
    return _shares(_placed(supports, rank=_carer_rank, age=min), among={0, 1, 2}, first=0)


def client_mechanism(one: Support) -> str:
    """How a client's support is delivered: a component “Direct payment” says so whatever the mechanism says."""
    if one.service_component == DIRECT_PAYMENT:
        return DIRECT_PAYMENT
    return one.delivery_mechanism if one.delivery_mechanism in MECHANISMS else ""


class _Placed(NamedTuple):
    rank: int
    age_years: int | None


def _client_rank(one: Support) -> int | None:
    if one.client_type != SERVICE_USER or one.service_type not in LONG_TERM or not one.counts:
        return None
    not_told = _CLIENT_RANK[one.service_type, ""]
    return _CLIENT_RANK.get((one.service_type, client_mechanism(one)), not_told)


def _carer_rank(one: Support) -> int | None:
    """With no component told, only a direct payment is known to be one: the script compares the component with words."""
    if one.client_type != CARER or one.service_type != TO_CARER or not one.counts:
        return None
    if DIRECT_PAYMENT in (one.service_component, one.delivery_mechanism):
        return _CARER_RANK[DIRECT_PAYMENT]
    known = one.delivery_mechanism if one.service_component else ""
    return _CARER_RANK.get(known, _CARER_RANK[""])


def _placed(
    supports: Iterable[Support], *, rank: Callable[[Support], int | None], age: Callable[[int, int], int]
) -> Iterator[_Placed]:
    """Each person once, adults and those of unknown age. Of several ages, clients have the highest, carers the lowest."""
    found: dict[str, _Placed] = {}
    for one in supports:
        place = rank(one)
        if place is None:
            continue
        before = found.get(one.person)
        if before is None:
            found[one.person] = _Placed(place, one.age_years)
            continue
        ages = [years for years in (before.age_years, one.age_years) if years is not None]
        found[one.person] = _Placed(min(before.rank, place), age(ages[0], ages[-1]) if ages else None)
    return (one for one in found.values() if one.age_years is None or one.age_years >= ADULT)


def _shares(placed: Iterable[_Placed], *, among: set[int], first: int) -> SelfDirected:
    counted = [one for one in placed if one.rank in among]

    def shares(people: list[_Placed]) -> tuple[Share, Share]:
        both, paid = (sum(one.rank in ranks for one in people) for ranks in ((first, first + 1), (first,)))
        return Share(both, len(people)), Share(paid, len(people))

    younger = [one for one in counted if one.age_years is not None and one.age_years < OLDER]
    older = [one for one in counted if one.age_years is not None and one.age_years >= OLDER]
    bands = (("18 to 64", *shares(younger)), ("65 and above", *shares(older)))
    return SelfDirected(*shares(counted), bands)
