"""Every address of the program, with what its door asks for: for the tests that go round the whole house."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, get_resolver
from django.urls.resolvers import RoutePattern

from ownway.ground.access.web.urls import LIBRARY_DOORS

NOT_THERE = {
    "int": 999_999_999,
    "str": "not-there",
    "slug": "not-there",
    "uuid": "00000000-0000-4000-8000-000000000000",
}


@dataclass(frozen=True, slots=True)
class Door:
    """An address as it is written in the addresses' files, its name, and the permission and methods it declares."""

    route: str
    name: str
    may: Any
    methods: tuple[str, ...]
    blanks: dict[str, str]  # the name and kind of each changing part
    is_library: bool
    what: str  # what is behind it, in the view's own words

    @property
    def is_about_a_person(self) -> bool:
        return "person_id" in self.blanks

    def address(self, known: dict[str, Any]) -> str:
        """The address with its changing parts filled in: from `known`, else with something that is not there."""
        filled = self.route
        for blank, kind in self.blanks.items():
            value = known[blank] if blank in known else NOT_THERE[kind]
            filled = filled.replace(f"<{kind}:{blank}>", str(value)).replace(f"<{blank}>", str(value))
        return "/" + filled

    def is_known_by(self, known: dict[str, Any]) -> bool:
        """Whether every changing part can be filled in with something that is there."""
        return self.blanks.keys() <= known.keys()


def every_door() -> list[Door]:
    """All doors, in the order of their addresses."""
    return sorted(walk(get_resolver().url_patterns, route="", space=""), key=lambda door: door.route)


def walk(patterns: list[Any], *, route: str, space: str) -> Iterator[Door]:
    """The doors under these patterns."""
    for pattern in patterns:
        here = route + written(pattern)
        if isinstance(pattern, URLPattern):
            yield door_at(pattern, route=here, space=space)
        else:
            inside = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from walk(pattern.url_patterns, route=here, space=inside)


def written(pattern: Any) -> str:
    """The part of an address that a pattern stands for; the one regular expression is written as a path."""
    if isinstance(pattern.pattern, RoutePattern):
        return str(pattern.pattern)
    expression = str(pattern.pattern).removeprefix("^").removesuffix("$")
    return expression.replace(r"(?P<uidb36>[0-9A-Za-z]+)", "<str:uidb36>").replace("(?P<key>.+)", "<str:key>")


def door_at(pattern: URLPattern, *, route: str, space: str) -> Door:
    """The door behind one pattern."""
    name = f"{space}{pattern.name}"
    view = pattern.callback
    blanks = {blank: kind_of(converter) for blank, converter in pattern.pattern.converters.items()}
    blanks |= {part.split(":")[1]: part.split(":")[0] for part in parts(route) if ":" in part}
    return Door(
        route=route,
        name=name,
        may=getattr(view, "may", None) or LIBRARY_DOORS.get(name),
        methods=getattr(view, "methods", ("GET", "POST")),
        blanks=blanks,
        is_library=name in LIBRARY_DOORS,
        what=(view.__doc__ or "").strip().split("\n")[0],
    )


def parts(route: str) -> list[str]:
    """What stands between < and > in a route."""
    return [piece.split(">")[0] for piece in route.split("<")[1:]]


def kind_of(converter: Any) -> str:
    return type(converter).__name__.removesuffix("Converter").replace("String", "str").lower()
