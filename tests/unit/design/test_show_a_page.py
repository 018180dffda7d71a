"""The page every room stands on: one heading, its own plain header, links that lead somewhere, no brand."""

from types import SimpleNamespace

import pytest
from django.contrib.messages import constants, get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import RequestFactory
from django.utils import translation
from tests.unit.design.html import all_of, by_id, ids, of_class, read, text
from tests.unit.design.sample import GOOD, EveryField, draw, draw_page

from ownway.ground.design.navigation import Place

PLAIN = '{% extends "design/page.html" %}{% block title %}{{ "Amina <3" }}{% endblock %}'


def page(template=PLAIN, path="/payments/7/", user=None, messages=(), **context):
    request = RequestFactory().get(path)
    request.user = user or SimpleNamespace(is_authenticated=False)
    request._messages = CookieStorage(request)
    for level, words in messages:
        request._messages.add(level, words)
    return draw(template, request, **context)


def test_the_title_is_the_heading_and_ends_with_our_name():
    tree = read(page())
    assert text(next(tree.iter("title"))) == "Amina <3 – Ownway"
    assert [text(one) for one in tree.iter("h1")] == ["Amina <3"]


def test_a_page_that_forgets_its_title_is_an_error():
    with pytest.raises(Exception, match="Required block 'title' not found"):
        page('{% extends "design/page.html" %}')


def test_a_name_nobody_gave_is_an_error_and_not_an_empty_space():
    with pytest.raises(Exception, match="'perosn' is undefined"):
        page(PLAIN + "{% block content %}{{ perosn.name }}{% endblock %}")


def test_a_refused_form_says_so_in_the_title_and_above_the_heading():
    tree = read(draw_page(EveryField({**GOOD, "name": ""})))
    assert text(next(tree.iter("title"))) == "Error: Your plan – Ownway"
    everything = list(tree.iter())
    assert everything.index(of_class(tree, "govuk-error-summary")[0]) < everything.index(next(tree.iter("h1")))


def test_a_page_with_everything_is_valid_html_with_no_id_twice():
    for form in (EveryField(), EveryField({})):
        tree = read(draw_page(form))
        assert len(ids(tree)) == len(set(ids(tree)))


def test_everything_points_at_something_that_is_there():
    tree = read(draw_page(EveryField({})))
    known = set(ids(tree))
    pointed = [one for element in tree.iter() for name in ("aria-describedby", "aria-labelledby", "for", "aria-controls")
               for one in (element.get(name) or "").split()]  # fmt: skip
    pointed += [link.get("href")[1:] for link in tree.iter("a") if link.get("href").startswith("#")]
    assert [one for one in pointed if one not in known] == []


def test_no_script_or_style_is_written_into_the_page():
    tree = read(draw_page(EveryField({})))
    assert all(script.get("src") and not script.text for script in tree.iter("script"))
    assert not list(tree.iter("style"))
    elements = [one for one in tree.iter() if isinstance(one.tag, str)]
    assert not [one.tag for one in elements for name in one.attrib if name == "style" or name.startswith("on")]


def test_it_wears_nobody_elses_brand():
    shown = draw_page(EveryField())
    for brand in ("GOV.UK", "Crown", "crest", "Open Government Licence", "Transport"):
        assert brand not in shown


def test_it_says_which_council_and_where_you_are():
    tree = read(page(nav=[Place("Home", "/"), Place("Payments", "/payments/")], council_name="Rivermouth Council"))
    assert text(of_class(tree, "own-header__council")[0]) == "Rivermouth Council"
    assert [text(link) for link in all_of(tree, "a", aria_current="true")] == ["Payments"]
    open_page = read(page(nav=[Place("Payments", "/payments/")], path="/payments/"))
    assert [text(link) for link in all_of(open_page, "a", aria_current="page")] == ["Payments"]


@pytest.mark.parametrize(
    ("href", "path", "is_open"),
    [("/", "/", True), ("/", "/people/", False), ("/people/", "/people/4/", True), ("/people", "/peoples", False)],
)
def test_a_place_is_open_at_its_own_pages_only(href, path, is_open):
    assert Place("There", href).is_open_at(path) is is_open


def test_signing_out_is_a_button_that_posts():
    class Amina:
        is_authenticated = True

        def __str__(self):
            return "Amina"

    form = of_class(read(page(user=Amina())), "own-header__out")[0]
    assert (form.get("method"), form.get("action")) == ("post", "/sign-out/")
    assert [text(button) for button in form.iter("button")] == ["Sign out"]
    assert text(form).startswith("Amina")
    assert all_of(form, "input", name="csrfmiddlewaretoken")
    assert not of_class(read(page()), "own-header__out")


def test_the_footer_links_only_to_pages_that_exist():
    links = of_class(read(page()), "own-footer__link")
    assert [(text(link), link.get("href")) for link in links] == [("Help", "/help/")]


def test_messages_are_shown_once_each_with_a_name_of_their_own():
    tree = read(page(messages=[(constants.SUCCESS, "Saved"), (constants.INFO, "<b>Farah</b> will look")]))
    banners = of_class(tree, "govuk-notification-banner")
    assert [text(banner) for banner in banners] == ["Success Saved", "Important <b>Farah</b> will look"]
    assert [banner.get("role") for banner in banners] == ["alert", "region"]
    assert all(text(by_id(tree, banner.get("aria-labelledby"))) in text(banner) for banner in banners)


def test_it_can_show_the_way_back_or_the_way_here():
    assert text(of_class(read(page(back="/people/4/")), "govuk-back-link")[0]) == "Back"
    tree = read(page(breadcrumbs=[{"text": "People", "href": "/people/"}, {"text": "Amina"}]))
    assert [text(item) for item in of_class(tree, "govuk-breadcrumbs__list-item")] == ["People", "Amina"]


def test_a_page_set_wide_and_captioned_from_its_template():
    tree = read(
        page(
            '{% extends "design/page.html" %}{% set wide = true %}{% set caption = "Pay run" %}{% block title %}May{% endblock %}'
        )
    )
    assert of_class(tree, "govuk-grid-column-full")
    assert text(of_class(tree, "govuk-caption-l")[0]) == "Pay run"


def test_the_skip_link_leads_to_the_main_part():
    tree = read(page())
    link = of_class(tree, "govuk-skip-link")[0]
    assert by_id(tree, link.get("href")[1:]).tag == "main"


@pytest.mark.parametrize(("language", "direction"), [("en-gb", "ltr"), ("ar", "rtl")])
def test_the_language_and_its_direction_are_said(language, direction):
    with translation.override(language):
        root = next(read(page()).iter("html"))
    assert (root.get("lang"), root.get("dir")) == (language, direction)


def test_one_button_posts_to_its_address_with_what_it_was_given():
    tree = read(draw("{{ post_button('Pause', action='/pause/', kind='warning', values={'version': 3}) }}"))
    form = next(tree.iter("form"))
    assert (form.get("method"), form.get("action")) == ("post", "/pause/")
    assert [one.get("value") for one in all_of(form, "input", name="version")] == ["3"]
    assert all_of(form, "input", name="csrfmiddlewaretoken")
    assert "govuk-button--warning" in next(form.iter("button")).get("class")


def test_a_form_with_a_file_is_sent_as_one_that_has_a_file():
    form = next(read(draw("{{ page_form(form, button='Send', action='/in/') }}", form=EveryField())).iter("form"))
    assert (form.get("enctype"), form.get("action")) == ("multipart/form-data", "/in/")
    assert form.get("novalidate") is not None


def test_messages_are_gone_once_read():
    request = RequestFactory().get("/")
    request._messages = CookieStorage(request)
    request._messages.add(constants.INFO, "Saved")
    draw(PLAIN, request)
    assert get_messages(request).used


def test_money_stands_in_a_table_with_its_total():
    tree = read(draw("{% from 'design/parts.html' import money_table %}{{ money_table('c', 'Costs', ['', 'Weekly', 'Yearly'], rows, total) }}",
                     rows=[("Pay", 31_500, 1_638_000), ("One-off", None, 5_000)], total=("All", 31_500, 1_643_000)))  # fmt: skip
    assert [text(row) for row in next(tree.iter("tbody")).iter("tr")] == [
        "Pay £315.00 £16,380.00", "One-off £50.00", "All £315.00 £16,430.00"
    ]  # fmt: skip
    assert text(of_class(tree, "own-total")[0]) == "All £315.00 £16,430.00"
