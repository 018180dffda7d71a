"""The set-up list says what is missing, whose turn it is and how long they have; the timeline what happened."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from tests.unit.design.html import of_class, read, text
from tests.unit.design.sample import draw

from ownway.ground.design.tasks import Task


@pytest.mark.parametrize(
    ("task", "tag", "hint"),
    [
        (Task("Sign", done=False, turn="Amina", days_left=3), "To do", "Amina’s turn. 3 days left"),
        (Task("Sign", done=False, turn="Amina", days_left=1), "To do", "Amina’s turn. 1 day left"),
        (Task("Sign", done=False, turn="Amina", days_left=0), "To do", "Amina’s turn. Due today"),
        (Task("Check", done=False, turn="Farah", days_left=-2), "Late", "Farah’s turn. 2 days late"),
        (Task("Check", done=False, days_left=5), "To do", "5 days left"),
        (Task("Check", done=False, turn="Farah"), "To do", "Farah’s turn"),
        (Task("Check", done=False), "To do", ""),
        (Task("Check", done=True, turn="Farah", days_left=-2), "Done", ""),
    ],
)
def test_it_says_how_each_stands(task, tag, hint):
    assert (task.tag, task.hint) == (tag, hint)


def test_the_list_links_what_can_be_done_here():
    tasks = [Task("Sign the agreement", done=False, turn="Amina", href="/sign/"), Task("Open an account", done=True)]
    tree = read(draw("{% from 'design/parts.html' import task_list %}{{ task_list(tasks) }}", tasks=tasks))
    rows = [text(item) for item in of_class(tree, "govuk-task-list__item")]
    assert rows == ["Sign the agreement Amina’s turn To do", "Open an account Done"]
    assert [link.get("href") for link in tree.iter("a")] == ["/sign/"]


def test_the_timeline_says_what_when_and_by_whom():
    happened = SimpleNamespace(words="Offer accepted", at=datetime(2026, 9, 3, 9, 5, tzinfo=UTC), by="Amina")
    tree = read(draw("{% from 'design/parts.html' import timeline %}{{ timeline(happenings) }}", happenings=[happened]))
    assert text(of_class(tree, "own-timeline")[0]) == "Offer accepted 3 September 2026 at 10:05am, Amina"
