"""Small and large damage to the bytes of a file: what post, programs and people do to files, and what attackers do."""

import random
import re

MOST_BYTES = 1_000_000
_NUMBERS = re.compile(rb"[0-9]+")
TOKENS = (
    *(
        b"",
        b"\0",
        b"\r",
        b"\n",
        b"\r\n",
        b" ",
        b"\t",
        b",",
        b";",
        b'"',
        b"'",
        b"<",
        b">",
        b"&",
        b"&#0;",
        b"&amp;",
        b"-",
        b"+",
    ),
    *(b"0", b"1", b"-1", b"00", b"9" * 40, b"1e999", b"NaN", b"0.001", b"1,5", b"\xc2\xa312.00", b"99999999999999.99"),
    *(b"30/02/2026", b"2026-02-30", b"0000-00-00", b"9999-12-31", b"2026-09-07", b"10000101", b"31/12/99"),
    *(
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xa3",
        b"\x80",
        b"\xed\xa0\x80",
        b"\xf0\x9f\x98\x80",
        b"\xc2\xa0",
        b"\xd9\xa3",
    ),
    *(b"=cmd|' /C calc'!A0", b"../../etc/passwd", b"\x1b[31m", b"%s%n", b"{", b"}", b"[", b"]", b"null", b"true"),
)
XML = (
    *(
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"<!ENTITY b 'c'>",
        b"&b;",
        b"<![CDATA[",
        b"]]>",
        b"<!--",
        b"-->",
        b"<?xml?>",
        b"/>",
    ),
    *(b"</Document>", b"<a>", b"</a>", b"<a/>", b' xmlns="urn:x"', b' Ccy="JPY"', b"<Amt>", b"<a:b>", b"\xe2\x80\xae"),
)


def mutate(chance: random.Random, data: bytes, *, seeds: list[bytes], tokens: tuple[bytes, ...]) -> bytes:
    """The bytes with one to eight changes, each anywhere; now and then one that makes the file large."""
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        data = chance.choice(_WAYS)(chance, data, seeds, tokens)
    if chance.random() < 0.03:
        data = _swell(chance, data)
    return data[:MOST_BYTES]


def _span(chance: random.Random, data: bytes) -> tuple[int, int]:
    """Where a stretch begins and ends: mostly short, sometimes as long as the file."""
    start = chance.randrange(len(data) + 1)
    longest = chance.choice((1, 4, 16, 64, 1_024, len(data)))
    return start, min(len(data), start + chance.randint(0, longest))


def _flip(chance, data, seeds, tokens):
    if not data:
        return b"\0"
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _cut(chance, data, seeds, tokens):
    start, end = _span(chance, data)
    return data[:start] + data[end:]


def _cut_short(chance, data, seeds, tokens):
    return data[: chance.randrange(len(data) + 1)]


def _repeat(chance, data, seeds, tokens):
    start, end = _span(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 10)) + data[end:]


def _swap(chance, data, seeds, tokens):
    (a, b), (c, d) = sorted((_span(chance, data), _span(chance, data)))
    c, d = max(b, c), max(b, d)
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def _splice(chance, data, seeds, tokens):
    other = chance.choice(seeds)
    start, end = _span(chance, other)
    at, until = _span(chance, data)
    return data[:at] + other[start:end] + data[chance.choice((at, until)) :]


def _put_token(chance, data, seeds, tokens):
    at, until = _span(chance, data)
    return data[:at] + chance.choice(tokens) + data[chance.choice((at, at, until)) :]


def _change_number(chance, data, seeds, tokens):
    found = list(_NUMBERS.finditer(data[:20_000]))
    if not found:
        return data + b"0"
    one = chance.choice(found)
    new = chance.choice(
        (b"0", b"", b"%d" % (int(one[0][:18]) + chance.choice((-1, 1))), b"9" * len(one[0]), one[0] + b"0")
    )
    return data[: one.start()] + new + data[one.end() :]


def _change_all(chance, data, seeds, tokens):
    """One byte for another wherever it stands: line ends, separators, letters."""
    if not data:
        return data
    return data.replace(bytes([chance.choice(data)]), chance.choice(tokens)[:4])


def _other_alphabet(chance, data, seeds, tokens):
    return data.decode("latin-1").encode(chance.choice(("utf-16", "utf-16-le", "utf-8", "utf-32")))


def _swell(chance: random.Random, data: bytes) -> bytes:
    """A stretch many times over, up to a megabyte: what takes a time that grows with its square shows itself here."""
    start, end = _span(chance, data)
    part = data[start:end] or b"<"
    return data[:start] + part * (chance.choice((20_000, 200_000, MOST_BYTES)) // len(part)) + data[end:]


_WAYS = (
    *(_flip, _cut, _cut, _cut_short, _repeat, _repeat, _swap, _splice, _splice, _put_token, _put_token, _put_token),
    *(_change_number, _change_number, _change_all, _other_alphabet),
)
