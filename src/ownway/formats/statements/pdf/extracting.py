"""The program that takes words and rules out of a PDF, run as a process of its own so that it can be stopped.

PDF bytes on standard input, JSON lines on standard output: one for each page, then {"end": true}, or {"refused": why}.
It imports nothing of ours. Before it looks at a byte it binds itself to a share of memory and processor time: a hostile
PDF can ask a reader for gigabytes or for ever in a few hundred bytes, and a thread that does so cannot be stopped.
"""

import io
import json
import logging
import sys
from contextlib import suppress
from typing import Any

MOST_PAGES = 200
MOST_WORDS_ON_A_PAGE = 5_000
MOST_WORDS = 100_000
MOST_RULES_ON_A_PAGE = 4_000
MOST_CHARACTERS_IN_A_WORD = 200
FARTHEST = 20_000.0
MEMORY_BYTES = 1_000_000_000
SECONDS_A_PAGE = 5
SECONDS = 45
_REFUSALS = {"memory": {"MemoryError"}, "password": {"PDFPasswordIncorrect", "PDFEncryptionError"}}
_WORD_GAP = 0.15
"""How wide a gap between two letters parts words, as a share of the letters' size: a space is about a quarter."""


def bind(seconds: int) -> None:
    """Bind this process to the memory above and to `seconds` more of processor time; where it cannot be, the parent waits."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        usage = resource.getrusage(resource.RUSAGE_SELF)
        used = int(usage.ru_utime + usage.ru_stime)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (min(used + seconds, SECONDS), SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def write(data: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(data, separators=(",", ":")) + "\n")


def extract(data: bytes) -> None:
    """Write the pages of a PDF; raises whatever the PDF reader raises."""
    import pdfplumber

    count = 0
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            if number > MOST_PAGES:
                return write({"refused": "pages"})
            bind(SECONDS_A_PAGE)
            found = read_page(page, number)
            count += len(found["words"])
            if len(found["words"]) > MOST_WORDS_ON_A_PAGE or count > MOST_WORDS:
                return write({"refused": "words"})
            write(found)
            page.close()
    return write({"end": True})


def read_page(page: Any, number: int) -> dict[str, Any]:
    """The upright words of a page with their places in points from its top left, and its straight rules."""
    printed = page.dedupe_chars() if prints_twice(page.chars) else page
    words = printed.extract_words(x_tolerance_ratio=_WORD_GAP, extra_attrs=["upright"])
    edges = page.edges if len(page.lines) + len(page.rects) <= MOST_RULES_ON_A_PAGE else []
    return {
        "page": number,
        "pictures": len(page.images),
        "words": [
            [word["text"][:MOST_CHARACTERS_IN_A_WORD], *places]
            for word in words
            if word["upright"] and (places := _places(word)) and places[2] < places[3]
        ],
        "rules": [[edge["orientation"], *places] for edge in edges if (places := _places(edge))],
    }


def prints_twice(chars: list[dict[str, Any]]) -> bool:
    """Whether letters stand on themselves: some programs print a text twice to make it bold."""
    places = {(char["text"], round(char["x0"]), round(char["top"])) for char in chars}
    return len(chars) - len(places) > max(5, len(chars) // 50)


def _places(thing: dict[str, Any]) -> list[float]:
    """Left, right, top and bottom; nothing for what stands miles off the page or nowhere, as damaged files have it."""
    places = [float(thing[name]) for name in ("x0", "x1", "top", "bottom")]
    return [round(place, 1) for place in places] if all(-FARTHEST < place < FARTHEST for place in places) else []


def main() -> None:
    bind(SECONDS_A_PAGE * 2)  # opening the file counts as two pages
    logging.disable()
    sys.setrecursionlimit(1_000)
    try:
        extract(sys.stdin.buffer.read())
    except BaseException as error:  # a hostile file may make the PDF reader raise anything, often inside something else
        names = {type(error).__name__, *(type(part).__name__ for part in error.args)}
        why = [word for word, known in _REFUSALS.items() if names & known]
        write({"refused": (*why, "broken")[0]})


if __name__ == "__main__":
    main()
