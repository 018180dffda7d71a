"""What a worker types to find somebody."""

from ownway.ground.design import forms


class FindPeople(forms.Form):
    """Words of a name, or a reference."""

    mark_optional = False

    words = forms.CharField(label="Name or reference", required=False, max_length=120, widget=forms.TextInput(width=20))
    page = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput())

    def asked(self) -> tuple[str, int]:
        """The words and the page asked for; what cannot be read is left out."""
        self.is_valid()
        return self.cleaned_data.get("words") or "", self.cleaned_data.get("page") or 1
