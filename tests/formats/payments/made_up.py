"""A made-up council and the people it pays: no account here is anybody's."""

from datetime import date, datetime
from pathlib import Path

from ownway.formats.payments.values import Debtor, Payment, PaymentFile

STANDARDS = Path(__file__).resolve().parents[4] / "shared" / "standards" / "03-iso20022-bacs"
WITHOUT_STANDARDS = "the ISO 20022 schemas and samples are not beside this repository"

COUNCIL = Debtor(name="Riverbank Council", sort_code="200000", account="55779911", service_user_number="654321")
MADE_AT = datetime(2026, 11, 24, 9, 30)
PAY_ON = date(2026, 12, 1)
PROCESSING_ON = date(2026, 11, 30)


def payment(**changes):
    """Amina's payment of £312.40, with what the test changes."""
    amina = {
        "end_to_end_id": "DP-2026-0001",
        "name": "Amina Hussain",
        "sort_code": "089999",
        "account": "66374958",
        "amount_pence": 31240,
        "reference": "DIRECT PAYMENT",
    }
    return Payment(**{**amina, **changes})


def brian(**changes):
    return payment(
        **{"end_to_end_id": "DP-2026-0002", "name": "Brian Hussain", "sort_code": "107999", "account": "88837491"}
        | {"amount_pence": 5, **changes}
    )


def file_of(*payments, **changes):
    """A file with these payments (Amina's when none is given), with what the test changes."""
    given = {
        "debtor": COUNCIL,
        "pay_on": PAY_ON,
        "message_id": "RUN-2026-0048",
        "created_at": MADE_AT,
        "payments": payments or (payment(),),
    }
    return PaymentFile(**{**given, **changes})


def many(count):
    """A file of `count` payments of 1p, 2p, 3p … so that they come to count × (count + 1) ÷ 2 pence."""
    return file_of(
        *(
            payment(end_to_end_id=f"DP-{number}", account=f"{number:08d}", amount_pence=number)
            for number in range(1, count + 1)
        )
    )
