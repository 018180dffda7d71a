"""Sums of money as banks write them, to whole pence; what is not plainly a sum is refused, never guessed."""

import re


class UnreadableError(ValueError):
    """A cell that cannot be read; the message is the sentence a person sees."""


_MOST_FIGURES = 15
_PLAIN = re.compile(r"([+-]?)([0-9]{1,11})(?:\.([0-9]{1,2}))?").fullmatch
_UK = re.compile(r"([+-]?)£?([+-]?)([0-9]{1,3}(?:,[0-9]{3}){0,3}|[0-9]{1,11})(?:\.([0-9]{1,2}))?").fullmatch
_COMMA = re.compile(r"([+-]?)([0-9]{1,11}),([0-9]{1,2})").fullmatch
_PADDED = re.compile(r"([+-]?)0{0,20}([0-9]{1,11})(?:\.([0-9]{1,2})0{0,10})?").fullmatch


def read_pence(text: str) -> int:
    """Pence from a British sum: £ and thousands commas allowed, + or - in front, at most two decimals.

    Raises UnreadableError for anything else, a comma before the pence included: "12,34" might be 12.34 or a slip.
    """
    if text[-3:-2] == "." and len(text) < _MOST_FIGURES and text.isascii():  # nearly every sum; the rest is for speed
        figures = text[:-3] + text[-2:]
        if figures.isdigit() or (figures[0] in "+-" and figures[1:].isdigit()):
            return int(figures)
    match = _PLAIN(text)
    if match is None:
        return _read_dressed(text)
    sign, pounds, decimals = match.groups()
    return _join(sign, pounds, decimals)


def read_ofx_pence(text: str) -> int:
    """Pence from an OFX amount, whose decimal mark is a point or a comma (the OFX specification says so).

    Trailing zeros beyond pence are dropped ("-1500.0000"); other fractions of a penny raise UnreadableError.
    """
    text = text.strip()
    if text[-3:-2] == "." and len(text) < _MOST_FIGURES:
        return read_pence(text)
    if match := _COMMA(text) or _PADDED(text):
        return _join(match[1], match[2], match[3])
    return read_pence(text)


def write_pounds(pence: int) -> str:
    """Pounds and pence with a point and no £: -123456 is "-1234.56"."""
    pounds, rest = divmod(abs(pence), 100)
    return f"{'-' if pence < 0 else ''}{pounds}.{rest:02d}"


def _read_dressed(text: str) -> int:
    bare = "".join(text.split())  # banks put spaces and no-break spaces around and inside sums
    match = _UK(bare)
    if match is None or (match[1] and match[2]):
        raise UnreadableError(_why_not(text, bare))
    return _join(match[1] or match[2], match[3].replace(",", ""), match[4])


def _join(sign: str, pounds: str, decimals: str | None) -> int:
    pence = int(pounds) * 100
    if decimals:
        pence += int(decimals) * (10 if len(decimals) == 1 else 1)
    return -pence if sign == "-" else pence


def _why_not(text: str, bare: str) -> str:
    if not bare:
        return "The amount is empty."
    if _COMMA(bare.replace("£", "")):
        return f"The amount “{clip(text)}” has a comma where a point is expected before the pence."
    return f"The amount “{clip(text)}” is not a sum of money in pounds and pence."


def clip(text: str, most: int = 60) -> str:
    """Text short enough to stand inside a sentence."""
    text = " ".join(text[: most * 4].split())
    return text if len(text) <= most else text[: most - 1] + "…"
