import queue
from datetime import UTC, datetime, timedelta
from pathlib import Path

from deskbrief.library import care
from deskbrief.library.library import Library
from deskbrief.services.care import Caretaker
from helpers.library_samples import note_on, sample


def rounds(folder: Path, count: int = 1):
    calls, heard = queue.Queue(), []
    caretaker = Caretaker(folder, calls.put, heard.append)
    for _ in range(count):
        caretaker.run()
        calls.get(timeout=30)()
        caretaker.end()
    return heard


def test_a_round_copies_and_mirrors_while_the_library_is_in_use(tmp_path: Path):
    with Library.open(tmp_path) as library:
        library.put_document(sample())
        library.add_note(note_on(sample()))
        first, second = rounds(tmp_path, 2)
        library.add_note(note_on(sample(), 2, 6))
    assert first.copy
    assert first.mirrored == 1
    assert second.copy is None
    assert (first.faults, first.trouble, second.faults, second.trouble) == ((), (), (), ())


def test_a_damaged_library_is_told(tmp_path: Path):
    with Library.open(tmp_path) as library:
        library.add_note(note_on(sample()))
    data = bytearray((tmp_path / "library.db").read_bytes())
    data[8192:12288] = bytes(4096)
    (tmp_path / "library.db").write_bytes(data)
    (found,) = rounds(tmp_path)
    assert found.faults


def test_whatever_goes_wrong_is_told_and_ends_nothing(tmp_path: Path, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError

    monkeypatch.setattr(care, "take_care", fail)
    (found,) = rounds(tmp_path)
    assert "RuntimeError" in found.trouble[0]


def test_it_is_looked_over_once_a_day_and_after_a_bad_end(tmp_path: Path):
    with Library.open(tmp_path) as library:
        library.add_note(note_on(sample()))
        assert not library.ended_badly
    assert care.is_look_due(tmp_path, datetime.now(UTC))
    rounds(tmp_path)
    now = datetime.now(UTC) + timedelta(seconds=1)
    assert not care.is_look_due(tmp_path, now)
    assert care.is_look_due(tmp_path, now + timedelta(days=2))
    assert care.is_look_due(tmp_path, now - timedelta(days=2))
    with Library.open(tmp_path), Library.open(tmp_path) as second:
        assert second.ended_badly
