"""Fixtures of the reading view's tests."""

from __future__ import annotations

from helpers.qt_reader import flowing, fonts, paged, panel, view

__all__ = ["flowing", "fonts", "paged", "panel", "view"]
