"""What is typed in a check-up."""

from typing import Any

from ownway.ground.design import forms
from ownway.rules.surplus import Amount


class AskForCheckUp(forms.Form):
    """What somebody would like to talk about."""

    words = forms.CharField(
        label="What would you like to talk about?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write what you would like to talk about"},
    )


class Say(forms.Form):
    """Something said in a check-up."""

    words = forms.CharField(
        label="What do you want to say?",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write what was said"},
    )
    is_question = forms.BooleanField(label="This is a question. I would like an answer.", required=False)


class SayForCouncil(forms.Form):
    """What a worker said, or was told."""

    words = forms.CharField(
        label="What was said?",
        help_text="Write it so that the person can read it.",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write what was said"},
    )


class ProposeReturn(forms.Form):
    """What stays in the account besides what the rules leave there."""

    run_off_pence = forms.MoneyField(
        label="What would it cost if the person stopped employing?",
        help_text="Notice, holiday still owed and redundancy pay. £0 if they employ nobody.",
    )
    saving_for = forms.CharField(
        label="What is the person saving for?", help_text="As agreed with them.", max_length=200, required=False
    )
    saving_pence = forms.MoneyField(label="How much is that?", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("saving_pence") and not data.get("saving_for"):
            self.add_error("saving_for", "Say what the person is saving for")
        if data.get("saving_for") and not data.get("saving_pence"):
            self.add_error("saving_pence", "Say how much they are saving")
        return data

    def stays(self) -> dict[str, list[Amount]]:
        """The amounts that stay, for the rulebook."""
        data = self.cleaned_data
        run_off = [Amount("If employment ended", data["run_off_pence"])] if data["run_off_pence"] else []
        saving = [Amount(data["saving_for"], data["saving_pence"])] if data["saving_pence"] else []
        return {"run_off": run_off, "saving_for": saving}


class ReplyToProposal(forms.Form):
    """Whether the person's side agrees."""

    agrees = forms.ChoiceField(
        label="Do you agree to send this money back?",
        choices=[("yes", "Yes, I agree"), ("no", "No, I do not agree")],
        widget=forms.Radios(),
        error_messages={"required": "Choose yes or no"},
    )
    words = forms.CharField(
        label="Is there anything you want to tell us?",
        help_text="For example, what you need the money for.",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class CloseCheckUp(forms.Form):
    """How a check-up ended."""

    words = forms.CharField(
        label="How did it end?",
        help_text="What you agreed, and who does what next. The person reads this.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write how the check-up ended"},
    )


class TakeBackStatement(forms.Form):
    """Why a bank statement is taken back."""

    words = forms.CharField(
        label="Why do you take it back?",
        help_text="Such as: it is from another account, or the columns were read wrong.",
        max_length=300,
        error_messages={"required": "Say why you take the statement back"},
    )
