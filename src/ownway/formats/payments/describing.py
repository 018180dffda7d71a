"""What was found in a payment file, as plain data for a program and in words for a person."""

from datetime import date

from ownway.formats.payments.report import FileReport, write_total
from ownway.formats.payments.values import Problem

Row = dict[str, str | None]
Plain = str | int | None | list[str] | list[Row]


def describe(report: FileReport) -> dict[str, Plain]:
    """A report as plain data, fit for JSON. Sums are text with two decimals; days are ISO; accounts are masked."""
    return {
        "level": report.level or "ok",
        "format": report.kind,
        "message_id": report.message_id,
        "payment_count": report.payments,
        "sum": write_total(report.total),
        "nb_of_txs": report.declared_payments or None,
        "control_sum": report.declared_total or None,
        "currencies": list(report.currencies),
        "pay_on": [day.isoformat() for day in report.pay_on],
        "debit_accounts": list(report.debtors),
        "problems": [_as_data(report, problem) for problem in report.problems],
        "notes": list(report.notes),
    }


def figures(report: FileReport) -> list[tuple[str, str]]:
    """What a file is and holds, as a name and a value each; only what it says or was found."""
    said = "" if not report.declared_total else f"{report.declared_total} in {report.declared_payments} payments"
    named = (
        ("Kind", report.kind),
        ("Number", report.message_id),
        ("Payments", f"{report.payments:,}" if report.kind else ""),
        ("They come to", f"{write_total(report.total)} {' '.join(report.currencies)}" if report.total else ""),
        ("It says", said),
        ("Day to pay", ", ".join(day.isoformat() for day in report.pay_on)),
        ("Out of account", ", ".join(report.debtors)),
    )
    return [(name, value) for name, value in named if value]


def verdict(report: FileReport) -> str:
    """One sentence."""
    if report.level == "error":
        return "Do not send this file."
    if report.level == "warning":
        return "This file can be sent. Look at the warnings first."
    return "Nothing is wrong with this file."


def days_that_passed(report: FileReport, *, today: date) -> str:
    """A note about days to pay before today; empty when there is none."""
    passed = [day.isoformat() for day in report.pay_on if day < today]
    if not passed:
        return ""
    return f"The day to pay is over ({', '.join(passed)}). A bank would pay on its next working day, or not at all."


def place_of(report: FileReport, problem: Problem) -> str:
    """Where a problem is, as the schema names it: "GrpHdr/CtrlSum", "PmtInf[1]/ReqdExctnDt", "payment 2 Cdtr/Nm"."""
    if problem.field == "/" or not report.kind.startswith("pain."):
        return "/" if problem.field == "/" else f"{problem.where} {problem.field}"
    if problem.where == "the file":
        return f"GrpHdr/{problem.field}"
    if problem.where.startswith("batch "):
        return f"PmtInf[{problem.where.removeprefix('batch ')}]/{problem.field}"
    return f"{problem.where} {problem.field}"


def _as_data(report: FileReport, problem: Problem) -> Row:
    return {
        "place": problem.where,
        "reason": problem.message,
        "level": problem.level,
        "iso_reason_code": problem.code,
        "where": place_of(report, problem),
    }
