"""Bytes become text: byte order mark, UTF-16 by its NULs, UTF-8, declared encoding, then a guess.

The order follows the WHATWG Encoding Standard where it speaks; what had to be guessed is said in a
remark. Decoding never fails: bytes that stand for nothing become U+FFFD and are counted.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from unicodedata import category

from deskbrief.importers.latin import USUAL, is_hebrew, is_latin, latin_encoding

#: How many bytes the guess is given: it takes seconds and hundreds of megabytes for more.
GUESSED_BYTES = 256 * 1024
#: How many bytes are looked at for the NULs that UTF-16 puts beside Latin letters.
NUL_BYTES = 4096
#: The share of letters, spaces and marks in a text, and that of its letters that are of one script.
SURE_TEXT, ONE_SCRIPT = 0.97, 0.6
#: How much of a page is searched for a declared encoding.
DECLARED_BYTES = 4096
#: So many letters above ASCII in sound UTF-8 are no accident in another encoding.
FEWEST_SOUND = 2
#: So many garbled letters at least are no accident.
FEWEST_GARBLED = 3

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Encodings that a file may declare; others (UTF-7 above all) are not believed.
_BELIEVED = re.compile(
    r"utf-?8|windows-125[0-8]|cp125[0-8]|iso-?8859-?\d{1,2}|latin-?[1-9]|us-ascii|koi8-[ru]|shift[_-]jis|sjis|"
    r"euc-(?:jp|kr)|iso-2022-jp|gb2312|gbk|gb18030|big5|macintosh|mac-?roman|tis-620|windows-874",
    re.IGNORECASE,
)
#: Encodings for Latin letters, which the general guess cannot tell apart, and some that nobody uses.
_LATIN = frozenset(
    """ascii cp1250 cp1252 cp1254 cp1257 cp1258 latin_1 iso8859_1 iso8859_2 iso8859_4 iso8859_9 iso8859_10
    iso8859_13 iso8859_14 iso8859_15 iso8859_16 cp437 cp850 cp858 cp1140 mac_roman mac_latin2 mac_iceland
    mac_turkish hp_roman8 cp500 cp037 cp775 cp852 cp860 cp861 cp863 cp865 mac_greek
    mac_cyrillic""".split()  # noqa: SIM905
)
_DECLARED = re.compile(
    rb"""charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{2,40})|encoding\s{0,5}=\s{0,5}["']([A-Za-z0-9_.:-]{2,40})["']""",
    re.IGNORECASE,
)
# That all alternatives begin with one set of signs lets the search skip what has none of them.
_BREAKS = re.compile("[\r\v\x1c-\x1e\x85\u2028\u2029](?:(?<=\r)\n)?")
#: What tells a terminal how letters look (ECMA-48, 5.4), and letters that a printer struck over with others.
_ESCAPES = re.compile(r"\x1b\[[0-?]{0,40}[ -/]{0,4}[@-~]")
_STRUCK = re.compile(r"([^\n\x08_])\x08_|[^\n\x08]\x08")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_HIGH = re.compile(rb"[\x80-\xff]")
#: Letters above ASCII as they look when their UTF-8 is taken for Windows-1252.
_NEXT = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_GARBLED = re.compile(
    f"[\xc2-\xf4](?:(?<=[\xc2-\xdf])[{_NEXT}]|(?<=[\xe0-\xef])[{_NEXT}]{{2}}|(?<=[\xf0-\xf4])[{_NEXT}]{{3}})"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""The decoded text: newlines are "\n", control characters are gone.

    Offsets into the source (`SourceRun.source`) count code points of `text`. `dropped` counts the
    control characters; `remarks` are plain sentences on what was guessed, `losses` on what is lost. `feeds`
    are the newlines in `text` at which a new page of paper begins.
    """

    text: str
    encoding: str
    dropped: int = 0
    remarks: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()
    feeds: tuple[int, ...] = ()


def decode(data: bytes, *, declared: bool = False) -> Decoded:
    """Return the text of `data`; with `declared`, a `charset=` near the beginning is believed."""
    text, encoding, remarks = _decoded(data, declared=declared)
    lost = text.count("\ufffd") - data.count("\ufffd".encode())
    losses = (f"{_places(lost)} not readable and shown as \ufffd.",) if lost > 0 else ()
    text, mended = mend(text)
    if mended:
        remarks = [*remarks, f"{_places(mended)} in a wrong encoding and put right."]
    text = _BREAKS.sub("\n", text)
    clean = _CONTROLS.sub("", _without_looks(text))
    feeds = tuple(found.start() for found in re.finditer("\f", clean))
    return Decoded(clean.replace("\f", "\n"), encoding, len(text) - len(clean), tuple(remarks), losses, feeds)


def _without_looks(text: str) -> str:
    """Return `text` without what terminals and printers were told about the looks of its letters."""
    text = _ESCAPES.sub("", text) if "\x1b[" in text else text
    return _STRUCK.sub(r"\1", text) if "\b" in text else text


def mend(text: str) -> tuple[str, int]:
    """Return `text` with letters put right that were UTF-8 taken for Windows-1252, and how many these are.

    A sequence counts only when its bytes are sound UTF-8; one or two of them in a text may be meant so.
    """
    if text.isascii() or len(_GARBLED.findall(text)) < FEWEST_GARBLED:
        return text, 0
    count = 0

    def right(found: re.Match[str]) -> str:
        nonlocal count
        try:
            letter = b"".join(_byte(sign) for sign in found[0]).decode("utf-8")
        except UnicodeDecodeError:
            return found[0]
        count += 1
        return letter

    return _GARBLED.sub(right, text), count


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")


def _places(count: int) -> str:
    return "One character was" if count == 1 else f"{count:,} characters were"


def _decoded(data: bytes, *, declared: bool) -> tuple[str, str, list[str]]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name, []
    wide = utf16_by_nuls(data)
    if wide:
        return (
            data.decode(wide, "replace"),
            wide,
            [_guessed(wide)],
        )
    try:
        return data.decode("utf-8"), "utf-8", []
    except UnicodeDecodeError as broken:
        cut = broken.start >= len(data) - 3 and broken.reason == "unexpected end of data"
    named = declared_encoding(data) if declared else ""
    if cut or (named == "utf-8") or _nearly_utf8(data):
        return data.decode("utf-8", "replace"), "utf-8", []
    if named:
        return data.decode(named, "replace"), named, []
    guess = guess_encoding(data)
    return (
        data.decode(guess, "replace"),
        guess,
        [_guessed(guess)],
    )


def utf16_by_nuls(data: bytes) -> str:
    """Return the UTF-16 that the pattern of NULs in `data` shows, or an empty string."""
    head = data[: NUL_BYTES - NUL_BYTES % 2]
    half = len(head) // 2
    if half < 2:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    if even == odd or min(even, odd) > 0:
        return ""
    # In scripts other than Latin only spaces and ends of lines have a NUL.
    name = "utf-16-le" if odd else "utf-16-be"
    return name if _is_of_one_script(head, name) else ""


def _is_of_one_script(head: bytes, name: str) -> bool:
    """Tell whether `head` is text in the encoding `name`: letters of one script, spaces and marks."""
    try:
        text = head.decode(name)
    except UnicodeDecodeError:
        return False
    letters = Counter(min(ord(sign) >> 8, 0x30) for sign in text if sign.isalpha())
    told = sum(sign in "\n\r\t" or category(sign)[0] in "LMNPZ" for sign in text)
    most = max(letters.values(), default=0)
    return told >= SURE_TEXT * len(text) and most >= ONE_SCRIPT * letters.total() > 0


def declared_encoding(data: bytes) -> str:
    """Return the Python name of the encoding that a page declares, if it is one to be believed."""
    found = _DECLARED.search(data[:DECLARED_BYTES])
    name = (found[1] or found[2]).decode("ascii") if found else ""
    if not _BELIEVED.fullmatch(name):
        return ""
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return ""
    # What calls itself Latin-1 on the web is windows-1252 (WHATWG Encoding Standard, section 4.2).
    return "cp1252" if codec in ("iso8859-1", "ascii") else codec


def _nearly_utf8(data: bytes) -> bool:
    """Tell whether `data` is UTF-8 with a few broken bytes rather than something else."""
    sample = data[:GUESSED_BYTES]
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - broken
    return sound >= 2 * broken and sound >= FEWEST_SOUND


def guess_encoding(data: bytes) -> str:
    """Return the Python name of the likeliest encoding; on a tie among Latin ones it is windows-1252."""
    from charset_normalizer import from_bytes

    sample = _sample(data)
    if is_hebrew(sample):
        return "cp1255"
    if is_latin(sample):
        return latin_encoding(sample)
    best = from_bytes(sample).best()
    if best is None or best.encoding in _LATIN or USUAL in best.could_be_from_charset:
        return latin_encoding(sample)
    return best.encoding


def _sample(data: bytes) -> bytes:
    """Return at most `GUESSED_BYTES` of `data`, from where the first byte above ASCII stands."""
    first = _HIGH.search(data)
    start = max(first.start() - 2048, 0) if first else 0
    return data[start : start + GUESSED_BYTES]


def _guessed(name: str) -> str:
    return f"The encoding of the text had to be guessed: {_nice(name)}."


def _nice(name: str) -> str:
    if name.startswith("cp125"):
        return name.replace("cp", "Windows-")
    nice = {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "iso8859_2": "ISO 8859-2"}
    return nice.get(name, name.replace("_", "-"))
