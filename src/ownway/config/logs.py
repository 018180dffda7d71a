"""Structured logs, one JSON object a line, without personal data."""

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


def keep_safe(_: Any, __: str, event: dict[str, Any]) -> dict[str, Any]:
    """Drop every key that is not known to be free of personal data, and the query part of a request's address."""
    request = event.pop("request", None)
    if isinstance(request, str):
        method, _space, address = request.partition(" ")
        event["method"] = method
        event["route"] = address.partition("?")[0]
    return {key: value for key, value in event.items() if is_safe(key)}


def is_safe(key: str) -> bool:
    """Whether a key of a log line may be written; those that begin with _ are the logger's own."""
    return key in SAFE_KEYS or key.startswith(("_", "count_")) or key.endswith("_id")


SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
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
        "loggers": {"django.request": {"level": "ERROR"}, "django_structlog": {"level": level}},
    }
