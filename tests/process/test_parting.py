"""The worker never outlives the program, and the program's side stays light."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from deskbrief.jobs.command import worker_command
from helpers.workers import PATIENCE, TESTS, wait_for_end

pytestmark = pytest.mark.process

# What it says goes past Python's own buffers: a thread that prints while the program ends makes Python abort.
PARENT = """
import os, sys
sys.path.insert(0, sys.argv[1])
from deskbrief.document.tasks import Request
from deskbrief.jobs.runner import Listener
from helpers.workers import make_runner
runner = make_runner()
runner.submit(sys.argv[2], Request(), Listener(progress=lambda *_: os.write(1, b"%d\\n" % runner.worker_pid)))
sys.stdin.read()
"""
HEAVY = (
    "PySide6",
    "asyncio",
    "deskbrief.analysis",
    "deskbrief.brief",
    "deskbrief.importers",
    "deskbrief.jobs.sandbox",
    "deskbrief.jobs.worker",
    "lxml",
    "multiprocessing",
    "numpy",
    "reportlab",
    "spacy",
)


@pytest.mark.parametrize("task", ["endless", "stubborn"])
def test_the_worker_ends_when_its_parent_is_killed(task: str):
    command = [sys.executable, "-c", PARENT, str(TESTS), task]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        worker = int(parent.stdout.readline())
        os.kill(worker, 0)
        parent.send_signal(signal.SIGKILL)
        wait_for_end(worker)


def test_the_worker_ends_when_its_pipe_is_closed():
    done = subprocess.run(
        worker_command(), stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=True
    )
    assert b'"ready"' in done.stdout
    assert done.stderr == b""


def test_a_program_that_just_ends_leaves_no_worker():
    program = PARENT.replace("sys.stdin.read()", "sys.stdin.readline()")
    command = [sys.executable, "-c", program, str(TESTS), "endless"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as parent:
        assert parent.stdout
        worker = int(parent.stdout.readline())
        _, errors = parent.communicate(b"\n", timeout=PATIENCE)
        wait_for_end(worker)
    # Both at once, so that a program that ends badly shows what it said.
    assert (parent.returncode, errors) == (0, b"")


def test_the_runner_imports_nothing_heavy():
    program = f"import sys, deskbrief.jobs.runner; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=PATIENCE)
    assert done.stdout.strip() == b"[]"
