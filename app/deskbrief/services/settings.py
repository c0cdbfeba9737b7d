"""What the user has set, kept as a TOML file that can be read and edited by hand."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from deskbrief.document.records import dataclass

Scalar = str | int | float | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings with their defaults; `appearance` is system, light, dark or sepia.

    `reading_view` is auto, flowing or paged; the last is what screen readers can walk through.
    `open_documents` are those that were open at the end, as `services.session` writes them. `split` is beside
    or below when the view was split, with the file and the place that the other pane showed and its share of
    the room in percent, and whether it showed original pages. `original_pages` names documents whose pages
    were shown last by the beginnings of their hashes; `page_zoom` is width, page or a number.
    """

    appearance: str = "system"
    text_size: float = 13.5
    measure: int = 68
    line_height: float = 1.6
    serif: bool = True
    justify: bool = False
    reading_view: str = "auto"
    group_recommendations: str = "addressee"
    sort_events: str = "date"
    show_rejected: bool = False
    sort_notes: str = "text"
    role_names: str = ""
    author: str = ""
    marking: str = ""
    page_size: str = "A4"
    brief_folder: str = ""
    brief_format: str = "pdf"
    last_opened: str = ""
    sample_shown: bool = False
    restore_documents: bool = True
    open_documents: str = ""
    split: str = ""
    split_file: str = ""
    split_place: int = 0
    split_share: int = 50
    split_pages: bool = False
    original_pages: str = ""
    page_zoom: str = "width"
    in_step: bool = True
    dim_pages: bool = False


def load_settings(path: Path) -> Settings:
    """Return the settings in `path`; a value that is missing, unreadable or of another type is default."""
    known: dict[str, Any] = {name: value for name, value in _stored(path).items() if _fits(name, value)}
    return replace(Settings(), **known)


def save_settings(path: Path, settings: Settings) -> None:
    """Write `settings` to `path`; keys that this version does not know are kept.

    Raises `OSError` when the folder cannot be written.
    """
    values = {**_stored(path), **{field.name: getattr(settings, field.name) for field in fields(settings)}}
    from deskbrief.services.writing import write_whole

    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, "".join(f"{key} = {_toml(value)}\n" for key, value in values.items()).encode())


def _stored(path: Path) -> Mapping[str, Scalar]:
    try:
        text = path.read_text(encoding="utf-8")
        # Not at the top: before anything is set there is nothing to read.
        import tomllib

        data = tomllib.loads(text)
    except (OSError, ValueError):
        return {}
    return {key: value for key, value in data.items() if isinstance(value, str | int | float | bool)}


def _fits(name: str, value: Scalar) -> bool:
    default = getattr(Settings(), name, None)
    if isinstance(default, float):
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is type(default)


def _toml(value: Scalar) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(_escaped(char) for char in value) + '"'
    return repr(value)


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    return f"\\u{ord(char):04x}" if ord(char) < 0x20 or ord(char) == 0x7F else char


def user_name() -> str:
    """Return the name under which the user is logged in, or an empty string."""
    return os.environ.get("USER") or os.environ.get("USERNAME") or ""
