"""Writes docs/mutation.md: how many small faults in the rulebook the tests noticed, by area and by module."""

import platform
from importlib.metadata import version

from toolbox.mutants import AREAS, ENOUGH_PERCENT, EXAMPLES, Score, measured_on, score_of
from toolbox.shell import ROOT

PAGE = ROOT / "docs" / "mutation.md"
INTRODUCTION = """\
# Mutation testing of the rulebook

Do the tests notice when a rule is wrong? To find out, small faults are put into a copy of the rules, one at a time: a
plus becomes a minus, “more than” becomes “at least”, a number grows by one, a fact is left out. Each faulty copy is a
mutant. A mutant is killed when at least one test fails; one that survives is a fault that nobody would have seen. At
least {enough}% are to be killed in each area.

This page is written by the program that measured it, mutmut {mutmut} on Python {python}.

| Area | Measured on | Mutants | Killed | Survived | Share killed |
|---|---|---:|---:|---:|---:|
{areas}

## What was changed, and what was not

- The functions and methods of the modules named below, all in `src/ownway/rules`. What the rules stand on (the words of
  the vocabulary, the compiled reading, how the parameters are read) and what puts them before the world (`answers_*`)
  are not among them. Tables and lists at the top of a module are not changed either: mutmut changes functions only.
- **No mutant is made of words.** A text in quotes is left as it is, and so is an argument or a value that is a text, or
  is called label, law, source or title. A changed label is not a wrong sum, and a test that repeats every sentence
  proves nothing. This rule is written in `toolbox/mutating.py`, is kept before anything is tried, and holds for easy
  kills (the name of a figure, a kind of income) as much as for those that would survive.
- Nothing else is left out: no line is marked to be spared, and no survivor is taken off the list. Some survivors cannot
  change any answer (whether two lists that are equally long are checked for it), and count against us all the same.
- A mutant that makes the tests run on without end counts as killed. One that no test reaches counts as survived.

## Which tests

Those in `tests/rules`, without Django and without a database. Left out are tests that start the command, compile, ask
other floors of the house, or hold the rules against other packages: they would see no mutant or take minutes for each.
Where a test tries many examples it tries {examples}, always the same ones, so that a run can be repeated.

## To repeat it

```
./run mutants                  # all three areas
./run mutants contribution     # one of them
./run mutants recovery again   # only what survived, after another test was written
OWNWAY_WRITE_GOLDEN=1 ./run mutants   # and write this page
```

One processor needs about a quarter of an hour for all. It ends with an error when an area is below {enough}%.
What survived stands in `.ownway/mutants/AREA/survivors.txt`, each as the change that nobody noticed.
"""


def page() -> str:
    """The whole page, from what was measured on this machine; an area that was not says so."""
    text = INTRODUCTION.format(
        enough=ENOUGH_PERCENT,
        examples=EXAMPLES,
        mutmut=version("mutmut"),
        python=platform.python_version(),
        areas="\n".join(area_row(area) for area in AREAS),
    )
    return text + "".join(f"\n## {area.capitalize()}\n\n{modules_of(area)}\n" for area in AREAS)


def area_row(area: str) -> str:
    on = measured_on(area)
    if on is None:
        return f"| {area.capitalize()} | not measured | | | | |"
    return f"| {area.capitalize()} | {on.day} {on:%B %Y} {cells(score_of(area))}"


def modules_of(area: str) -> str:
    if measured_on(area) is None:
        return f"Not measured yet: {', '.join(f'`{module}`' for module in AREAS[area])}."
    rows = [f"| `{module}` {cells(score_of(area, module))}" for module in AREAS[area]]
    return "\n".join(["| Module | Mutants | Killed | Survived | Share killed |", "|---|---:|---:|---:|---:|", *rows])


def cells(score: Score) -> str:
    return f"| {score.mutants} | {score.killed} | {score.survived} | {score.share} |"
