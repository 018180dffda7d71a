"""What may follow what: one table of moves for each noun, and the pictures drawn from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from ownway.rules.refusals import Refused


class MoveRefused(Refused):
    """The move is not in the table. The message is a plain sentence that says what can be done instead."""

    def __init__(self, message: str, *, noun: str, before: str, after: str) -> None:
        super().__init__(message)
        self.noun = noun
        self.before = before
        self.after = after


@dataclass(frozen=True, slots=True)
class Move:
    """One step that a thing may take: from a state, by doing something, to a state."""

    before: str
    verb: str
    after: str


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """The whole life of one kind of thing: the states with the words people read, and every move there is.

    `labels` holds each state in the order a person meets them; the first is where every life begins.
    """

    name: str
    labels: Mapping[str, str]
    moves: tuple[Move, ...]


def _moves(table: str) -> tuple[Move, ...]:
    """Read lines of `before > verb in words > after`."""
    rows = [[cell.strip() for cell in line.split(">")] for line in table.strip().splitlines()]
    return tuple(Move(before=before, verb=verb, after=after) for before, verb, after in rows)


LIFECYCLES: Mapping[str, Lifecycle] = {
    "plan": Lifecycle(
        "support plan",
        {
            "draft": "being written",
            "offered": "offered",
            "agreed": "agreed",
            "replaced": "replaced by a newer plan",
        },
        _moves("""
            draft > offer what it comes to > offered
            draft > start a newer plan > replaced
            offered > both sides accept > agreed
            offered > start a newer plan > replaced
            agreed > agree a newer plan > replaced
        """),
    ),
    "offer": Lifecycle(
        "offer",
        {
            "made": "waiting for both sides to accept",
            "accepted": "accepted by both",
            "withdrawn": "withdrawn",
            "replaced": "replaced by a newer offer",
        },
        _moves("""
            made > both sides accept > accepted
            made > take it back, saying why > withdrawn
            made > make a newer offer > replaced
            accepted > agree a newer offer > replaced
        """),
    ),
    "agreement": Lifecycle(
        "direct payment",
        {
            "setting_up": "being set up",
            "running": "running",
            "paused": "paused",
            "ending": "ending, with notice given",
            "ended": "ended",
        },
        _moves("""
            setting_up > make the first payment > running
            setting_up > give notice > ending
            running > pause, with a reason > paused
            paused > start again > running
            running > give notice > ending
            paused > give notice > ending
            ending > decide to carry on > running
            ending > settle the last bills > ended
        """),
    ),
    "payment_run": Lifecycle(
        "payment run",
        {
            "proposed": "proposed",
            "approved": "approved",
            "files_written": "ready for the bank",
            "confirmed": "confirmed by the bank",
            "withdrawn": "withdrawn",
        },
        _moves("""
            proposed > a second person approves > approved
            proposed > withdraw it, saying why > withdrawn
            approved > write the bank files > files_written
            approved > withdraw it, saying why > withdrawn
            files_written > the bank confirms > confirmed
            files_written > the bank does not take the files > withdrawn
        """),
    ),
    "statement_import": Lifecycle(
        "bank statement",
        {
            "received": "received",
            "waiting": "waiting for an answer",
            "added": "added to the account",
            "left_out": "left out",
            "refused": "not readable",
            "taken_back": "taken back",
        },
        _moves("""
            received > read every line and add the new ones > added
            received > ask what only a person can know > waiting
            received > say which line could not be read > refused
            waiting > take it as answered > added
            waiting > leave it out > left_out
            added > take it back, saying why > taken_back
        """),
    ),
    "check_up": Lifecycle(
        "financial check-up",
        {
            "due": "due",
            "open": "being looked at",
            "talking": "being talked over",
            "closed": "finished",
        },
        _moves("""
            due > look at the account > open
            open > write to the person or call > talking
            open > finish it, as all is well > closed
            talking > look again > open
            talking > finish it with what was agreed > closed
        """),
    ),
    "surplus_proposal": Lifecycle(
        "proposal about unused money",
        {
            "proposed": "waiting for a reply",
            "agreed": "agreed",
            "not_agreed": "not agreed",
            "withdrawn": "withdrawn, and the money stays",
        },
        _moves("""
            proposed > the person agrees > agreed
            proposed > the person does not agree > not_agreed
            proposed > leave the money where it is > withdrawn
            not_agreed > the person agrees after talking > agreed
            not_agreed > leave the money where it is > withdrawn
            agreed > leave the money where it is > withdrawn
        """),
    ),
    "question": Lifecycle(
        "question",
        {"asked": "waiting for an answer", "answered": "answered"},
        _moves("""
            asked > answer it > answered
            answered > ask again > asked
        """),
    ),
    "letter": Lifecycle(
        "letter",
        {"made": "made, and kept with its facts", "sent": "sent", "came_back": "back with us"},
        _moves("""
            made > send it > sent
            sent > it does not arrive > came_back
            came_back > send it another way > sent
        """),
    ),
}


def first_state(noun: str) -> str:
    """Where every life of this noun begins."""
    return next(iter(LIFECYCLES[noun].labels))


def choices(noun: str) -> list[tuple[str, str]]:
    """Each state with the words people read, in the order people meet them."""
    return list(LIFECYCLES[noun].labels.items())


def next_states(noun: str, before: str) -> tuple[str, ...]:
    """The states that may come right after this one. Unknown states raise KeyError: that is a bug, not a refusal."""
    _known(noun, before)
    return tuple(move.after for move in LIFECYCLES[noun].moves if move.before == before)


def is_over(noun: str, state: str) -> bool:
    """True when nothing can follow this state. A letter that was sent, and a question answered, may rest for ever."""
    return not next_states(noun, state)


def may_follow(noun: str, before: str, after: str) -> bool:
    """True when a thing may go straight from `before` to `after`."""
    _known(noun, after)
    return after in next_states(noun, before)


def require_move(noun: str, before: str, after: str) -> None:
    """Say nothing when the move is in the table; otherwise raise MoveRefused with a sentence for the person."""
    if may_follow(noun, before, after):
        return
    life = LIFECYCLES[noun]
    message = f"This {life.name} is {life.labels[before]}, so it cannot become “{life.labels[after]}”. "
    message += _what_can_be_done(life, before)
    raise MoveRefused(message, noun=noun, before=before, after=after)


def draw(noun: str) -> str:
    """The table of one noun as a Mermaid state diagram: text that documentation pages show as a picture."""
    life = LIFECYCLES[noun]
    lines = ["stateDiagram-v2", *(f"    {state} : {words}" for state, words in life.labels.items())]
    lines.append(f"    [*] --> {first_state(noun)}")
    lines += [f"    {move.before} --> {move.after} : {move.verb}" for move in life.moves]
    lines += [f"    {state} --> [*]" for state in life.labels if is_over(noun, state)]
    return "\n".join(lines) + "\n"


def draw_all() -> str:
    """Every table as one Markdown page with a diagram each."""
    parts = ["# What may follow what\n", "Drawn from `rules/lifecycles.py`.\n"]
    for noun, life in LIFECYCLES.items():
        parts.append(f"## {life.name.capitalize()}\n\n```mermaid\n{draw(noun)}```\n")
    return "\n".join(parts)


def _what_can_be_done(life: Lifecycle, before: str) -> str:
    verbs = [move.verb for move in life.moves if move.before == before]
    if not verbs:
        return "Nothing more can happen to it."
    return f"What can be done now: {'; '.join(verbs)}."


def _known(noun: str, state: str) -> None:
    if state not in LIFECYCLES[noun].labels:
        raise KeyError(f"{state!r} is not a state of {noun!r}")
