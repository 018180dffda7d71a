"""What may follow what is a table: nothing happens that is not in it, and the picture is drawn from it."""

import itertools

import pytest

from ownway.rules import lifecycles
from ownway.rules.lifecycles import LIFECYCLES, MoveRefused, draw, draw_all, is_over, may_follow, require_move

NOUNS = sorted(LIFECYCLES)


def test_a_payment_run_goes_from_proposed_to_confirmed_one_step_at_a_time():
    path = ["proposed", "approved", "files_written", "confirmed"]
    for before, after in itertools.pairwise(path):
        require_move("payment_run", before, after)
    assert is_over("payment_run", "confirmed")


def test_a_payment_run_is_never_sent_to_the_bank_without_a_second_person():
    assert not may_follow("payment_run", "proposed", "files_written")
    assert not may_follow("payment_run", "proposed", "confirmed")


def test_a_confirmed_payment_run_is_never_undone():
    with pytest.raises(MoveRefused) as refused:
        require_move("payment_run", "confirmed", "withdrawn")
    assert str(refused.value) == (
        "This payment run is confirmed by the bank, so it cannot become “withdrawn”. Nothing more can happen to it."
    )
    assert (refused.value.noun, refused.value.before, refused.value.after) == ("payment_run", "confirmed", "withdrawn")


def test_a_refusal_says_what_can_be_done_instead():
    with pytest.raises(
        MoveRefused, match="What can be done now: write to the person or call; finish it, as all is well"
    ):
        require_move("check_up", "open", "due")


def test_aminas_running_payment_cannot_end_without_notice():
    assert not may_follow("agreement", "running", "ended")
    assert not may_follow("agreement", "paused", "ended")
    assert may_follow("agreement", "running", "ending")
    assert may_follow("agreement", "ending", "running"), "notice can be taken back"


def test_unused_money_only_comes_back_when_the_person_agrees():
    before_agreed = {move.verb for move in LIFECYCLES["surplus_proposal"].moves if move.after == "agreed"}
    assert before_agreed == {"the person agrees", "the person agrees after talking"}


def test_a_proposal_that_is_not_agreed_can_only_be_talked_over_or_dropped():
    assert set(lifecycles.next_states("surplus_proposal", "not_agreed")) == {"agreed", "withdrawn"}


def test_a_statement_that_could_not_be_read_adds_nothing():
    assert is_over("statement_import", "refused")
    assert not may_follow("statement_import", "refused", "added")
    assert may_follow("statement_import", "added", "taken_back")


def test_a_state_that_does_not_exist_is_a_bug_and_not_a_refusal():
    with pytest.raises(KeyError, match="'paid'"):
        may_follow("payment_run", "proposed", "paid")
    with pytest.raises(KeyError, match="'lost'"):
        may_follow("payment_run", "lost", "proposed")
    with pytest.raises(KeyError):
        may_follow("invoice", "proposed", "paid")


@pytest.mark.parametrize("noun", NOUNS)
def test_every_move_joins_two_states_that_have_words(noun):
    life = LIFECYCLES[noun]
    for move in life.moves:
        assert move.before in life.labels
        assert move.after in life.labels
        assert move.before != move.after


@pytest.mark.parametrize("noun", NOUNS)
def test_no_move_is_written_twice(noun):
    pairs = [(move.before, move.after) for move in LIFECYCLES[noun].moves]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("noun", NOUNS)
def test_every_state_can_be_reached(noun):
    begin = lifecycles.first_state(noun)
    assert _reachable(noun, begin) == set(LIFECYCLES[noun].labels)


@pytest.mark.parametrize("noun", sorted({*LIFECYCLES} - {"question", "letter"}))
def test_every_life_can_end_from_anywhere(noun):
    for state in LIFECYCLES[noun].labels:
        assert any(is_over(noun, end) for end in _reachable(noun, state)), f"{noun} is stuck at {state}"


@pytest.mark.parametrize("noun", NOUNS)
def test_require_move_and_may_follow_always_agree(noun):
    for before, after in itertools.product(LIFECYCLES[noun].labels, repeat=2):
        if may_follow(noun, before, after):
            require_move(noun, before, after)
        else:
            with pytest.raises(MoveRefused):
                require_move(noun, before, after)


def test_the_drawing_of_an_offer_holds_its_whole_table():
    assert draw("offer") == (
        "stateDiagram-v2\n"
        "    made : waiting for both sides to accept\n"
        "    accepted : accepted by both\n"
        "    withdrawn : withdrawn\n"
        "    replaced : replaced by a newer offer\n"
        "    [*] --> made\n"
        "    made --> accepted : both sides accept\n"
        "    made --> withdrawn : take it back, saying why\n"
        "    made --> replaced : make a newer offer\n"
        "    accepted --> replaced : agree a newer offer\n"
        "    withdrawn --> [*]\n"
        "    replaced --> [*]\n"
    )


def test_the_page_of_drawings_has_every_noun_once():
    page = draw_all()
    assert page.count("```mermaid\nstateDiagram-v2\n") == len(LIFECYCLES)
    for life in LIFECYCLES.values():
        assert page.count(f"## {life.name.capitalize()}\n") == 1


def test_the_choices_for_a_table_column_come_in_the_order_people_meet_them():
    assert lifecycles.choices("check_up") == [
        ("due", "due"),
        ("open", "being looked at"),
        ("talking", "being talked over"),
        ("closed", "finished"),
    ]


def _reachable(noun: str, begin: str) -> set[str]:
    seen, waiting = set(), [begin]
    while waiting:
        state = waiting.pop()
        if state not in seen:
            seen.add(state)
            waiting.extend(lifecycles.next_states(noun, state))
    return seen
