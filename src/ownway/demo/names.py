"""Names for made-up people: common first and last names of many backgrounds, put together by chance."""

from importlib.resources import files
from random import Random

WORDS = files("ownway.demo") / "words"
FIRST = tuple((WORDS / "first_names.txt").read_text("utf-8").split())
LAST = tuple((WORDS / "last_names.txt").read_text("utf-8").split())
STREETS = tuple((WORDS / "streets.txt").read_text("utf-8").splitlines())


def full_name(chance: Random) -> str:
    """A first and a last name."""
    return f"{chance.choice(FIRST)} {chance.choice(LAST)}"


def address(chance: Random) -> str:
    """A street of Sheafdale, which is nowhere: no real postcode begins with ZZ."""
    street = f"{chance.randint(1, 140)} {chance.choice(STREETS)}"
    return f"{street}\nSheafdale\nZZ{chance.randint(1, 9)} {chance.randint(1, 9)}{chance.choice('ABDEFGHJLN')}{chance.choice('PQRSTUWXYZ')}"


def phone(chance: Random) -> str:
    """A number from the range that is kept free for drama."""
    return f"01632 960 {chance.randint(0, 999):03}"
