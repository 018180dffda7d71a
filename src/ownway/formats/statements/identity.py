"""A stable key for a line, so that the same line is never kept twice."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import date

from ownway.formats.statements.values import Line
from ownway.formats.statements.words import same_form

Same = tuple[date, int, str]


def identity(line: Line, nth: int) -> str:
    """The key of the `nth` (from 0) line of its day with the same money and words: 32 hexadecimal figures.

    Made of the day, the pence, the words in one form (no case, punctuation or masks) and `nth`; never of the running
    balance, the bank's id or the place in the file, since the same line has others in another export.

    Two cups of tea at the same café on the same day are the 0th and the 1st. Counting is within a file, and that is
    safe when files overlap, as identical lines are interchangeable: a file that was made at noon holds the 0th, and
    one made at night holds both, of which one is new. Together two files hold as many as the one that holds more. The
    one case that counting gets wrong is a day cut in two, with only the morning in one file and only the afternoon in
    another. Running balances tell those apart when both files have them: `find_overlap` takes the line as new when its
    balance goes on from the other's, and else asks a person.

    The same line in CSV and OFX may have other words and so another key: ask `find_overlap` before keeping lines; the
    key in a unique constraint is what holds when two imports run at once.
    """
    on, pence, words = same_line(line)
    return hashlib.sha256(f"{on.isoformat()}|{pence}|{words}|{nth}".encode()).hexdigest()[:32]


def identify_lines(lines: Sequence[Line], *, beside: Sequence[Line] = ()) -> tuple[str, ...]:
    """The keys of lines in order, counted on from the lines that are kept already (`beside`)."""
    counted: Counter[Same] = Counter(same_line(line) for line in beside)
    keys = []
    for line in lines:
        same = same_line(line)
        keys.append(identity(line, counted[same]))
        counted[same] += 1
    return tuple(keys)


def same_line(line: Line) -> Same:
    """What two lines have in common when nothing but a running balance or an id could tell them apart."""
    return line.on, line.pence, same_form(line.words)
