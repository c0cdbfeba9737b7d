"""Deskbrief: read long texts beside an outline, take notes, export a brief that cites its source."""

__version__ = "0.1.0"
