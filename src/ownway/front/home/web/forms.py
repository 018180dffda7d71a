"""Which page of a long list is asked for, in an address."""

from ownway.ground.design import forms


class ChoosePage(forms.Form):
    """A page number; what cannot be read is the first."""

    page = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput())

    def asked(self) -> int:
        """The page asked for."""
        self.is_valid()
        return self.cleaned_data.get("page") or 1
