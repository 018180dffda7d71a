"""Make the files, measure every way, print the tables, and fail when a limit is broken."""

import os
import tempfile
from pathlib import Path

from toolbox.installing import make_peers

from bench.formats import files, measuring
from bench.formats.limits import MEGABYTE, limits
from bench.formats.ways import FEW, LINES, MORE, SAMPLE, TABLES

WRITTEN = "pain.001, written"
HEADS = ("lines", "seconds", "lines/s", "extra MB")


def main():
    """0 when every limit holds."""
    peers = make_peers("format_peers")
    print(f"Load of this machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores. More than 0.5 is noise.\n")
    broken = []
    with tempfile.TemporaryDirectory() as folder:
        total = make_files(Path(folder))
        for name, ways in TABLES.items():
            found = measuring.measure(ways, folder=folder, peers=peers)
            more = measuring.memory_of_more(ways[0], folder=folder, peers=peers)
            print_table(name, found)
            for one in limits(name, found, more_bytes=more, total=None if name == WRITTEN else total):
                print(f"  {'holds ' if one.holds else 'BROKEN'}  {one.found:>12}  {one.says}")
                broken += [] if one.holds else [f"Not held: {name}, {one.says}. Found: {one.found}."]
            print()
    print("\n".join(broken) if broken else "Every limit holds.")
    return 1 if broken else 0


def make_files(folder):
    """The same lines in every size and format; what LINES of them come to in pence."""
    for size in (FEW, SAMPLE, LINES, MORE):
        files.write_all(folder, files.moved(size))
    return files.total(files.moved(LINES))


def print_table(name, found):
    """A line for each way."""
    print(f"{name:<28}" + "".join(f"{head:>12}" for head in HEADS))
    for way, one in found.items():
        cells = (
            f"{one.count:,}",
            f"{one.size / one.a_second:.3f}",
            f"{one.a_second:,.0f}",
            f"{one.most_bytes / MEGABYTE:,.1f}",
        )
        print(f"{way.name:<28}" + "".join(f"{cell:>12}" for cell in cells))
