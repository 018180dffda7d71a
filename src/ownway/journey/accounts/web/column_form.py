"""The form by which a person says what the columns of their bank's sheet hold."""

from dataclasses import replace
from hashlib import sha256
from typing import Any

from ownway.formats.statements.column_cells import COMMA, DAY_FIRST, MONTH_FIRST, POINT, YEAR_FIRST
from ownway.formats.statements.column_map import (
    IN_IS_POSITIVE,
    OUT_IS_POSITIVE,
    REFUSE,
    SET_ASIDE,
    ColumnMap,
    check_map,
)
from ownway.formats.statements.column_map_json import write_map
from ownway.formats.statements.proposing import Proposal
from ownway.ground.design import forms

ONE_IN, ONE_OUT, TWO, FLAG = "one_in", "one_out", "two", "flag"
WAYS = [
    (ONE_IN, "In one column. A sum with a minus is money out"),
    (ONE_OUT, "In one column. A sum with a minus is money in"),
    (TWO, "In two columns: one for money out, one for money in"),
    (FLAG, "In one column, and another one says if it is in or out"),
]
DAYS = [
    (DAY_FIRST, "The day: 3/4/2026 is 3 April"),
    (MONTH_FIRST, "The month: 3/4/2026 is 4 March"),
    (YEAR_FIRST, "The year: 2026-04-03 is 3 April"),
]
MARKS = [(POINT, "A point: 12.34"), (COMMA, "A comma: 12,34")]
ROWS = [(REFUSE, "Do not add the file, and tell me"), (SET_ASIDE, "Leave them out, and show me which")]
ROLES = ("day", "amount", "paid_out", "paid_in", "flag", "balance", "account")
MOST_WORDS = 5


def _choose(label: str, help_text: str = "", *, required: bool = False) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, help_text=help_text, required=required, coerce=int, empty_value="")


def _pick(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.Radios())


class ConfirmColumns(forms.Form):
    """Which column holds what. The map that it makes is `columns`; `seen` is the one whose lines were on the page."""

    day = _choose("Which column has the day?", required=True)
    day_order = _pick("What comes first in a day?", DAYS)
    way = _pick("Where is the money?", WAYS)
    amount = _choose("Which column has the money?", "When it is in one column.")
    paid_out = _choose("Which column has the money out?", "When it is in two columns.")
    paid_in = _choose("Which column has the money in?", "When it is in two columns.")
    flag = _choose("Which column says in or out?", "When a column says so.")
    flag_out = forms.CharField(label="What does it say for money out?", max_length=100, required=False)
    flag_in = forms.CharField(label="What does it say for money in?", max_length=100, required=False)
    words = _choose("Which column tells what a payment was for?", required=True)
    more_words = _choose("Does another column tell more?")
    balance = _choose("Which column has the balance?", "What was in the account after each payment.")
    account = _choose("Which column has the account?", "Its number or its name.")
    decimal = _pick("What stands before the pence?", MARKS)
    unreadable_rows = _pick("What if we cannot read some of the rows?", ROWS)
    seen = forms.CharField(widget=forms.HiddenInput(), required=False, max_length=64)

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        kwargs.setdefault("initial", as_typed(proposal.columns))
        super().__init__(*args, **kwargs)
        self.proposed = proposal.columns
        self.columns = proposal.columns
        named = list(enumerate(proposal.names, start=1))
        for name in (*ROLES, "words", "more_words"):
            field: Any = self.fields[name]
            field.choices = [("", "Choose" if field.required else "None of them"), *named]

    def clean(self) -> dict[str, Any]:
        """The map, or what is wrong with it beside each field."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return typed
        columns = self._as_map(typed)
        wrong = check_map(columns)
        for name, sentence in wrong.items():
            self.add_error(name if name in self.fields else None, sentence.removesuffix("."))
        if not wrong:
            self.columns = columns
        return typed

    @property
    def is_seen(self) -> bool:
        """Whether the first lines on the page were read by this very map."""
        return bool(self.cleaned_data.get("seen") == mark_of(self.columns))

    def _as_map(self, typed: dict[str, Any]) -> ColumnMap:
        chosen: dict[str, Any] = {name: typed[name] or 0 for name in ROLES}
        way = typed["way"]
        if way not in (ONE_IN, ONE_OUT, FLAG):
            chosen["amount"] = 0
        if way != TWO:
            chosen["paid_out"] = chosen["paid_in"] = 0
        if way != FLAG:
            chosen["flag"] = 0
        return replace(
            self.proposed,
            **chosen,
            day_order=typed["day_order"],
            positive=OUT_IS_POSITIVE if way == ONE_OUT else IN_IS_POSITIVE,
            signed_out=self.proposed.signed_out and way == TWO and chosen["paid_out"] == self.proposed.paid_out,
            flag_out=_listed(typed["flag_out"]) if way == FLAG else (),
            flag_in=_listed(typed["flag_in"]) if way == FLAG else (),
            words=tuple(dict.fromkeys(number for number in (typed["words"], typed["more_words"]) if number)),
            decimal=typed["decimal"],
            unreadable_rows=typed["unreadable_rows"],
        )


def as_typed(columns: ColumnMap) -> dict[str, Any]:
    """A map as the form would have been filled in."""
    way = (
        TWO
        if columns.paid_out
        else FLAG
        if columns.flag
        else ONE_OUT
        if columns.positive == OUT_IS_POSITIVE
        else ONE_IN
    )
    roles = {name: getattr(columns, name) or "" for name in ROLES}
    words = (*columns.words, "", "")
    return roles | {
        "day_order": columns.day_order,
        "way": way,
        "flag_out": ", ".join(columns.flag_out),
        "flag_in": ", ".join(columns.flag_in),
        "words": words[0],
        "more_words": words[1],
        "decimal": columns.decimal,
        "unreadable_rows": columns.unreadable_rows,
        "seen": mark_of(columns),
    }


def mark_of(columns: ColumnMap) -> str:
    """A mark by which to tell if a map has changed since its first lines were shown."""
    return sha256(write_map(columns).encode()).hexdigest()


def _listed(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())[:MOST_WORDS]
