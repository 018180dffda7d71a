"""Every page, as each person who may open it: valid HTML, one main heading, few questions, and none while drawing."""

from contextlib import contextmanager

import html5lib
import pytest
from django.db import connection
from django.template import engines
from django.template.backends.jinja2 import Template
from django.test.utils import CaptureQueriesContext
from html5lib.html5parser import ParseError
from tests.factories.examples import make_examples
from tests.house import who
from tests.house.doors import every_door

MOST_QUERIES = 20


@pytest.fixture
def asked_while_drawing(monkeypatch):
    """The SQL that templates asked for since the list was last emptied."""
    asked = []
    render = Template.render

    def note(execute, sql, *rest):
        asked.append(sql)
        return execute(sql, *rest)

    def noted(self, *words, **more):
        with connection.execute_wrapper(note):
            return render(self, *words, **more)

    monkeypatch.setattr(Template, "render", noted)
    return asked


@contextmanager
def counted_queries():
    """The queries of one page, without the savepoints that only a test has."""
    queries = []
    with CaptureQueriesContext(connection) as captured:
        yield queries
    queries += [query["sql"] for query in captured.captured_queries if "SAVEPOINT" not in query["sql"]]


def problems_of(page):
    """What is wrong with a page as it was sent, in words."""
    try:
        tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    except ParseError as error:
        return [f"is not valid HTML: {error}"]
    headings = len(list(tree.iter("h1")))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    return [
        *([f"has {headings} main headings (h1)"] if headings != 1 else []),
        *([f"has an id more than once: {', '.join(twice)}"] if twice else []),
    ]


@pytest.mark.parametrize("name", who.PEOPLE)
def test_it_is_well_made_for_who_may_open_it(name, request, as_, anonymous, amina, dev, asked_while_drawing):
    known = make_examples(person=amina, by=dev)
    somebody = amina if name == "amina" else request.getfixturevalue(name)
    browser = anonymous if name == "anonymous" else as_(somebody)
    found, opened = [], 0
    for door in every_door():
        if "GET" not in door.methods or not who.marks(door.may) & who.PEOPLE[name]:
            continue
        asked_while_drawing.clear()
        with counted_queries() as queries:
            answer = browser.get(door.address(known))
        if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
            continue
        opened += 1
        problems = problems_of(answer.content.decode())
        if len(queries) > MOST_QUERIES:
            problems.append(f"asks {len(queries)} queries; {MOST_QUERIES} are enough")
        problems += [f"asks while it is drawn: {sql}" for sql in asked_while_drawing]
        found += [f"{answer.request['PATH_INFO']} {problem}" for problem in problems]
    assert found == [], f"What {name} sees:\n" + "\n".join(found)
    assert opened >= (2 if name == "anonymous" else 4)  # the round went through real pages


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<h1>One</h1><h1>Two</h1>", "has 2 main headings (h1)"),
        ("<p>None</p>", "has 0 main headings (h1)"),
        ("<h1 id=a>One</h1><p id=a>", "has an id more than once: a"),
        ("<h1>One</h1></div>", "is not valid HTML"),
    ],
)
def test_a_badly_made_page_would_be_seen(body, problem):
    (found,) = problems_of(f"<!DOCTYPE html><html lang=en><head><title>x</title></head><body>{body}</body></html>")
    assert found.startswith(problem)


def test_a_question_while_drawing_would_be_seen(asked_while_drawing, amina):
    page = engines["jinja2"].from_string("{% for person in people %}{{ person.name }}{% endfor %}")
    assert page.render({"people": type(amina).objects.all()}) == "Amina Okafor"
    assert len(asked_while_drawing) == 1
