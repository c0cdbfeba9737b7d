import os
import socket
import stat
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from deskbrief.services.instance import (
    ANSWER,
    LONGEST_MESSAGE,
    address,
    hand_over,
    handed_links,
    handed_over,
    is_link,
    is_whole,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="local sockets are POSIX")


def test_nobody_there_takes_nothing(tmp_path):
    assert hand_over(tmp_path, [str(tmp_path / "a.txt")]) is False


def test_a_running_program_takes_the_files(tmp_path):
    heard = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(address(tmp_path))
        listener.listen(1)

        def answer():
            line, _ = listener.accept()
            with line:
                heard.append(line.recv(LONGEST_MESSAGE))
                line.sendall(ANSWER)

        thread = threading.Thread(target=answer)
        thread.start()
        assert hand_over(tmp_path, ["relative.txt", "deskbrief://open?doc=x"]) is True
        thread.join()
    assert handed_over(heard[0]) == [str(Path("relative.txt").resolve())]
    assert handed_links(heard[0]) == ["deskbrief://open?doc=x"]


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"nonsense",
        b"\0",
        b"\0\0",
        b"\xff\0\0",
        b"/cut/off",
        b"/cut/off\0",
        b'{"open": ["/a"]}\0\0',
    ],
)
def test_a_message_of_another_kind_opens_nothing(message):
    assert handed_over(message) == []


def test_only_absolute_paths_are_taken():
    assert handed_over(b"/a/b.txt\0c.txt\0\0") == ["/a/b.txt"]


def test_a_name_that_is_no_utf8_arrives_as_it_is():
    assert [os.fsencode(path) for path in handed_over(b"/a/\xff\nb.txt\0\0")] == [b"/a/\xff\nb.txt"]


def test_a_message_is_whole_at_its_end_only():
    assert is_whole(b"\0")
    assert is_whole(b"/a\0\0")
    assert not any(map(is_whole, (b"", b"/a", b"/a\0", b"/a\0/b\0")))


def test_a_folder_is_the_same_by_whatever_name_it_is_called(tmp_path: Path):
    folder, other = tmp_path / "a", tmp_path / "b"
    folder.mkdir()
    other.mkdir()
    (tmp_path / "link").symlink_to(folder)
    assert address(tmp_path / "link") == address(folder)
    assert address(other) != address(folder)


def test_nobody_listens_for_a_folder_that_is_not_there(tmp_path: Path):
    assert hand_over(tmp_path / "nowhere", [str(tmp_path / "a.txt")]) is False


def test_links_travel_beside_files_and_nothing_else_is_taken_for_one(tmp_path):
    message = b"/a\0deskbrief://open?doc=x\0http://x\0\0"
    assert handed_links(message) == ["deskbrief://open?doc=x"]
    assert handed_over(message) == ["/a"]
    assert handed_links(b"/a\0\0") == handed_links(b"[[[") == handed_links(b"deskbrief:x\0") == []
    assert is_link("DESKBRIEF://open")
    assert not is_link("desk.txt")


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for everybody's temporary files, used as there is none of the session's own."""
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "shared"))
    (tmp_path / "shared").mkdir()
    return tmp_path / "shared"


def test_without_a_session_there_is_a_folder_of_the_user_alone(tmp_path: Path, shared: Path):
    folder = Path(address(tmp_path)).parent
    assert folder.parent == shared
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert address(tmp_path) == address(tmp_path)


@pytest.mark.parametrize("made", ["open", "link", "file"])
def test_a_folder_that_others_may_have_made_is_not_used(tmp_path: Path, shared: Path, made: str):
    place = shared / f"deskbrief-{os.getuid()}"
    if made == "open":
        place.mkdir()
        place.chmod(0o777)
    elif made == "link":
        (tmp_path / "elsewhere").mkdir(mode=0o700)
        place.symlink_to(tmp_path / "elsewhere")
    else:
        place.touch(mode=0o600)
    with pytest.raises(PermissionError):
        address(tmp_path)
    assert hand_over(tmp_path, [str(tmp_path / "a.txt")]) is False
