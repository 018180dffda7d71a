"""Where what is read of a file stands alone against its entry in EXPECTED.json, one function for each kind of entry."""

from collections.abc import Iterator
from decimal import Decimal

Different = tuple[str, object, object]


def find_differences(told: dict, wanted: dict) -> Iterator[Different]:
    """(name, what is told, what is expected) for each figure of EXPECTED that is told otherwise."""
    if told["format"] != wanted["format"]:
        yield "format", told["format"], wanted["format"]
    yield from _BY_FORMAT[wanted["format"]](told, wanted)


def _of_csv(told, wanted):
    for name in ("transaction_count", "reconciles", "running_balance_breaks_at_row", "row_order"):
        if name in wanted and told[name] != wanted[name]:
            yield name, told[name], wanted[name]
    for name in ("sum", "opening_balance", "closing_balance"):
        if name in wanted and money(told[name]) != money(wanted[name]):
            yield name, told[name], wanted[name]


def _of_ofx(told, wanted):
    statements = told.get("statements") or ([told] if told["outcome"] != "refused" else [])
    for oracle in ("ofxparse_0_21", "ofxtools"):
        if oracle not in wanted:
            continue  # it failed on this file
        if len(statements) != len(wanted[oracle]):
            yield "statements", len(statements), len(wanted[oracle])
            continue
        for ours, theirs in zip(statements, wanted[oracle], strict=True):
            pairs = {
                "account": (ours["account"], theirs["account_id"]),
                "currency": (ours["currency"], theirs["currency"].upper()),
                "transaction_count": (ours["transaction_count"], theirs["transaction_count"]),
                "sum": (money(ours["sum"]), money(theirs["sum"])),
            }
            if theirs["ledger_balance"]:  # ofxtools was not asked for it
                pairs["closing_balance"] = money(ours["closing_balance"]), money(theirs["ledger_balance"])
            yield from _unlike(pairs)


def _of_mt940(told, wanted):
    statements = told.get("statements", [])
    if len(statements) != len(wanted["messages"]):
        yield "messages", len(statements), len(wanted["messages"])
        return
    for ours, theirs in zip(statements, wanted["messages"], strict=True):
        pairs = {
            "account": (ours["account"] or None, (theirs["account"] or "").strip() or None),
            "transaction_count": (ours["transaction_count"], theirs["lines_61"]),
            "sum": (money(ours["sum"]), money(theirs["sum_61"])),
        }
        if theirs["opening_60"]:
            pairs["opening_balance"] = money(ours["opening_balance"]), _swift(theirs["opening_60"][0])
        if theirs["closing_62"]:
            pairs["closing_balance"] = money(ours["closing_balance"]), _swift(theirs["closing_62"][-1])
        if "reconciles" in theirs:
            pairs["reconciles"] = ours["reconciles"], theirs["reconciles"]
        yield from _unlike(pairs)


def _of_camt(told, wanted):
    for ours, theirs in zip(told["statements"], wanted["statements"], strict=True):
        balances = {balance["type"]: balance for balance in theirs["balances"]}
        pairs = {
            "id": (ours["id"], theirs["id"]),
            "account": (ours["account"], theirs["account"]),
            "transaction_count": (ours["transaction_count"], theirs["entry_count"]),
            "sum": (money(ours["sum"]), money(theirs["entry_sum"])),
        }
        for kind, name in (("OPBD", "opening_balance"), ("CLBD", "closing_balance")):
            if kind in balances:
                pairs[name] = money(ours[name]), money(balances[kind]["amount"])
        if "reconciles" in theirs:
            pairs["reconciles"] = ours["reconciles"], theirs["reconciles"]
        yield from _unlike(pairs)


def _of_qif(told, wanted):
    statements = told.get("statements") or [told]
    count = sum(each["transaction_count"] for each in statements)
    total = sum(money(each["sum"]) for each in statements)
    yield from _unlike({"transaction_count": (count, wanted["bank_records"]), "sum": (total, money(wanted["sum"]))})


def _of_no_statement(told, _wanted):
    if told["transaction_count"]:
        yield "transaction_count", told["transaction_count"], 0


def _unlike(pairs):
    for name, (ours, theirs) in pairs.items():
        if ours != theirs:
            yield name, ours, theirs


def money(text: str | None) -> Decimal | None:
    """A decimal string as a number, for comparing "-10" with "-10.00"."""
    return None if text is None else Decimal(text)


def _swift(balance: dict) -> Decimal:
    amount = Decimal(balance["amount"].replace(",", ".").rstrip("."))
    return -amount if balance["mark"] == "D" else amount


_BY_FORMAT = {
    "CSV": _of_csv,
    "Santander TXT": _of_csv,
    "OFX": _of_ofx,
    "MT940/MT942": _of_mt940,
    "camt": _of_camt,
    "QIF": _of_qif,
    "journal CSV (not a statement)": _of_no_statement,
}
