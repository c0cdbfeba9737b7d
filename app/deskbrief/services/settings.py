"""What the user has set, kept as a TOML file that can be read and edited by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

from deskbrief.document.records import dataclass

Scalar = str | int | float | bool
#: Commands with the keys that the user gave them, as `keys.find = ["Ctrl+F", "F3"]` in the file.
Keys = tuple[tuple[str, tuple[str, ...]], ...]
KEYS = "keys"
#: From where to where numbers go; with others no text could be set, and no window would open.
_RANGES = MappingProxyType(
    {
        "text_size": (6.0, 72.0),
        "measure": (20, 300),
        "line_height": (1.0, 4.0),
        "speech_rate": (-1.0, 1.0),
        "split_share": (0, 100),
        "split_place": (0, 2**31 - 1),
    }
)
#: As `document.plan.PageSize` has them, which a start need not load.
PAGE_SIZES = ("A4", "Letter")
#: Keys that TOML lets stand without quotes.
_BARE = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings with their defaults; `appearance` is system, light, dark or sepia.

    `reading_view` is auto, flowing or paged; the last is what screen readers can walk through.
    `keys` are those of the commands whose keys are not the usual ones; what they mean, `ui.keymap` knows.
    `speech_rate` is from -1 to 1, `speech_voices` holds pairs of language and voice, as "en=Alan|de=Anna".
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
    hyphenate: bool = True
    reading_view: str = "auto"
    group_recommendations: str = "addressee"
    sort_events: str = "date"
    show_rejected: bool = False
    sort_notes: str = "text"
    sort_library: str = "opened"
    sort_timeline: str = "date"
    role_names: str = ""
    author: str = ""
    marking: str = ""
    page_size: str = "A4"
    brief_folder: str = ""
    brief_format: str = "pdf"
    speech_rate: float = 0.0
    speech_voices: str = ""
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
    keys: Keys = ()


def load_settings(path: Path) -> Settings:
    """Return the settings in `path`; one that is missing, of another type or out of all bounds is default."""
    data = _read(path) or {}
    known: dict[str, Any] = {name: value for name, value in _scalars(data).items() if _fits(name, value)}
    return Settings(**known, keys=_keys(data.get(KEYS)))


def save_settings(path: Path, settings: Settings, *, make_folder: bool = True) -> None:
    """Write `settings` to `path`; keys that this version does not know are kept.

    A file that cannot be understood, perhaps for a slip of the hand, is kept beside it as `.old`.
    Raises `OSError` when the folder cannot be written, or is gone and not to be made.
    """
    names = [field.name for field in fields(settings) if field.name != KEYS]
    there = _read(path)
    values = {**_scalars(there or {}), **{name: getattr(settings, name) for name in names}}
    from deskbrief.services.writing import write_whole

    lines = [
        f"{key if _BARE.fullmatch(key) else _toml(key)} = {_toml(value)}\n" for key, value in values.items()
    ]
    lines += [
        f"{KEYS}.{_toml(command)} = [{', '.join(map(_toml, keys))}]\n" for command, keys in settings.keys
    ]
    if make_folder:
        path.parent.mkdir(parents=True, exist_ok=True)
    if there is None and path.is_file():
        write_whole(path.with_name(f"{path.name}.old"), path.read_bytes())
    write_whole(path, _encoded("".join(lines)))


def _encoded(text: str) -> bytes:
    """Return `text` in UTF-8; names of files that are none stay the bytes that they are."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def _scalars(data: Mapping[str, Any]) -> Mapping[str, Scalar]:
    return {key: value for key, value in data.items() if isinstance(value, Scalar)}


def _read(path: Path) -> Mapping[str, Any] | None:
    """Return what is in the file at `path`; nothing when it cannot be read, None when it is no TOML."""
    try:
        return _parsed(path.read_bytes().decode("utf-8-sig", "surrogateescape"))
    except OSError:
        return {}
    except ValueError:
        return None


def _keys(table: Any) -> Keys:
    """Return the keys of commands; what is no list of words becomes a word that is no key, to be told of."""
    if not isinstance(table, dict):
        return () if table is None else ((str(table), (str(table),)),)
    lists = {name: keys if isinstance(keys, list) else [keys] for name, keys in table.items()}
    return tuple((name, tuple(map(str, keys))) for name, keys in lists.items())


def _parsed(text: str) -> Mapping[str, object]:
    """Return the keys and values of `text`; raises `ValueError` when it is not TOML."""
    # What was written here is JSON to the right of each equals sign, and JSON is there already.
    try:
        pairs = (line.split(" = ", 1) for line in text.splitlines())
        return {_plain(key): _scalar(value) for key, value in pairs}
    except ValueError:
        # The user has keys of his own, or somebody else wrote in it.
        import tomllib

        return tomllib.loads(text)


def _plain(key: str) -> str:
    if not key.isidentifier():
        raise ValueError(key)
    return key


def _scalar(text: str) -> object:
    value = json.loads(text)
    if not isinstance(value, Scalar) or text.strip() != text:
        raise ValueError(text)
    return value


def _fits(name: str, value: Scalar) -> bool:
    default = getattr(Settings(), name, None)
    if isinstance(default, float) and isinstance(value, bool | str):
        return False
    if not isinstance(default, float) and type(value) is not type(default):
        return False
    if isinstance(value, str):
        return name != "page_size" or value in PAGE_SIZES
    least, most = _RANGES.get(name, (value, value))
    return least <= value <= most


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
