"""Where the platform keeps what programs keep for their user."""

from __future__ import annotations

import os
import sys

NAME = "deskbrief"


def data_home() -> str:
    """Return the folder of the library."""
    if sys.platform == "linux":
        # As platformdirs has it, which would take a fifth of a start that hands over a file.
        return _folder("XDG_DATA_HOME", ".local/share")
    import platformdirs

    return platformdirs.user_data_dir(NAME, appauthor=False, roaming=False)


def config_home() -> str:
    """Return the folder of the settings."""
    if sys.platform == "linux":
        return _folder("XDG_CONFIG_HOME", ".config")
    import platformdirs

    return platformdirs.user_config_dir(NAME, appauthor=False, roaming=False)


def _folder(variable: str, usual: str) -> str:
    chosen = os.environ.get(variable, "").strip()
    if chosen.startswith("/"):
        return os.path.join(chosen, NAME)
    # A user without a home, as in a container, gets none in whatever folder is the present one.
    home = os.path.expanduser("~")
    return os.path.join(home if home.startswith("/") else "/", usual, NAME)
