import os
import resource
import subprocess
import sys

import pytest

from deskbrief.document.errors import ExportError
from deskbrief.services.writing import export_whole, write_whole


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "brief.pdf"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["brief.pdf"]


@pytest.mark.parametrize("name", ["missing/brief.pdf", "folder"])
def test_a_place_that_cannot_be_written_is_named(tmp_path, name):
    (tmp_path / "folder").mkdir()
    with pytest.raises(ExportError) as caught:
        export_whole(tmp_path / name, b"x")
    assert caught.value.next_step == "Choose another place and export again."
    assert str(tmp_path) in caught.value.what
    assert os.listdir(tmp_path) == ["folder"]


FULL = """
import resource, sys
from pathlib import Path
from signal import SIGXFSZ, SIG_IGN, signal
from deskbrief.document.errors import ExportError
from deskbrief.services.writing import export_whole
signal(SIGXFSZ, SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    export_whole(Path(sys.argv[1]), b"x" * 5000)
except ExportError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file size are POSIX")
def test_a_full_disk_keeps_the_old_file(tmp_path):
    assert resource.RLIM_INFINITY != 1000
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    run = subprocess.run([sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=True)
    assert "no room left" in run.stdout
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["brief.pdf"]
