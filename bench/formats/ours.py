"""Our own readers and writer, streamed: what `ownway statement` and a payment run use."""

from datetime import UTC, date, datetime
from pathlib import Path

from ownway.formats.payments import pain001
from ownway.formats.payments.values import Debtor, Payment, PaymentFile
from ownway.formats.statements.stream import stream_statement


def statement(path):
    """Lines and pence of a statement, found by its content."""

    def read():
        with Path(path).open("rb") as file:
            stream = stream_statement(file, name="statement")
            count = total = 0
            for line in stream:
                count += 1
                total += line.pence
            return count, total

    return read


def payments(path):
    """Payments written to a file, looked over first; `path` names how many. They are at hand before the clock starts."""
    size, out = int(Path(path).stem), Path(path).with_suffix(".ours.xml")
    made = [
        Payment(f"DP-{number:08}", f"Person {number % 977}", "200000", "55779911", 10_000 + number % 500, "DP NOV 2026")
        for number in range(size)
    ]

    def write():
        file = PaymentFile(
            debtor=Debtor(name="Sheafdale Council", sort_code="200000", account="12345678"),
            pay_on=date(2026, 12, 1),
            message_id="RUN-2026-12",
            created_at=datetime(2026, 11, 22, tzinfo=UTC),
            payments=made,
        )
        with out.open("wb") as opened:
            tally = pain001.write_to(file, opened)
        return tally.payments, tally.total_pence

    return write
