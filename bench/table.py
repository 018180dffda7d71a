"""The table of what was measured, and the limits."""

P95_MS, QUERIES = 150, 20


def print_table(found):
    """Pages beside each other at each size, then the rest."""
    sizes = list(found)
    print(f"{'page':<38}" + "".join(f"{f'{size:,} people':>30}" for size in sizes))
    print(" " * 38 + "".join(f"{'p50 ms':>10}{'p95 ms':>10}{'queries':>10}" for _ in sizes))
    for page in found[sizes[0]]["pages"]:
        cells = [found[size]["pages"][page] for size in sizes]
        print(f"{page:<38}" + "".join(f"{c['p50']:>10.1f}{c['p95']:>10.1f}{c['queries']:>10}" for c in cells))
    print()
    for what in found[sizes[0]]["times"]:
        print(f"{what:<38}" + "".join(f"{found[size]['times'][what]:>29.2f}s" for size in sizes))
    for size in sizes:
        payments, seconds = found[size]["payments"], found[size]["times"]["payment run, in all"]
        print(f"\n{size:,} people: {payments:,} payments, {1000 * seconds / max(payments, 1):.2f} ms for each", end="")
    print()


def broken(found):
    """A sentence for each limit that is broken."""
    wrong = []
    for size, measured in found.items():
        for page, cell in measured["pages"].items():
            if cell["status"] != 200:
                wrong.append(f"{page} at {size:,} people answered {cell['status']}.")
            if cell["p95"] >= P95_MS:
                wrong.append(f"{page} at {size:,} people: p95 is {cell['p95']:.0f} ms; the limit is {P95_MS}.")
            if cell["queries"] > QUERIES:
                wrong.append(f"{page} at {size:,} people: {cell['queries']} queries; the limit is {QUERIES}.")
    first, *others = found.values()
    for other in others:
        for page, cell in first["pages"].items():
            if other["pages"][page]["queries"] > cell["queries"]:
                wrong.append(f"{page} asks more queries when there are more rows.")
    return wrong
