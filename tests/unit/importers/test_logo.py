"""Pictures of the user's become logos: upright, on white, without a margin and small; others are refused."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from deskbrief.document.errors import SourceError
from deskbrief.document.tasks import Part, Request
from deskbrief.importers.logo_job import LARGEST, logo
from helpers.pictures import picture

CLEAR = (0, 0, 0, 0)


def made(data: bytes) -> Image.Image:
    (part,) = (step for step in logo(Request({}, data)) if isinstance(step, Part))
    image = Image.open(BytesIO(part.blob))
    assert image.format == "PNG"
    assert image.mode == "RGB"
    assert image.info == {}
    assert image.size == (part.data["width"], part.data["height"])
    return image


def saved(image: Image.Image, form: str = "PNG", **more: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, form, **more)
    return buffer.getvalue()


def white(width: int, height: int) -> bytes:
    """Return a PNG of one bit a pixel, made without ever holding its pixels."""
    pack, row = zlib.compressobj(), bytes([0, *[255] * (width // 8)])
    packed = b"".join(pack.compress(row) for _ in range(height)) + pack.flush()
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)),
        (b"IDAT", packed),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_is_made_small(form: str) -> None:
    image = made(picture(3000, 1000, form))
    assert image.size == (480, LARGEST[1])
    red, green, blue = image.getpixel((10, 80))
    assert red > 240 > 20 > green
    assert blue < 20


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16", "CMYK"])
def test_every_kind_of_picture_is_read(mode: str) -> None:
    if mode == "I;16":
        image = Image.frombytes("I;16", (60, 40), b"\x00\x80" * 2400)
    else:
        image = Image.new("L", (60, 40), 128).convert("RGBA" if mode == "LA" else mode)
        image = image.convert(mode)
    form = "JPEG" if mode == "CMYK" else "PNG"
    result = made(saved(image, form))
    assert result.size == (60, 40) if mode != "1" else result.width > 50
    if mode not in ("1", "CMYK"):
        assert abs(result.getpixel((20, 20))[0] - 128) < 4


def test_what_can_be_seen_through_is_white_and_the_margin_goes() -> None:
    image = Image.new("RGBA", (300, 200), CLEAR)
    image.paste("navy", (100, 50, 140, 90))
    result = made(saved(image))
    assert result.size == (40, 40)
    image.putpixel((99, 49), (200, 0, 0, 255))
    assert made(saved(image)).getpixel((20, 0)) == (255, 255, 255)


def test_a_photograph_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(Image.new("RGB", (120, 40), "green"), "JPEG", exif=exif)
    assert made(data).size == (40, 120)


def test_colours_are_those_of_screens() -> None:
    # A profile that is sRGB itself changes nothing, and one that is damaged is told.
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    blue = Image.new("RGB", (30, 30), "#1f5f8b")
    assert made(saved(blue, icc_profile=profile)).getpixel((5, 5)) == blue.getpixel((5, 5))


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = picture(300, 100)
    first, second = (list(logo(Request({}, data)))[-1] for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"",
        b"plain text",
        picture(form="GIF"),
        picture()[:200],
        picture(form="JPEG")[:300],
        b"\x89PNG\r\n\x1a\n" + bytes(200),
    ],
    ids=["svg", "empty", "text", "gif", "cut-png", "cut-jpeg", "false-png"],
)
def test_anything_else_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        list(logo(Request({}, data)))
    assert "PNG or JPEG" in caught.value.next_step


def test_a_bomb_is_refused_unread() -> None:
    data = white(30_000, 30_000)
    with pytest.raises(SourceError, match="too large"):
        list(logo(Request({}, data)))


@pytest.mark.parametrize("ink", ["white", CLEAR])
def test_a_logo_for_dark_grounds_is_refused(ink: object) -> None:
    image = Image.new("RGBA", (80, 40), CLEAR)
    image.paste(ink, (10, 10, 60, 30))
    with pytest.raises(SourceError, match="white paper"):
        list(logo(Request({}, saved(image))))
