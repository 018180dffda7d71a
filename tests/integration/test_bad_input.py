"""Bad input, one row each: what is said beside the field; what was typed is still there, and nothing was saved."""

import csv
from dataclasses import dataclass, field

import html5lib
import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from tests.factories.accounts import make_line
from tests.factories.bank_files import HEAD
from tests.factories.offers import make_open_offer
from tests.factories.plans import make_plan

from ownway.journey.plans.models import Assistant, Heading, Line


@dataclass(frozen=True, slots=True)
class Door:
    """Who types where, and what would be right."""

    who: str
    address: str
    right: dict[str, str] = field(default_factory=dict)


def day(name, *boxes):
    """The three boxes of a date."""
    return dict(zip((f"{name}_day", f"{name}_month", f"{name}_year"), boxes, strict=True))


PERSON = "/people/{person}"
HOURS = {"assistant_id": "{assistant}", "day_kind": "weekday", "minutes_weekly": "3", "hourly_pence": "13.00"}
DOORS = {
    "what matters": Door(
        "dev", f"{PERSON}/needs/write/", {"words": "I want to swim.", **day("said_on", "1", "9", "2026")}
    ),
    "outcome": Door("dev", f"{PERSON}/needs/outcomes/add/", {"words": "I want to sing again", "area": "community"}),
    "hours": Door("dev", f"{PERSON}/plan/headings/{{heading}}/lines/pa_hours/", HOURS),
    "amount": Door(
        "dev",
        f"{PERSON}/plan/headings/{{heading}}/lines/activity/",
        {"words": "Swimming", "amount_pence": "6.50", "every": "week"},
    ),
    "plan’s first day": Door("dev", f"{PERSON}/plan/start/", day("starts_on", "7", "9", "2026")),
    "household": Door(
        "dev",
        f"{PERSON}/contribution/money/household/",
        {
            "kind": "single",
            "children": "0",
            "pension_credit_age": "no",
            "disability_premium": "no",
            "enhanced_disability_premium": "no",
            "carer_premium": "no",
        },
    ),
    "income": Door(
        "dev",
        f"{PERSON}/contribution/money/income/add/",
        {"kind": "esa", "label": "ESA", "amount_pence": "200.00", "every": "week"},
    ),
    "savings": Door(
        "dev",
        f"{PERSON}/contribution/money/capital/add/",
        {"kind": "savings", "label": "Savings", "amount_pence": "9,000", "owners": "1"},
    ),
    "bank account": Door(
        "amina",
        f"{PERSON}/payments/bank-account/",
        {"holder_name": "Amina Okafor", "sort_code": "08-99-99", "account_number": "66374958", "bank": ""},
    ),
    "balance": Door("brian", f"{PERSON}/account/balance/", {"pence": "12.50", **day("on", "31", "8", "2026")}),
    "statement": Door("brian", f"{PERSON}/account/statements/add/"),
    "receipt": Door("brian", f"{PERSON}/account/lines/{{line}}/receipts/add/"),
    "figure": Door(
        "harriet",
        "/figures/pension.ae_trigger/",
        {"value": "10,000", "source": "SI 2026/1", **day("from_on", "6", "4", "2026")},
    ),
    "question": Door("amina", f"{PERSON}/offer/{{version}}/ask/", {"words": "Can Carys come on Sundays?"}),
}

BOMB = b'<?xml version="1.0"?><!DOCTYPE OFX [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><OFX>&b;</OFX>'
LLOYDS = f"{HEAD}\r\n30/02/2026,FPO,'30-00-00,12345678,SHOP,1.00,,99.00\r\n".encode()
HUGE = "9" * 10_000
ROWS = [
    # empty
    ("hours", {"minutes_weekly": ""}, "Enter hours a week"),
    ("income", {"amount_pence": " "}, "Answer the question “How much?”"),
    ("question", {"words": " \n "}, "Write your question"),
    ("plan’s first day", day("starts_on", "", "", ""), "Answer the question “When does this plan start?”"),
    ("statement", {"file": b""}, "This file is empty. Choose another"),
    ("receipt", {"photo": b""}, "This file is empty. Choose another"),
    # huge
    ("hours", {"minutes_weekly": "400 hours"}, "must be 168 hours or less. A week has 168 hours"),
    ("hours", {"minutes_weekly": HUGE}, "Enter hours and minutes, like 3 hours 30 minutes, 3:30 or 3.5"),
    ("amount", {"amount_pence": HUGE}, "Enter an amount in pounds, like 12.50"),
    ("amount", {"words": "long " * 1_000}, "must be 200 characters or fewer. You have written 4999"),
    ("household", {"children": HUGE}, "This answer must be a whole number, like 12"),
    ("figure", {"value": "99999999999999"}, "must be £9,999,999.99 or less"),
    ("question", {"words": "long " * 1_000}, "must be 2000 characters or fewer. You have written 4999"),
    ("bank account", {"account_number": "6" * 1_000}, "must be 20 characters or fewer"),
    # wrong type
    ("hours", {"minutes_weekly": "some"}, "Enter hours and minutes, like 3 hours 30 minutes, 3:30 or 3.5"),
    ("hours", {"minutes_weekly": "3.30"}, "We cannot be sure what 3.30 means. Write it like 3 hours 30"),
    ("hours", {"assistant_id": "Carys"}, "Choose one of the answers in the list"),
    ("hours", {"day_kind": "someday"}, "Choose one of the answers in the list"),
    ("hours", {"hourly_pence": "1e9"}, "Enter an amount in pounds, like 12.50"),
    ("amount", {"amount_pence": "NaN"}, "Enter an amount in pounds, like 12.50"),
    ("amount", {"amount_pence": "12,50"}, "Use a full stop before the pence, like 12.50"),
    ("income", {"every": "fortnight"}, "Choose one of the answers in the list"),
    ("household", {"children": "two"}, "This answer must be a whole number, like 12"),
    ("savings", {"owners": "1.5"}, "This answer must be a whole number, like 12"),
    ("bank account", {"sort_code": "ab-cd-ef"}, "A sort code has only numbers, like 12-34-56."),
    ("bank account", {"account_number": "1234"}, "An account number has 6 to 10 digits. This one has 4."),
    ("figure", {"value": "about 10"}, "Enter an amount in pounds, like 12.50"),
    ("receipt", {"photo": b"%PDF-1.7"}, "cannot read this as a photo. Please send a JPEG"),
    ("statement", {"file": b"%PDF-1.7"}, "This PDF is damaged, so we cannot read it"),
    ("statement", {"file": b"PK\x03\x04" + bytes(40)}, "This ZIP or spreadsheet file is damaged. Please download it"),
    # wrong encoding
    ("statement", {"file": HEAD.encode("utf-16")[:-1]}, "The file is not text that we can read. Please send"),
    ("statement", {"file": b"\xff\xfe\x00\x01" * 99}, "Line 1: We do not know this layout"),
    # traps for programs
    ("statement", {"file": BOMB}, "The file declares a document type, which bank files do not"),
    ("receipt", {"photo": BOMB}, "cannot read this as a photo. Please send a JPEG"),
    # days that are not
    ("statement", {"file": LLOYDS}, "Line 2: “30/02/2026” is not a day in the calendar."),
    ("plan’s first day", day("starts_on", "30", "2", "2027"), "30 February 2027 is not a real date"),
    ("what matters", day("said_on", "30", "February", "2026"), "30 February 2026 is not a real date"),
    ("balance", day("on", "31", "6", "2026"), "31 June 2026 is not a real date"),
    ("balance", day("on", "1", "1", "2199"), "This answer must be 31 December 2099 or earlier"),
    ("figure", day("from_on", "x", "4", "2026"), "Enter a day, like 27"),
    # less than nothing
    ("hours", {"minutes_weekly": "-3"}, "Hours cannot be less than 0"),
    ("hours", {"hourly_pence": "−13"}, "Pay for an hour must be £0.01 or more"),
    ("amount", {"amount_pence": "-6.50"}, "This answer must be £0.01 or more"),
    ("income", {"amount_pence": "-200"}, "This answer must be £0 or more"),
    ("household", {"children": "-1"}, "This answer must be 0 or more"),
    ("figure", {"value": "-1"}, "must be £0 or more"),
]


@pytest.fixture
def known(amina, dev, brian, today):
    """The numbers of what the doors are about."""
    make_plan(amina, dev)
    return {
        "person": amina.pk,
        "heading": Heading.objects.first().pk,
        "assistant": Assistant.objects.get().pk,
        "version": make_open_offer(amina, dev).version,
        "line": make_line(amina, brian),
    }


@pytest.fixture
def send(request, as_, known):
    """`send(door, typed)`: that is typed there, and the rest is right. Gives what was sent, the page, what changed."""

    def sent(door, typed):
        browser = as_(request.getfixturevalue(door.who))
        right = {name: value.format(**known) for name, value in door.right.items()}
        files = {
            name: SimpleUploadedFile(f"{name}.csv", data) for name, data in typed.items() if isinstance(data, bytes)
        }
        boxes, before = right | typed | files, everything()
        answer = browser.post(door.address.format(**known), boxes)
        return boxes, answer, {table for table, _ in before ^ everything()}

    return sent


def everything():
    """A digest of every row of every table of ours, but for the notes of who looked."""
    tables = [model._meta.db_table for model in apps.get_models() if model.__module__.startswith("ownway.")]
    rows = "SELECT '{0}', md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {0} AS t"
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(rows.format(table) for table in tables if table != "audit_look"))
        return set(cursor.fetchall())


def read(answer):
    """The page as a tree; it is valid HTML whatever was typed."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(answer.content.decode())


def text(element):
    return " ".join(" ".join(element.itertext()).split())


def boxes_of(tree):
    """What stands in the boxes of a page, by name. What nobody can choose there has no box to stand in."""
    found = {}
    for box in tree.iter("input"):
        if box.get("type") not in ("radio", "checkbox") or box.get("checked") is not None:
            found[box.get("name")] = box.get("value", "")
    found |= {box.get("name"): (box.text or "").removeprefix("\n") for box in tree.iter("textarea")}
    for box in tree.iter("select"):
        found |= {box.get("name"): option.get("value") for option in box.iter("option") if "selected" in option.attrib}
    return found


def could_be_kept(tree, name, value):
    """Whether a person can have given this value in this page: any words, or one of the answers offered."""
    offered = [box.get("value") for box in tree.iter("input") if box.get("name") == name and box.get("type") == "radio"]
    return isinstance(value, str) and (not offered or value in offered)


@pytest.mark.parametrize(("where", "typed", "told"), ROWS, ids=[f"{where}: {told}" for where, _, told in ROWS])
def test_it_is_refused_beside_its_field_with_nothing_lost_and_nothing_saved(send, known, where, typed, told):
    sent, answer, changed = send(DOORS[where], typed)
    assert changed == set()
    assert answer.status_code == 200
    page = read(answer)
    by_id = {element.get("id"): element for element in page.iter() if element.get("id")}
    field_name = next(iter(typed)).removesuffix("_day")
    assert told in text(by_id[f"id_{field_name}-error"])
    links = [a.get("href", "").removeprefix("#") for a in page.iter("a") if told in text(a)]
    assert links, "the list of what to put right does not say it"
    assert links[0] in by_id
    boxes = boxes_of(page)
    kept = {name: value for name, value in sent.items() if could_be_kept(page, name, value)}
    assert {name: boxes.get(name) for name in kept} == kept


@pytest.mark.parametrize("where", [where for where, door in DOORS.items() if door.right])
def test_what_is_right_in_the_table_is_accepted(send, where):
    _, answer, changed = send(DOORS[where], {})
    assert answer.status_code == 302
    assert changed


UNSEEN = "Swim\x00\x0b\x1b\ufffeming"


def test_what_nobody_can_see_is_left_out_of_what_is_kept(send, known):
    assert send(DOORS["amount"], {"words": UNSEEN})[1].status_code == 302
    assert Line.objects.filter(words="Swimming").exists()


def test_what_nobody_can_see_is_left_out_of_the_page_too(send):
    page = read(send(DOORS["amount"], {"words": UNSEEN, "amount_pence": "1\x002"})[1])
    assert boxes_of(page)["words"] == "Swimming"


def test_a_formula_of_a_statement_stays_words_in_what_is_downloaded(send, known, as_, brian):
    formula = f'{HEAD}\r\n03/08/2026,FPO,\'30-00-00,12345678,"=HYPERLINK(1)",1.00,,99.00\r\n'.encode()
    assert send(DOORS["statement"], {"file": formula})[1].status_code == 302
    downloaded = as_(brian).get(f"/people/{known['person']}/account/lines.csv").content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(downloaded.splitlines()) for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert [cell for cell in cells if cell.startswith(("=", "@", "+"))] == []


ODD_WORDS = [
    "",
    " ",
    "%",
    "_",
    "'; DROP TABLE people_person; --",
    "<script>",
    "\x00",
    "\ud7ff\ufffe",
    "💷",
    "9" * 3_000,
]


@pytest.mark.parametrize("words", ODD_WORDS)
@pytest.mark.parametrize("address", ["/people/", "/people/{person}/account/"])
def test_a_search_for_anything_is_answered(as_, dev, known, words, address):
    browser = as_(dev)
    for page in ("1", "-1", "two", "9" * 5_000):
        answer = browser.get(address.format(**known), {"words": words, "page": page})
        assert answer.status_code == 200
        read(answer)


@pytest.mark.parametrize("number", ["0", "9" * 30, "9223372036854775808"])
def test_a_number_that_nobody_has_is_not_found(as_, dev, number):
    for address in (f"/people/{number}/", f"/people/{number}/plan/", f"/payments/{number}/"):
        assert as_(dev).get(address).status_code in (403, 404)
