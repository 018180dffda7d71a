"""Pieces of a page that need more than a macro: the list of what to put right, and a whole form with its button."""

from collections.abc import Mapping
from typing import Any

import jinja2
from django import forms
from django.forms.formsets import BaseFormSet
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ownway.ground.design import components

Problem = tuple[str, str]  # the sentence, and the address of the field ("" when it is about the whole form)


def error_summary(*asked: Any) -> SafeString:
    """The "There is a problem" box over forms and formsets, each line a link to its field; nothing when all is well."""
    problems = [problem for one in asked for problem in problems_of(one)]
    if not problems:
        return SafeString("")
    lines = [{"text": sentence, "href": href} if href else {"text": sentence} for sentence, href in problems]
    params = {"titleText": "There is a problem", "errorList": lines}
    return components.draw("error-summary", params)


def problems_of(asked: Any) -> list[Problem]:
    """What is wrong in a form or formset, top to bottom; nothing for a name the page was not given."""
    if isinstance(asked, BaseFormSet):
        return _formset_problems(asked)
    if isinstance(asked, forms.BaseForm):
        return _form_problems(asked)
    return []


@jinja2.pass_context
def page_form(
    context: jinja2.runtime.Context, form: Any, *, button: str = "Continue", action: str = "", secondary: bool = False
) -> SafeString:
    """A form or formset ready to send: tag, CSRF token, fields in order and one button."""
    values = {
        "form": form,
        "button": button,
        "action": action,
        "secondary": secondary,
        "multipart": form.is_multipart(),
        "csrf_input": context.get("csrf_input", ""),
    }
    return SafeString(render_to_string("design/forms/page_form.html", values))


@jinja2.pass_context
def post_button(
    context: jinja2.runtime.Context,
    words: str,
    *,
    action: str,
    kind: str = "",
    values: Mapping[str, object] | None = None,
) -> SafeString:
    """One button that does something, as a form of its own. `kind` is "", "secondary" or "warning"."""
    given = {"words": words, "action": action, "kind": kind, "values": dict(values or {})}
    given["csrf_input"] = context.get("csrf_input", "")
    return SafeString(render_to_string("design/forms/post_button.html", given))


def _form_problems(form: forms.BaseForm) -> list[Problem]:
    if not form.errors:
        return []
    problems = [(str(sentence), "") for sentence in form.non_field_errors()]
    for bound in form:
        href = "" if bound.is_hidden else f"#{components.error_id(bound)}"
        problems += [(str(sentence), href) for sentence in bound.errors]
    return problems


def _formset_problems(formset: Any) -> list[Problem]:
    if not formset.is_bound or formset.is_valid():
        return []
    problems = [(str(sentence), "") for sentence in formset.non_form_errors()]
    for form in formset.forms:
        problems += _form_problems(form)
    return problems
