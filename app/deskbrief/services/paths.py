"""Where Deskbrief keeps what it keeps."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from deskbrief.services.homes import config_home, data_home


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
        return cls(Path(data_home()), Path(config_home()))

    @classmethod
    def under(cls, folder: Path) -> AppPaths:
        """Return folders that all lie in `folder`: a library to carry along, or a test's own."""
        return cls(folder, folder)
