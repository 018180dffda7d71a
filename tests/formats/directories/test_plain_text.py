"""HTML in a description is made text: its words stay, and nothing in it can run."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ownway.formats.directories.plain_text import MOST_CHARACTERS, plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Come and meet us.", "Come and meet us."),
        ("<p>Come &amp; <b>meet</b> us.</p><p>All&nbsp;welcome</p>", "Come & meet us.\n\nAll welcome"),
        ("<ul><li>Monday</li><li>Tuesday</li></ul>", "- Monday\n- Tuesday"),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("Ages 5 < 6 & up > 3", "Ages 5 < 6 & up > 3"),
        ("<script>alert(1)</script>Hello<style>p{}</style>", "Hello"),
        ("<img src=x onerror=alert(1)>Hello", "Hello"),
        ("<iframe src='https://example.org'>x</iframe>Hello", "Hello"),
        ("<svg onload=alert(1)><p>hidden</p></svg>Hello", "Hello"),
        ("See <a href='https://example.org'>our page</a>.", "See our page (https://example.org)."),
        ("<a href='https://example.org'>https://example.org</a>", "https://example.org"),
        ("<a href='mailto:gwen@example.org'>Gwen</a>", "Gwen (gwen@example.org)"),
        ("<a href='javascript:alert(1)'>click</a>", "click"),
        ("<a href=' JavaScript:alert(1)'>click</a>", "click"),
        ("a<!-- hidden -->b", "ab"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("a\x00b\u202ec\u2066d", "abcd"),
        ("</div></body>after", "after"),
        ("", ""),
    ],
)
def test_its_words_stay(html, text):
    assert plain_text(html) == text


def test_a_long_one_is_cut_and_says_so():
    cut = plain_text("a" * (MOST_CHARACTERS + 5))
    assert (len(cut), cut[-1]) == (MOST_CHARACTERS + 1, "…")


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("<>/ab&#;'\"= !-\n\x00"), max_size=80))
def test_no_tag_is_left_of_any_text(html):
    assert "\0" not in plain_text(f"{html}<script>run()</script>")
    assert plain_text("<p>" + html.replace("<", "").replace("&", "") + "</p>").count("<") == 0


@pytest.mark.parametrize(
    "evil", ["<", "<a ", "<!--", "&#", "<a href=http://x>", "<script>", "<![CDATA[", "</a", "<div>", "<table>", "&amp;"]
)
def test_none_takes_long(evil):
    began = time.process_time()
    plain_text(evil * (MOST_CHARACTERS // len(evil)))
    assert time.process_time() - began < 2
