import builtins
import dataclasses
import marshal
import subprocess
import sys

import pytest

from deskbrief.ui.keptcode import KeptCode, kept_path


def made(kept):
    """Make a value class while `kept` is in use, and return it."""
    kept.begin()
    try:
        return dataclasses.make_dataclass(
            "Made", [("number", int), ("word", str, "w")], frozen=True, slots=True
        )
    finally:
        kept.end()


@pytest.fixture
def writing(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_a_class_made_of_kept_code_is_like_any_other(tmp_path, writing):
    path = tmp_path / "kept"
    first = KeptCode(path)
    made(first)
    first.write()
    again = KeptCode(path)
    kind = made(again)
    value = kind(3)
    assert (value.number, value.word) == (3, "w")
    assert value == dataclasses.replace(kind(4), number=3)
    assert hash(value) == hash(kind(3))
    assert repr(value).endswith("Made(number=3, word='w')")
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.number = 4


def test_what_is_kept_is_not_compiled_again(tmp_path, writing):
    path = tmp_path / "kept"
    first = KeptCode(path)
    made(first)
    first.write()
    before = path.read_bytes()
    path.unlink()
    again = KeptCode(path)
    made(again)
    again.write()
    assert path.read_bytes() == before
    second = KeptCode(path)
    path.unlink()
    made(second)
    second.write()
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"\0\1nonsense", b"N", b"[\0\0\0\0"])
def test_a_damaged_file_is_as_good_as_none(tmp_path, writing, content):
    path = tmp_path / "kept"
    path.write_bytes(content)
    kept = KeptCode(path)
    assert made(kept)(1).number == 1
    kept.write()
    assert path.stat().st_size > len(content)


def test_a_folder_that_refuses_costs_nothing(tmp_path, writing):
    kept = KeptCode(tmp_path / "nowhere" / "kept")
    made(kept)
    kept.write()
    assert list(tmp_path.iterdir()) == []


def test_afterwards_everything_is_compiled_as_usual(tmp_path):
    usual = builtins.compile
    made(KeptCode(tmp_path / "kept"))
    assert builtins.compile is usual
    assert not hasattr(dataclasses, "exec")


def test_a_start_keeps_pyside6s_sources_and_the_methods_of_value_classes(tmp_path):
    program = (
        "import sys; sys.dont_write_bytecode = False\n"
        "import deskbrief.ui.keptcode as k\n"
        "from pathlib import Path; k.kept_path = lambda: Path(sys.argv[1]); k.main()"
    )
    path = tmp_path / "kept"
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)
    keys = marshal.loads(path.read_bytes()).keys()
    names = {name for _, name in keys}
    assert any(name.startswith("shibokensupport") for name in names)
    assert any("def __init__" in text for text, name in keys if name == "<string>")
    assert kept_path().suffix == ".kept"
