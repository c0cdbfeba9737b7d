"""The same file gives the same outline, to the byte, in every run."""

import os
import subprocess
import sys

from deskbrief.services.sources import sample_path


def outline(seed, folder):
    command = [sys.executable, "-m", "deskbrief", "outline", "--json", str(sample_path())]
    command += ["--data-dir", str(folder)]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    return subprocess.run(command, capture_output=True, check=True, env=environment, timeout=180).stdout


def test_two_runs_give_the_same_bytes(tmp_path):
    first, second = (outline(seed, tmp_path / str(seed)) for seed in (1, 2))
    assert first == second
    assert b'"events"' in first
