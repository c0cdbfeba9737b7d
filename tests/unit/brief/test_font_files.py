"""The fonts under resources: names, licences, style flags, coverage and how they are made."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest
from fontTools.ttLib import TTFont

from deskbrief.brief.fonts import Face
from deskbrief.document.shipped import shipped

FOLDER = shipped("resources/fonts")
FILES = sorted(FOLDER.glob("*.ttf"))
SCRIPT = Path(__file__).parents[3] / "scripts" / "make_fonts.py"


@pytest.fixture
def make_fonts(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(SCRIPT.parent))
    return importlib.import_module("make_fonts")


def names(path: Path) -> dict[int, str]:
    with TTFont(path) as font:
        return {record.nameID: str(record) for record in font["name"].names}


def test_every_face_has_its_file() -> None:
    assert {path.stem for path in FILES} == set(Face)


def test_postscript_names_are_the_file_names_and_differ() -> None:
    assert [names(path)[6] for path in FILES] == [path.stem for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_a_static_truetype_font_that_may_be_embedded(path: Path) -> None:
    with TTFont(path) as font:
        assert font["OS/2"].fsType == 0
        assert "glyf" in font
        assert "fvar" not in font


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_reserved_name_is_used_and_the_origin_is_told(path: Path) -> None:
    own = names(path)
    for name_id in (1, 3, 4, 6):
        assert not any(word in own[name_id].lower() for word in ("source", "inter", "dejavu", "vera"))
        assert own[name_id].startswith("Deskbrief")
    assert own[0]
    assert own[13]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_style_flags_agree_with_the_style_name(path: Path) -> None:
    with TTFont(path) as font:
        selection, style = font["OS/2"].fsSelection, names(path)[2]
        assert bool(selection & 1) == ("Italic" in style)
        assert bool(selection & 32) == ("Bold" in style)
        assert bool(selection & 64) == (style == "Regular")
        assert font["OS/2"].usWeightClass == (700 if "Bold" in style else 400)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_changes_what_a_glyph_stands_for(path: Path) -> None:
    with TTFont(path) as font:
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert features <= {"ccmp", "locl"}


@pytest.mark.parametrize("path", FILES[:7], ids=lambda path: path.stem)
def test_text_faces_hold_latin_greek_cyrillic_and_signs(path: Path) -> None:
    with TTFont(path) as font:
        covered = {chr(code) for code in font.getBestCmap()}
    assert set("aZéñøßĄčŐșțΑωЖя0123456789–—‘’“”…•¶§†‡→←✓×−€£₹¹²³½№") <= covered


@pytest.mark.parametrize("path", FILES[:7], ids=lambda path: path.stem)
def test_figures_have_one_width(path: Path) -> None:
    with TTFont(path) as font:
        cmap = font.getBestCmap()
        widths = {font["hmtx"][cmap[ord(digit)]][0] for digit in "0123456789"}
    assert len(widths) == 1


def test_all_files_together_are_small() -> None:
    assert sum(path.stat().st_size for path in FILES) < 1_250_000


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("OFL-Serif.txt", ("Reserved Font Name", "SIL OPEN FONT LICENSE Version 1.1", "Adobe")),
        ("OFL-Sans.txt", ("The Inter Project Authors", "SIL OPEN FONT LICENSE Version 1.1")),
        ("LICENSE-Symbols.txt", ("Bitstream", "DejaVu", "Arev")),
    ],
)
def test_licences_are_there(file: str, words: tuple[str, ...]) -> None:
    text = (FOLDER / file).read_text(encoding="utf-8")
    assert all(word in text for word in words)


def test_the_readme_names_every_file() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(path.name in text for path in [*FILES, *FOLDER.glob("*.txt")])


def test_making_a_face_gives_the_same_bytes_again(make_fonts: ModuleType, tmp_path: Path) -> None:
    face = make_fonts.Face("sans", "Deskbrief Try", "Bold Italic", ())
    source = FOLDER / "DeskbriefSans-Bold.ttf"
    for name in ("one.ttf", "two.ttf"):
        make_fonts.make(face, source, set(map(ord, "Deskbrief 123"))).save(tmp_path / name)
    assert (tmp_path / "one.ttf").read_bytes() == (tmp_path / "two.ttf").read_bytes()
    made = names(tmp_path / "one.ttf")
    assert (made[1], made[2], made[6]) == ("Deskbrief Try", "Bold Italic", "DeskbriefTry-BoldItalic")
    assert made[0] == names(source)[0]


def test_the_script_makes_the_files_that_are_shipped(make_fonts: ModuleType) -> None:
    assert {face.postscript for face in make_fonts.FACES if not face.folder} == set(Face)


def test_the_face_for_emoji_lies_apart_and_draws_sequences(make_fonts: ModuleType) -> None:
    (face,) = (one for one in make_fonts.FACES if one.folder)
    path = FOLDER / face.folder / f"{face.postscript}.ttf"
    assert names(path)[6] == path.stem
    assert not any("noto" in names(path)[name_id].lower() for name_id in (1, 3, 4, 6))
    with TTFont(path) as font:
        assert font["OS/2"].fsType == 0
        assert {0x1F389, 0x2705, 0x2B50} <= set(font.getBestCmap())
        assert not {ord("a"), ord("1"), ord(" ")} & set(font.getBestCmap())
        assert {one.FeatureTag for one in font["GSUB"].table.FeatureList.FeatureRecord} == {"ccmp"}
