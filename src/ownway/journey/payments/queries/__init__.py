"""Questions about payments: of a person, of a run, and what falls due."""

from ownway.journey.payments.queries.answers import (
    ANSWERS_SHOWN,
    find_item,
    get_answer,
    list_answers,
    list_items,
    open_items,
)
from ownway.journey.payments.queries.emergency import MEDIA_TYPES, find_emergency_list
from ownway.journey.payments.queries.people import find_line, find_payments_facts, list_accounts_given, list_planned
from ownway.journey.payments.queries.runs import (
    PAGE_SIZE,
    council_of_run,
    find_change,
    find_file,
    get_run,
    get_summary,
    list_approved,
    list_changes,
    list_runs,
    list_who_died,
)
from ownway.journey.payments.queries.set_up import get_set_up

__all__ = [
    "ANSWERS_SHOWN",
    "MEDIA_TYPES",
    "PAGE_SIZE",
    "council_of_run",
    "find_change",
    "find_emergency_list",
    "find_file",
    "find_item",
    "find_line",
    "find_payments_facts",
    "get_answer",
    "get_run",
    "get_set_up",
    "get_summary",
    "list_accounts_given",
    "list_answers",
    "list_approved",
    "list_changes",
    "list_items",
    "list_planned",
    "list_runs",
    "list_who_died",
    "open_items",
]
