"""The task "logo": a picture of the user's as it can stand at the head of a brief."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from deskbrief.document.errors import SourceError
from deskbrief.document.tasks import Part, Progress, Request
from deskbrief.importers.picture_data import MOST_PIXELS, format_of

if TYPE_CHECKING:
    from PIL.Image import Image

#: The most pixels that are kept, across and down: more than 300 to the inch at the size of a logo.
LARGEST = (800, 160)
#: The formats that logos come in.
FORMATS = ("PNG", "JPEG")
#: What differs from white by no more than this, of 255, is margin.
NEARLY_WHITE = 6
_CHOOSE = "Choose a PNG or JPEG picture."


def logo(request: Request) -> Iterator[Part | Progress]:
    """Yield one part "logo" whose blob is the picture in the blob of `request` as an opaque RGB PNG.

    It stands upright, on white, in sRGB, without its margin, and has at most `LARGEST` pixels. Raises
    `SourceError` for anything but a PNG or JPEG picture, and for one with nothing to be seen on white paper.
    """
    data = request.blob
    if format_of(data) not in FORMATS:
        what = "A drawing (SVG)" if b"<svg" in data[:4096].lower() else "This file"
        raise SourceError(f"{what} cannot be used as a logo.", _CHOOSE)
    yield Progress(0, 1)
    try:
        picture = _on_paper(data)
    except Exception as error:
        raise SourceError("This picture is damaged or too large.", _CHOOSE) from error
    if picture is None:
        raise SourceError("This logo cannot be seen on white paper.", "Choose its version for light grounds.")
    buffer = BytesIO()
    picture.save(buffer, "PNG", compress_level=9)
    yield Part("logo", {"width": picture.width, "height": picture.height}, buffer.getvalue())


def _on_paper(data: bytes) -> Image | None:
    """Return the picture as it looks on white paper, without its margin; None when nothing can be seen."""
    from PIL import Image, ImageChops, ImageOps

    image = Image.open(BytesIO(data), formats=FORMATS)
    if not 0 < image.width * image.height <= MOST_PIXELS:
        raise ValueError(image.size)
    image.draft("RGB", (4 * LARGEST[0], 4 * LARGEST[1]))
    upright = _in_srgb(ImageOps.exif_transpose(image))
    sheet = Image.new("RGB", upright.size, "white")
    sheet.paste(upright.convert("RGB"), mask=upright.getchannel("A") if upright.mode == "RGBA" else None)
    difference = ImageChops.difference(sheet, Image.new("RGB", sheet.size, "white")).convert("L")
    seen = difference.point([255 if value > NEARLY_WHITE else 0 for value in range(256)]).getbbox()
    if seen is None:
        return None
    picture = sheet.crop(seen)
    picture.thumbnail(LARGEST, Image.Resampling.LANCZOS)
    # A new picture has none of the words that the file carried.
    plain = Image.new("RGB", picture.size)
    plain.paste(picture)
    return plain


def _in_srgb(image: Image) -> Image:
    """Return the picture in the colours of screens, as RGB, or as RGBA where it can be seen through."""
    from PIL import ImageCms

    clear = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):
        # Grey of 16 bits, of which a plain conversion would cut off all but the darkest.
        image = image.convert("I").point(lambda value: value / 257).convert("L")
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode=mode)
        image = turned or image
    return image.convert("RGBA" if clear else "RGB")
