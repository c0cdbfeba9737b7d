"""The table of tasks: what each name runs in the worker, and how urgent it is."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import cast

from deskbrief.document.errors import BugError
from deskbrief.document.tasks import Task

#: Task name -> `module:function`. The modules are imported in the worker alone, when first asked for.
TASKS = MappingProxyType(
    {
        "read": "deskbrief.importers.job:read",
        "pictures": "deskbrief.importers.picture_job:pictures",
        "pages": "deskbrief.importers.page_job:pages",
        "original": "deskbrief.importers.original_job:original",
        "origins": "deskbrief.importers.original_job:origins",
        "outline": "deskbrief.analysis.job:outline",
        "resolve": "deskbrief.analysis.job:resolve",
        "render": "deskbrief.brief.job:render",
        "enclosed": "deskbrief.importers.enclosed:enclosed",
        "notes": "deskbrief.exchange.job:notes",
        "place": "deskbrief.exchange.job:place",
        "match": "deskbrief.document.patterns:match",
        "warm": "deskbrief.analysis.job:warm",
    }
)
#: Lower is more urgent: somebody waits for these, while an outline fills in beside the reading.
PRIORITIES = MappingProxyType(
    {
        **dict.fromkeys(("read", "resolve", "render", "match", "enclosed", "pages", "notes", "place"), 0),
        "original": 0,
        "origins": 1,
        "pictures": 4,
        "outline": 5,
        "warm": 9,
    }
)
USUAL_PRIORITY = 5


def priority_of(task: str) -> int:
    """Return how urgent `task` is; lower goes first."""
    return PRIORITIES.get(task, USUAL_PRIORITY)


def resolve(target: str) -> Task:
    """Return the task function that `module:function` names; raises `BugError` when there is none."""
    module, _, name = target.partition(":")
    function = getattr(import_module(module), name, None) if module and name else None
    if not callable(function):
        raise BugError(f"there is no task at {target}")
    return cast("Task", function)
