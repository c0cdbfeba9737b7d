"""Pictures as bytes: how large one is, and its conversion into a plain form that can do no harm.

Pillow decodes, in the worker alone, and only the few formats that documents carry.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

#: Width and height.
Size = tuple[float, float]

#: The most pixels of a picture that is decoded, and the largest that it is kept at.
MOST_PIXELS, LARGEST_KEPT = 40_000_000, (1400, 2000)
#: A picture that is larger than this in bytes when nothing is lost of it is kept as a photograph.
LARGEST_DRAWING = 600_000

_ORIENTATION = 0x0112
_TURNED = frozenset({5, 6, 7, 8})


@dataclass(frozen=True, slots=True)
class Converted:
    """A picture as PNG or JPEG, with its own size in pixels."""

    data: bytes
    width: int
    height: int


def format_of(data: bytes) -> str:
    """Return the name of the format of a picture by its first bytes; empty for any other."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    if data.startswith((b"II*\0", b"MM\0*")):
        return "TIFF"
    return "BMP" if data.startswith(b"BM") else ""


def measured(data: bytes) -> Size | None:
    """Return how large the picture that begins with `data` is in pixels; None when it cannot be shown."""
    image = _opened(data)
    if image is None:
        return None
    width, height = image.size
    if not 0 < width * height <= MOST_PIXELS:
        return None
    return (height, width) if _is_turned(image) else (width, height)


def converted(data: bytes) -> Converted | None:
    """Return a picture in a form and size that a window can show; None when it is damaged or too large."""
    from PIL import ImageOps

    image = _opened(data)
    if image is None or not 0 < image.width * image.height <= MOST_PIXELS:
        return None
    try:
        image.draft("RGB", LARGEST_KEPT)
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail(LARGEST_KEPT, reducing_gap=2.0)
        return _packed(upright, photograph=image.format == "JPEG")
    except Exception:  # noqa: BLE001 - damaged pictures make the decoders raise whatever they stumble over
        return None


def _opened(data: bytes) -> Image | None:
    from PIL import Image

    name = format_of(data)
    if not name:
        return None
    try:
        return Image.open(BytesIO(data), formats=[name])
    except Exception:  # noqa: BLE001 - as above
        return None


def _is_turned(image: Image) -> bool:
    try:
        return image.format == "JPEG" and image.getexif().get(_ORIENTATION) in _TURNED
    except Exception:  # noqa: BLE001 - as above
        return False


def _packed(image: Image, *, photograph: bool) -> Converted:
    """Return `image` as PNG, or as JPEG when it is a photograph; what can be seen through stays so."""
    clear = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    plain = image.convert("RGBA" if clear else "L" if image.mode in ("1", "L") else "RGB")
    if not photograph:
        data = _saved(plain, "PNG", compress_level=4)
        if clear or len(data) <= LARGEST_DRAWING:
            return Converted(data, plain.width, plain.height)
    return Converted(_saved(plain.convert("RGB"), "JPEG", quality=88), plain.width, plain.height)


def _saved(image: Image, name: str, **options: int) -> bytes:
    buffer = BytesIO()
    image.save(buffer, name, **options)
    return buffer.getvalue()
