from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from deskbrief.brief.icc import srgb_profile


def test_a_colour_library_reads_the_profile() -> None:
    profile = ImageCms.ImageCmsProfile(BytesIO(srgb_profile())).profile
    assert profile.profile_description == "sRGB IEC61966-2.1"
    assert profile.xcolor_space.strip() == "RGB"
    assert profile.connection_space.strip() == "XYZ"
    assert int.from_bytes(srgb_profile()[:4], "big") == len(srgb_profile())


@pytest.mark.parametrize(
    "colour", [(31, 95, 139), (138, 75, 15), (242, 212, 77), (128, 128, 128), (255, 0, 0)]
)
def test_it_means_the_same_colours_as_srgb(colour: tuple[int, int, int]) -> None:
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    theirs = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    image = ImageCms.profileToProfile(Image.new("RGB", (1, 1), colour), ours, theirs)
    assert image is not None
    assert image.getpixel((0, 0)) == pytest.approx(colour, abs=2)
