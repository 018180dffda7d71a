"""Run by test_kill_run.py: pays councils, each in a process of its own that may be killed at its n-th statement.

Reads lines of `council_id point` (0: never) and answers each with `signal-or-exit statements`.
"""

import os
import signal
import sys
from datetime import date, datetime

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from ownway.ground.access.models import Council, User  # noqa: E402
from ownway.journey.payments import operations  # noqa: E402
from ownway.journey.payments.bank_holidays import english_bank_holidays  # noqa: E402
from ownway.journey.payments.models import Run  # noqa: E402

PAY_ON, TODAY = date(2026, 10, 5), date(2026, 9, 28)
HOLIDAYS = english_bank_holidays(TODAY)
AT = timezone.make_aware(datetime(2026, 9, 28, 10, 0))


class Killer:
    """Kills its own process before a statement (an odd point) or right after it (an even one)."""

    def __init__(self, point):
        self.point = point
        self.seen = 0

    def __call__(self, execute, sql, params, many, context):
        self.seen += 1
        if self.point == 2 * self.seen - 1:
            os.kill(os.getpid(), signal.SIGKILL)
        answer = execute(sql, params, many, context)
        if self.point == 2 * self.seen:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer


def pay(council_id):
    """What people and the worker do, begun again from wherever it stands."""
    council = Council.objects.get(pk=council_id)
    run = Run.objects.filter(council=council, pay_on=PAY_ON).first()
    if run is None:
        run = operations.propose_run(
            council=council,
            pay_on=PAY_ON,
            by=User.objects.get(council=council, memberships__role="finance_officer"),
            at=AT,
            today=TODAY,
            bank_holidays=HOLIDAYS,
            limit_pence=1_000_000,
        )
    if run.status == "proposed":
        by = User.objects.get(council=council, memberships__role="finance_approver")
        run = operations.approve_run(council=council, run_id=run.pk, by=by, at=AT, today=TODAY, bank_holidays=HOLIDAYS)
    operations.write_files(council=council, run_id=run.pk, at=AT, bank_holidays=HOLIDAYS)
    if (settings.FONTS / "NotoSans-Regular.ttf").exists():
        operations.make_notices(council=council, run_id=run.pk, at=AT)


def in_a_process_of_its_own(council_id, point):
    """How it ended (9: killed; 0: done), and how many statements it made."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        killer = Killer(point)
        with connection.execute_wrapper(killer):
            pay(council_id)
        os.write(writing, str(killer.seen).encode())
        os._exit(0)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    said = os.read(reading, 20).decode() or "0"
    os.close(reading)
    return (os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)), said


for line in sys.stdin:
    print(*in_a_process_of_its_own(*map(int, line.split())), flush=True)
