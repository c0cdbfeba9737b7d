"""Files that are zip archives and break off, as downloads do."""

import io
import struct
import zipfile

import pytest

from deskbrief.document.errors import SourceError
from deskbrief.importers.archive import breaks_off
from deskbrief.importers.cut_archive import LARGEST_TOTAL, mended
from helpers.formats import W, docx, epub, odt, zipped
from helpers.reading import read

TEXT = "".join(
    f"<w:p><w:r><w:t>Paragraph {n} of {n * 7919 % 9973} words.</w:t></w:r></w:p>" for n in range(900)
)
WORD = f"<w:document {W}><w:body>{TEXT}</w:body></w:document>"


def streamed(name: str, text: str) -> bytes:
    """Return an archive whose headers leave sizes open, as programs write that do not go back."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    held = Pipe()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
        archive.writestr("word/styles.xml", f"<w:styles {W}/>")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (zipped({"word/document.xml": WORD}), "a.docx", "Paragraph 0 of"),
        (streamed("word/document.xml", WORD), "a.docx", "Paragraph 0 of"),
        (
            epub({f"{n}.xhtml": f"<p>Page {n} {'of many words ' * n}</p>" for n in range(60)}),
            "a.epub",
            "Page 3",
        ),
    ],
)
def test_the_first_half_of_a_file_is_read_and_the_rest_is_told(data, name, words):
    whole, half = read(data, name), read(data[: len(data) // 2], name)
    assert words in half.text
    assert len(half.text) < len(whole.text)
    assert not half.coverage.whole
    assert half.coverage.remarks[0].startswith("The file breaks off, so the rest of it is missing.")
    assert half.sha256 != whole.sha256
    assert whole.coverage.whole


@pytest.mark.parametrize(("make", "name"), [(docx, "a.docx"), (odt, "a.odt"), (epub, "a.epub")])
def test_a_file_without_its_list_of_parts_loses_nothing_but_says_so(make, name):
    data = make()
    cut = read(data[: data.index(b"PK\x01\x02")], name)
    assert cut.text == read(data, name).text
    assert not cut.coverage.whole


@pytest.mark.parametrize("length", [0, 4, 20, 40, 200])
@pytest.mark.parametrize(("make", "name"), [(docx, "a.docx"), (odt, "a.odt"), (epub, "a.epub")])
def test_too_little_of_a_file_is_refused_in_words(make, name, length):
    with pytest.raises(SourceError) as refused:
        read(make()[:length], name)
    assert refused.value.next_step.endswith(".")


def test_a_bomb_that_breaks_off_is_refused():
    data = zipped({"word/document.xml": b" " * (LARGEST_TOTAL + 1)})
    cut = data[: data.index(b"PK\x01\x02")]
    assert breaks_off(cut)
    assert mended(cut) == b""
    with pytest.raises(SourceError):
        read(cut, "a.docx")


def test_many_small_bombs_are_refused_together():
    data = zipped({f"word/{n}.xml": b" " * 3 * 2**20 for n in range(30)})
    assert mended(data[: data.index(b"PK\x01\x02")]) == b""


def test_a_locked_part_is_not_unpacked():
    data = bytearray(zipped({"word/document.xml": WORD}))
    struct.pack_into("<H", data, 6, 1)
    assert mended(bytes(data[: data.index(b"PK\x01\x02")])) == b""


def test_a_sound_file_is_left_alone():
    assert not breaks_off(docx())
    assert not breaks_off(b"PK\x05\x06" + bytes(18))


def test_a_part_without_a_name_is_passed_over():
    nameless = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, 0, 0, 0, 0, 4, 4, 0, 0) + b"none"
    whole = zipped({"word/document.xml": WORD})
    held = mended(nameless + whole[: whole.index(b"PK\x01\x02")])
    assert zipfile.ZipFile(io.BytesIO(held)).namelist() == ["word/document.xml"]
