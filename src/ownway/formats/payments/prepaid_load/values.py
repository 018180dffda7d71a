"""What a load file says, before it is written in any provider's layout."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Load(NamedTuple):
    """One sum onto one card. `card` is the provider's number for the card or its holder, never the long card number."""

    card: str
    name: str
    amount_pence: int
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadFile:
    """Loads of one day. `number` tells the files of a day apart. `loads` is gone through more than once: a list."""

    number: int
    made_on: date
    load_on: date
    loads: Iterable[Load]

    def __post_init__(self) -> None:
        if iter(self.loads) is self.loads:
            raise TypeError("The loads of a file are gone through more than once: give a list, not a generator")
