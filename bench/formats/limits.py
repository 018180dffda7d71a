"""The limits that readers and writers are held to beside their peers, each measured in the same run on the same lines."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.formats.ways import BARE, LINES, MORE, OURS, PEER

MEGABYTE = 1_000_000
MAY_GROW = 4 * MEGABYTE
NEAR_THE_BARE = 3
# Table → (the peer by name, or all peers; at least so many times as fast).
ASKED = {
    "OFX": (("ofxtools", 10), ("", 2)),
    "MT940": (("mt-940", 5), ("", 2)),
    "camt.053": (("", 10),),
    "CSV": (("hledger", 5), ("beancount, by beangulp", 5)),
    "pain.001, written": (("sepaxml", 10),),
}


@dataclass(frozen=True)
class Limit:
    """One promise, what was found, and whether it holds."""

    says: str
    found: str
    holds: bool


def limits(table, found, *, more_bytes, total) -> Iterator[Limit]:
    """Those of one table. `total` is what all lines come to in pence; None for what is written."""
    ours, bare = (next(one for way, one in found.items() if way.kind == kind) for kind in (OURS, BARE))
    peers = {way.name: one for way, one in found.items() if way.kind == PEER}
    told = f"{ours.count:,} lines of {ours.total:,} pence"
    yield Limit("every line, to the penny", told, ours.count == LINES and total in (None, ours.total))
    for name, least in ASKED[table]:
        asked = [one for peer, one in peers.items() if name in ("", peer)]
        if asked:
            fastest = max(asked, key=lambda one: one.a_second)
            times = ours.a_second / fastest.a_second
            yield Limit(f"at least {least} × {fastest.way.name}", f"{times:.1f} ×", times >= least)
    slower = bare.a_second / ours.a_second
    yield Limit(
        f"no more than {NEAR_THE_BARE} times slower than {bare.way.name}", f"{slower:.1f} ×", slower <= NEAR_THE_BARE
    )
    grown = more_bytes - ours.most_bytes
    yield Limit(
        f"no more memory for {MORE:,} lines than for {LINES:,}", f"{grown / MEGABYTE:+.1f} MB", grown <= MAY_GROW
    )
