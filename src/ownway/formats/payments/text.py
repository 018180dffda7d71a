"""Names and references in the letters that banks take; what the person typed is kept elsewhere, unchanged.

ISO 20022 payments between UK banks take unaccented Latin letters, digits and / - ? : ( ) . , ' + & and space.
Bacs takes capital letters, digits and . & / - and space; anything else becomes a space.
"""

import re
import unicodedata

NAME_LIMIT = 70
BACS_LIMIT = 18

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9\-.,& ]*")
_PLAIN_BACS = re.compile(r"[A-Z0-9][A-Z0-9.&/\- ]*")
_NOT_FOR_BANKS = re.compile(r"[^A-Za-z0-9/\-?:().,'+&]+|/{2,}")
_NOT_FOR_BACS = re.compile(r"[^A-Z0-9.&/\-]+")
_NOT_A_START = re.compile(r"^[^A-Za-z0-9]+")
# Letters that do not come apart into a plain letter and an accent.
_SPELT_OUT = str.maketrans(
    {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
    | {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H", "ŋ": "ng"}
    | {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u02bb": "'"}
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)


def for_bank(text: str, *, limit: int = NAME_LIMIT) -> str:
    """`text` in the letters of ISO 20022 payments, cut to `limit`; empty when none of its letters can be written.

    It always starts with a letter or digit, so that neither a bank nor a spreadsheet reads it as a command.
    """
    if not _PLAIN.fullmatch(text) or "  " in text:
        text = _tidy(_NOT_FOR_BANKS.sub(" ", _unaccented(text)))
    return text[:limit].rstrip()


def for_bacs(text: str, *, limit: int = BACS_LIMIT) -> str:
    """`text` in the capital letters of Bacs Standard 18, cut to `limit`; empty when none can be written."""
    if not _PLAIN_BACS.fullmatch(text) or "  " in text:
        text = _tidy(_NOT_FOR_BACS.sub(" ", _unaccented(text).upper()))
    return text[:limit].rstrip()


def letters_lost(text: str) -> str:
    """The letters of `text` that no bank file can carry (another alphabet's, say); emoji and signs do not count."""
    if text.isascii():
        return ""
    return "".join(character for character in _unaccented(text) if not character.isascii() and character.isalpha())


def _tidy(text: str) -> str:
    return _NOT_A_START.sub("", " ".join(text.split()))


def _unaccented(text: str) -> str:
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(_SPELT_OUT))
    return "".join(character for character in apart if not unicodedata.combining(character))
