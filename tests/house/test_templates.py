"""Every template of the house: it is used, compiles, stands on the one page, and writes no script or style into it."""

import re
from pathlib import Path

import allauth
import pytest
from django.template import engines
from django.urls import Resolver404, resolve

import ownway
from ownway.ground.design import plain
from ownway.ground.design.folders import template_dirs

PACKAGE = Path(ownway.__file__).parent
FOLDERS = [*template_dirs(PACKAGE), PACKAGE / "demo" / "templates"]
PAGES = {page.relative_to(folder).as_posix(): page for folder in FOLDERS for page in sorted(folder.rglob("*.html"))}
TEXTS = {path: path.read_text() for path in [*PACKAGE.rglob("*.py"), *PAGES.values()]}
NAME = re.compile(r'"([a-z_]+/[\w/{}]+\.html)"')
# Every template that is named between quotes, with the texts that name it.
ASKED_FOR: dict[str, list[str]] = {}
for path, text in TEXTS.items():
    for asked in NAME.findall(text):
        if PAGES.get(asked) != path:
            ASKED_FOR.setdefault(asked, []).append(text)
# Drawn by an environment of their own, with filters of their own: their room's tests draw them.
ELSEWHERE = {"letters/letter.html"}
# A block of data (JSON) is not run, so it is no script.
INLINE = re.compile(
    r"""<style\b|<script\b(?![^>]*\b(?:src=|type="application/json"))|<[^>{]*\s(?:style|on[a-z]+)\s*=|javascript:""",
    re.IGNORECASE,
)
JINJA = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
STARTS_A_PAGE = re.compile(r"{%-? extends ")
HARD_WORDS_GRADE = 8


@pytest.fixture(scope="module")
def environment():
    return engines["jinja2"].env


def test_there_are_templates_to_read():
    assert "design/page.html" in PAGES


@pytest.mark.parametrize("name", sorted(set(PAGES) - ELSEWHERE))
def test_it_compiles_and_so_does_all_it_borrows(environment, name):
    environment.get_template(name)
    for borrowed in re.findall(r"""{%-? (?:extends|include|import|from) "([^"]+)\"""", PAGES[name].read_text()):
        environment.get_template(borrowed)


@pytest.mark.parametrize("name", sorted(name for name in ASKED_FOR if "{" not in name))
def test_it_is_there_when_it_is_asked_for(environment, name):
    assert name in PAGES or environment.get_template(name)


def test_none_is_left_over():
    left_over = [name for name in PAGES if name not in ASKED_FOR and not is_built(name) and not is_a_librarys(name)]
    assert left_over == [], "Nothing draws these pages"


def is_built(name):
    """Whether a module builds the name of this page, such as f"design/errors/{name}.html", and knows its last part."""
    built = [asked for asked in ASKED_FOR if re.fullmatch(re.sub(r"{\w+}", r"\\w+", asked), name)]
    return any(f'"{Path(name).stem}"' in text for one in built for text in ASKED_FOR[one])


def is_a_librarys(name):
    """Whether a library asks for this page by its own name."""
    return (Path(allauth.__file__).parent / "templates" / name).exists()


@pytest.mark.parametrize("name", PAGES)
def test_no_script_or_style_is_written_into_it(name):
    assert INLINE.findall(PAGES[name].read_text()) == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_marked_safe_by_hand(name):
    assert not re.search(r"\|\s*safe\b|autoescape\s+false", PAGES[name].read_text())


@pytest.mark.parametrize("name", [name for name in PAGES if "<html" in PAGES[name].read_text()])
def test_only_the_one_page_writes_a_whole_document(name):
    assert name == "design/page.html"


@pytest.mark.parametrize("name", PAGES)
def test_a_form_that_posts_carries_its_token(name):
    text = PAGES[name].read_text()
    for form in re.findall(r"<form\b.*?</form>", text, re.DOTALL):
        if re.search(r"""method=["']post["']""", form, re.IGNORECASE):
            assert re.search(r"{{ ?(?:csrf_input|token) ?}}", form), form[:200]


@pytest.mark.parametrize("name", PAGES)
def test_an_address_written_by_hand_leads_somewhere(name):
    for address in re.findall(r"""(?:href|action)=["'](/[^"'{]*)["']""", PAGES[name].read_text()):
        try:
            resolve(address)
        except Resolver404:
            pytest.fail(f"{name} leads to {address}, where there is no page")


@pytest.mark.parametrize("name", [name for name in PAGES if STARTS_A_PAGE.match(PAGES[name].read_text())])
def test_its_words_are_kind_and_plain(name):
    words = plain.without_tags(JINJA.sub("x", PAGES[name].read_text()))
    assert [f"{one.phrase}: {one.instead}" for one in plain.harsh_words(words)] == []
    sentences = "\n".join(line for line in words.splitlines() if len(plain.WORD.findall(line)) > 5)
    assert plain.grade(sentences) <= HARD_WORDS_GRADE, plain.longest_sentence(sentences)


@pytest.mark.parametrize(
    "inline",
    [
        "<style>",
        '<p style="x">',
        '<a onclick="x()">',
        "<script>x()</script>",
        '<a href="javascript:x()">',
        "<p\n  style='x'>",
    ],
)
def test_inline_script_and_style_would_be_seen(inline):
    assert INLINE.search(inline)


@pytest.mark.parametrize(
    "fine",
    [
        '<script src="a.js">',
        '<script type="application/json">{}</script>',
        "<p class=x>",
        '<section id="on">',
        '<a href="/x?style=1">',
    ],
)
def test_what_is_no_script_or_style_is_left_alone(fine):
    assert not INLINE.search(fine)
