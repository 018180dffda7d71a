"""`ownway cost FILE.toml`: what a plan costs and what the person pays, with the working. Needs no database."""

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ownway.journey.plans.plan_files import LARGEST_FILE, PlanFile, read_plan_file
from ownway.rules import charging, plan_cost, plans
from ownway.rules.days import day_in_words
from ownway.rules.gross_net import GrossNet, gross_net
from ownway.rules.parameters import FigureNotKnown, Figures, load_national
from ownway.rules.refusals import BadInput, InputProblem, Refused
from ownway.rules.steps import Step
from ownway.rules.wording import lines, money


class Command(BaseCommand):
    """Exit code 0 with the cost, 1 with everything to put right."""

    help = "Work out what the plan in a TOML file costs and what the person pays, with the working."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a plan, written as docs/examples/amina.toml")

    def handle(self, *_args: Any, file: Path, **_options: Any) -> None:
        try:
            with file.open("rb") as opened:
                asked = read_plan_file(opened.read(LARGEST_FILE + 1))
            for row in told(asked):
                self.stdout.write(row)
        except OSError as error:
            raise CommandError(f"We cannot open {file}: {error.strerror}.") from error
        except BadInput as refusal:
            raise CommandError("Put these right first.\n" + "\n".join(by_field(refusal.problems))) from refusal
        except FigureNotKnown as refusal:
            wanted = ", ".join(refusal.ids)
            raise CommandError(
                f"{refusal}\nHere: add a [[confirmed]] table to the file for each of {wanted}, with from_on, value,"
                " source and by."
            ) from refusal
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal


def by_field(problems: Iterable[InputProblem]) -> Iterator[str]:
    """Each problem on a line, after its field."""
    return (f"  {problem.field or 'the file'}: {problem.sentence}" for problem in problems)


def told(asked: PlanFile) -> Iterator[str]:
    """The cost and the contribution as lines of text. Raises the rulebook's refusals before the first line."""
    figures = load_national().with_confirmed(asked.confirmed).on(asked.on)
    costed = plan_cost.cost(asked.plan, figures=figures)
    concerns = plan_cost.concerns(asked.plan, costed)
    if concerns:
        raise BadInput(concerns)
    pays = _contribution(asked, costed.weekly, figures)
    yield f"What it costs, with the figures for {day_in_words(asked.on)}"
    yield from _amounts(
        ("A week", costed.weekly),
        ("4 weeks", costed.four_weekly),
        ("A year", costed.yearly),
        ("Paid once", costed.one_off),
    )
    questions = [problem.sentence for problem in plans.problems(asked.plan) if problem.asks]
    yield from (f"  Look again: {question}" for question in questions)
    if pays is not None:
        yield "\nWho pays, each week"
        yield from _amounts(("The person pays", pays.contribution), ("The council pays", pays.net_payment))
    workings = [step for _, step in costed.headings] + ([costed.one_off] if costed.one_off.parts else [])
    yield from _workings([*workings, *([pays.net_payment] if pays is not None else [])])


def _contribution(asked: PlanFile, weekly: Step, figures: Figures) -> GrossNet | None:
    if asked.finances is None:
        return None
    found = charging.contribution(finances=asked.finances, policy=asked.policy, cost_weekly=weekly, figures=figures)
    return gross_net(budget=weekly, contribution=found.contribution)


def _amounts(*named: tuple[str, Step]) -> Iterator[str]:
    return (f"  {name:<18}{money(step.value):>12}" for name, step in named)


def _workings(steps: Iterable[Step]) -> Iterator[str]:
    """Each working as indented lines; what has been told higher up, under any of them, is not told again."""
    seen: set[tuple[str, str, str]] = set()
    for step in steps:
        yield ""
        told_at: int | None = None
        for line in lines(step):
            if told_at is not None and line.depth > told_at:
                continue
            again = (line.label, line.amount, line.how) in seen
            told_at = line.depth if again else None
            seen.add((line.label, line.amount, line.how))
            where = "; ".join(dict.fromkeys(part for part in (line.law, line.source, line.standing) if part))
            source = f" [{where}]" if where and where != line.how and not again else ""
            how = "" if line.how == line.amount else f" ({'as above' if again else line.how})"
            yield f"{'  ' * line.depth}{line.label}: {line.amount}{how}{source}"
