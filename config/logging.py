"""Logs that say what happened and never what was in it.

One line for one event, as JSON in production and in colour on a developer's terminal. Nothing here formats a request
body, a query string, an SQL parameter or a form value, because a log is copied to places that the record is not.
"""

import sys
from collections.abc import Iterator
from traceback import extract_tb
from typing import Any

import structlog
from structlog.typing import EventDict

from config.environment import Environment

OFF: dict[str, Any] = {"handlers": [], "propagate": False, "level": "CRITICAL"}
"""For loggers that write addresses, of which some are secrets; ``config.errors`` says what failed instead."""
SHARED_PROCESSORS: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def where_without_words(_logger: Any, _name: str, event: EventDict) -> EventDict:
    """Say of an exception what kind it was and where it was raised; its own words may quote a row or a form."""
    info = event.pop("exc_info", None)
    error = info[1] if isinstance(info, tuple) else sys.exception() if info is True else info
    if isinstance(error, BaseException):
        event["exception"] = [
            {
                "type": f"{type(one).__module__}.{type(one).__qualname__}",
                "at": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in extract_tb(one.__traceback__)],
            }
            for one in causes(error)
        ]
    return event


def causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def rendering(log_format: str) -> list[structlog.typing.Processor]:
    if log_format == "json":
        return [where_without_words, structlog.processors.JSONRenderer()]
    return [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]


def logging_for(environment: Environment) -> dict[str, Any]:
    """Set structlog up, and return the Django settings that send every library's log through it."""
    structlog.configure(
        processors=[*SHARED_PROCESSORS, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    configuration = {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "structured": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": SHARED_PROCESSORS,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    *rendering(environment.log_format),
                ],
            },
        },
        "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "structured"}},
        "root": {"handlers": ["stream"], "level": environment.log_level},
        "loggers": {
            "django.server": OFF,
            "django.request": OFF if environment.log_format == "json" else {"level": "ERROR"},
            "procrastinate": {"level": "WARNING"},
        },
    }
    return {"LOGGING": configuration}
