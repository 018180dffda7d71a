"""The kinds of attribute that records of Open Referral have: how each is read from JSON and written to it again.

A reader takes the value that stands in the file and returns what the record holds. It raises Unreadable where the value
says nothing, and tells `problems` where it says something that the standard does not allow.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from ownway.formats.directories.json_text import Plain
from ownway.formats.directories.problems import LOOK, WRONG, Level, Problems

Reader = Callable[[Plain, str, Problems], Any]
Writer = Callable[[Any], Plain]

MOST_DIGITS = 30
MOST_POUNDS = 10_000_000_000
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`\x00-\x20\x7f]+")
_MAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>.]+(\.[^@\s,;<>.]+)+")
_WEB = ("http", "https")
_RUNS = ("javascript", "data", "vbscript", "file")
_NUMBER = re.compile(r"[+-]?[0-9]{1,20}(\.[0-9]{1,20})?")
_WHEN = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9:.]+)([Zz]|[+-][0-9]{2}:[0-9]{2})?")


class Unreadable(ValueError):
    """A value from which nothing can be read; the message is the reason, for the person who wrote it.

    `level` is "look" where the standard's schemas would let the value through. A reason of "" has been told already.
    """

    def __init__(self, reason: str, level: Level = WRONG) -> None:
        self.level = level
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Kind:
    """How an attribute is read and written. `of` names the record that a nested attribute holds.

    `column` is its type in a tabular package, `format` what the package says besides, `uk` whether the UK profile has
    it (the others are in HSDS 3.0 only), and `name` its name in JSON where it is not the field's.
    """

    read: Reader
    write: Writer
    column: str = "string"
    format: str = ""
    required: bool = False
    words: tuple[str, ...] = ()
    of: str = ""
    many: bool = False
    uk: bool = True
    name: str = ""


def text(*, required: bool = False, uk: bool = True) -> Any:
    """Words."""
    return _field(Kind(read_text, _same, required=required, uk=uk))


def uid(*, required: bool = False, uk: bool = True) -> Any:
    """A UUID, of this record or of another."""
    return _field(Kind(_read_uid, _same, format="uuid", required=required, uk=uk))


def web(*, required: bool = False, uk: bool = True) -> Any:
    """An address on the web."""
    return _field(Kind(_read_web, _same, format="uri", required=required, uk=uk))


def mail(*, uk: bool = True) -> Any:
    """An e-mail address."""
    return _field(Kind(_read_mail, _same, format="email", uk=uk))


def choice(*words: str, required: bool = False, uk: bool = True) -> Any:
    """One of these words."""
    return _field(Kind(_reader_of_choice(words), _same, required=required, words=words, uk=uk))


def figure(*, uk: bool = True) -> Any:
    """A number, exact."""
    return _field(Kind(_read_number, _same, column="number", uk=uk))


def pounds(name: str) -> Any:
    """Pounds in the file, whole pence in the record."""
    return _field(Kind(_read_pounds, _write_pounds, column="number", name=name))


def day(*, required: bool = False, uk: bool = True) -> Any:
    """A day, as 2026-11-22."""
    return _field(Kind(_read_day, _iso, column="date", required=required, uk=uk))


def clock(*, uk: bool = True) -> Any:
    """A time of day, as 09:30 or 09:30:00."""
    return _field(Kind(_read_clock, _iso, column="time", uk=uk))


def moment() -> Any:
    """A day, a time and its time zone, as 2026-11-22T09:30:00Z."""
    return _field(Kind(_read_moment, _iso, column="datetime"))


def one(of: str, *, uk: bool = True) -> Any:
    """A nested record."""
    return field(default=None, metadata={"kind": Kind(read_text, _same, of=of, uk=uk)})


def many(of: str, *, uk: bool = True) -> Any:
    """Nested records."""
    return field(default=(), metadata={"kind": Kind(read_text, _same, of=of, many=True, uk=uk)})


def _field(kind: Kind) -> Any:
    return field(default="" if kind.required and kind.column == "string" else None, metadata={"kind": kind})


def read_text(value: Plain, place: str, problems: Problems) -> str:
    """Words; a number is taken as words, and told."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        problems.wrong(place, "It should be text, in quotation marks. It is a number.", value)
        return str(value)
    raise Unreadable("It should be text, in quotation marks.")


def _read_uid(value: Plain, place: str, problems: Problems) -> str:
    words = read_text(value, place, problems)
    if not _UUID.fullmatch(words):
        problems.wrong(place, "It is no UUID, like 3f7b145d-84af-42d7-8fae-eaca714b02b2.", words)
    return words


def _read_web(value: Plain, place: str, problems: Problems) -> str:
    words = read_text(value, place, problems)
    scheme = words.partition(":")[0].lower()
    if not _URI.fullmatch(words):
        problems.wrong(place, "It is no whole web address. Write it with https:// in front and no spaces.", words)
    elif scheme in _RUNS:
        problems.wrong(place, "This address could run something on the reader’s computer. Do not show it.", words)
    elif scheme not in _WEB or not _has_host(words):
        problems.look(place, "This address does not open a page on the web.", words)
    return words


def _has_host(words: str) -> bool:
    try:
        return bool(urlsplit(words).hostname)
    except ValueError:
        return False


def _read_mail(value: Plain, place: str, problems: Problems) -> str:
    words = read_text(value, place, problems)
    if "@" not in words:
        problems.wrong(place, "It is no e-mail address, like name@example.org.", words)
    elif not _MAIL.fullmatch(words):
        problems.look(place, "Hardly an e-mail address that works.", words)
    return words


def _reader_of_choice(words: tuple[str, ...]) -> Reader:
    def read(value: Plain, place: str, problems: Problems) -> str:
        chosen = read_text(value, place, problems)
        if chosen not in words:
            problems.wrong(place, f"It should be one of: {', '.join(words)}.", chosen)
        return chosen

    return read


def _read_number(value: Plain, place: str, problems: Problems) -> Decimal:
    if isinstance(value, str):
        if not _NUMBER.fullmatch(value.strip()):
            raise Unreadable("It should be a number.")
        problems.wrong(place, "It should be a number, without quotation marks.", value)
        value = Decimal(value.strip())
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise Unreadable("It should be a number.")
    found = Decimal(value)
    _, digits, exponent = found.as_tuple()
    if not isinstance(exponent, int) or len(digits) > MOST_DIGITS or abs(exponent) > MOST_DIGITS:
        raise Unreadable("It is too large, or has too many digits.")
    return found


def _read_pounds(value: Plain, place: str, problems: Problems) -> int:
    found = _read_number(value, place, problems)
    pence = found * 100
    if pence != pence.to_integral_value():
        problems.look(place, "It is no whole number of pence. It is kept as it came.", value)
        raise Unreadable("")
    if abs(found) > MOST_POUNDS:
        raise Unreadable("It is too large to be an amount in pounds.")
    if found < 0:
        problems.look(place, "A cost is not less than nothing.", value)
    return int(pence)


def _write_pounds(pence: int) -> Plain:
    return pence // 100 if pence % 100 == 0 else (Decimal(pence) / 100).normalize()


def _read_day(value: Plain, place: str, problems: Problems) -> date:
    words = read_text(value, place, problems)
    try:
        if len(words) == len("2026-11-22"):
            return date.fromisoformat(words)
    except ValueError:
        pass
    raise Unreadable("It is no day of the calendar, like 2026-11-22.", LOOK)


def _read_clock(value: Plain, place: str, problems: Problems) -> time:
    words = read_text(value, place, problems)
    try:
        if words[2:3] == ":":
            return time.fromisoformat(words)
    except ValueError:
        pass
    raise Unreadable("It is no time of day, like 09:30.", LOOK)


def _read_moment(value: Plain, place: str, problems: Problems) -> datetime:
    words = read_text(value, place, problems)
    parts = _WHEN.fullmatch(words)
    try:
        if parts:
            found = datetime.fromisoformat(f"{parts[1]}T{parts[2]}{parts[3] or ''}")
            if not parts[3]:
                problems.wrong(place, "It says no time zone. End it with Z, or with +01:00 in summer.", words)
            return found
    except ValueError:
        pass
    raise Unreadable("It is no day and time, like 2026-11-22T09:30:00Z.")


def _iso(value: date | time | datetime) -> str:
    return value.isoformat()


def _same(value: Any) -> Any:
    return value
