"""Files that are meant to do harm, in small: each becomes a sound document or an error in words.

`scripts/hostile.py` writes them as large as they would be met, `scripts/fuzz.py` changes files for longer.
"""

import random
import socket
import sys
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="time and memory of the reading process are limited on Unix alone")
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from scripts.hostile_base import SMALL
from scripts.hostile_check import outcome
from scripts.hostile_child import Child
from scripts.hostile_files import every
from scripts.hostile_mutation import Mutator, seed_files

from deskbrief.document.model import Document

FILES = {hostile.name: hostile for hostile in every(SMALL)}
SEEDS = seed_files()
INPUTS = 60
PATIENCE = 10.0


@pytest.fixture(scope="module")
def child():
    reader = Child(seconds=PATIENCE)
    yield reader
    reader.close()


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_read_or_refused(child, name):
    verdict = child.judge(name, FILES[name].write())
    assert not verdict.fault, verdict.fault


@pytest.mark.parametrize("suffix", SEEDS)
def test_changed_files_are_read_or_refused(child, suffix):
    chance = random.Random(f"7 {suffix}")
    mutator = Mutator(suffix, chance)
    inputs = [SEEDS[suffix]]
    for _ in range(INPUTS):
        data = mutator.changed(chance.choice(inputs), chance.choice(inputs))
        verdict = child.judge(f"changed.{suffix}", data)
        assert not verdict.fault, f"{verdict.fault}\n{data[:2000]!r}"
        # Later inputs are made from earlier ones, but never so often that nothing of the first is left.
        inputs = [SEEDS[suffix], *inputs[-4:], data]


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith(("own-file.", "outside."))])
def test_nothing_of_other_files_is_shown(name):
    found = outcome(name, FILES[name].write())
    assert not isinstance(found, Document) or "root:" not in f"{found.text} {found.metadata}"


def test_nothing_is_fetched():
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        sizes = replace(SMALL, address=f"http://127.0.0.1:{server.getsockname()[1]}")
        for hostile in every(sizes):
            if hostile.name.startswith(("remote.", "fetched.", "parameter.")):
                outcome(hostile.name, hostile.write())
        with pytest.raises(BlockingIOError):
            server.accept()


def test_pictures_are_not_unpacked():
    for name in (name for name in FILES if name.startswith("picture.")):
        found = outcome(name, FILES[name].write())
        assert isinstance(found, Document)
        assert "council" in found.text
