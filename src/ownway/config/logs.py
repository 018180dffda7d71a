"""Structured logs, one JSON object a line, without personal data."""

import sys
import traceback
from types import TracebackType
from typing import Any

import structlog

# What may be said of a request. Everything else (addresses, names, search words, forms) stays out of the logs.
SAFE_KEYS = {
    "event",
    "level",
    "timestamp",
    "logger",
    "request_id",
    "user_id",
    "code",
    "method",
    "route",
    "seconds",
    "exception",
}


# Mistakes in the program, whose own words name code. Others may quote what somebody typed, as PostgreSQL's do.
SPEAKABLE = (ArithmeticError, AssertionError, AttributeError, ImportError, NameError, NotImplementedError, TypeError)


def keep_safe(_: Any, __: str, event: dict[str, Any]) -> dict[str, Any]:
    """Drop every key that is not known to be free of personal data; of a request keep its method and its route."""
    record = event.get("_record")
    if record is not None:
        event["event"] = unfilled(record.msg)
    request = event.pop("request", None)
    if isinstance(request, str):
        method, _space, address = request.partition(" ")
        event["method"] = method
        event["route"] = route_of(address.partition("?")[0])
    return {key: value for key, value in event.items() if is_safe(key)}


def unfilled(message: Any) -> str:
    """What another library's line says, without the addresses and values that it fills in."""
    return message if isinstance(message, str) else type(message).__qualname__


def route_of(address: str) -> str:
    """An address as it is written in the addresses' files: no number of a person, and no secret of a link."""
    from django.core.exceptions import ImproperlyConfigured
    from django.urls import Resolver404, resolve

    try:
        return f"/{resolve(address).route}"
    except Resolver404:
        return "no such page"
    except (ImportError, ImproperlyConfigured):
        return "the addresses do not load"


def tell_exception(_: Any, __: str, event: dict[str, Any]) -> dict[str, Any]:
    """Say where something went wrong, and its own words only when they cannot hold personal data."""
    given = event.pop("exc_info", None)
    if given:
        trouble = (
            given if isinstance(given, BaseException) else (given if isinstance(given, tuple) else sys.exc_info())[1]
        )
        if trouble is not None:
            event["exception"] = "\n".join(lines_of(trouble))
    return event


def lines_of(trouble: BaseException) -> list[str]:
    """The kind of each exception in the chain, and the places it passed through."""
    words = f": {trouble}" if isinstance(trouble, SPEAKABLE) else ""
    lines = [f"{type(trouble).__module__}.{type(trouble).__qualname__}{words}", *places_of(trouble.__traceback__)]
    before = trouble.__cause__ or (None if trouble.__suppress_context__ else trouble.__context__)
    return [*lines, "after", *lines_of(before)] if before is not None else lines


def places_of(passed: TracebackType | None) -> list[str]:
    """Files, lines and functions: no values."""
    return [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(passed)]


def is_safe(key: str) -> bool:
    """Whether a key of a log line may be written; those that begin with _ are the logger's own."""
    return key in SAFE_KEYS or key.startswith(("_", "count_")) or key.endswith("_id")


SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    tell_exception,
    keep_safe,
]


def structlog_settings() -> dict[str, Any]:
    """Arguments of structlog.configure."""
    return {
        "processors": [
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        "logger_factory": structlog.stdlib.LoggerFactory(),
        "cache_logger_on_first_use": True,
    }


def logging_settings(*, level: str) -> dict[str, Any]:
    """Django's LOGGING: JSON lines on standard error."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processor": structlog.processors.JSONRenderer(),
                "foreign_pre_chain": SHARED,
            }
        },
        "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["out"], "level": level},
        "loggers": {
            "django.request": {"level": "ERROR"},
            "django_structlog": {"level": level},
            "procrastinate.blueprints": {"level": "WARNING"},  # each command would begin by listing the jobs there are
            "procrastinate.periodic": {"level": "WARNING"},
        },
    }
