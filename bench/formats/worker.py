"""One way in a process of its own: python -m bench.formats.worker WHERE PATH FEW, then a run for each line that it reads.

FEW is the same in small, read first so that importing is over. Each run is answered with the processor's seconds, which
others on the machine change little, what it found, and the most memory that it took beyond what there was. A way that
is not installed says so.
"""

import json
import resource
import sys
from importlib import import_module

from bench.memory import forget_peak, most_memory


def main(where, path, few):
    """Answer the lines of standard input."""
    module, function = where.split(":")
    prepare = getattr(import_module(f"bench.formats.{module}"), function)
    warm, run = prepare(few), prepare(path)
    if run is None:
        say({"missing": True})
        return
    warm()
    say({"missing": False})
    for _ in sys.stdin:
        before = forget_peak()
        begun = worked()
        count, total = run()
        seconds = worked() - begun
        say({"seconds": seconds, "count": count, "total": total, "bytes": most_memory() - before})


def worked():
    """Seconds that a processor worked for this process and those that it started."""
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in spent)


def say(what):
    """One line of JSON."""
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
