"""Styles, scripts and typefaces are what they should be: whole, ours to use, and the same every time."""

import re

import pytest
from toolbox import assets
from toolbox.shell import TroubleError

from ownway.config import places

PACKAGES = places.ROOT / "node_modules"
STYLESHEET = places.STATIC / "govuk" / "govuk-frontend.min.css"


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_stylesheet_has_nothing_that_only_gov_uk_may_use():
    css = STYLESHEET.read_text()
    assert re.findall(r"GDS Transport|crown|crest|opengraph", css, re.IGNORECASE) == []
    assert css.count('font-family:"Noto Sans",arial,sans-serif') > 40


def test_the_stylesheet_fetches_nothing_but_the_typefaces_beside_it():
    addresses = re.findall(r"url\(([^)]*)\)", STYLESHEET.read_text())
    assert len(addresses) == 4
    assert [address for address in addresses if not (STYLESHEET.parent / address).is_file()] == []


def test_no_file_points_to_a_source_map_that_is_not_served():
    assert [name for name, content in contents(places.STATIC).items() if b"sourceMappingURL" in content] == []


def test_the_scripts_are_there():
    assert "export" in (places.STATIC / "govuk" / "govuk-frontend.min.js").read_text()
    assert "htmx" in (places.STATIC / "htmx" / "htmx.min.js").read_text()


@pytest.mark.parametrize("name", [name for name in assets.LETTER_FONTS if name.endswith(".ttf")])
def test_a_typeface_for_letters_is_a_whole_truetype_file(name):
    content = (places.FONTS / name).read_bytes()
    assert content[:4] == b"\0\1\0\0"
    tables = int.from_bytes(content[4:6], "big")
    entries = [content[12 + 16 * table : 28 + 16 * table] for table in range(tables)]
    ends = [int.from_bytes(entry[8:12], "big") + int.from_bytes(entry[12:16], "big") for entry in entries]
    assert max(ends) <= len(content)


def test_each_typeface_comes_with_its_licence():
    for licence in [*places.FONTS.glob("LICENCE-*"), places.STATIC / "govuk" / "fonts" / "LICENCE.txt"]:
        assert "SIL Open Font License" in licence.read_text() or "SIL OPEN FONT LICENSE" in licence.read_text()
    assert len(list(places.FONTS.glob("LICENCE-*"))) == 3


def test_building_again_gives_the_same_files(tmp_path):
    assets.build(packages=PACKAGES, target=tmp_path)
    assert contents(tmp_path / "static") == contents(places.STATIC)
    assert contents(tmp_path / "fonts") == contents(places.FONTS)


def test_the_typeface_and_the_arms_are_taken_out_of_a_stylesheet():
    css = (
        "@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2)}"
        "a{color:red;font-family:GDS Transport,arial,sans-serif}"
        "@media print{.logo:before{background:url(/assets/images/govuk-crest.svg)}b{color:blue}}"
        ".govuk-footer__crown{margin:0}i{color:green}\n/*# sourceMappingURL=x.css.map */"
    )
    expected = 'a{color:red;font-family:"Noto Sans",arial,sans-serif}@media print{b{color:blue}}i{color:green}'
    assert assets.without_brand(css) == expected


@pytest.mark.parametrize(
    "news", ["a{background:url(/assets/images/new.svg)}", "a{font:GDS Transport}", ".crown-logo{margin:0}"]
)
def test_something_new_in_the_stylesheet_is_not_passed_on_unseen(news):
    with pytest.raises(TroubleError, match="something new to look at"):
        assets.without_brand(news)


def test_a_new_layout_of_the_typeface_is_not_passed_on_unseen():
    with pytest.raises(TroubleError, match="laid out in a new way"):
        assets.page_fonts("@font-face { font-family: 'Noto Sans'; }")
