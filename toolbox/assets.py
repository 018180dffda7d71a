"""From the npm packages, what pages and letters use: GOV.UK Frontend without the crown and its typeface, htmx, Noto.

A service that is not on gov.uk may not use the crown, the royal arms or the GDS Transport typeface.
"""

import re
import shutil
from pathlib import Path

from toolbox.shell import TroubleError

THEIR_FONTS = "GDS Transport,arial,sans-serif"
OUR_FONTS = '"Noto Sans",arial,sans-serif'
WEIGHTS = ("400", "700")
SUBSETS = ("latin-ext", "latin")
LETTER_FONTS = {
    "NotoSans-Regular.ttf": "noto-sans/400Regular/NotoSans_400Regular.ttf",
    "NotoSans-Italic.ttf": "noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf",
    "NotoSans-Bold.ttf": "noto-sans/700Bold/NotoSans_700Bold.ttf",
    "NotoSans-BoldItalic.ttf": "noto-sans/700Bold_Italic/NotoSans_700Bold_Italic.ttf",
    "NotoSansArabic-Regular.ttf": "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
    "NotoSansArabic-Bold.ttf": "noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf",
    "NotoNastaliqUrdu-Regular.ttf": "noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf",
    "NotoNastaliqUrdu-Bold.ttf": "noto-nastaliq-urdu/700Bold/NotoNastaliqUrdu_700Bold.ttf",
    "LICENCE-NotoSans.txt": "noto-sans/LICENSE_FONT",
    "LICENCE-NotoSansArabic.txt": "noto-sans-arabic/LICENSE_FONT",
    "LICENCE-NotoNastaliqUrdu.txt": "noto-nastaliq-urdu/LICENSE_FONT",
}


def build(*, packages: Path, target: Path) -> None:
    """Write `static/` and `fonts/` under the target from the folder of npm packages."""
    govuk, htmx, fonts = target / "static" / "govuk", target / "static" / "htmx", target / "fonts"
    for folder in (govuk / "fonts", htmx, fonts):
        folder.mkdir(parents=True)
    theirs = packages / "govuk-frontend" / "dist" / "govuk"
    noto = packages / "@fontsource" / "noto-sans"
    faces = "".join(page_fonts((noto / f"{weight}.css").read_text()) for weight in WEIGHTS)
    style = without_brand((theirs / "govuk-frontend.min.css").read_text())
    (govuk / "govuk-frontend.min.css").write_text(f"{style.rstrip()}\n{faces}")
    (govuk / "govuk-frontend.min.js").write_text(without_map((theirs / "govuk-frontend.min.js").read_text()))
    for name in re.findall(r"url\(fonts/([^)]+)\)", faces):
        shutil.copyfile(noto / "files" / name, govuk / "fonts" / name)
    shutil.copyfile(noto / "LICENSE", govuk / "fonts" / "LICENCE.txt")
    shutil.copyfile(packages / "htmx.org" / "dist" / "htmx.min.js", htmx / "htmx.min.js")
    for name, source in LETTER_FONTS.items():
        shutil.copyfile(packages / "@expo-google-fonts" / source, fonts / name)


def without_brand(css: str) -> str:
    """The stylesheet without the crown, the arms and the typeface that other services may not use."""
    css = re.sub(r"@font-face\{[^}]*GDS Transport[^}]*\}", "", css)
    css = re.sub(r"[^{}]*\{[^{}]*govuk-crest[^{}]*\}", "", css)
    css = re.sub(r"\.govuk-footer__crown\{[^{}]*\}", "", css)
    css = without_map(css.replace(THEIR_FONTS, OUR_FONTS))
    left = re.search(r"url\([^)]*\)|GDS Transport|crown|crest", css, re.IGNORECASE)
    if left:
        raise TroubleError(f"GOV.UK Frontend's stylesheet has something new to look at: {left[0]} (toolbox/assets.py).")
    return css


def without_map(text: str) -> str:
    """The text without the note that says where its source map would be, for that map is not served."""
    return re.sub(r"\n?/[/*]# sourceMappingURL=\S+(?: \*/)?", "", text)


def page_fonts(css: str) -> str:
    """The `@font-face` rules for the alphabets of Welsh and its neighbours, each naming one file beside the sheet."""
    rules = re.findall(rf"/\* noto-sans-(?:{'|'.join(SUBSETS)})-\d+-normal \*/\s*(@font-face \{{[^}}]*\}})", css)
    if len(rules) != len(SUBSETS):
        raise TroubleError("The Noto Sans package is laid out in a new way (toolbox/assets.py).")
    one_file = r"src: url(fonts/\1) format('woff2');"
    return "".join(re.sub(r"src: url\(\./files/([^)]+\.woff2)\)[^;]*;", one_file, rule) + "\n" for rule in rules)
