"""The most memory that a process took while something ran. Standard library only: peers' environments read it too."""

import resource
import sys
from pathlib import Path


def forget_peak():
    """Start the count of the most memory anew (Linux); what is taken now."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
        return _told("VmRSS")
    except OSError:
        return most_memory()


def most_memory():
    """The most that was ever taken, or since it was forgotten."""
    try:
        return _told("VmHWM")
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform == "darwin" else 1_024 * most


def _told(name):
    lines = Path("/proc/self/status").read_text().splitlines()
    return 1_024 * next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))
