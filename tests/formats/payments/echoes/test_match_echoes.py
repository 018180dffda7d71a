"""Each echo finds the payment it is about. Where two would do, a person is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.payments.echoes.answers import (
    AMINA,
    BRIAN,
    advice,
    arucs,
    camt054,
    detail,
    entry,
    messaging,
    pain002,
    returned_item,
    sent,
    sent_to_brian,
    transaction,
)

from ownway.formats.payments.echoes import Outcome, match, read_echoes


def matched(data, *payments, told=frozenset()):
    return match(read_echoes(data), payments or (sent(), sent_to_brian()), told=told)


def keys(pairs):
    return [pair.sent.key for pair in pairs]


def test_a_payment_is_found_by_its_number():
    found = matched(pain002(transaction(), transaction(BRIAN, "RJCT", "AC04")))
    assert (keys(found.accepted), keys(found.rejected)) == ([1], [2])
    assert (found.unknown, found.to_ask, found.twice) == ([], [], [])


def test_a_return_is_found_by_its_number():
    found = matched(camt054(entry(detail())))
    assert keys(found.returned) == [1]


def test_without_a_number_by_reference_amount_and_account_together():
    found = matched(arucs(returned_item(reference="direct payment")))  # Bacs writes in capitals
    assert keys(found.returned) == [1]


def test_two_payments_that_fit_alike_are_asked_about():
    # Two months of £312.40 with the same reference.
    found = matched(arucs(returned_item()), sent(), sent(2, end_to_end_id="DP-2026-0003"))
    (question,) = found.to_ask
    assert [one.key for one in question.candidates] == [1, 2]
    assert "2 payments" in question.why
    assert found.returned == []


def test_another_amount_is_asked_about_and_not_taken():
    (question,) = matched(camt054(entry(detail(pounds="300.00"), pounds="300.00"))).to_ask
    assert "£300.00" in question.why
    assert "£312.40" in question.why
    assert [one.key for one in question.candidates] == [1]


def test_another_account_is_asked_about():
    (question,) = matched(camt054(entry(detail(account="88837491")))).to_ask
    assert "another account" in question.why


def test_what_fits_only_nearly_is_asked_about():
    (question,) = matched(arucs(returned_item(reference="SOMETHING"))).to_ask  # Amina's account and amount
    assert [one.key for one in question.candidates] == [1]


def test_the_same_reference_and_amount_in_another_bank_s_account_is_not_taken():
    found = matched(arucs(returned_item()), sent(sort_code="200000"))
    assert found.returned == []
    assert len(found.to_ask) == 1


def test_what_was_never_sent_is_unknown():
    found = matched(camt054(entry(detail("SUPPLIER-7", account="11111111"))))
    assert [echo.end_to_end_id for echo in found.unknown] == ["SUPPLIER-7"]


def test_the_same_file_again_adds_nothing():
    data = camt054(entry(detail()))
    again = matched(data, told={(1, Outcome.RETURNED)})
    assert (again.returned, keys(again.twice)) == ([], [1])


def test_a_payment_named_twice_in_a_file_counts_once():
    found = matched(camt054(entry(detail()), entry(detail())))
    assert (keys(found.returned), keys(found.twice)) == ([1], [1])


def test_paid_and_then_sent_back_are_two_things():
    found = matched(camt054(entry(detail(reason=""), way="DBIT"), entry(detail())))
    assert (keys(found.settled), keys(found.returned), found.twice) == ([1], [1], [])


@pytest.mark.parametrize(
    ("data", "before"),
    [
        (camt054(entry(detail())), Outcome.REJECTED),
        (pain002(transaction(status="RJCT", reason="AC04")), Outcome.RETURNED),
    ],
)
def test_never_paid_and_sent_back_cannot_both_be(data, before):
    found = matched(data, told={(1, before)})
    assert (found.returned, found.rejected) == ([], [])
    assert len(found.to_ask) == 1


def test_a_file_refused_as_a_whole_refuses_every_payment_of_it():
    found = matched(pain002(group="RJCT", reason="FF01"), sent(), sent_to_brian(), sent(3, file_id="RUN-2026-0047"))
    assert keys(found.rejected) == [1, 2]
    assert {pair.echo.code for pair in found.rejected} == {"FF01"}


def test_a_batch_refused_as_a_whole_does_too():
    assert keys(matched(pain002(batch="RJCT")).rejected) == [1, 2]


def test_a_file_taken_as_a_whole_but_for_one():
    found = matched(pain002(transaction(BRIAN, "RJCT", "AC04"), group="ACCP"))
    assert (keys(found.accepted), keys(found.rejected)) == ([1], [2])


def test_part_of_a_file_says_nothing_about_those_it_does_not_name():
    found = matched(pain002(transaction(BRIAN, "RJCT", "AC04"), group="PART"))
    assert (found.accepted, keys(found.rejected)) == ([], [2])


@pytest.mark.parametrize(
    "data", [pain002(group="RJCT", reason="DUPL"), pain002(transaction(status="RJCT", reason="AM05"))]
)
def test_a_refused_copy_is_not_taken_for_a_payment_that_was_never_made(data):
    # The council sent its file twice: the bank paid from the first and refuses the second.
    found = matched(data)
    assert found.rejected == []
    (question,) = found.to_ask
    assert "had it before" in question.why


def test_an_account_that_changed_is_found_by_the_old_one():
    found = matched(messaging(advice(), report="AWACS"))
    assert keys(found.changed_account) == [1]


def test_of_many_payments_into_one_account_the_last_is_named():
    found = matched(messaging(advice(), report="AWACS"), sent(), sent(2, end_to_end_id="DP-2"))
    assert keys(found.changed_account) == [2]


def test_two_people_with_one_account_are_asked_about():
    # A managed account: one number, and a payment to each of two people.
    found = matched(messaging(advice(), report="AWACS"), sent(), sent(2, payee=2, end_to_end_id="DP-2"))
    assert found.changed_account == []
    assert len(found.to_ask[0].candidates) == 2


def test_direct_debits_are_kept_apart():
    found = matched(messaging(advice(reason="1")))
    assert [echo.code for echo in found.instructions] == ["1"]
    assert found.unknown == []


@given(
    st.lists(st.tuples(st.sampled_from(["ACCP", "RJCT", "PDNG", "ACSC"]), st.integers(0, 5)), max_size=12),
    st.integers(0, 5),
)
def test_every_echo_lands_in_one_place_and_no_payment_twice(said, number):
    payments = [sent(key, end_to_end_id=f"DP-{key}", account=f"{key:08d}") for key in range(number)]
    data = pain002(*[transaction(f"DP-{key}", status) for status, key in said])
    found = match(read_echoes(data), payments)
    took = [found.accepted, found.pending, found.settled, found.rejected]
    places = [*took, found.unknown, found.to_ask, found.twice]
    assert sum(len(place) for place in places) == len(said)
    for pairs in took:
        assert len(keys(pairs)) == len(set(keys(pairs)))


def test_nothing_is_found_by_an_empty_number():
    assert matched(pain002(transaction("")), sent(end_to_end_id="", account="")).accepted == []


def test_amina_s_number_finds_amina_s_payment_also_among_thousands():
    many = [sent(key, end_to_end_id=f"DP-{key}", account=f"{key:08d}") for key in range(2, 5_000)]
    assert keys(matched(pain002(transaction(AMINA, "RJCT", "AC04")), sent(), *many).rejected) == [1]
