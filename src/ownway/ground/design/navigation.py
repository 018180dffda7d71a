"""Places in the main navigation, and who is looking."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the main navigation: its words and its address."""

    text: str
    href: str

    def is_open_at(self, path: str) -> bool:
        """Is the page at `path` this place, or inside it?"""
        return path == self.href or (self.href != "/" and path.startswith(self.href.rstrip("/") + "/"))


def signed_in_person(request: Any) -> Any:
    """The person signed in, or None: also on an error page, where nobody may have been asked for yet."""
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None
