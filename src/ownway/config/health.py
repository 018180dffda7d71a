"""Whether the program runs (healthz) and can do its work (readyz)."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse

from ownway.ground.access.doors import door
from ownway.ground.access.permissions import anybody


@door(may=anybody, methods=("GET",))
def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@door(may=anybody, methods=("GET",))
def readyz(request: HttpRequest) -> JsonResponse:
    """The database answers and is up to date; 503 otherwise."""
    try:
        executor = MigrationExecutor(connection)
        waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:
        return JsonResponse({"status": "no database"}, status=503)
    if waiting:
        return JsonResponse({"status": "migrations waiting", "count": waiting}, status=503)
    return JsonResponse({"status": "ok"})
