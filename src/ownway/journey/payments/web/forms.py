"""What people type about payments."""

from datetime import date
from typing import Any

from ownway.formats.accounts.details import TenDigitBank
from ownway.ground.design import forms
from ownway.rules.frequencies import PAY_PERIODS
from ownway.rules.schedules import EVERY_IN_WORDS

WHY = {"required": "Write why"}


class GiveBankAccount(forms.Form):
    """Where the money goes."""

    holder_name = forms.CharField(
        label="Name on the account", help_text="As it is on the bank card or a statement.", max_length=70
    )
    sort_code = forms.CharField(
        label="Sort code", help_text="It has 6 digits, like 12-34-56.", max_length=20, widget=forms.TextInput(width=5)
    )
    account_number = forms.CharField(
        label="Account number",
        help_text="It has 8 digits at most banks.",
        max_length=20,
        widget=forms.TextInput(width=10),
    )
    bank = forms.ChoiceField(
        label="Which bank is it with?",
        help_text="Only if the account number has 10 digits.",
        choices=[("", "It does not have 10 digits"), *((one.value, one.value) for one in TenDigitBank)],
        required=False,
        widget=forms.Select(),
    )

    def clean_bank(self) -> TenDigitBank | None:
        """The bank as the formats know it."""
        chosen = self.cleaned_data["bank"]
        return TenDigitBank(chosen) if chosen else None


class StartPayments(forms.Form):
    """When the first payment is made."""

    first_on = forms.DateField(label="When is the first payment?")


class ChangePayments(forms.Form):
    """Another amount, or more or less often."""

    amount_pence = forms.MoneyField(label="How much is each payment?", min_pence=1)
    every = forms.ChoiceField(
        label="How often?",
        choices=[(every, EVERY_IN_WORDS[every].capitalize()) for every in PAY_PERIODS],
        widget=forms.Radios(),
    )
    first_on = forms.DateField(label="From which day?")
    why = forms.CharField(
        label="Why?",
        help_text="The person reads this in their letter. Use plain words.",
        max_length=200,
        error_messages=WHY,
    )

    def asked(self) -> dict[str, Any]:
        """The answers as the operation takes them."""
        answers = dict(self.cleaned_data)
        return answers | {"from_on": answers.pop("first_on")}


class PausePayments(forms.Form):
    """From when nothing is paid."""

    from_on = forms.DateField(label="From which day?")
    why = forms.CharField(label="Why?", max_length=200, error_messages=WHY)


class ResumePayments(forms.Form):
    """From when payments go on."""

    resume_on = forms.DateField(label="From which day do we pay again?")
    why = forms.CharField(label="Why?", max_length=200, error_messages=WHY)


class EndPayments(forms.Form):
    """Up to when we pay."""

    until_on = forms.DateField(label="What is the last day we pay for?")
    why = forms.CharField(label="Why?", max_length=200, error_messages=WHY)


class ProposeRun(forms.Form):
    """For which day to pay."""

    pay_on = forms.DateField(label="When does the money arrive?", help_text="A day on which banks move money.")
    due_to_on = forms.DateField(
        label="Pay what falls due up to which day?",
        help_text="Leave this empty to pay what falls due before the next bank day.",
        required=False,
    )

    def asked(self) -> dict[str, date | None]:
        """The answers as the operation takes them."""
        return {"pay_on": self.cleaned_data["pay_on"], "due_to_on": self.cleaned_data["due_to_on"]}


class WriteWhy(forms.Form):
    """Why something is right, or is done."""

    why = forms.CharField(label="Why?", max_length=1000, widget=forms.Textarea(attrs={"rows": 4}), error_messages=WHY)


class ExplainChange(WriteWhy):
    """Why a finding is right."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].label = "Why is this right?"


class WithdrawSent(WriteWhy):
    """As to withdraw any run, and that the bank has not paid it."""

    not_paid = forms.BooleanField(
        label="The bank has not paid from these files, and will not",
        error_messages={"required": "Ask the bank first. If it pays these files too, people are paid twice"},
    )
