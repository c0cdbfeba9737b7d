from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import deskbrief
from deskbrief.jobs.sandbox.folders import readable_paths
from helpers.privileges import unprivileged


def covers(paths: list[Path], path: Path) -> bool:
    return any(path.resolve().is_relative_to(folder) for folder in paths)


def test_python_the_libraries_and_the_package_are_readable():
    paths = readable_paths()
    assert covers(paths, Path(sys.base_prefix) / "lib")
    assert covers(paths, Path(pytest.__file__))
    assert covers(paths, Path(deskbrief.__file__))
    assert covers(paths, Path("/dev/null"))


def test_each_path_exists_once_and_none_lies_in_another():
    paths = readable_paths()
    assert all(path.exists() for path in paths)
    assert not [(a, b) for a in paths for b in paths if a != b and a.is_relative_to(b)]


def test_folders_of_the_caller_are_added(tmp_path):
    assert not covers(readable_paths(), tmp_path)
    assert covers(readable_paths([tmp_path]), tmp_path)


def test_the_home_never_becomes_readable_though_python_searches_it(tmp_path, monkeypatch):
    home = tmp_path / "home" / "reader"
    library = home / ".venv" / "lib"
    library.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr(sys, "path", [*sys.path, "", str(home), str(tmp_path), "/", str(library)])
    paths = readable_paths()
    assert not covers(paths, home / "Documents")
    assert not covers(paths, tmp_path)
    assert covers(paths, library)


def test_packages_that_are_links_stay_readable(tmp_path, monkeypatch):
    store, packages = tmp_path / "store", tmp_path / "packages"
    (store / "one").mkdir(parents=True)
    (store / "two").mkdir()
    (store / "two" / "__init__.py").touch()
    (packages / "two").mkdir(parents=True)
    (packages / "one").symlink_to(store / "one")
    (packages / "two" / "__init__.py").symlink_to(store / "two" / "__init__.py")
    monkeypatch.setattr(sys, "path", [*sys.path, str(packages)])
    paths = readable_paths()
    assert covers(paths, store / "one")
    assert covers(paths, store / "two")
    assert not covers(paths, store / "three")


def test_folders_of_others_do_not_matter_though_python_searches_them(tmp_path, monkeypatch):
    # In a folder that others can reach too, unlike pytest's own.
    with TemporaryDirectory(prefix="deskbrief-folders-") as top:
        Path(top).chmod(0o755)
        closed = Path(top, "closed")
        closed.mkdir(mode=0o711)
        shut = closed / "shut"
        shut.mkdir(mode=0o700)
        if os.geteuid() == 0:
            for folder in (closed, shut):
                folder.chmod(0o700)
        monkeypatch.setattr(sys, "path", [*sys.path, str(closed), str(shut / "inside")])
        with unprivileged():
            assert covers(readable_paths(), Path("/dev/null"))
