"""Fixtures of the reading view's tests."""

from __future__ import annotations

from helpers.qt_reader import fonts, panel, view

__all__ = ["fonts", "panel", "view"]
