"""The table of the rulebook beside its peers."""

from bench.rulebook import ways
from bench.rulebook.comparing import worst, wrong
from bench.rulebook.limits import MEGABYTE, NOISE, limits, ratio

HEADS = ("seconds", "rows/s", "extra MB", "between MB", "wrong", "not as ours", "worst")
MICROSECONDS = 1_000_000
ONE_PERSON = (ways.ONE, ways.EXPLAINED, ways.OPENFISCA_ONE)
NOT_HELD = (
    (ways.NUMPY, ways.POLARS),
    (ways.NUMPY, ways.HAND),
    (ways.COMPILED, ways.OPENFISCA_PENCE),
    (ways.ONE, ways.OPENFISCA_ONE),
)


def print_table(report):
    """A line for each way, one person by themselves, and each limit."""
    of_answers, of_all = report.lines
    print(f"The same offer for {report.rows:,} people: {of_answers} lines of working each for the three answers,")
    print(f"{of_all} for all that the rule answers.\n")
    print(f"{'':<36}{'cores':>6}{'rows':>11}" + "".join(f"{head:>13}" for head in HEADS))
    for way, found in report.found.items():
        print(f"{way.name:<36}{way.threads:>6}{found.rows:>11,}" + "".join(f"{one:>13}" for one in cells(report, way)))
    print(
        f"\nseconds: the middle one of {len(report.found[ways.NUMPY].seconds)} rounds after a warm-up; the ways take turns."
    )
    print(
        "extra MB: the most memory taken beyond the inputs; between MB: beyond the answers too. Samples are not weighed."
    )
    print(
        f"wrong: rows of the first {report.reference.shape[1]:,} of which a penny differs from the Decimal reference."
    )
    print("not as ours: rows of all of which a penny differs from Ownway in numpy. worst: by how much, in pence.\n")
    print_one(report)
    for limit in limits(report):
        print(f"{'holds ' if limit.holds else 'BROKEN'}  {limit.found:>9}  {limit.says}")


def cells(report, way):
    """What the table says of one way."""
    found, ours = report.found[way], report.found[ways.NUMPY].answers
    return [
        f"{found.median:.4f}",
        f"{found.rows_a_second:,.0f}",
        *weights(way, found.memory),
        f"{wrong(found.answers, report.reference):,}",
        f"{wrong(found.answers, ours):,}",
        f"{max(worst(found.answers, report.reference), worst(found.answers, ours)):,}",
    ]


def weights(way, memory):
    """Megabytes beyond the inputs, and beyond the answers too. Samples are not weighed."""
    both = (memory.extra_bytes, memory.between_bytes)
    return ["–" if way.sample else f"{one / MEGABYTE:,.1f}" for one in both]


def print_one(report):
    """One person: ours with all the working, OpenFisca's three answers without its trace."""
    alone, explained, theirs = (MICROSECONDS / report.found[way].rows_a_second for way in ONE_PERSON)
    print(
        f"One person with all the working: {explained:,.0f} µs lifted out of a cohort, {alone:,.0f} µs by themselves;"
    )
    print(f"OpenFisca without its trace {theirs:,.0f} µs.")
    for mine, other in NOT_HELD:
        print(f"{mine.name}: {ratio(report, mine, other):.2f} × {other.name}, each on one core (not held).")
    print(
        f"Ratios are the middle one of each round's. A machine that others use differs by {NOISE} × from run to run.\n"
    )
