"""The sentence for each thing that can be wrong with an answer, in plain words made from the field's own label."""

from typing import Any

from django import forms
from django.forms.widgets import ChoiceWidget

from ownway.ground.design.words import lower_first, subject


def use_plain_messages(field: forms.Field, *, label: str) -> None:
    """Give the field our sentences, but never over one that a room wrote for it."""
    for code, sentence in _sentences(field, label).items():
        if _is_stock(field, code):
            field.error_messages[code] = sentence


def _sentences(field: forms.Field, label: str) -> dict[str, str]:
    about = subject(label).replace("%", "%%")  # these are filled in by Django with %
    sentences = {
        "required": _required(field, label),
        "invalid_choice": "Choose one of the answers in the list",
        "max_length": f"{about} must be %(limit_value)d characters or fewer. You have written %(show_value)d",
        "min_length": f"{about} must be %(limit_value)d characters or more. You have written %(show_value)d",
        "min_value": f"{about} must be %(limit_value)s or more",
        "max_value": f"{about} must be %(limit_value)s or less",
        "null_characters_not_allowed": "Part of this cannot be saved. Please type it again",
    }
    if isinstance(field, forms.FileField):
        sentences |= {"empty": "This file is empty. Choose another", "missing": _required(field, label)}
        sentences |= {"invalid": "Choose a file", "max_length": "The file’s name is too long. Give it a shorter one"}
    elif isinstance(field, forms.EmailField):
        sentences["invalid"] = "Enter an email address like name@example.com"
    elif isinstance(field, forms.IntegerField):
        sentences["invalid"] = f"{subject(label)} must be a whole number, like 12"
    return sentences


def _required(field: forms.Field, label: str) -> str:
    widget = field.widget
    if label.endswith("?"):
        return f"Answer the question “{label}”"
    if isinstance(widget, forms.FileInput):
        return f"Choose a file for “{label}”"
    if isinstance(widget, forms.CheckboxInput):
        return f"Tick the box to say “{label}”"
    if isinstance(widget, ChoiceWidget):
        return f"Choose an answer for “{label}”"
    return f"Enter {lower_first(label)}"


def _is_stock(field: forms.Field, code: str) -> bool:
    given: Any = field.error_messages.get(code)
    if given is None:
        return True
    stock = [getattr(kind, "default_error_messages", {}).get(code) for kind in type(field).__mro__]
    return given in [one for one in stock if one is not None]
