"""The header of a page of a list: made for a page that is written, and held against a page that was read."""

from collections.abc import Mapping
from dataclasses import dataclass

from ownway.formats.directories.json_text import Plain, join
from ownway.formats.directories.problems import Problems

NUMBERS = ("total_items", "total_pages", "page_number", "size")
ANSWERS = ("first_page", "last_page", "empty")
CONTENTS = "contents"
HEADER = (*NUMBERS, *ANSWERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHeader:
    """What a page says of itself. `size` is how many records it holds, pages count from 1; None was not said."""

    total_items: int | None = None
    total_pages: int | None = None
    page_number: int | None = None
    size: int | None = None
    first_page: bool | None = None
    last_page: bool | None = None
    empty: bool | None = None


def page_header(*, total_items: int, page_number: int, per_page: int) -> PageHeader:
    """The header of one page of a list of so many records. ValueError when there is no such page."""
    if total_items < 0 or per_page < 1:
        raise ValueError("A list holds no fewer than 0 records, and a page no fewer than 1")
    total_pages = max(1, -(-total_items // per_page))
    if not 1 <= page_number <= total_pages:
        raise ValueError(f"There are {total_pages} pages, and no page {page_number}")
    size = min(per_page, total_items - (page_number - 1) * per_page)
    return PageHeader(
        total_items=total_items,
        total_pages=total_pages,
        page_number=page_number,
        size=size,
        first_page=page_number == 1,
        last_page=page_number == total_pages,
        empty=size == 0,
    )


def write_header(header: PageHeader) -> dict[str, Plain]:
    """The header as attributes of a page; what is None is left out."""
    values = {name: getattr(header, name) for name in HEADER}
    return {name: value for name, value in values.items() if value is not None}


def read_header(data: Mapping[str, Plain], *, held: int, place: str, problems: Problems) -> PageHeader:
    """The header of a page that holds so many records. What is missing or does not fit is for a person to look at."""
    said: dict[str, Plain] = {}
    for name in HEADER:
        value = data.get(name)
        sort = bool if name in ANSWERS else int
        if type(value) is sort:
            said[name] = value
        elif name not in data:
            problems.look(place, f"The page does not say “{name}”.")
        else:
            wanted = "true or false" if sort is bool else "a whole number"
            problems.look(join(place, name), f"It should be {wanted}.", value)
    header = PageHeader(**said)
    for name, reason in _disagreements(header, held):
        problems.look(join(place, name), reason, getattr(header, name))
    return header


def _disagreements(header: PageHeader, held: int) -> list[tuple[str, str]]:
    """Each attribute that does not fit the page or the rest of the header, and why."""
    items, pages, number, size = header.total_items, header.total_pages, header.page_number, header.size
    found: list[tuple[str, str]] = []
    if size is not None and size != held:
        found.append(("size", f"The page says that it holds {size:,}, and it holds {held:,}."))
    if items is not None and items < held:
        found.append(("total_items", f"The page says that there are {items:,} in all, and it holds {held:,}."))
    if pages is not None and number is not None and not 1 <= number <= max(pages, 1):
        found.append(("page_number", f"There are {pages:,} pages, counted from 1, and this is page {number:,}."))
    if items is not None and pages == 1 and size is not None and items > size:
        found.append(("total_pages", f"One page of {size:,} cannot hold all {items:,}."))
    if number is not None and header.first_page is not None and header.first_page != (number == 1):
        found.append(("first_page", f"This is page {number:,}."))
    ends = number >= pages if number is not None and pages is not None else None
    if ends is not None and header.last_page is not None and header.last_page != ends:
        found.append(("last_page", f"This is page {number:,} of {pages:,}."))
    if header.empty is not None and header.empty != (held == 0):
        found.append(("empty", f"The page holds {held:,}."))
    return found
