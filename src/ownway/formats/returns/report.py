"""What was found in a return, in words for a person and as plain data for a program."""

from collections.abc import Iterator
from typing import Any

from ownway.formats.returns.fields import COLUMNS
from ownway.formats.returns.found import REFUSED, WHOLE, Return
from ownway.rules.self_directed_support import SelfDirected, Share

FORMAT = "Client level data, Release 2"


def describe(found: Return) -> dict[str, Any]:
    """A return as plain data, fit for JSON. Percentages are text with one decimal; days are ISO."""
    return {
        "outcome": found.outcome,
        "format": FORMAT,
        "row_count": found.rows,
        "period_start": found.period_start_on.isoformat() if found.period_start_on else None,
        "period_end": found.period_end_on.isoformat() if found.period_end_on else None,
        "events": dict(sorted(found.events.items())),
        "checks": {
            column: {str(code): many for code, many in sorted(codes.items())} for column, codes in found.checks.items()
        },
        **_measures(found),
        "problem_count": found.count,
        "problems": _problems(found),
    }


def describe_in_words(found: Return) -> list[str]:
    """The same for a person, a sentence or a figure on each line."""
    if found.outcome == REFUSED:
        return ["Nothing was read from this file.", found.refusal]
    lines = [f"{found.rows:,} rows were read of the period {found.period_start_on} to {found.period_end_on}."]
    lines += [f"{event}: {many:,}" for event, many in sorted(found.events.items())]
    for words, measured in (("clients at home", found.clients), ("unpaid carers", found.carers)):
        lines += _shares_in_words(words, measured)
    if found.outcome == WHOLE:
        return [*lines, "No cell failed a check."]
    lines.append(f"{found.count:,} things to put right. By column:")
    lines += [f"  {column}: {many:,}" for column in COLUMNS if (many := _failed(found, column))]
    lines += [
        f"Line {one.place}, {one.column or 'the row'} ({one.code}): {one.reason}{f' “{one.text}”' if one.text else ''}"
        for one in found.findings
    ]
    more = found.count - len(found.findings)
    return [*lines, f"And {more:,} more."] if more else lines


def _failed(found: Return, column: str) -> int:
    return sum(many for code, many in found.checks.get(column, {}).items() if code < 0)


def _problems(found: Return) -> list[dict[str, Any]]:
    if found.refusal:
        return [{"place": 0, "column": "", "code": None, "reason": found.refusal, "text": ""}]
    return [one._asdict() for one in found.findings]


def _measures(found: Return) -> dict[str, Any]:
    measured: dict[str, Any] = {}
    for part, one in (("a", found.clients), ("b", found.carers)):
        if one is not None:
            bands = {name: (own, paid) for name, own, paid in one.bands}
            measured[f"ascof_3D_1{part}"] = _share(one.self_directed) | {
                name: _share(both[0]) for name, both in bands.items()
            }
            measured[f"ascof_3D_2{part}"] = _share(one.direct_payment) | {
                name: _share(both[1]) for name, both in bands.items()
            }
    return measured


def _share(share: Share) -> dict[str, Any]:
    return {"numerator": share.numerator, "denominator": share.denominator, "percent": _percent(share)}


def _percent(share: Share) -> str | None:
    return None if share.tenths is None else f"{share.tenths // 10}.{share.tenths % 10}"


def _shares_in_words(words: str, one: SelfDirected | None) -> Iterator[str]:
    if one is None:
        return
    if not one.self_directed.denominator:
        yield f"ASCOF 3D: there are no {words} to count."
        return
    for what, share in (
        ("who direct their own support", one.self_directed),
        ("with a direct payment", one.direct_payment),
    ):
        yield f"ASCOF 3D, {words} {what}: {share.numerator:,} of {share.denominator:,}, {_percent(share)}%"
