"""What a worker types of a person and of who stands to them, as a browser sends it."""

NADIA = {
    "reference": "P20001",
    "name": "Nadia Rahman",
    "known_as": "",
    "born_on_day": "5",
    "born_on_month": "5",
    "born_on_year": "1984",
    "client_group": "physical_disability",
    "address": "9 Mill Row\nSheafdale\nZZ1 9MR",
    "phone": "01632 960 555",
    "email": "nadia@home.example",
    "letter_format": "standard",
    "contact_notes": "Please send a text first.",
}
SISTER = {
    "relation": "representative",
    "name": "Sara Okafor",
    "email": "sara@home.example",
    "from_on_day": "24",
    "from_on_month": "8",
    "from_on_year": "2026",
}


def day(name: str, *boxes: str) -> dict[str, str]:
    """The three boxes of a date."""
    return dict(zip((f"{name}_day", f"{name}_month", f"{name}_year"), boxes, strict=True))
