"""Why a bank sent a payment back or did not make it, in plain words, and what is done next.

The codes are those of ISO 20022 (external code sets of 2Q2026) and of the Bacs reports; the words are our own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ownway.formats.payments.echoes.values import Echo


class Step(StrEnum):
    """What somebody at the council does next. Nothing is done to the person's payments by itself."""

    CHECK_ACCOUNT = "check_account"
    GENTLY = "gently"
    OUR_FILE = "our_file"
    ASK_BANK = "ask_bank"
    NEW_ACCOUNT = "new_account"


STEPS: Mapping[Step, str] = {
    Step.CHECK_ACCOUNT: "Check the bank account with the person. Then pay it again.",
    Step.GENTLY: (
        "Banks can be wrong about this. Ask the social worker first, and let nobody write to the person or the family "
        "about money until you know. Their payments go on as they are until somebody decides."
    ),
    Step.OUR_FILE: "It is about our file, and not about the person. Put the file right, and pay it again.",
    Step.ASK_BANK: "Ask the bank what it means, and what to do.",
    Step.NEW_ACCOUNT: "Ask the person if this is their new account. If it is, change it here before the next payment.",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, for a worker (`words`) and for the person (`for_person`, empty when they are better told by somebody)."""

    words: str
    step: Step
    for_person: str = ""

    @property
    def next_words(self) -> str:
        """What to do next, as sentences."""
        return STEPS[self.step]


_CLOSED = Reason("The account is closed.", Step.CHECK_ACCOUNT, "The bank says that the account is closed.")
_UNKNOWN = Reason(
    "The bank has no account with this number.", Step.CHECK_ACCOUNT, "The bank could not find the account."
)
_NUMBER = Reason("The account number cannot be right.", Step.CHECK_ACCOUNT, "The account number was not right.")
_SORT_CODE = Reason("The sort code cannot be right.", Step.CHECK_ACCOUNT, "The sort code was not right.")
_BLOCKED = Reason("The account cannot take money now.", Step.CHECK_ACCOUNT, "The account could not take the money.")
_WRONG_KIND = Reason(
    "The account is of a kind that cannot take such payments.",
    Step.CHECK_ACCOUNT,
    "This kind of account cannot take the money.",
)
_MOVED = Reason("The account has moved to another bank.", Step.CHECK_ACCOUNT, "The account has moved to another bank.")
_NAME = Reason(
    "The name and the account do not belong together.", Step.CHECK_ACCOUNT, "The name did not fit the account."
)
_REFUSED = Reason("The account holder sent it back.", Step.CHECK_ACCOUNT, "It was sent back from the account.")
_DIED = Reason("The bank believes that the account holder has died.", Step.GENTLY)
_NO_MONEY = Reason("There was not enough money in the council’s account.", Step.OUR_FILE)
_TWICE = Reason("The bank thinks that it was sent twice.", Step.OUR_FILE)
_DAY = Reason("The day to pay was not one on which the bank could.", Step.OUR_FILE)
_AMOUNT = Reason("The amount was not one that the bank could pay.", Step.OUR_FILE)
_FORM = Reason("Something in our file was not as the bank needs it.", Step.OUR_FILE)
_COUNCIL = Reason("The bank could not take money from the council’s account.", Step.OUR_FILE)
_ASKED = Reason("The council asked for it back.", Step.ASK_BANK)
_BANK = Reason("Something went wrong at the bank.", Step.ASK_BANK)
_STOPPED = Reason("The bank stopped it, and wants to be sure that it was meant.", Step.ASK_BANK)
_LAW = Reason("The bank stopped it because of a rule it must follow.", Step.ASK_BANK)
_NOT_SAID = Reason("The bank does not say why.", Step.ASK_BANK)

SENT_TWICE = ("AM05", "DUPL", "DU01", "DU02", "DU03", "DU04", "DU05")
"""The bank refuses what it had before. The one before may well be paid, so nothing follows from these by itself."""

_ISO: Mapping[str, Reason] = {
    **dict.fromkeys(("AC04", "AC07"), _CLOSED),
    **dict.fromkeys(("AC01", "AC03"), _NUMBER),
    **dict.fromkeys(("BE06",), _UNKNOWN),
    **dict.fromkeys(("AC06", "AC16", "AC17"), _BLOCKED),
    **dict.fromkeys(("AG01", "AG03", "AC12"), _WRONG_KIND),
    **dict.fromkeys(("AC15",), _MOVED),
    **dict.fromkeys(("BE01", "BE22", "BE23"), _NAME),
    **dict.fromkeys(("RC01", "RC04", "RC08", "AC14", "AGNT"), _SORT_CODE),
    **dict.fromkeys(("MD06", "MS02", "SP01", "UPAY"), _REFUSED),
    **dict.fromkeys(("MD07",), _DIED),
    **dict.fromkeys(("AM04",), _NO_MONEY),
    **dict.fromkeys(SENT_TWICE, _TWICE),
    **dict.fromkeys(("DT01", "DT02", "DT03", "DT04", "DT05", "DT06", "TM01", "CH03", "CH04"), _DAY),
    **dict.fromkeys(
        ("AM01", "AM02", "AM03", "AM06", "AM09", "AM11", "AM12", "AM13", "AM14", "AM21", "AM23", "CURR"), _AMOUNT
    ),
    **dict.fromkeys(("AM10", "AM18", "AM19", "AM20", "RF01"), _FORM),
    **dict.fromkeys(("FF01", "FF02", "FF03", "FF04", "FF05", "FF06", "FF07", "FF08", "FF10", "AG02"), _FORM),
    **dict.fromkeys(("AC02", "AC05", "AG07", "RC03", "AC13", "DS0H"), _COUNCIL),
    **dict.fromkeys(("CUST", "DS02", "FOCR"), _ASKED),
    **dict.fromkeys(("BE08", "DS28", "ED05", "TS04", "AB05", "AB06", "AB07", "AB08", "AB09", "AB10", "AB11"), _BANK),
    **dict.fromkeys(("FR01", "FRAD", "AM07"), _STOPPED),
    **dict.fromkeys(("RR01", "RR02", "RR03", "RR04", "RR05", "NOCM"), _LAW),
    **dict.fromkeys(("MS03", "NARR", "NOAS"), _NOT_SAID),
}

_NEW = Reason(
    "The payment arrived, but the account has another number now.", Step.NEW_ACCOUNT, "Your bank gave us a new number."
)
_ARUCS: Mapping[str, Reason] = {
    "0": _NUMBER,
    "2": _DIED,
    "3": _MOVED,
    "5": _UNKNOWN,
    "B": _CLOSED,
    "C": _ASKED,
}
_AWACS: Mapping[str, Reason] = {"0": _NEW, "3": _NEW}
_CANCELLED = Reason("The bank cancelled the direct debit.", Step.ASK_BANK)
_ADDACS: Mapping[str, Reason] = {
    "0": _CANCELLED,
    "1": Reason("The person cancelled the direct debit.", Step.ASK_BANK),
    "2": Reason("The bank believes that the account holder has died.", Step.GENTLY),
    "3": Reason("The account that pays the direct debit has moved to another bank.", Step.ASK_BANK),
    "B": Reason("The account that pays the direct debit is closed.", Step.ASK_BANK),
    "C": Reason("The account that pays the direct debit has moved within the bank.", Step.ASK_BANK),
    "D": Reason("The person does not agree with the amount or the day they were told.", Step.ASK_BANK),
    "E": Reason("The bank changed the direct debit.", Step.ASK_BANK),
    "R": Reason("The bank took the direct debit up again.", Step.ASK_BANK),
}
_BACS: Mapping[str, Mapping[str, Reason]] = {"ARUCS": _ARUCS, "AWACS": _AWACS, "ADDACS": _ADDACS}
# Reports may give a number of their own in place of the letter; their words are then what counts.
_BACS_WORDS: Mapping[str, str] = {
    "INVALID DETAILS": "0",
    "BENEFICIARY DECEASED": "2",
    "PAYER DECEASED": "2",
    "ACCOUNT TRANSFERRED": "3",
    "NO ACCOUNT": "5",
    "ACCOUNT CLOSED": "B",
    "REQUESTED BY REMITTER": "C",
    "REQUESTED BY ORIGINATOR": "C",
}


def reason_for(kind: str, echo: Echo) -> Reason:
    """Why, for an echo of a file of this kind. A code without words of ours is named, so that somebody can ask."""
    if kind in _BACS:
        known = _BACS[kind]
        code = echo.code.upper()
        found = known.get(code) or known.get(_BACS_WORDS.get(echo.said.upper(), ""))
    else:
        found = _ISO.get(echo.code.upper())
    if found is not None:
        return found
    if not echo.code:
        return _NOT_SAID
    return Reason(f"The bank gives a reason that we have no words for: {echo.code}.", Step.ASK_BANK)
