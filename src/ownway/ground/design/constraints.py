"""Turns a promise the database kept (a named constraint) into a sentence by the right field."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db import IntegrityError

Sentence = tuple[str | None, str]  # the field's name (None: the whole form), and what to tell the person
SENTENCES: dict[str, Sentence] = {}


def say_for_constraints(sentences: Mapping[str, Sentence]) -> None:
    """A room gives the sentences of its constraints: `{"budget_no_overlap": ("starts_on", "…")}`.

    Raises ValueError for a constraint that already has another sentence.
    """
    for name, sentence in sentences.items():
        if SENTENCES.setdefault(name, sentence) != sentence:
            raise ValueError(f"The constraint {name} already has another sentence")


def constraint_sentence(error: IntegrityError) -> Sentence | None:
    """The field and sentence for a refused write; None when no room has spoken for that constraint."""
    diagnosis: Any = getattr(error.__cause__, "diag", None)
    return SENTENCES.get(getattr(diagnosis, "constraint_name", None) or "")


def add_constraint_error(form: forms.BaseForm, error: IntegrityError) -> None:
    """Show a refused write beside its field. Raises the error again when it is nobody's promise but a bug."""
    found = constraint_sentence(error)
    if found is None:
        raise error
    field, sentence = found
    form.add_error(field if field in form.fields else None, sentence)
