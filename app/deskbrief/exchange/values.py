"""What is taken from foreign values: text of a length that is allowed, times in UTC, roles for colours."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable
from datetime import UTC, datetime

from deskbrief.document.incoming import LONGEST_NAME, LONGEST_TEXT, MOST_TAGS
from deskbrief.document.notes import Role
from deskbrief.document.tasks import Json

#: Names that other programs have for colours, beside those of the roles.
_NAMES = {
    "red": Role.PINK,
    "magenta": Role.PINK,
    "aqua": Role.BLUE,
    "cyan": Role.BLUE,
    "lime": Role.GREEN,
    "olive": Role.GREEN,
    "violet": Role.PURPLE,
    # Thorium's orange, which is nearer to pink.
    "#fad0c3": Role.ORANGE,
}
_HEX = re.compile(r"#?([0-9a-fA-F]{6})")
#: Up to which hue, in degrees, a colour counts as which role.
_HUES = ((16, Role.PINK), (42, Role.ORANGE), (68, Role.YELLOW), (165, Role.GREEN), (240, Role.BLUE))
#: Colours paler than this are greys, which stand for no role.
_PALE = 0.08


def text_of(value: Json, most: int = LONGEST_TEXT) -> str:
    """Return `value` if it is text, cut to `most`; else an empty string."""
    return value[:most] if isinstance(value, str) else ""


def name_of(value: Json) -> str:
    """Return a name in one line: a text, or the first of a list of texts."""
    first = value[0] if isinstance(value, list) and value else value
    return " ".join(text_of(first, LONGEST_NAME).split())


def dict_of(value: Json) -> dict[str, Json]:
    """Return `value` if it is an object; else an empty one."""
    return value if isinstance(value, dict) else {}


def list_of(value: Json) -> list[Json]:
    """Return `value` if it is a list; else an empty one."""
    return value if isinstance(value, list) else []


def tags_of(values: Iterable[Json]) -> tuple[str, ...]:
    """Return the tags among `values`, each once, in their order."""
    names = dict.fromkeys(name_of(value) for value in values)
    return tuple(name for name in names if name)[:MOST_TAGS]


def role_of(colour: Json) -> Role | None:
    """Return the role that the name or the value of a colour stands for; None for grey and the unknown."""
    name = text_of(colour, 40).strip().casefold()
    if name in Role._value2member_map_:
        return Role(name)
    match = _HEX.match(name)
    return _NAMES.get(name) or (_nearest(match[1]) if match else None)


def _nearest(digits: str) -> Role | None:
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    if max(red, green, blue) - min(red, green, blue) < _PALE or saturation == 0:
        return None
    degrees = hue * 360
    if degrees >= 290:
        return Role.PINK
    return next((role for most, role in _HUES if degrees < most), Role.PURPLE)


def stamp_of(value: Json) -> str:
    """Return a time as ISO 8601 in UTC to the millisecond; empty for what is none.

    A number counts seconds since 1970. A time without a zone is taken to be UTC.
    """
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            moment = datetime.fromtimestamp(value, UTC)
        else:
            moment = datetime.fromisoformat(text_of(value, 40).strip())
            moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except (ValueError, OverflowError, OSError):
        return ""
