from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from deskbrief.services.paths import AppPaths


@pytest.mark.parametrize("value", [None, "", "  ", "/somewhere/else", "~/there"])
def test_the_usual_folders_are_those_of_the_platform(monkeypatch, value):
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(variable, raising=False)
        if value is not None:
            monkeypatch.setenv(variable, value)
    expected = platformdirs.PlatformDirs("deskbrief", appauthor=False, roaming=False)
    paths = AppPaths.default()
    assert paths.data == Path(expected.user_data_dir)
    assert paths.config == Path(expected.user_config_dir)
    assert paths.settings == paths.config / "settings.toml"


def test_everything_lies_in_a_folder_that_was_chosen(tmp_path):
    paths = AppPaths.under(tmp_path)
    assert paths.data == paths.config == tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs knows")
def test_who_has_no_home_gets_none_in_the_present_folder(monkeypatch):
    def nobody(_):
        raise KeyError("no such user")

    monkeypatch.delenv("HOME")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)
    paths = AppPaths.default()
    assert str(paths.data) == "/.local/share/deskbrief"
    assert str(paths.config) == "/.config/deskbrief"
