"""Make the TrueType files under resources/fonts from the variable fonts they derive from.

    python scripts/make_fonts.py --serif UPRIGHT.ttf ITALIC.ttf --sans UPRIGHT.ttf ITALIC.ttf \
        --symbols SYMBOLS.ttf --emoji EMOJI.ttf --out resources/fonts

The same inputs and the same version of fontTools give the same bytes. resources/fonts/README.md says
where the inputs come from and why each step is taken.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools.otlLib.optimize import compact
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

#: What the text faces keep, as first and last code point: Latin, Greek, Cyrillic, punctuation and symbols.
TEXT_RANGES = (
    *((0x0020, 0x024F), (0x02B0, 0x036F), (0x0370, 0x052F), (0x1E00, 0x1FFF), (0x2000, 0x206F)),
    *((0x2070, 0x20BF), (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2460, 0x24FF)),
    *((0x25A0, 0x25FF), (0x2600, 0x27BF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD)),
)
#: What the symbol face keeps, as far as the sans has it not: rarer signs, Armenian and Georgian.
SYMBOL_RANGES = (
    *((0x0020, 0x0020), (0x0180, 0x036F), (0x0530, 0x058F), (0x10A0, 0x10FF), (0x1E00, 0x1EFF)),
    *((0x2000, 0x206F), (0x2070, 0x20BF), (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF)),
    *(
        (0x2300, 0x23FF),
        (0x2460, 0x257F),
        (0x2580, 0x27FF),
        (0x2B00, 0x2BFF),
        (0xFB00, 0xFB17),
        (0xFFFC, 0xFFFD),
    ),
)
#: What the emoji face keeps: all but letters and figures, which stand in it for keys of telephones.
EMOJI_RANGES = ((0x00A9, 0x00AE), (0x200D, 0x200D), (0x20E3, 0x20E3), (0x2100, 0x1FFFF), (0xFE0F, 0xFE0F))
#: Layout features that stay: kerning and the placing of marks, nothing that changes what a glyph stands for.
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]
#: Seconds since 1904 of 1 January 2024: a fixed time stamp keeps the bytes the same.
STAMP = 3_786_912_000
DIGITS, SPACE = range(0x30, 0x3A), 0x20
#: How hard fontTools packs the kerning, from 0 to 9: the files become a third smaller.
KERNING_COMPRESSION = 5
ITALIC, BOLD, REGULAR = 1 << 0, 1 << 5, 1 << 6


@dataclass(frozen=True, slots=True)
class Face:
    """One file to make: which source it is cut from, at which axis values, and how it is called."""

    source: str
    family: str
    style: str
    axes: tuple[tuple[str, float], ...]
    ranges: tuple[tuple[int, int], ...] = TEXT_RANGES
    #: The folder below the one for all of them: what lies in one is not loaded at the start.
    folder: str = ""

    @property
    def bold(self) -> bool:
        """Whether the face is its family's bold."""
        return "Bold" in self.style

    @property
    def italic(self) -> bool:
        """Whether the face is slanted."""
        return "Italic" in self.style

    @property
    def postscript(self) -> str:
        """The PostScript name, which must differ from face to face."""
        return f"{self.family}-{self.style}".replace(" ", "")


SERIF, SANS, SYMBOLS = "Deskbrief Serif", "Deskbrief Sans", "Deskbrief Symbols"
EMOJI = "Deskbrief Emoji"
TEXT, HEAD = (("wght", 400), ("opsz", 11)), (("wght", 600), ("opsz", 16))
FACES = (
    Face("serif", SERIF, "Regular", TEXT),
    Face("serif-italic", SERIF, "Italic", TEXT),
    Face("serif", SERIF, "Bold", HEAD),
    Face("serif-italic", SERIF, "Bold Italic", HEAD),
    Face("sans", SANS, "Regular", (("wght", 400), ("opsz", 14))),
    Face("sans-italic", SANS, "Italic", (("wght", 400), ("opsz", 14))),
    Face("sans", SANS, "Bold", (("wght", 600), ("opsz", 14))),
    Face("symbols", SYMBOLS, "Regular", (), SYMBOL_RANGES),
    Face("emoji", EMOJI, "Regular", (), EMOJI_RANGES, "emoji"),
)


def main() -> None:
    """Make every face and print its size."""
    arguments = _arguments()
    sources = {
        "serif": arguments.serif[0],
        "serif-italic": arguments.serif[1],
        "sans": arguments.sans[0],
        "sans-italic": arguments.sans[1],
        "symbols": arguments.symbols,
        "emoji": arguments.emoji,
    }
    in_sans = _covered(sources["sans"], TEXT_RANGES)
    for face in FACES:
        target = arguments.out / face.folder / f"{face.postscript}.ttf"
        target.parent.mkdir(parents=True, exist_ok=True)
        codes = _code_points(face.ranges) - (in_sans - {SPACE} if face.source == "symbols" else set())
        make(face, sources[face.source], codes).save(target)
        print(f"{target.name}: {target.stat().st_size:,} bytes")


def make(face: Face, source: Path, codes: set[int]) -> TTFont:
    """Return the font that `face` describes, cut from the file `source` down to the code points `codes`."""
    font = TTFont(source, recalcTimestamp=False)
    if face.family == SANS:
        _set_tabular_figures(font)
    _subset(font, codes)
    if "fvar" in font:
        font = instantiateVariableFont(font, dict(face.axes), updateFontNames=False)
        compact(font, KERNING_COMPRESSION)
    _rename(font, face)
    _set_style(font, face)
    for tag in {"STAT", "MVAR", "HVAR", "avar"} & set(font.keys()):
        del font[tag]
    font["head"].created = font["head"].modified = STAMP
    return font


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--serif", nargs=2, type=Path, required=True, metavar=("UPRIGHT", "ITALIC"))
    parser.add_argument("--sans", nargs=2, type=Path, required=True, metavar=("UPRIGHT", "ITALIC"))
    parser.add_argument("--symbols", type=Path, required=True)
    parser.add_argument("--emoji", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    return parser.parse_args()


def _code_points(ranges: Iterable[tuple[int, int]]) -> set[int]:
    return {code for first, last in ranges for code in range(first, last + 1)}


def _covered(source: Path, ranges: Iterable[tuple[int, int]]) -> set[int]:
    with TTFont(source) as font:
        return _code_points(ranges) & set(font.getBestCmap())


def _set_tabular_figures(font: TTFont) -> None:
    """Let 0 to 9 be the figures of one width: columns of dates line up without a layout engine."""
    mapping: dict[str, str] = {}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    mapping.update(getattr(part, "ExtSubTable", part).mapping)
    for cmap in font["cmap"].tables:
        for code in DIGITS:
            if code in cmap.cmap:
                cmap.cmap[code] = mapping.get(cmap.cmap[code], cmap.cmap[code])


def _subset(font: TTFont, codes: set[int]) -> None:
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.hinting = False
    options.drop_tables += ["DSIG", "FFTM", "MATH", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def _rename(font: TTFont, face: Face) -> None:
    """Give the face names of its own; the copyright, trademark and licence entries stay as they are."""
    table = font["name"]
    version = table.getDebugName(5) or ""
    for name_id in (*range(1, 5), 6, *range(15, 26)):
        table.removeNames(name_id)
    names = {
        1: face.family,
        2: face.style,
        3: f"{face.postscript};{version}",
        4: f"{face.family} {face.style}",
        6: face.postscript,
    }
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    table.names = sorted(name for name in table.names if name.platformID == 3)


def _set_style(font: TTFont, face: Face) -> None:
    """Mark the face as its family's regular, italic, bold or both, for programs that choose by style."""
    os2, head = font["OS/2"], font["head"]
    os2.fsType = 0
    os2.usWeightClass = 700 if face.bold else 400
    flags = (ITALIC if face.italic else 0) | (BOLD if face.bold else 0) or REGULAR
    os2.fsSelection = os2.fsSelection & ~(ITALIC | BOLD | REGULAR) | flags
    head.macStyle = (1 if face.bold else 0) | (2 if face.italic else 0)


if __name__ == "__main__":
    main()
