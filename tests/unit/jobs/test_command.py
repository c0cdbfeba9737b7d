from __future__ import annotations

import os
import sys
from pathlib import Path

from deskbrief.jobs.command import worker_command, worker_environment
from deskbrief.jobs.limits import LIMITS, limits_of
from deskbrief.jobs.tasks import TASKS


def test_the_worker_is_started_by_this_python_and_never_imports_from_the_working_folder():
    command = worker_command(idle_seconds=7, folders=[Path("/some/where")])
    assert command[0] == sys.executable
    assert "-P" in command
    assert command[-3:] == ("deskbrief.jobs.worker", "7", "/some/where")


def test_little_of_the_environment_reaches_the_worker():
    source = {
        "LANG": "de_DE.UTF-8",
        "DISPLAY": ":0",
        "SSH_AUTH_SOCK": "/x",
        "TOKEN": "secret",
        "PATH": "/bin",
    }
    assert worker_environment(source) == {
        "LANG": "de_DE.UTF-8",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }


def test_the_search_path_is_made_independent_of_the_working_folder():
    source = {"PYTHONPATH": os.pathsep.join(["app", "", "/absolute"])}
    paths = worker_environment(source)["PYTHONPATH"].split(os.pathsep)
    assert paths == [str(Path.cwd() / "app"), "/absolute"]


def test_limits_are_known_for_tasks_and_usual_for_the_rest():
    assert set(LIMITS) <= set(TASKS)
    assert limits_of("read").seconds == 30
    assert limits_of("outline").allowed_seconds(4 * 2**20) > 900
    assert limits_of("warm") == limits_of("anything")
