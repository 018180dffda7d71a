"""The one Jinja environment of every page, made once and kept.

Two kinds of template meet here. Ours are strict: a name nobody gave is an error, not an empty space. The GOV.UK
macros (govuk_frontend_jinja, MIT) are written for missing names to be false, so they live in a lenient environment of
their own, and ours finds them there under "govuk_frontend_jinja/".
"""

from collections.abc import Callable, MutableMapping
from typing import Any

import jinja2
from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, get_language_bidi

from ownway.ground.design import charts, components, navigation, pieces, words, workings

MACROS = components.MACROS
FILTERS: dict[str, Callable[..., str]] = {
    "pounds": words.pounds,
    "short_pounds": words.short_pounds,
    "hours": words.hours,
    "day": words.day,
    "short_day": words.short_day,
    "day_time": words.day_time,
    "percent": words.percent,
    "count": words.count,
    "in_a_row": words.in_a_row,
    "lower_first": words.lower_first,
}


class PageEnvironment(jinja2.Environment):
    """Strict templates that can borrow the lenient GOV.UK macros."""

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> jinja2.Template:
        if isinstance(name, str) and name.startswith(MACROS):
            return components.macro_environment().get_template(name)
        return super().get_template(name, parent, globals)


def environment(**options: Any) -> PageEnvironment:
    """Make the environment for Django's Jinja2 backend (`OPTIONS["environment"]`); rooms' folders come from DIRS."""
    options |= {"undefined": jinja2.StrictUndefined, "trim_blocks": True, "lstrip_blocks": True, "cache_size": -1}
    options["extensions"] = [*options.get("extensions", []), "jinja2.ext.do"]
    pages = PageEnvironment(**options)
    pages.filters.update(FILTERS)
    pages.globals.update(
        static=static,
        url=url,
        url_or_none=url_or_none,
        many=words.many,
        get_messages=get_messages,
        get_language=get_language,
        get_language_bidi=get_language_bidi,
        field_html=components.field_html,
        hidden_html=components.hidden_html,
        error_summary=pieces.error_summary,
        page_form=pieces.page_form,
        signed_in_person=navigation.signed_in_person,
        post_button=pieces.post_button,
        working=workings.working,
        working_rows=workings.working_rows,
        bars_of=charts.bars_of,
        line_of=charts.line_of,
        unset=unset,
    )
    return pages


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a named page, `url("payments:show_payments", agreement.id)`. Raises NoReverseMatch."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def url_or_none(name: str) -> str | None:
    """The address of a page that a smaller installation may not have."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def unset(value: object) -> bool:
    """Is this name missing from the page, or None?"""
    return value is None or isinstance(value, jinja2.Undefined)
