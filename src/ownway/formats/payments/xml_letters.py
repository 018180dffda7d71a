"""Which alphabet an XML file says it is written in, before a parser is let near it."""

import re

_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"'>]*)""")


def declared_encoding(begins: bytes) -> bytes:
    """The name in small letters, from the bytes that a file begins with; b"" where it says none, which means UTF-8."""
    declared = _ENCODING.match(begins.lstrip(b"\xef\xbb\xbf \r\n\t"))
    return declared[1].lower() if declared else b""
