"""What a reader of any kind fills in while it gives its lines: what stands around them, and what it could not take."""

from dataclasses import dataclass, field
from datetime import date

from ownway.formats.statements.values import Note, Part, Problem

MOST_PROBLEMS = 50
MOST_PARTS = 10_000
MOST_TEXT = 2_000


@dataclass(slots=True)
class Reading:
    """What stands around the lines; readers fill it in. Money in pence, None or "" where the file does not say.

    At most MOST_PROBLEMS of each (that stop, that are set aside or asked about, notes) are kept; the others are counted.
    """

    kind: str = ""
    layout: str = ""
    bank: str = ""
    account: str = ""
    currency: str = ""
    opening_pence: int | None = None
    closing_pence: int | None = None
    from_on: date | None = None
    to_on: date | None = None
    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    refusals: int = 0
    asides: int = 0
    questions: int = 0
    notes_made: int = 0

    @property
    def is_refused(self) -> bool:
        """Whether a problem stops the file."""
        return self.refusals > 0

    @property
    def is_full(self) -> bool:
        """Whether so many problems stop the file that a reader need not look for more."""
        return self.refusals >= MOST_PROBLEMS

    def refuse(self, place: int, reason: str, text: str = "") -> None:
        """A problem for which the whole file is refused. `place` 0 is the file itself, `text` is it as written."""
        self.refusals += 1
        if self.refusals <= MOST_PROBLEMS:
            self.problems.append(Problem(place, reason, text[:MOST_TEXT], stops=True))

    def refuse_for_one_reason(self, reason: str, text: str = "") -> None:
        """A reason beside which the problems of single lines say nothing, such as a file of another kind."""
        self.problems.clear()
        self.refusals = self.asides = self.questions = 0
        self.refuse(0, reason, text)

    def set_aside(self, place: int, reason: str, text: str = "") -> None:
        """A line that is not taken, for a person to look at."""
        self.asides += 1
        if self.asides <= MOST_PROBLEMS:
            self.problems.append(Problem(place, reason, text[:MOST_TEXT], stops=False))

    def question(self, place: int, reason: str, text: str = "") -> None:
        """Something about a line that is taken, or about the whole file, for a person to look at."""
        self.questions += 1
        if self.questions <= MOST_PROBLEMS:
            self.problems.append(Problem(place, reason, text[:MOST_TEXT], stops=False, kept=True))

    def note(self, place: int, words: str, text: str = "") -> None:
        """Something that is no problem, such as a payment that is still pending."""
        self.notes_made += 1
        if self.notes_made <= MOST_PROBLEMS:
            self.notes.append(Note(place, words, text[:MOST_TEXT]))

    def add_part(self, part: Part) -> None:
        """One statement of a file that holds several; the door joins those of one account and refuses several accounts."""
        self.parts.append(part)
        if len(self.parts) == MOST_PARTS:
            self.refuse(0, f"The file holds more than {MOST_PARTS:,} statements. Please send a shorter period.")

    def tell_the_rest(self) -> None:
        """Says how many problems and notes there were that are not kept; asked once, at the end."""
        more = self.refusals - MOST_PROBLEMS
        if more > 0:
            self.problems.append(Problem(0, f"There are {more:,} more problems like these.", "", stops=True))
        more = self.asides - MOST_PROBLEMS
        if more > 0:
            self.problems.append(Problem(0, f"{more:,} more lines were set aside and are not listed.", "", stops=False))
        more = self.questions - MOST_PROBLEMS
        if more > 0:
            reason = f"There are {more:,} more questions like these."
            self.problems.append(Problem(0, reason, "", stops=False, kept=True))
        if self.notes_made > MOST_PROBLEMS:
            self.notes.append(Note(0, f"There are {self.notes_made - MOST_PROBLEMS:,} more notes like these."))
