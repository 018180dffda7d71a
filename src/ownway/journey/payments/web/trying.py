"""Do something a form asks for, and put a refusal beside the field it is about."""

from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, transaction

from ownway.ground.design import forms
from ownway.journey.payments.operations import AccountRefused, PaymentRefused
from ownway.rules.refusals import Refused


def went_well(form: forms.Form, do: Callable[..., Any], **asked: Any) -> bool:
    """Whether the form was right and the operation did it; otherwise the form says what to put right."""
    if not form.is_valid():
        return False
    try:
        with transaction.atomic():
            do(**asked, **answers(form))
    except AccountRefused as refusal:
        for field, sentence in refusal.problems:
            form.add_error(field if field in form.fields else None, sentence)
    except PaymentRefused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
    except Refused as refusal:
        form.add_error(next(iter(form.fields), None), str(refusal))
    except IntegrityError as error:
        forms.add_constraint_error(form, error)
    else:
        return True
    return False


def answers(form: forms.Form) -> dict[str, Any]:
    """The form's answers as its operation takes them; what only had to be ticked is left out."""
    asked: Callable[[], dict[str, Any]] = getattr(form, "asked", lambda: dict(form.cleaned_data))
    return {name: value for name, value in asked().items() if name != "not_paid"}


class Nothing(forms.Form):
    """A form with nothing to fill in: one button."""
