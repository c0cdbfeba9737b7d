"""Fixtures of the tests of reading aloud."""

from __future__ import annotations

from helpers.qt_reader import fonts, panel

__all__ = ["fonts", "panel"]
