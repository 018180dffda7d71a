"""Questions about payment runs. Pages ask the database to count, so that they cost the same for 25 people or 25,000."""

from datetime import datetime

from django.db.models import Count, Exists, OuterRef, QuerySet, Sum

from ownway.ground.access.models import Council
from ownway.journey.payments.facts import (
    KINDS,
    ChangeFacts,
    ChangesPage,
    FileFacts,
    KindCount,
    RunFacts,
    RunSummary,
)
from ownway.journey.payments.models import Run, RunChange, RunFile, RunLine, RunStatus
from ownway.journey.payments.queries.answers import sum_came_back, was_sent

PAGE_SIZE = 50
RUNS_SHOWN = 26
NOT_WRITTEN = (RunStatus.PROPOSED, RunStatus.APPROVED)
WRITTEN = (RunStatus.FILES_WRITTEN, RunStatus.CONFIRMED)


def council_of_run(*, run_id: int) -> Council:
    """The council whose run it is: for jobs, which know no more than the run. Raises Run.DoesNotExist."""
    return Run.objects.select_related("council").get(pk=run_id).council


def list_approved(*, before: datetime) -> list[int]:
    """Runs of any council that were approved and have no files yet: for the worker."""
    rows = Run.objects.filter(status=RunStatus.APPROVED, approved_at__lt=before)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def list_who_died(*, run_id: int) -> list[str]:
    """The names of those in a run, not taken out of it, who have died. One query."""
    lines = RunLine.objects.filter(run_id=run_id, live=True, person__died_on__isnull=False)
    return list(lines.order_by("person__name", "person_id").values_list("person__name", flat=True).distinct())


def list_runs(*, council: Council) -> list[RunFacts]:
    """The last runs of a council, newest first, with what they come to. Two queries."""
    rows = list(_runs(council).order_by("-number")[:RUNS_SHOWN])
    sums = {
        row["run_id"]: (row["payments"], row["pence"])
        for row in RunLine.objects.filter(was_sent(council=council), run__in=[run.pk for run in rows])
        .values("run_id")
        .annotate(payments=Count("pk"), pence=Sum("amount_pence"))
    }
    return [_run_facts(row, *sums.get(row.pk, (0, 0))) for row in rows]


def get_run(*, council: Council, id: int) -> RunFacts:
    """That run of the council. Two queries. Raises Run.DoesNotExist."""
    row = _runs(council).get(pk=id)
    lines = RunLine.objects.filter(was_sent(council=council), run=row)
    sums = lines.aggregate(payments=Count("pk"), pence=Sum("amount_pence"))
    return _run_facts(row, sums["payments"], sums["pence"] or 0)


def get_summary(*, council: Council, id: int) -> RunSummary:
    """A run with the number of each kind of finding, counted by the database. Eight queries, whatever its size."""
    run = get_run(council=council, id=id)
    lines = RunLine.objects.filter(run_id=id)
    kinds = _kinds(id)
    came_back, came_back_pence = sum_came_back(run_id=id)
    return RunSummary(
        run=run,
        kinds=kinds,
        died=tuple(list_who_died(run_id=id)) if run.status in NOT_WRITTEN else (),
        taken_out=lines.exclude(was_sent(council=council)).values("person").distinct().count(),
        files=tuple(_file_facts(row) for row in RunFile.objects.filter(run_id=id).defer("content").order_by("-kind")),
        notices_to_make=lines.filter(live=True, notice_due=True, notice__isnull=True).count(),
        came_back=came_back,
        came_back_pence=came_back_pence,
    )


def list_changes(*, council: Council, run_id: int, kind: str, page: int = 1) -> ChangesPage:
    """One page of a run's findings of a kind ("" for those still to explain), by person. Three queries."""
    rows = RunChange.objects.filter(run__council=council, run_id=run_id)
    rows = rows.filter(kind=kind) if kind else _waiting(rows)
    count = rows.count()
    pages = max(1, -(-count // PAGE_SIZE))
    number = min(max(1, page), pages)
    start = (number - 1) * PAGE_SIZE
    shown = list(rows.order_by("person_id", "pk").values_list("pk", flat=True)[start : start + PAGE_SIZE])
    whole = _with_paid(RunChange.objects.filter(pk__in=shown)).select_related("person").order_by("person_id", "pk")
    return ChangesPage(
        changes=tuple(_change_facts(row) for row in whole),
        number=number,
        pages=pages,
        count=count,
    )


def find_change(*, council: Council, run_id: int, id: int) -> ChangeFacts | None:
    """That finding of that run, if there is one."""
    rows = RunChange.objects.filter(run__council=council, run_id=run_id, pk=id)
    row = _with_paid(rows).select_related("person").first()
    return None if row is None else _change_facts(row)


def find_file(*, council: Council, run_id: int, kind: str) -> tuple[str, bytes] | None:
    """The name and bytes of a run's file, if it is written."""
    row = RunFile.objects.filter(run__council=council, run_id=run_id, kind=kind).first()
    return None if row is None else (row.name, bytes(row.content))


def _runs(council: Council) -> QuerySet[Run]:
    return Run.objects.filter(council=council).select_related("proposed_by", "approved_by")


def _kinds(run_id: int) -> tuple[KindCount, ...]:
    rows = RunChange.objects.filter(run_id=run_id).values("kind")
    counted = {
        row["kind"]: row
        for row in rows.annotate(people=Count("pk"), before=Sum("before_pence"), after=Sum("after_pence"))
    }
    waiting = dict(
        _waiting(RunChange.objects.filter(run_id=run_id))
        .values("kind")
        .annotate(people=Count("pk"))
        .values_list("kind", "people")
    )
    return tuple(
        KindCount(
            kind=kind,
            words=words,
            people=counted[kind]["people"],
            before_pence=counted[kind]["before"],
            after_pence=counted[kind]["after"],
            to_explain=waiting.get(kind, 0),
        )
        for kind, words in KINDS.items()
        if kind in counted
    )


def _waiting(rows: QuerySet[RunChange]) -> QuerySet[RunChange]:
    paid = RunLine.objects.filter(run_id=OuterRef("run_id"), person_id=OuterRef("person_id"), live=True)
    return rows.filter(Exists(paid), stops_the_run=True, explained="")


def _with_paid(rows: QuerySet[RunChange]) -> QuerySet[RunChange]:
    paid = RunLine.objects.filter(run_id=OuterRef("run_id"), person_id=OuterRef("person_id"), live=True)
    return rows.annotate(is_paid=Exists(paid))


def _run_facts(row: Run, payments: int, pence: int) -> RunFacts:
    return RunFacts(
        id=row.pk,
        number=row.number,
        pay_on=row.pay_on,
        due_to_on=row.due_to_on,
        submit_by_on=row.submit_by_on,
        status=row.status,
        proposed_by_id=row.proposed_by_id,
        proposed_by=row.proposed_by.name,
        proposed_at=row.proposed_at,
        approved_by=row.approved_by.name if row.approved_by else "",
        approved_at=row.approved_at,
        ended_why=row.ended_why,
        before_pence=row.before_pence,
        payments=payments,
        total_pence=pence,
    )


def _change_facts(row: RunChange) -> ChangeFacts:
    return ChangeFacts(
        id=row.pk,
        person_id=row.person_id,
        person=row.person.name,
        kind=row.kind,
        kind_words=KINDS[row.kind],
        before_pence=row.before_pence,
        after_pence=row.after_pence,
        words=row.words,
        stops_the_run=row.stops_the_run,
        explained=row.explained,
        is_paid=row.is_paid,  # type: ignore[attr-defined]  # annotated above
    )


def _file_facts(row: RunFile) -> FileFacts:
    return FileFacts(
        kind=row.kind, kind_words=row.get_kind_display(), name=row.name, digest=row.digest, made_at=row.made_at
    )
