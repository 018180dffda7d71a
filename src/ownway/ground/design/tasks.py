"""What is still to do, whose turn it is, and how long they have: lines of a set-up list."""

from dataclasses import dataclass

from ownway.ground.design.words import many


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do. `days_left` counts against what was promised: below nought when it is late, None when no date."""

    words: str
    done: bool
    turn: str = ""
    days_left: int | None = None
    href: str = ""

    @property
    def tag(self) -> str:
        """One or two words on how it stands."""
        if self.done:
            return "Done"
        return "Late" if self.days_left is not None and self.days_left < 0 else "To do"

    @property
    def hint(self) -> str:
        """Whose turn it is and how long they have, "Farah’s turn. 3 days left"; nothing when it is done."""
        if self.done:
            return ""
        told = [f"{self.turn}’s turn" if self.turn else "", _time_left(self.days_left)]
        return ". ".join(part for part in told if part)


def _time_left(days: int | None) -> str:
    if days is None:
        return ""
    if days < 0:
        return f"{many(-days, 'day')} late"
    return "Due today" if days == 0 else f"{many(days, 'day')} left"
