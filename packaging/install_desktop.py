"""Let file managers open files with Deskbrief, for this user only: desktop entry, icon, MIME associations.

usage: install_desktop.py --program /path/to/deskbrief     or     install_desktop.py --remove

Deskbrief is added to "Open with" of the files that it reads, and opens deskbrief:// links to passages; it
never takes a default away.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

NAME = "org.deskbrief.Deskbrief"
HERE = Path(__file__).resolve().parent
ICONS = HERE.parent / "resources" / "icons"


def data_home() -> Path:
    """Return the folder for the user's own data files (XDG Base Directory Specification)."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def targets(home: Path) -> dict[str, Path]:
    """Return every file that an installation writes, by what it is."""
    return {
        "entry": home / "applications" / f"{NAME}.desktop",
        "svg": home / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg",
        "png": home / "icons" / "hicolor" / "256x256" / "apps" / f"{NAME}.png",
    }


def quoted(program: str) -> str:
    """Return `program` as one word of an Exec line (Desktop Entry Specification, "The Exec key")."""
    escaped = "".join("\\" + char if char in '"`$\\' else char for char in program)
    # The value itself is a string in which a backslash must be doubled once more.
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'


def install(program: Path, home: Path) -> None:
    """Write the desktop entry and the icons, and tell the desktop about them."""
    places = targets(home)
    for place in places.values():
        place.parent.mkdir(parents=True, exist_ok=True)
    entry = (HERE / f"{NAME}.desktop.in").read_text(encoding="utf-8")
    entry = entry.replace("@PROGRAM@", quoted(str(program))).replace("@TRY@", str(program))
    places["entry"].write_text(entry, encoding="utf-8")
    shutil.copyfile(ICONS / "deskbrief.svg", places["svg"])
    shutil.copyfile(ICONS / "deskbrief-256.png", places["png"])
    refresh(home)


def remove(home: Path) -> None:
    """Take away what `install` wrote."""
    for place in targets(home).values():
        place.unlink(missing_ok=True)
    refresh(home)


def refresh(home: Path) -> None:
    """Bring the desktop's caches up to date, where their tools are there."""
    for command in (
        ["update-desktop-database", "-q", str(home / "applications")],
        ["gtk-update-icon-cache", "-q", "-t", "-f", str(home / "icons" / "hicolor")],
    ):
        if shutil.which(command[0]):
            subprocess.run(command, check=False, stderr=subprocess.DEVNULL)


def main() -> int:
    """Install or remove; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    act = parser.add_mutually_exclusive_group(required=True)
    act.add_argument("--program", type=Path, help="the program that opens files")
    act.add_argument("--remove", action="store_true")
    options = parser.parse_args()
    if sys.platform != "linux":
        print("This is for Linux desktops; on other systems open files with Deskbrief from its window.")
        return 1
    if options.remove:
        remove(data_home())
        print("Deskbrief is no longer offered for opening files.")
        return 0
    if not options.program.is_file():
        print(f"There is no program at {options.program}. Run “make setup” first.", file=sys.stderr)
        return 1
    install(options.program.absolute(), data_home())
    print(f"Done: {targets(data_home())['entry']}")
    print("The files that it reads now offer Deskbrief under “Open with”.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
