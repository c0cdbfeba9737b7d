"""An ICC profile of sRGB (ICC.1:2001-04, IEC 61966-2-1), which an archival PDF must carry.

It is written here, and not taken from a colour library, so that it has the same bytes everywhere.
"""

from __future__ import annotations

import struct

_VERSION = 0x02100000
_DATE = (2000, 1, 1, 0, 0, 0)
#: The illuminant of the connection space (D50), the white of sRGB (D65), and its primaries adapted to D50.
_D50 = (0.9642, 1.0, 0.8249)
_WHITE = (0.9505, 1.0, 1.0891)
_PRIMARIES = {
    b"rXYZ": (0.4361, 0.2225, 0.0139),
    b"gXYZ": (0.3851, 0.7169, 0.0971),
    b"bXYZ": (0.1431, 0.0606, 0.7141),
}
_NAME, _RIGHTS = "sRGB IEC61966-2.1", "No copyright, use freely"
#: Points of the tone curve.
_POINTS = 1024


def srgb_profile() -> bytes:
    """Return the profile: three primaries, a white point and one tone curve for all three channels."""
    curve = _curve()
    tags = {
        b"desc": _description(_NAME),
        b"cprt": b"text\0\0\0\0" + _RIGHTS.encode("ascii") + b"\0",
        b"wtpt": _xyz(_WHITE),
        **{name: _xyz(primary) for name, primary in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    table, body = _laid_out(tags)
    size = 128 + len(table) + len(body)
    return _header(size) + table + body


def _header(size: int) -> bytes:
    start = struct.pack(">I4xI4s4s4s6H4s", size, _VERSION, b"mntr", b"RGB ", b"XYZ ", *_DATE, b"acsp")
    return start + bytes(28) + _fixed(_D50) + bytes(48)


def _laid_out(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """Return the tag table and the data it points to; tags with the same data share it."""
    table, body = struct.pack(">I", len(tags)), b""
    begin = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    for name, data in tags.items():
        if data not in places:
            places[data] = begin + len(body)
            body += data + bytes(-len(data) % 4)
        table += struct.pack(">4sII", name, places[data], len(data))
    return table, body


def _fixed(numbers: tuple[float, ...]) -> bytes:
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def _xyz(numbers: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(numbers)


def _description(text: str) -> bytes:
    ascii_text = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(ascii_text)) + ascii_text + bytes(4 + 4 + 2 + 1 + 67)


def _curve() -> bytes:
    steps = (round(65535 * _linear(at / (_POINTS - 1))) for at in range(_POINTS))
    return b"curv\0\0\0\0" + struct.pack(f">I{_POINTS}H", _POINTS, *steps)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
