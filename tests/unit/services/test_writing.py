import os
import resource
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from deskbrief.document.errors import ExportError
from deskbrief.services.writing import export_whole, write_whole
from helpers.privileges import make_read_only, make_writable, unprivileged


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


def test_a_link_stays_a_link_and_leads_to_what_was_written(tmp_path):
    place, link = tmp_path / "kept" / "settings.toml", tmp_path / "link"
    place.parent.mkdir()
    link.symlink_to(place)
    for data in (b"made", b"replaced"):
        write_whole(link, data)
        assert link.is_symlink()
        assert place.read_bytes() == data
    assert os.listdir(place.parent) == ["settings.toml"]


def test_a_file_keeps_its_rights(tmp_path):
    path = tmp_path / "notes.md"
    path.write_bytes(b"old")
    for mode in (0o600, 0o664):
        path.chmod(mode)
        write_whole(path, b"new")
        assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_file_that_may_not_be_written_is_not_replaced():
    # In a folder that others can reach too, unlike pytest's own.
    with TemporaryDirectory(prefix="deskbrief-writing-") as folder:
        path = Path(folder, "mine.pdf")
        path.write_bytes(b"old")
        make_writable(path.parent)
        make_read_only(path)
        with unprivileged(), pytest.raises(ExportError, match="is there already and may not be written"):
            export_whole(path, b"new")
        assert path.read_bytes() == b"old"
        assert os.listdir(folder) == ["mine.pdf"]


def test_the_longest_name_can_be_written_and_a_longer_one_is_refused(tmp_path):
    export_whole(tmp_path / ("n" * 255), b"x")
    with pytest.raises(ExportError, match="too long"):
        export_whole(tmp_path / ("n" * 256), b"x")


def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        reading = pool.submit(pipe.read_bytes)
        write_whole(pipe, b"x" * 100_000)
        assert reading.result(timeout=10) == b"x" * 100_000
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert os.listdir(tmp_path) == ["pipe"]
