"""A bad file is refused with its line and its reason, and nothing is half imported."""

import gzip
from datetime import date

import pytest
from tests.factories.accounts import picture
from tests.factories.bank_files import lloyds

from ownway.journey.accounts.models import Line, Statement, WaitingFile

GOOD = lloyds((date(2026, 8, 3), "SHOP", -100), (date(2026, 8, 4), "SHOP", -200))
BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]><a>&c;&c;&c;</a>'
BAD = {
    "empty": (b"", "empty"),
    "only a heading": (GOOD.splitlines()[0], "nothing to add"),
    "a picture": (picture(kind="PNG"), "picture"),
    "a zip": (b"PK\x03\x04" + bytes(40), "ZIP"),
    "a gzip": (gzip.compress(GOOD), "Nothing was added"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "Nothing was added"),
    "an XML bomb": (BOMB, "XML"),
    "a web page": (b"<!doctype html><p>Sign in", "web page"),
    "30 February": (GOOD.replace(b"03/08/2026", b"30/02/2026"), "Line 3: “30/02/2026” is not a day in the calendar."),
    "another layout": (b"a,b,c\n1,2,3\n", "layout"),
    "noise": (bytes(range(256)) * 20, "Nothing was added"),
    "NUL bytes": (GOOD.replace(b"SHOP", b"SH\x00P"), "Nothing was added"),
    "UTF-16 cut short": ("a,b\r\n".encode("utf-16")[:-1], "Nothing was added"),
    "sums with letters": (GOOD.replace(b"1.00", b"1.0O").replace(b"2.00", b"two"), "Nothing was added"),
}


@pytest.mark.parametrize("name", BAD)
def test_it_says_why_and_adds_nothing(name, upload):
    data, words = BAD[name]
    answer = upload(data, name="statement.csv")
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert Line.objects.count() == Statement.objects.count() == WaitingFile.objects.count() == 0


def test_a_file_that_is_too_large_is_refused_before_it_is_read(upload, settings):
    settings.STATEMENT_MAX_BYTES = 1024 * 1024
    page = upload(GOOD + b"\n" * 1024 * 1024).content.decode()
    assert "This file is larger than 1 MB. Please send fewer months at a time" in page
    assert WaitingFile.objects.count() == 0


def test_no_file_is_asked_for(send):
    assert "Choose the file of your bank statement" in send("statements/add/").content.decode()


def test_a_good_file_in_utf_16_is_read(upload):
    assert upload(GOOD.decode().encode("utf-16")).status_code == 302
    assert Line.objects.count() == 2


def test_a_name_as_long_as_may_be_does_no_harm(upload):
    upload(GOOD, name="s" * 90 + ".csv")
    assert Line.objects.count() == 2


def test_words_that_a_spreadsheet_would_run_are_kept_and_shown_as_words(upload, see):
    words = "=HYPERLINK(1)<script>alert(1)</script>"
    upload(lloyds((date(2026, 8, 3), words, -100)))
    assert Line.objects.get().words == words
    assert "<script>alert(1)" not in see().content.decode()
    assert "'=HYPERLINK" in see("lines.csv").content.decode()
