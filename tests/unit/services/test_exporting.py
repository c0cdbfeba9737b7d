"""What goes out of documents: what is said of it, and the day that it is stamped with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskbrief.document.model import DateEvidence
from deskbrief.services.exporting import NO_DAY, left_out_words, stamp_of
from helpers.library_samples import sample


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        ([], ""),
        (["Treaty"], "1 event without a day left out: Treaty"),
        (["A", "B"], "2 events without a day left out: A; B"),
        (list("ABCDE"), "5 events without a day left out: A; B; C; D; E"),
        (list("ABCDEF"), "6 events without a day left out: A; B; C; D; E …"),
    ],
)
def test_what_is_left_out_is_named(titles: list[str], said: str):
    assert left_out_words(titles, "day") == said


def test_the_stamp_is_the_latest_whole_day():
    documents = []
    for edtf in ("2024-03", "2023-12-31", "2024-03-05", "2024-03-05~", "2025"):
        document = sample(f"Text of {edtf}.")
        evidence = DateEvidence(edtf, edtf)
        documents.append(replace(document, metadata=replace(document.metadata, published=evidence)))
    undated = replace(documents[0], metadata=replace(documents[0].metadata, published=None))
    assert stamp_of([*documents, undated]) == "2024-03-05"
    assert stamp_of([undated, documents[0]]) == NO_DAY
