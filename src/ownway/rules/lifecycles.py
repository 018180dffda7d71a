"""What may follow what: one table of moves for each noun, and the pictures drawn from it."""

from collections.abc import Mapping
from dataclasses import dataclass


class MoveRefused(Exception):
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
            "proposed": "ready to agree",
            "agreed": "agreed",
            "replaced": "replaced by a newer plan",
            "withdrawn": "withdrawn",
        },
        _moves("""
            draft > share it with the person > proposed
            draft > put it aside > withdrawn
            proposed > change it after talking > draft
            proposed > agree it together > agreed
            proposed > put it aside > withdrawn
            agreed > agree a newer plan > replaced
        """),
    ),
    "offer": Lifecycle(
        "offer",
        {
            "draft": "being prepared",
            "sent": "waiting for the person's answer",
            "accepted": "accepted",
            "declined": "turned down",
            "replaced": "replaced by a newer offer",
            "withdrawn": "withdrawn",
        },
        _moves("""
            draft > send it > sent
            draft > put it aside > withdrawn
            sent > the person says yes > accepted
            sent > the person says no > declined
            sent > send a newer offer > replaced
            sent > take it back, saying why > withdrawn
            declined > send a newer offer > replaced
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
            "withdrawn": "withdrawn",
        },
        _moves("""
            setting_up > start the payments > running
            setting_up > put it aside > withdrawn
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
            "read": "read, and ready to look at",
            "added": "added to the account",
            "refused": "not readable",
            "withdrawn": "put aside",
        },
        _moves("""
            received > read it to the penny > read
            received > say which line could not be read > refused
            read > add its lines to the account > added
            read > put it aside > withdrawn
        """),
    ),
    "check_up": Lifecycle(
        "financial check-up",
        {
            "due": "due",
            "open": "open",
            "agreed": "agreed, with things to do",
            "closed": "closed",
        },
        _moves("""
            due > start talking > open
            due > close it, as it is not needed > closed
            open > agree what happens next > agreed
            open > close it, as all is well > closed
            agreed > finish what was agreed > closed
            agreed > talk again > open
        """),
    ),
    "surplus_proposal": Lifecycle(
        "proposal about unused money",
        {
            "draft": "being prepared",
            "proposed": "waiting for a reply",
            "replied": "waiting for the council's answer",
            "accepted": "agreed",
            "returning": "being paid back as agreed",
            "returned": "paid back",
            "withdrawn": "withdrawn, and the money stays",
        },
        _moves("""
            draft > send it with reasons and time to reply > proposed
            draft > leave the money where it is > withdrawn
            proposed > the person replies or asks > replied
            proposed > the person agrees > accepted
            proposed > leave the money where it is > withdrawn
            replied > answer, with new time to reply > proposed
            replied > the person agrees > accepted
            replied > leave the money where it is > withdrawn
            accepted > the first money comes back > returning
            accepted > leave the money where it is > withdrawn
            returning > the last money comes back > returned
            returning > leave the rest where it is > withdrawn
        """),
    ),
    "question": Lifecycle(
        "question",
        {
            "asked": "waiting for an answer",
            "answered": "answered",
            "settled": "settled",
            "withdrawn": "taken back",
        },
        _moves("""
            asked > answer it > answered
            asked > the person takes it back > withdrawn
            answered > ask again > asked
            answered > the person is content > settled
        """),
    ),
    "letter": Lifecycle(
        "letter",
        {
            "draft": "being written",
            "ready": "ready to send",
            "sent": "sent",
            "delivered": "delivered",
            "came_back": "back with us",
            "withdrawn": "not sent",
        },
        _moves("""
            draft > check it > ready
            draft > put it aside > withdrawn
            ready > send it > sent
            ready > change it > draft
            ready > put it aside > withdrawn
            sent > it arrives > delivered
            sent > it does not arrive > came_back
            came_back > send it another way > sent
            came_back > put it aside > withdrawn
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
    """True when nothing can follow this state."""
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
