"""A payment file of any length is written in memory that does not grow with it, and nothing wrong slips through."""

import io
import tracemalloc

import pytest
from tests.formats.payments.made_up import brian, file_of, many, payment

from ownway.formats.payments import pain001
from ownway.formats.payments.findings import MOST_KEPT
from ownway.formats.payments.problems import look_over
from ownway.formats.payments.values import Payment, PaymentFileRefused


class MadeAsAsked:
    """`count` payments of 1p, 2p, 3p …, each made when it is asked for and kept by nobody."""

    def __init__(self, count):
        self.count = count

    def __iter__(self):
        for number in range(1, self.count + 1):
            yield Payment(f"DP-{number}", "Amina Hussain", "089999", f"{number:08d}", number, f"DP-{number}")


class Nowhere(io.RawIOBase):
    """A file that keeps nothing but its length."""

    length = 0

    def write(self, piece):
        self.length += len(piece)
        return len(piece)


class GrowsWhileRead(list):
    """A list in which somebody puts one more payment after it was looked over."""

    looks = 0

    def __iter__(self):
        self.looks += 1
        return iter([*super().__iter__(), *([brian()] if self.looks > 2 else [])])


def most_memory(count):
    out = Nowhere()
    tracemalloc.start()
    try:
        tally = pain001.write_to(file_of(payments=MadeAsAsked(count)), out)
        return tracemalloc.get_traced_memory()[1], tally, out.length
    finally:
        tracemalloc.stop()


def test_ten_times_the_payments_take_no_more_memory():
    few, _, _ = most_memory(2_000)
    most, tally, length = most_memory(20_000)
    # 1 + 2 + … + 20,000 = 200,010,000 pence
    assert tally == (20_000, 200_010_000)
    assert length > 8_000_000  # so much XML never stood in memory at once
    assert most - few < 300_000


def test_what_is_written_to_a_file_is_what_comes_in_pieces():
    out = io.BytesIO()
    assert pain001.write_to(many(1_234), out) == (1_234, 761_995)  # 1,234 × 1,235 ÷ 2
    assert out.getvalue() == b"".join(pain001.write(many(1_234)))


def test_nothing_reaches_the_file_while_an_error_is_open():
    out = io.BytesIO()
    with pytest.raises(PaymentFileRefused):
        pain001.write_to(file_of(payment(), brian(amount_pence=0)), out)
    assert out.getvalue() == b""


def test_payments_that_cannot_be_gone_through_twice_are_refused_before_anything_else():
    with pytest.raises(TypeError, match="a list, not a generator"):
        file_of(payments=(payment() for _ in range(2)))


def test_payments_that_change_while_they_are_written_leave_a_file_that_nobody_can_read():
    pieces = pain001.write(file_of(payments=GrowsWhileRead([payment()])))
    written = []
    with pytest.raises(RuntimeError, match="changed while they were written"):
        written.extend(iter(lambda: next(pieces), None))
    assert b"</Document>" not in b"".join(written)


def test_a_number_used_twice_is_found_among_very_many():
    numbers = list(MadeAsAsked(50_000))
    numbers[49_999] = numbers[49_999]._replace(end_to_end_id="DP-3")
    with pytest.raises(PaymentFileRefused) as refusal:
        look_over(file_of(payments=numbers))
    (problem,) = refusal.value.problems
    assert (problem.where, problem.code) == ("payment 50000", "AM05")
    assert "as payment 3." in problem.message


def test_of_very_many_errors_the_first_are_told_and_the_rest_counted():
    bad = [payment(end_to_end_id=f"DP-{number}", amount_pence=0) for number in range(1_500)]
    with pytest.raises(PaymentFileRefused) as refusal:
        look_over(file_of(payments=bad))
    problems = refusal.value.problems
    assert len(problems) == MOST_KEPT + 1
    assert problems[0].where == "payment 1"
    assert problems[-1].message.startswith("There are 500 more problems.")


def test_a_name_with_a_space_at_its_end_or_two_in_a_row_is_still_cleaned():
    data = b"".join(pain001.write(file_of(payment(name="Amina  Hussain "), brian(reference="A  B "))))
    assert b"<Nm>Amina Hussain</Nm>" in data
    assert b"<Ustrd>A B</Ustrd>" in data
