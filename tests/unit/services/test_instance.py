import json
import socket
import sys
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
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="local sockets are POSIX")


def test_nobody_there_takes_nothing(tmp_path):
    assert hand_over(tmp_path, [tmp_path / "a.txt"]) is False


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
        assert hand_over(tmp_path, [Path("relative.txt")]) is True
        thread.join()
    assert handed_over(heard[0]) == [Path("relative.txt").resolve()]


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"nonsense",
        b"[]",
        b'{"open": 3}',
        b'{"open": [3]}',
        b'{"close": []}',
        b"\xff",
        b'{"open": ["a\\u0000b"]}',
    ],
)
def test_a_message_of_another_kind_opens_nothing(message):
    assert handed_over(message) == []


def test_only_absolute_paths_are_taken():
    assert handed_over(json.dumps({"open": ["/a/b.txt", "c.txt"]}).encode()) == [Path("/a/b.txt")]


def test_a_folder_is_the_same_by_whatever_name_it_is_called(tmp_path: Path):
    folder, other = tmp_path / "a", tmp_path / "b"
    folder.mkdir()
    other.mkdir()
    (tmp_path / "link").symlink_to(folder)
    assert address(tmp_path / "link") == address(folder)
    assert address(other) != address(folder)


def test_nobody_listens_for_a_folder_that_is_not_there(tmp_path: Path):
    assert hand_over(tmp_path / "nowhere", [tmp_path / "a.txt"]) is False


def test_links_travel_beside_files_and_nothing_else_is_taken_for_one(tmp_path):
    message = json.dumps({"open": ["/a"], "links": ["deskbrief://open?doc=x", "http://x", "/b"]}).encode()
    assert handed_links(message) == ["deskbrief://open?doc=x"]
    assert handed_over(message) == [Path("/a")]
    assert handed_links(b'{"open": []}') == handed_links(b"[[[") == handed_links(b'{"links": [7]}') == []
    assert is_link("DESKBRIEF://open")
    assert not is_link("desk.txt")
