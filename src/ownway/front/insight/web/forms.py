"""Which day to look at."""

from ownway.ground.design import forms


class ChooseDay(forms.Form):
    """The day of the measures."""

    mark_optional = False

    on = forms.DateField(label="On which day?")
