"""Who reads aloud: what the reading needs of a voice, and whether the system may have one."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Protocol

from PySide6.QtCore import SignalInstance

#: The part of Qt that speaks. It comes with PySide6-Addons, which Deskbrief does without.
MODULE = "PySide6.QtTextToSpeech"


class Voice(Protocol):
    """Says one thing after the other.

    `found` carries the languages there are voices for, none when there is no voice at all. `named` carries
    the names of the voices for the language that was asked for last, and the one in use. `said` carries the
    number of what has been said to its end. `failed` says that nothing can be said any more.
    """

    found: SignalInstance
    named: SignalInstance
    said: SignalInstance
    failed: SignalInstance

    def begin(self) -> None:
        """Look for voices; `found` tells what came of it."""

    def take(self, language: str, name: str) -> None:
        """Speak in a language from now on, in the voice with this name if there is one."""

    def say(self, number: int, words: str, rate: float) -> None:
        """Say `words`, instead of what is being said; the rate is from -1 to 1, and 0 is the usual one."""

    def hush(self) -> None:
        """Stop saying anything."""

    def end(self) -> None:
        """Speak no more, and give back what speaking took."""


def is_installed() -> bool:
    """Tell whether the part of Qt that speaks is there; nothing is loaded for that."""
    try:
        return find_spec(MODULE) is not None
    except (ImportError, ValueError):
        return False


def best_locale(language: str, locales: tuple[str, ...], usual: tuple[str, ...]) -> str:
    """Return which of `locales` ("en_GB") reads a text in `language` ("en", "en-GB"); empty for none.

    Where the text does not say of which country its language is, the first that fits of `usual` is taken.
    """
    wanted = language.replace("-", "_")
    if wanted in locales:
        return wanted
    base = wanted.partition("_")[0].lower()
    same = [one for one in locales if base and one.partition("_")[0].lower() == base]
    return next((one for one in usual if one in same), same[0] if same else "")
