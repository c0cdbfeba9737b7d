"""What the project's own files promise about one another."""

import argparse
import re
import tomllib
from pathlib import Path

import pytest

from deskbrief.cli.arguments import parser
from deskbrief.cli.names import COMMANDS

ROOT = Path(__file__).resolve().parents[3]


def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_package_of_the_tree_ships():
    found = {
        ".".join(("deskbrief", *init.parent.relative_to(ROOT / "app" / "deskbrief").parts))
        for init in (ROOT / "app" / "deskbrief").rglob("__init__.py")
    }
    assert set(project()["tool"]["setuptools"]["packages"]) == found | {
        "deskbrief.resources",
        "deskbrief.seeds",
    }


def test_every_dependency_is_locked_with_a_hash():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = lock.split("\n\n")[-1] if "\n\n" in lock else lock
    pinned = {
        line.partition("==")[0].strip().lower()
        for line in lock.splitlines()
        if "==" in line and not line.startswith(" ")
    }
    wanted = project()["project"]["dependencies"] + project()["project"]["optional-dependencies"]["dev"]
    names = {"".join(takewhile_name(word)).lower().replace("_", "-") for word in wanted}
    assert names <= pinned
    assert "sha256:" in entries
    assert "://" not in lock


def takewhile_name(requirement):
    for char in requirement:
        if not (char.isalnum() or char in "-_."):
            return
        yield char


def test_versions_agree():
    from deskbrief import __version__

    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in changelog or f"## [{__version__}]" in changelog


def test_the_sample_is_unchanged():
    import hashlib

    (sample,) = (ROOT / "seeds").glob("*.txt")
    digest = hashlib.sha256(sample.read_bytes()).hexdigest()
    assert digest == "b4b677435c7d858cf6efdf7cfca624df2724b2d89a24079bc7733cf823124dcb"


def test_the_desktop_entry_takes_files_and_links():
    entry = (ROOT / "packaging" / "org.deskbrief.Deskbrief.desktop.in").read_text(encoding="utf-8")
    lines = dict(line.split("=", 1) for line in entry.splitlines() if "=" in line)
    assert "x-scheme-handler/deskbrief" in lines["MimeType"].split(";")
    # %U, because %F hands over no links.
    assert all(line.endswith("%U") for line in entry.splitlines() if line.startswith("Exec="))


def commands_in_the_readme():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = next(block for block in text.split("```") if block.lstrip().startswith("deskbrief outline"))
    return [line.partition("#")[0].strip() for line in block.splitlines() if line.strip()]


def choices(command):
    """Return what may come behind a command: the next words and their parsers."""
    return next((one.choices for one in command._actions if isinstance(one, argparse._SubParsersAction)), {})


def parsers_in(line):
    """Return the parsers of the commands that a line of the README stands for."""
    words = line.split()
    found = [command for name, command in choices(parser()).items() if name in words]
    return [act for command in found for name, act in choices(command).items() if name in words] or found


@pytest.mark.parametrize("line", commands_in_the_readme())
def test_every_command_and_option_in_the_readme_is_there(line):
    found = parsers_in(line)
    assert found
    options = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", line)) - {"--help"}
    assert options <= {option for one in found for action in one._actions for option in action.option_strings}


def test_the_readme_has_every_command():
    text = "\n".join(commands_in_the_readme())
    assert [name for name in COMMANDS if name not in text] == []
