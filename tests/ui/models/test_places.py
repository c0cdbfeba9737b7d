"""Paragraph numbers by offset agree with the document's own."""

from __future__ import annotations

import pytest

from deskbrief.document.build import finished
from deskbrief.document.model import Document, Metadata
from deskbrief.ui.models.places import Places, paragraph_range
from helpers.qt_panels import river


def test_every_offset_has_the_documents_own_number() -> None:
    document = river()
    places = Places(document)
    for offset in range(len(document.text)):
        assert places.paragraph(offset) == document.paragraph_at(offset)


def test_the_last_number_before_an_offset() -> None:
    document = river()
    places = Places(document)
    assert places.paragraph_before(0) == 0
    for block in document.blocks:
        if block.paragraph:
            assert places.paragraph_before(block.start) == block.paragraph - 1
            assert places.paragraph_before(block.end) == block.paragraph


def test_an_empty_document_has_no_numbers() -> None:
    places = Places(finished(Document(sha256="", metadata=Metadata(), text="", blocks=())))
    assert places.paragraph(0) == places.paragraph_before(0) == 0


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("¶7", "¶9", "¶7–9"),
        ("¶7", "¶7", "¶7"),
        ("1st ¶", "4th ¶", "1st–4th ¶"),
        ("1st ¶", "¶3", "1st ¶ – ¶3"),
        ("before ¶7", "¶9", "¶7–9"),
        ("¶1.1", "¶1.9", "¶1.1–1.9"),
        ("¶44", "before ¶46", "¶44 – before ¶46"),
        ("Art. 7", "Art. 13", "Art. 7–13"),
        ("Art. 1", "Art. 6(41)", "Art. 1–6(41)"),
        ("¶(144)", "Art. 3", "¶(144)–Art. 3"),
    ],
)
def test_a_stretch_of_paragraphs_is_told(first, last, expected):
    assert paragraph_range(first, last) == expected
