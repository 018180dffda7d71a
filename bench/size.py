"""Measure one size of the demo council, in the database that DATABASE_URL names, and write what was found as JSON."""

import json
import sys
import time

import django

django.setup()

from django.utils import timezone  # noqa: E402 - as above

from bench import pages, payment_run, statement  # noqa: E402 - Django comes first
from ownway.demo.load import load_demo, look_again  # noqa: E402 - as above


def measure(size):
    """Pages by name, and seconds by what took them."""
    times = {}
    begun = time.perf_counter()
    sheafdale = load_demo(number=size, today=timezone.localdate(), say=say)
    look_again()
    times["load the demo"] = time.perf_counter() - begun
    say(f"{size:,} people loaded in {times['load the demo']:.0f} s")
    run = payment_run.propose(sheafdale, times)
    say(f"run proposed in {times['propose the payment run']:.1f} s")
    statement.read(sheafdale, times)
    measured = pages.measure(sheafdale, run)
    payments = payment_run.finish(sheafdale, run, times)
    return {"pages": measured, "times": times, "payments": payments}


def say(words):
    """Beside the answer, which goes to standard output."""
    sys.stderr.write(f"  {words}\n")


if __name__ == "__main__":
    json.dump(measure(int(sys.argv[1])), sys.stdout)
