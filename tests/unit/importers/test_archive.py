"""Zip archives with limits: what is found, and what is refused in words."""

import io
import warnings
import zipfile

import pytest

from deskbrief.document.errors import SourceError
from deskbrief.importers import archive as module
from deskbrief.importers.archive import Archive
from deskbrief.importers.source import Source
from helpers.formats import zipped


def opened(data: bytes) -> Archive:
    return Archive(Source("a.docx", "", data))


def packed(method: int, data: bytes = b"words " * 500) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        archive.writestr("part", data)
    return held.getvalue()


def refusal(data: bytes, name: str = "part") -> SourceError:
    with pytest.raises(SourceError) as refused:
        opened(data).read(name)
    assert refused.value.next_step.endswith(".")
    return refused.value


def test_a_part_is_unpacked():
    assert opened(zipped({"a/b.xml": "words"})).read("a/b.xml") == b"words"


def test_the_names_of_all_parts_are_told_in_their_order():
    assert opened(zipped({"z": "", "a": "", "m": ""})).names == ("z", "a", "m")


@pytest.mark.parametrize("name", ["Word/Document.XML", "WORD/DOCUMENT.XML", "word/document.xml"])
def test_names_are_found_whatever_their_case(name):
    assert opened(zipped({"Word/document.xml": "words"})).read(name) == b"words"


def test_the_exact_name_counts_before_one_in_another_case():
    assert opened(zipped({"A.xml": "large", "a.xml": "small"})).read("a.xml") == b"small"


def test_nothing_is_found_by_a_part_of_a_name():
    assert opened(zipped({"word/document.xml": "words"})).find("document.xml") == ""


def test_a_missing_part_is_refused_by_its_name():
    assert "part gone.xml is missing" in refusal(zipped({"a": "x"}), "gone.xml").what


def test_a_missing_part_that_may_be_missing_is_empty():
    assert opened(zipped({"a": "x"})).optional("gone.xml") == b""


def test_a_part_that_unpacks_to_far_more_than_it_is_is_refused():
    assert "far more" in refusal(zipped({"part": b" " * (module.SMALL + 1)})).what


def test_a_small_part_may_be_packed_as_tightly_as_it_likes():
    assert len(opened(zipped({"part": b" " * module.SMALL})).read("part")) == module.SMALL


def test_what_a_part_says_about_its_size_is_not_believed():
    data = bytearray(zipped({"part": b" " * (module.SMALL + 1000)}))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(SourceError):
        opened(bytes(data)).read("part")


def test_a_part_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(module, "LARGEST_PART", 100)
    assert len(opened(zipped({"part": b"x" * 100})).read("part")) == 100
    assert "far more" in refusal(zipped({"part": b"x" * 101})).what


def test_parts_that_are_too_large_together_are_refused(monkeypatch):
    monkeypatch.setattr(module, "LARGEST_TOTAL", 100)
    archive = opened(zipped({"a": b"x" * 60, "b": b"x" * 60, "c": b"x" * 40}))
    assert len(archive.read("a")) == 60
    with pytest.raises(SourceError):
        archive.read("b")
    assert len(archive.read("c")) == 40


def test_a_part_that_is_read_again_and_again_counts_each_time(monkeypatch):
    monkeypatch.setattr(module, "LARGEST_TOTAL", 100)
    archive = opened(zipped({"a": b"x" * 60}))
    archive.read("a")
    with pytest.raises(SourceError):
        archive.read("a")


def test_an_archive_of_too_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(module, "MOST_PARTS", 5)
    assert opened(zipped({str(number): "x" for number in range(5)})).names
    with pytest.raises(SourceError) as refused:
        opened(zipped({str(number): "x" for number in range(6)}))
    assert "more than 5 parts" in refused.value.what


def test_parts_of_one_name_count_each(monkeypatch):
    monkeypatch.setattr(module, "MOST_PARTS", 5)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for _ in range(6):
            archive.writestr("same", "x")
    with pytest.raises(SourceError):
        opened(held.getvalue())


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no archive", zipped({"a": "x"})[:20]])
def test_what_is_no_whole_archive_is_refused_in_words(data):
    with pytest.raises(SourceError) as refused:
        opened(data)
    assert refused.value.what == "a.docx is damaged: its parts cannot be found."


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_each_way_of_packing_is_undone(method):
    assert opened(packed(method)).read("part") == b"words " * 500


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
@pytest.mark.parametrize("spoilt", [slice(34, 40), slice(38, 60)])
def test_a_damaged_part_is_refused_in_words(method, spoilt):
    data = bytearray(packed(method))
    data[spoilt] = bytes(255 - byte for byte in data[spoilt])
    assert "cannot be unpacked" in refusal(bytes(data)).what


def test_an_unknown_way_of_packing_is_refused_in_words():
    data = bytearray(zipped({"part": "words"}))
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + at] = 77
    assert "cannot be unpacked" in refusal(bytes(data)).what


def test_a_part_with_a_password_is_refused_as_such():
    data = bytearray(zipped({"part": "words"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)).what == "a.docx is locked with a password."
