"""Where Deskbrief keeps what it keeps."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

NAME = "deskbrief"


# Not a dataclass: a start that only hands its files over would spend a third of its time on loading them.
class AppPaths(NamedTuple):
    """The folders of one installation: `data` for the library, `config` for the settings."""

    data: Path
    config: Path

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.toml"

    @classmethod
    def default(cls) -> AppPaths:
        """Return the folders that the platform reserves for this user and program."""
        if sys.platform == "linux":
            # As platformdirs has it, which would take a fifth of a start that hands over a file.
            return cls(_folder("XDG_DATA_HOME", ".local/share"), _folder("XDG_CONFIG_HOME", ".config"))
        import platformdirs

        dirs = platformdirs.PlatformDirs(NAME, appauthor=False, roaming=False)
        return cls(Path(dirs.user_data_dir), Path(dirs.user_config_dir))

    @classmethod
    def under(cls, folder: Path) -> AppPaths:
        """Return folders that all lie in `folder`: a library to carry along, or a test's own."""
        return cls(folder, folder)


def _folder(variable: str, usual: str) -> Path:
    chosen = os.environ.get(variable, "").strip()
    return Path(chosen if chosen.startswith("/") else Path.home() / usual, NAME)
