"""Where Deskbrief keeps what it keeps."""

from __future__ import annotations

from pathlib import Path

from deskbrief.document.records import dataclass


@dataclass(frozen=True, slots=True)
class AppPaths:
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
        # Not at the top: who names a folder does not need it.
        import platformdirs

        dirs = platformdirs.PlatformDirs("deskbrief", appauthor=False, roaming=False)
        return cls(Path(dirs.user_data_dir), Path(dirs.user_config_dir))

    @classmethod
    def under(cls, folder: Path) -> AppPaths:
        """Return folders that all lie in `folder`: a library to carry along, or a test's own."""
        return cls(folder, folder)
