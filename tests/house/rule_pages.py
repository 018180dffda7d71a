"""docs/rules/: one page a rule, made from what the rule says of itself and from its example as it is worked out now."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.house import pages

from ownway.ground.figures.management.asking import ask, own_rule, titles, to_json, workings
from ownway.rules import registry
from ownway.rules.answers import PlainRule, Rule
from ownway.rules.formulas import formulas
from ownway.rules.parameters import FigureNotConfirmed, Figures, Parameters, Standing, load_national
from ownway.rules.published import PUBLISHED, Reply
from ownway.rules.published.told import Told
from ownway.rules.steps import Step, used_parameters
from ownway.rules.wording import Line, in_words

FOLDER = pages.FOLDER / "rules"
INDEX = "README.md"
WRITE_THEM_AGAIN = "OWNWAY_WRITE_GOLDEN=1 ./run test tests/house/test_rule_pages.py"
MADE = f"Made from the program by its tests. To make it again: `{WRITE_THEM_AGAIN}`.\n"
DEEPER = "&emsp;"
SOME_DAY = date(2026, 6, 1)
"""For an example that gives days of its own, or none."""
ABOUT = """\
Every rule that Ownway works by, each on a page of its own: what it says in plain words, how each figure comes about,
where the law says it and whether anybody has read it there, and an example with its whole working.

A rule is asked on the command line: `ownway rule NAME`, with its facts as JSON on standard input. Amounts are whole pence,
time is whole minutes, shares are hundredths of a per cent. What is missing or wrong is said in a sentence.
"""
ABOUT_PUBLISHED = """\
Councils, HMRC and Vocalink print examples. So that anybody can hold the rules to one, these can be asked with facts as
they are printed there: pounds, hours, days as YYYY-MM-DD. Other facts may be told too where the rule needs them.
"""
SUPPOSED = (
    "Nobody has confirmed all the figures of this example, so the rule refuses until a finance officer does. Here they are"
    " supposed, as they are recalled, only to show the way: the answer is no proof of the law.\n"
)
FIGURE_HEADS = ("Figure", "Value", "From", "Standing", "Source")
WORKING_HEADS = ("What", "How much", "How", "Where it is said")


def every_rule() -> dict[str, Rule | PlainRule]:
    return dict(sorted({**registry.RULES, **registry.PLAIN_RULES}.items()))


def file_of(name: str) -> str:
    return f"{name}.md"


def page(name: str) -> str:
    """The page of one rule."""
    rule = own_rule(name)
    assert rule is not None, name
    reply, supposed = worked(name, rule.example)
    parts = [
        f"# {rule.title}\n",
        f"`{name}`\n",
        f"{rule.says}\n",
        f"Where it is said: {rule.law.removesuffix('.')}.\n",
        *the_formula(reply),
        *the_figures(reply),
        "## An example\n",
        *([SUPPOSED] if supposed else []),
        block("json", json.dumps(rule.example, ensure_ascii=False, indent=2)),
        "The answer:\n",
        block("json", to_json(reply.found)),
        *the_working(reply),
        MADE,
    ]
    return "\n".join(parts)


def worked(name: str, example: Mapping[str, Any]) -> tuple[Reply, bool]:
    """The example's answer; where its figures are not confirmed, with those recalled in their place."""
    parameters = load_national()
    supposed = False
    while True:
        try:
            return ask(name, example, parameters=parameters, today=SOME_DAY), supposed
        except FigureNotConfirmed as refusal:
            parameters = supposing(parameters, refusal)
            supposed = True


def supposing(parameters: Parameters, refusal: FigureNotConfirmed) -> Parameters:
    """The figures with those that were asked for as they are recalled. Raises the refusal when nobody recalls one."""
    recalled = {}
    for figure_id in refusal.ids:
        value = parameters.get(figure_id).on(refusal.on)
        if value is None or value.recalled is None:
            raise refusal
        recalled[figure_id] = value.recalled
    return Figures(parameters, refusal.on).supposing(recalled).parameters


def the_formula(reply: Reply) -> list[str]:
    lines = [f"- **{one.label}**: {one.how}" for one in formulas(*reply.steps.values())]
    return ["## How it is worked out\n", "\n".join(lines) + "\n"] if lines else []


def the_figures(reply: Reply) -> list[str]:
    used = used_parameters(*reply.steps.values())
    if not used:
        return []
    rows = [
        (
            f"{one.name} (`{one.id}`)",
            in_words(one.value, one.unit),
            f"{one.from_on:%-d %B %Y}",
            one.standing,
            link(one.source, one.address),
        )
        for one in used
    ]
    return ["## Figures used\n", pages.table(FIGURE_HEADS, rows)]


def the_working(reply: Reply) -> list[str]:
    rows = [working_row(line) for line in workings(reply.steps)]
    return ["How it came about:\n", pages.table(WORKING_HEADS, rows)] if rows else []


def working_row(line: Line) -> tuple[str, ...]:
    where = "; ".join(
        dict.fromkeys(part for part in (line.law, line.source, line.standing) if part and part != line.how)
    )
    return f"{DEEPER * line.depth}{line.label}", line.amount, line.how, where


def link(source: str, address: str) -> str:
    return f"[{source}]({address})" if address else source


def block(language: str, text: str) -> str:
    return f"```{language}\n{text}\n```\n"


def index() -> str:
    """docs/rules/README.md: every rule with its page, and the names that published examples use."""
    own = [(f"[{rule.title}]({file_of(name)})", f"`{name}`") for name, rule in every_rule().items()]
    printed = [(titles()[name], f"`{name}`", facts_of(name)) for name in sorted(PUBLISHED)]
    return "\n".join(
        [
            "# The rules\n",
            ABOUT,
            pages.table(("What it answers", "Name"), own),
            "## In the words of published examples\n",
            ABOUT_PUBLISHED,
            pages.table(("What it answers", "Name", "Facts"), printed),
            MADE,
        ]
    )


def facts_of(name: str) -> str:
    """The facts that a published rule looks for when it is told nothing."""
    told = Told({}, parameters=load_national(), today=SOME_DAY)
    PUBLISHED[name].read(told)
    return ", ".join(f"`{fact}`" for fact in sorted(told.known))


def every_page() -> dict[str, str]:
    """All pages by the name of their file."""
    return {INDEX: index(), **{file_of(name): page(name) for name in every_rule()}}


def is_supposed(step: Step) -> bool:
    return any(one.standing == Standing.SUPPOSED for one in used_parameters(step))
