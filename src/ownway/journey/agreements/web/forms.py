"""What is chosen for an offer, said about it, and written down around an agreement."""

from ownway.ground.design import forms
from ownway.journey.agreements.facts import PAID_HOW, PAY_PERIODS

LONG = 2000


class MakeOffer(forms.Form):
    """The terms of an offer."""

    paid_how = forms.ChoiceField(
        label="How should the money be paid?",
        choices=PAID_HOW,
        widget=forms.Radios(),
        error_messages={"required": "Choose net or gross"},
    )
    every = forms.ChoiceField(
        label="How often should it be paid?",
        choices=PAY_PERIODS,
        widget=forms.Radios(),
        error_messages={"required": "Choose how often"},
    )
    starts_on = forms.DateField(label="Which day does the money start?")
    reply_by_on = forms.DateField(label="By when should they answer?")


class WithdrawOffer(forms.Form):
    """Why an offer is taken back."""

    words = forms.CharField(
        label="Why do you take it back?",
        help_text="The person will read this.",
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say why you take the offer back"},
    )


class AskQuestion(forms.Form):
    """A question about an offer."""

    words = forms.CharField(
        label="What would you like to know?",
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Write your question"},
    )


class AnswerQuestion(forms.Form):
    """An answer."""

    words = forms.CharField(
        label="Your answer",
        help_text="It is kept with the offer. The council must keep to it.",
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Write your answer"},
    )


class AcceptForCouncil(forms.Form):
    """Why the council says yes; `seen` is what was on the page."""

    why = forms.CharField(
        label="Why does the council say yes?",
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say why the council agrees"},
    )
    seen = forms.CharField(widget=forms.HiddenInput())

    def read_again(self, digest: str) -> None:
        """What is on the page that is shown now is what the next yes is to."""
        self.data = {**{name: self.data.get(name) for name in self.data}, "seen": digest}


class NameNominatedPerson(forms.Form):
    """Somebody to receive or manage the payment."""

    name = forms.CharField(label="What is their name?", max_length=120, error_messages={"required": "Write their name"})
    relationship = forms.CharField(
        label="Who are they to you?",
        help_text="For example, my brother or a friend.",
        max_length=80,
        error_messages={"required": "Say who they are to you"},
    )
    phone = forms.CharField(label="Phone", max_length=40, required=False)
    email = forms.EmailField(label="Email", required=False)
    agrees = forms.BooleanField(
        label="I have asked them, and they agree", error_messages={"required": "Ask them first. They must agree"}
    )


class RecordReview(forms.Form):
    """A review that was held."""

    held_on = forms.DateField(label="On which day was the review?")
    words = forms.CharField(
        label="What did you talk about?",
        max_length=LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
