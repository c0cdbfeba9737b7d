"""`deskbrief doctor`: a self-test of everything the program rests on, in one run."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec

from deskbrief import __version__
from deskbrief.cli.reading import analyse, paths_for, read, running
from deskbrief.document.changes import many
from deskbrief.document.errors import WorldError
from deskbrief.document.records import dataclass
from deskbrief.document.tasks import Request
from deskbrief.jobs.runner import Runner, collect
from deskbrief.library.library import Library
from deskbrief.services.briefing import render_request, rendered
from deskbrief.services.curation import curate
from deskbrief.services.messages import message_for
from deskbrief.services.paths import AppPaths
from deskbrief.services.planning import BriefOptions, BriefSource, make_plan
from deskbrief.services.sources import sample_path

#: Qt takes a fraction of a second.
WINDOW_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report: what was looked at, whether it is well, and what was seen."""

    name: str
    well: bool
    seen: str


def run(options: argparse.Namespace) -> int:
    """Print what works and what does not; the code is 1 when something does not."""
    findings = []
    for finding in _findings(paths_for(options.data_dir)):
        findings.append(finding)
        print(f"{'ok     ' if finding.well else 'PROBLEM'} {finding.name}: {finding.seen}", flush=True)
    bad = sum(not finding.well for finding in findings)
    print(f"{bad} problem{'s' if bad > 1 else ''} found." if bad else "Everything works.")
    return 1 if bad else 0


def _findings(paths: AppPaths) -> Iterator[Finding]:
    yield Finding("Deskbrief", True, f"{__version__}, Python {platform.python_version()}, {sys.platform}")
    yield looked("library", lambda: look_at_library(paths))
    yield looked("window", look_at_window)
    with running() as runner:
        yield looked("worker", lambda: _worker(runner))
        yield looked("language model", lambda: _model(runner))
        yield looked("sample, outline and brief", lambda: _whole_path(runner))


def looked(name: str, look: Callable[[], str]) -> Finding:
    """Return what `look` sees, or what it complains of."""
    try:
        return Finding(name, True, look())
    except WorldError as error:
        return Finding(name, False, str(message_for(error)))


def look_at_library(paths: AppPaths) -> str:
    """Return how the library is; raises `WorldError` when it is damaged or can never be made."""
    if not (paths.data / "library.db").exists():
        place = next(folder for folder in (paths.data, *paths.data.parents) if folder.exists())
        if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
            raise WorldError(f"It cannot be made in {paths.data}.", "Name another folder with --data-dir.")
        return f"none yet; it will be made in {paths.data}"
    library = Library.open(paths.data)
    try:
        faults = library.check()
        if faults:
            raise WorldError(" ".join(faults), f"Look at the backups in {paths.data / 'backups'}.")
        return f"{many(len(library.notes()), 'note')} in {paths.data}, all sound"
    finally:
        library.close()


def look_at_window() -> str:
    """Return how Qt comes up, in a process of its own since it may end that; raises `WorldError`."""
    if find_spec("PySide6") is None:
        return "Qt is not installed: there are commands, and no window"
    display = sys.platform != "linux" or any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    environment = {**({} if display else {"QT_QPA_PLATFORM": "offscreen"}), **os.environ}
    command = (sys.executable, "-c", "from PySide6.QtWidgets import QApplication; QApplication([])")
    try:
        subprocess.run(command, env=environment, capture_output=True, check=True, timeout=WINDOW_SECONDS)
    except (subprocess.SubprocessError, OSError) as error:
        raise WorldError(
            "Qt, which draws the window, does not come up.",
            "On Debian and Ubuntu install libegl1, libxkbcommon-x11-0 and libxcb-cursor0, which it needs.",
        ) from error
    return "Qt comes up" if display else "Qt comes up, but there is no display here"


def _worker(runner: Runner) -> str:
    runner.start()
    collect(runner, "warm", Request())
    protection = runner.protection
    on = [layer.name for layer in protection.layers if layer.on] if protection else []
    return "protected by " + ", ".join(on) if on else "runs, without protection on this system"


def _model(runner: Runner) -> str:
    for part in collect(runner, "warm", Request()):
        if part.name == "model" and "missing" not in part.data:
            return f"{part.data['name']} {part.data['version']}"
        if part.name == "model":
            raise WorldError(part.data["missing"], "Install Deskbrief again.")
    raise WorldError("The language model did not answer.", "Install Deskbrief again.")


def _whole_path(runner: Runner) -> str:
    path = sample_path()
    document = read(runner, path)
    outline = analyse(runner, document)
    source = BriefSource(
        document=document, outline=outline, curated=curate(document, outline, ()), file_name=path.name
    )
    plan = make_plan(source, BriefOptions(prepared=date(2026, 1, 1).isoformat()))
    brief = rendered(collect(runner, "render", render_request(plan)))
    return (
        f"{len(outline.sections)} sections, {len(outline.events)} events, "
        f"{len(outline.recommendations)} recommendations, brief of {brief.pages} page, {brief.verified}"
    )
