"""A load file read back in its layout: every load, and every place where the file does not hold together."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import BinaryIO

from ownway.formats.payments.findings import Findings
from ownway.formats.payments.prepaid_load.cells import CellRefused, read_cell
from ownway.formats.payments.prepaid_load.layout import Cell, Layout
from ownway.formats.payments.prepaid_load.values import Load
from ownway.formats.payments.report import FileReport
from ownway.formats.payments.values import Problem

_LONGEST_LINE = 20_000
_Values = dict[str, str | int | date]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLoads:
    """A file as read. With `problems` it must not be sent; what could be read is there all the same."""

    loads: tuple[Load, ...]
    file_number: int | None
    made_on: date | None
    load_on: date | None
    problems: tuple[Problem, ...]

    @property
    def total_pence(self) -> int:
        """What the loads come to."""
        return sum(load.amount_pence for load in self.loads)


def read(data: bytes | BinaryIO, *, layout: Layout) -> ReadLoads:
    """Read a load file in a layout, and hold its lines, count and sum to each other. A bad file never raises."""
    reader = _Reader(layout)
    loads = tuple(reader.loads(io.BytesIO(data) if isinstance(data, bytes) else data))
    known = reader.known
    number, made_on, load_on = known.get("file_number"), known.get("made_on"), known.get("load_on")
    return ReadLoads(
        loads=loads,
        file_number=number if isinstance(number, int) else None,
        made_on=made_on if isinstance(made_on, date) else None,
        load_on=load_on if isinstance(load_on, date) else None,
        problems=reader.found.all(),
    )


def examine(file: BinaryIO, *, layout: Layout) -> FileReport:
    """What a load file holds and what is wrong with it; nothing of it is kept."""
    reader = _Reader(layout)
    payments = total = 0
    for load in reader.loads(file):
        payments += 1
        total += load.amount_pence
    known = reader.known
    declared, load_on = known.get("sum"), known.get("load_on")
    return FileReport(
        kind=f"Prepaid load ({layout.name})",
        message_id=str(known.get("file_number", "")),
        payments=payments,
        total=Decimal(total).scaleb(-2),
        declared_payments=str(known.get("count", "")),
        declared_total=str(Decimal(declared).scaleb(-2)) if isinstance(declared, int) else "",
        currencies=("GBP",),
        pay_on=(load_on,) if isinstance(load_on, date) else (),
        problems=reader.found.all(),
    )


class _Reader:
    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.found = Findings()
        self.known: _Values = {}
        """What the lines say of the whole file: count, sum, number and days."""
        self._seen: set[str] = set()

    def loads(self, file: BinaryIO) -> Iterator[Load]:
        """Each load that can be read."""
        count = total = number = 0
        awaits_titles = self.layout.titles
        for number, line in enumerate(_lines(file), start=1):
            where = f"line {number}"
            part = self._part_of(line, number)
            if part is None and awaits_titles:
                awaits_titles = False
                self._titles(line, where)
                continue
            if "trailer" in self._seen:
                self._say(where, "trailer", "Something follows the last line of the file.")
            cells = self.layout.columns if part is None else getattr(self.layout, part)
            values = self._values(line, cells, where)
            self._seen.add(part or "load")
            if values is None:
                continue
            if part is None:
                count += 1
                load = _load(values)
                total += load.amount_pence
                self._row(values.pop("row", count), count, where)
                yield load
            self._learn(values, where)
        self._close(count, total)

    def _part_of(self, line: str, number: int) -> str | None:
        """Whether a line is the header or the trailer, by the text it begins with; None for a load."""
        for part in ("header", "trailer"):
            cells: tuple[Cell, ...] = getattr(self.layout, part)
            if cells and (part == "trailer" or number == 1):
                first = self._cut(line, cells)
                if first and first[0].strip(" ") == cells[0].text:
                    return part
        return None

    def _cut(self, line: str, cells: tuple[Cell, ...]) -> list[str]:
        if self.layout.delimiter:
            return line.split(self.layout.delimiter)
        texts, start = [], 0
        for cell in cells:
            texts.append(line[start : start + cell.width])
            start += cell.width
        return [*texts, line[start:]] if line[start:] or len(line) < start else texts

    def _values(self, line: str, cells: tuple[Cell, ...], where: str) -> _Values | None:
        texts = self._cut(line, cells)
        if len(texts) != len(cells):
            has = f"{len(texts)} cells" if self.layout.delimiter else f"{len(line)} characters"
            self._say(where, "cells", f"The line has {has}, which is not what the layout says.")
            return None
        values: _Values = {}
        for cell, text in zip(cells, texts, strict=True):
            try:
                value = read_cell(cell, text)
            except CellRefused as refusal:
                self._say(where, cell.title or cell.holds, str(refusal))
                return None
            if cell.holds != "text":
                values[cell.holds] = value
            elif value != cell.text.strip(" "):
                self._say(where, cell.title or "text", f"“{value}” stands where “{cell.text}” should.")
        return values

    def _titles(self, line: str, where: str) -> None:
        texts = [text.strip(" ") for text in self._cut(line, self.layout.columns)]
        titles = [cell.title or cell.holds for cell in self.layout.columns]
        if not self.layout.delimiter:
            titles = [title[: cell.width].strip(" ") for title, cell in zip(titles, self.layout.columns, strict=True)]
        if texts != titles:
            self._say(where, "titles", "The titles of the columns are not those of the layout.")

    def _row(self, said: str | int | date, count: int, where: str) -> None:
        if said != count:
            self._say(where, "row", f"The line says that it is load {said}, but it is load {count}.")

    def _learn(self, values: _Values, where: str) -> None:
        for name in ("count", "sum", "file_number", "made_on", "load_on"):
            if name in values and self.known.setdefault(name, values[name]) != values[name]:
                self._say(where, name, f"It says {values[name]}, and an earlier line says {self.known[name]}.")

    def _close(self, count: int, total: int) -> None:
        for part in ("header", "trailer"):
            if getattr(self.layout, part) and part not in self._seen:
                self._say("the file", part, f"The {part} is missing.")
        for name, counted in (("count", count), ("sum", total)):
            if name in self.known and self.known[name] != counted:
                self._say("the file", name, f"It says {self.known[name]}, but its loads come to {counted}.")
        if "load" not in self._seen:
            self._say("the file", "loads", "There is nothing to load in this file.")

    def _say(self, where: str, field: str, message: str) -> None:
        self.found.add(Problem(where=where, field=field, message=message))


def _load(values: _Values) -> Load:
    amount = values["amount"]
    return Load(
        str(values["card"]),
        str(values.get("name", "")),
        amount if isinstance(amount, int) else 0,
        str(values.get("reference", "")),
    )


def _lines(file: BinaryIO) -> Iterator[str]:
    while line := file.readline(_LONGEST_LINE):
        yield line.decode("ascii", "replace").rstrip("\r\n")
