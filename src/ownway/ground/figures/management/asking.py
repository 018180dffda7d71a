"""Asks a rule by its name, in the names of published examples or in the rulebook's own, and says how it came about."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from ownway.formats.accounts.published import ACCOUNT_QUESTIONS, AccountQuestion
from ownway.formats.accounts.weights import WeightTable
from ownway.rules import registry
from ownway.rules.answers import PlainRule, Rule
from ownway.rules.parameters import Confirmed, Parameters
from ownway.rules.plain_data import from_plain
from ownway.rules.published import PUBLISHED, Reply, answer_published
from ownway.rules.published.told import Told, shortened
from ownway.rules.refusals import BadInput, InputProblem, Refused
from ownway.rules.steps import YES_NO, Step, walk
from ownway.rules.wording import Line, lines

LARGEST_QUESTION = 1_000_000  # characters: the facts of one person are a page at most
ON, CONFIRMED = "on", "confirmed"


class NotAQuestion(Refused):
    """What came on standard input is not a group of named facts in JSON."""


def titles() -> dict[str, str]:
    """Every rule that can be asked, by name, with what it answers in a few words."""
    found = {name: rule.title for name, rule in PUBLISHED.items()}
    found |= {name: question.title for name, question in ACCOUNT_QUESTIONS.items()}
    for name in (*registry.RULES, *registry.PLAIN_RULES):
        rule = own_rule(name)
        found[name] = (rule.title if rule else "") or found.get(name, "")
    return dict(sorted(found.items()))


def own_rule(name: str) -> Rule | PlainRule | None:
    """The rule of the registry with that name, if it has one."""
    return registry.RULES.get(name) or registry.PLAIN_RULES.get(name)


def require_rule(name: str) -> None:
    """Raise Refused for a rule that is not here, with those that have nearly that name."""
    if name not in titles():
        near = get_close_matches(name, titles(), n=3)
        perhaps = f" Perhaps you mean {' or '.join(near)}." if near else ""
        raise Refused(f"There is no rule called “{shortened(name)}” here.{perhaps} “ownway rule” lists the rules.")


def read_facts(text: str) -> dict[str, Any]:
    """The facts from JSON, numbers with a point as decimals. Raises NotAQuestion, saying what it is instead."""
    if not text.strip():
        raise NotAQuestion('Nothing came on standard input. Give the facts there as JSON, like {"capital": 14500}.')
    if len(text) > LARGEST_QUESTION:
        raise NotAQuestion("This is too long to be the facts of one question.")
    try:
        facts = json.loads(
            text.removeprefix("\ufeff"), parse_float=_decimal, parse_constant=_no_number, object_pairs_hook=_each_once
        )
    except (ValueError, RecursionError) as error:
        raise NotAQuestion(f"This is not JSON that we can read: {_said(error)}.") from error
    if not isinstance(facts, dict):
        raise NotAQuestion('Give the facts as a group of names with values, like {"capital": 14500}.')
    return facts


def ask(
    name: str,
    facts: Mapping[str, Any],
    *,
    parameters: Parameters,
    today: date,
    weights: Callable[[], WeightTable] = WeightTable,
) -> Reply:
    """What a rule answers. `weights` is asked for the operator's table of account checks when the rule needs it.

    `confirmed` among the facts are figures that whoever asks has looked up, as in the file of `ownway cost`.
    Raises Refused when the rule is not here, a fact is missing or wrong, or a figure is not known or not confirmed.
    """
    require_rule(name)
    rest = {key: value for key, value in facts.items() if key != CONFIRMED}
    known = parameters.with_confirmed(_confirmed(facts.get(CONFIRMED, [])))
    if name in ACCOUNT_QUESTIONS:
        return _check_account(ACCOUNT_QUESTIONS[name], Told(rest, parameters=known, today=today), weights)
    if name in PUBLISHED and not is_in_own_names(name, rest, parameters=known, today=today):
        return answer_published(PUBLISHED[name], rest, parameters=known, today=today)
    return _answer_own(name, rest, parameters=known, today=today)


def is_in_own_names(name: str, facts: Mapping[str, Any], *, parameters: Parameters, today: date) -> bool:
    """Whether a question to a rule with two sets of names is in the rulebook's: one of them says nothing to the other."""
    rule = own_rule(name)
    if rule is None or not set(facts) <= {ON, *(field.name for field in fields(rule.inputs))}:
        return False
    told = Told(facts, parameters=parameters, today=today)
    PUBLISHED[name].read(told)
    return not set(facts) <= told.known


def workings(steps: Mapping[str, Step]) -> Iterator[Line]:
    """The working of each answer that is not a part of another's, as rows."""
    parts = {id(part) for step in steps.values() for one in walk(step) for part in one.parts}
    for step in steps.values():
        if id(step) not in parts:
            yield from lines(step)


def to_json(found: Mapping[str, Any]) -> str:
    """The answer as JSON on several lines. Decimals are written digit for digit."""
    return json.dumps(found, default=_number, ensure_ascii=False, indent=2)


def _check_account(question: AccountQuestion, told: Told, weights: Callable[[], WeightTable]) -> Reply:
    found = question.work(told, weights() if question.needs_table else WeightTable())
    not_used = told.notes()
    told.refuse_problems()
    return Reply(found, {}, tuple(not_used))


def _answer_own(name: str, facts: Mapping[str, Any], *, parameters: Parameters, today: date) -> Reply:
    figures = parameters.on(today)
    if name in registry.PLAIN_RULES:
        return Reply(registry.answer_plainly(name, facts, figures), {})
    answers = registry.answer(name, facts, figures)
    return Reply({key: _value(step) for key, step in answers.items()}, answers)


def _value(step: Step) -> Any:
    """The value in the Step's own unit (pence, minutes, basis points); a sum not yet rounded keeps its fraction."""
    if step.unit == YES_NO:
        return bool(step.value)
    return step.value if step.over == 1 else Decimal(step.value) / step.over


def _confirmed(rows: Any) -> list[Confirmed]:
    if not isinstance(rows, list):
        raise BadInput([InputProblem(CONFIRMED, "This should be a list.")])
    problems: list[InputProblem] = []
    found = []
    for place, row in enumerate(rows):
        try:
            found.append(from_plain(Confirmed, row))
        except BadInput as refusal:
            problems += [replace(one, field=f"{CONFIRMED}.{place}.{one.field}") for one in refusal.problems]
    if problems:
        raise BadInput(problems)
    return found


def _number(value: Any) -> int | float:
    """A decimal for JSON, which has only one kind of number: fifteen digits come back as they went in."""
    if not isinstance(value, Decimal):
        raise TypeError(f"{value!r} is no part of an answer")
    return int(value) if value == value.to_integral_value() else float(value)


def _decimal(digits: str) -> Decimal:
    return Decimal(digits)


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is not a number")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ValueError(f"“{shortened(twice)}” stands there twice")
    return dict(pairs)


def _said(error: Exception) -> str:
    """What is wrong with the JSON: where, without Python's own words for what it looked for."""
    if isinstance(error, json.JSONDecodeError):
        return f"look at line {error.lineno}, character {error.colno}"
    if isinstance(error, RecursionError):
        return "it has too many brackets inside each other"
    return "a number has too many digits" if "digit" in str(error) else str(error)
