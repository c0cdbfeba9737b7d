"""Of starts at one time one takes the place where the others are heard."""

import socket
import stat
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from deskbrief.services.instance import ANSWER, address, claim, hand_over, handed_over

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="local sockets are POSIX")


def test_one_start_takes_the_place_and_only_its_user_may_speak_there(tmp_path):
    data = tmp_path / "not" / "there yet"
    listener = claim(data)
    assert claim(data) is None
    assert stat.S_IMODE(Path(address(data)).stat().st_mode) == 0o600
    listener.close()
    # As after a kill: the socket is still there, and nobody behind it.
    again = claim(data)
    assert again is not None
    again.close()


def test_of_many_at_one_time_one_takes_it(tmp_path):
    together = threading.Barrier(8)

    def start(_):
        together.wait()
        return claim(tmp_path)

    with ThreadPoolExecutor(8) as pool:
        taken = [one for one in pool.map(start, range(8)) if one is not None]
    assert len(taken) == 1
    taken[0].close()


def test_what_is_said_before_the_window_is_there_waits_for_it(tmp_path):
    listener = socket.socket(fileno=claim(tmp_path).detach())
    told = []
    words = [[str(tmp_path / f"{number}.txt")] for number in range(3)]
    callers = [
        threading.Thread(target=lambda one=one: told.append(hand_over(tmp_path, one))) for one in words
    ]
    for caller in callers:
        caller.start()
    heard = []
    with listener:
        for _ in callers:
            line, _ = listener.accept()
            with line:
                heard += handed_over(line.recv(4096))
                line.sendall(ANSWER)
    for caller in callers:
        caller.join()
    assert told == [True] * 3
    assert sorted(heard) == [str((tmp_path / f"{number}.txt").resolve()) for number in range(3)]


def test_where_no_folder_can_be_made_nobody_is_heard(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert claim(tmp_path / "file" / "data") is None
