"""What is asked about a person's household, income, savings and costs."""

from typing import Any

from ownway.ground.design import forms
from ownway.journey.contributions.facts import Basis

YES_NO = (("yes", "Yes"), ("no", "No"))
HOUSEHOLDS = (
    ("single", "They live without a partner"),
    ("couple", "They live with a partner"),
    ("lone_parent", "They live without a partner, with children they look after"),
)
OFTEN = (
    ("week", "Every week"),
    ("2 weeks", "Every 2 weeks"),
    ("4 weeks", "Every 4 weeks"),
    ("month", "Every month"),
    ("year", "Every year"),
)
INCOME_KINDS = (
    ("state_pension", "State Pension"),
    ("private_pension", "Private or work pension"),
    ("pension_credit", "Pension Credit"),
    ("esa", "Employment and Support Allowance"),
    ("universal_credit", "Universal Credit"),
    ("pip_daily_living", "PIP for daily living"),
    ("pip_mobility", "PIP for getting around (does not count)"),
    ("dla_care", "DLA for care"),
    ("dla_mobility", "DLA for getting around (does not count)"),
    ("attendance_allowance", "Attendance Allowance"),
    ("carers_allowance", "Carer’s Allowance"),
    ("earnings", "Pay from work (does not count)"),
    ("war_pension", "War pension (does not count)"),
    ("other", "Something else"),
)
CAPITAL_KINDS = (
    ("savings", "Money in the bank"),
    ("investments", "Shares, bonds or other investments"),
    ("other_property", "A second home or land"),
    ("other", "Something else"),
    ("home", "The home they live in (does not count)"),
    ("direct_payment_account", "The direct payment account (does not count)"),
)


class TellHousehold(forms.Form):
    """Who lives in the household, and what the guaranteed income depends on."""

    kind = forms.ChoiceField(label="Who do they live with?", choices=HOUSEHOLDS, widget=forms.Radios())
    children = forms.IntegerField(label="How many children do they look after at home?", min_value=0, max_value=20)
    pension_credit_age = forms.ChoiceField(
        label="Have they reached Pension Credit age?",
        help_text="Check their date of birth at gov.uk/state-pension-age.",
        choices=YES_NO,
        widget=forms.Radios(),
    )
    disability_premium = forms.ChoiceField(
        label="Would they get the disability premium on Income Support?",
        help_text="Most people under pension age who get PIP or DLA would.",
        choices=YES_NO,
        widget=forms.Radios(),
    )
    enhanced_disability_premium = forms.ChoiceField(
        label="Would they get the enhanced disability premium too?",
        help_text="People who get the enhanced rate of PIP for daily living, or the highest rate of DLA for care, would.",
        choices=YES_NO,
        widget=forms.Radios(),
    )
    carer_premium = forms.ChoiceField(
        label="Do they get, or have a right to, Carer’s Allowance?", choices=YES_NO, widget=forms.Radios()
    )

    def household(self, *, age_years: int) -> dict[str, Any]:
        """The answers in the shape of rules.finances.Household."""
        data = self.cleaned_data
        premiums = ("pension_credit_age", "disability_premium", "enhanced_disability_premium", "carer_premium")
        return {
            "kind": data["kind"],
            "age_years": age_years,
            "children": data["children"],
            **{name: data[name] == "yes" for name in premiums},
        }


def household_start(household: Any) -> dict[str, Any]:
    """What the form shows at first: what was told before."""
    return {
        name: ("yes" if value else "no") if isinstance(value, bool) else value
        for name, value in (household or {}).items()
    }


class Item(forms.Form):
    """One item of a section; `item()` is what is kept."""

    label = forms.CharField(label="What is it?", max_length=120)
    amount_pence = forms.MoneyField(label="How much?")

    def item(self) -> dict[str, Any]:
        """The answers in the rulebook's shape."""
        return dict(self.cleaned_data)


class AddIncome(Item):
    """Money that comes in."""

    kind = forms.ChoiceField(label="What kind of income?", choices=(("", "Choose"), *INCOME_KINDS), widget=forms.Select)
    every = forms.ChoiceField(label="How often?", choices=OFTEN, widget=forms.Radios())
    disregard_pence = forms.MoneyField(
        label="How much of it does not count?",
        help_text="Only if the council leaves a part out, such as a part for care at night.",
        required=False,
    )
    disregard_reason = forms.CharField(label="Why does that part not count?", max_length=200, required=False)
    field_order = ("kind", "label", "amount_pence", "every", "disregard_pence", "disregard_reason")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        part, whole = data.get("disregard_pence") or 0, data.get("amount_pence")
        if whole is not None and part > whole:
            self.add_error("disregard_pence", "The part that does not count cannot be more than the whole")
        if part and not data.get("disregard_reason"):
            self.add_error("disregard_reason", "Say why this part does not count, so that it can be shown")
        return data

    def item(self) -> dict[str, Any]:
        return {**self.cleaned_data, "disregard_pence": self.cleaned_data["disregard_pence"] or 0}


class AddCapital(Item):
    """Savings and other things they own."""

    kind = forms.ChoiceField(label="What kind?", choices=CAPITAL_KINDS, widget=forms.Radios())
    owners = forms.IntegerField(
        label="How many people own it together?", help_text="1 if it is theirs alone.", min_value=1, max_value=20
    )
    owed_pence = forms.MoneyField(
        label="How much is owed on it?", help_text="Such as a mortgage on a second home.", required=False
    )
    field_order = ("kind", "label", "amount_pence", "owners", "owed_pence")

    def item(self) -> dict[str, Any]:
        return {**self.cleaned_data, "owed_pence": self.cleaned_data["owed_pence"] or 0}


class AddHousing(Item):
    """A housing cost they really pay."""

    every = forms.ChoiceField(label="How often?", choices=OFTEN, widget=forms.Radios())


class AddDisabilityCost(Item):
    """Something they pay for because of their disability."""

    every = forms.ChoiceField(label="How often?", choices=OFTEN, widget=forms.Radios())
    accepted = forms.ChoiceField(
        label="Do we count this cost?",
        help_text="Think about the person’s own need. A cost need not be in the support plan or on a list.",
        choices=YES_NO,
        widget=forms.Radios(),
    )
    reason = forms.CharField(
        label="Why, or why not?",
        help_text="Say what shows the cost. If we do not count it, say why; the person reads this and can ask again.",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("accepted") == "no" and not data.get("reason"):
            self.add_error("reason", "Say why this cost does not count")
        return data

    def item(self) -> dict[str, Any]:
        return {**self.cleaned_data, "accepted": self.cleaned_data["accepted"] == "yes"}


class WorkOut(forms.Form):
    """From when, and on which basis."""

    from_on = forms.DateField(label="From which day?")
    basis = forms.ChoiceField(label="How do we work it out?", choices=Basis.choices, widget=forms.Radios())
    basis_words = forms.CharField(
        label="If we do not look at everything, why?",
        help_text="Write what the person said and agreed to.",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("basis") not in (None, Basis.FULL) and not data.get("basis_words"):
            self.add_error("basis_words", "Write what the person said and agreed to")
        return data


ITEM_FORMS: dict[str, type[Item]] = {
    "income": AddIncome,
    "capital": AddCapital,
    "housing": AddHousing,
    "disability_costs": AddDisabilityCost,
}
