"""Where in the values of an entry each thing stands: worked out once for all entries that are made alike."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ownway.formats.statements.camt.tree import DETAIL

_MOST_PLANS = 500
_LONGEST_KEPT = 200


@dataclass(slots=True)
class DetailPlan:
    """Places of the values of one payment inside an entry (TxDtls); -1, the empty value, where there is none."""

    end_to_end: int = -1
    instruction: int = -1
    transaction: int = -1
    bank_reference: int = -1
    amount: int = -1
    currency: int = -1
    sign: int = -1
    inner_amount: int = -1
    inner_currency: int = -1
    debtor: int = -1
    creditor: int = -1
    last_debtor: int = -1
    last_creditor: int = -1
    debtor_account: int = -1
    creditor_account: int = -1
    return_code: int = -1
    remittance: list[int] = field(default_factory=list)
    references: list[int] = field(default_factory=list)
    return_words: list[int] = field(default_factory=list)
    charges: list[int] = field(default_factory=list)
    charges_in_all: int = -1


NO_DETAIL = DetailPlan()


class Side(NamedTuple):
    """Places of the name of one side of a payment and of the other words about it, for entries of at most one payment."""

    payee: int
    words: tuple[int, ...]


NO_SIDE = Side(-1, ())


class Plain(NamedTuple):
    """Places of what makes the line of an entry that is one payment, not returned, not a reversal and without charges: nearly all."""

    sign: int
    amount: int
    day: int
    bank_reference: int
    end_to_end: int
    from_debtor: Side
    to_creditor: Side


@dataclass(slots=True)
class Plan:
    """Places of the values of an entry. `fault`: why entries made so are not read, "" if they are.

    `debtor_side` and `creditor_side`: the words of the line when the other side is the one or the other. `plain`: for
    entries of the plainest kind, None for others. `codes_seen`: the codes of movements as they were written out before.
    """

    amount: int = -1
    currency: int = -1
    sign: int = -1
    status: int = -1
    booked: int = -1
    valued: int = -1
    entry_reference: int = -1
    bank_reference: int = -1
    reversal: int = -1
    batch: int = -1
    bank_code: int = -1
    words: int = -1
    codes: list[int] = field(default_factory=list)
    charges: list[int] = field(default_factory=list)
    charges_in_all: int = -1
    details: list[DetailPlan] = field(default_factory=list)
    debtor_side: Side = NO_SIDE
    creditor_side: Side = NO_SIDE
    plain: Plain | None = None
    codes_seen: dict[tuple[str, ...], str] = field(default_factory=dict)
    fault: str = ""

    @property
    def day(self) -> int:
        """Place of the day of booking, else of the day of value."""
        return self.booked if self.booked >= 0 else self.valued

    @property
    def first(self) -> DetailPlan:
        """The only payment of an entry, or one without places."""
        return self.details[0] if self.details else NO_DETAIL


class _Field(NamedTuple):
    """Which field of a plan a path fills; `again`: what a second one of the same does."""

    name: str
    again: str = "leave"


_ENTRY = {
    "NtryRef": _Field("entry_reference"),
    "Amt": _Field("amount", "refuse"),
    "Amt@Ccy": _Field("currency", "refuse"),
    "CdtDbtInd": _Field("sign", "refuse"),
    "RvslInd": _Field("reversal", "refuse"),
    "Sts": _Field("status", "refuse"),
    "Sts/Cd": _Field("status", "refuse"),
    "Sts/Prtry": _Field("status", "refuse"),
    "BookgDt/Dt": _Field("booked", "refuse"),
    "BookgDt/DtTm": _Field("booked", "refuse"),
    "ValDt/Dt": _Field("valued", "refuse"),
    "ValDt/DtTm": _Field("valued", "refuse"),
    "AcctSvcrRef": _Field("bank_reference"),
    "BkTxCd/Domn/Cd": _Field("codes", "add"),
    "BkTxCd/Domn/Fmly/Cd": _Field("codes", "add"),
    "BkTxCd/Domn/Fmly/SubFmlyCd": _Field("codes", "add"),
    "BkTxCd/Prtry/Cd": _Field("bank_code"),
    "Chrgs/TtlChrgsAndTaxAmt": _Field("charges_in_all"),
    "Chrgs/Amt": _Field("charges", "add"),
    "Chrgs/Rcrd/Amt": _Field("charges", "add"),
    "AddtlNtryInf": _Field("words"),
    "NtryDtls/Btch/NbOfTxs": _Field("batch"),
}
_DETAIL = {
    "Refs/EndToEndId": _Field("end_to_end"),
    "Refs/InstrId": _Field("instruction"),
    "Refs/TxId": _Field("transaction"),
    "Refs/AcctSvcrRef": _Field("bank_reference"),
    "Amt": _Field("amount", "refuse"),
    "Amt@Ccy": _Field("currency", "refuse"),
    "CdtDbtInd": _Field("sign", "refuse"),
    "AmtDtls/TxAmt/Amt": _Field("inner_amount", "refuse"),
    "AmtDtls/TxAmt/Amt@Ccy": _Field("inner_currency", "refuse"),
    "RltdPties/DbtrAcct/Id/IBAN": _Field("debtor_account"),
    "RltdPties/DbtrAcct/Id/Othr/Id": _Field("debtor_account"),
    "RltdPties/CdtrAcct/Id/IBAN": _Field("creditor_account"),
    "RltdPties/CdtrAcct/Id/Othr/Id": _Field("creditor_account"),
    "RmtInf/Ustrd": _Field("remittance", "add"),
    "RmtInf/Strd/AddtlRmtInf": _Field("remittance", "add"),
    "RmtInf/Strd/CdtrRefInf/Ref": _Field("references", "add"),
    "RmtInf/Strd/RfrdDocInf/Nb": _Field("references", "add"),
    "AddtlTxInf": _Field("remittance", "add"),
    "RtrInf/Rsn/Cd": _Field("return_code"),
    "RtrInf/Rsn/Prtry": _Field("return_code"),
    "RtrInf/AddtlInf": _Field("return_words", "add"),
    "Chrgs/TtlChrgsAndTaxAmt": _Field("charges_in_all"),
    "Chrgs/Amt": _Field("charges", "add"),
    "Chrgs/Rcrd/Amt": _Field("charges", "add"),
}
for _party, _name in (
    ("Dbtr", "debtor"),
    ("Cdtr", "creditor"),
    ("UltmtDbtr", "last_debtor"),
    ("UltmtCdtr", "last_creditor"),
):
    for _way in ("Nm", "Pty/Nm", "Agt/FinInstnId/Nm"):
        _DETAIL[f"RltdPties/{_party}/{_way}"] = _Field(_name)

_kept: dict[tuple[str, ...], Plan] = {}


def find_plan(paths: tuple[str, ...]) -> Plan:
    """The plan of entries with these paths; the last few hundred are remembered."""
    plan = _kept.get(paths)
    if plan is None:
        plan = make_plan(paths)
        if len(_kept) >= _MOST_PLANS:
            _kept.clear()
        if len(paths) < _LONGEST_KEPT:
            _kept[paths] = plan
    return plan


def make_plan(paths: Sequence[str]) -> Plan:
    """The plan of entries with these paths, which stand in the order of the file."""
    plan = Plan()
    start = len(DETAIL) + 1
    for at, path in enumerate(paths):
        if path == DETAIL:
            plan.details.append(DetailPlan())
        elif path.startswith(DETAIL):
            _fill(plan, plan.details[-1], _DETAIL.get(path[start:]), path, at)
        else:
            _fill(plan, plan, _ENTRY.get(path), path, at)
    detail = plan.first
    words = (*detail.remittance, *detail.references)
    last = () if plan.words < 0 else (plan.words,)
    back = () if detail.return_code < 0 else (detail.return_code, *detail.return_words)
    debtor = detail.debtor if detail.debtor >= 0 else detail.last_debtor
    creditor = detail.creditor if detail.creditor >= 0 else detail.last_creditor
    plan.debtor_side = Side(debtor, (*words, *back, *last))
    plan.creditor_side = Side(creditor, (*words, *back, *last))
    is_charged = bool(plan.charges or detail.charges) or plan.charges_in_all >= 0 or detail.charges_in_all >= 0
    is_back = plan.reversal >= 0 or detail.return_code >= 0
    if not plan.fault and len(plan.details) < 2 and not is_charged and not is_back:
        reference = plan.bank_reference if plan.bank_reference >= 0 else detail.bank_reference
        sides = plan.debtor_side, plan.creditor_side
        plan.plain = Plain(plan.sign, plan.amount, plan.day, reference, detail.end_to_end, *sides)
    return plan


def _fill(plan: Plan, into: Plan | DetailPlan, found: _Field | None, path: str, at: int) -> None:
    if found is None:
        return
    if found.again == "add":
        getattr(into, found.name).append(at)
    elif getattr(into, found.name) < 0:
        setattr(into, found.name, at)
    elif found.again == "refuse":
        plan.fault = f"The entry has {path.partition('@')[0]} twice, so we cannot tell which is right."
