"""Sentences by their punctuation."""

from __future__ import annotations

import pytest

from deskbrief.analysis.sentences import sentence_spans


@pytest.mark.parametrize(
    "text",
    [
        "It amended the Social Security Act (Pub. L. No. 104-193) in 1996.",
        "The Improvement Act became Pub. L. 107-300 in May.",
        "See 31 U.S.C. 3321 and 116 Stat. 2350.",
        "The court held so in 45 F. Supp. 2d 12.",
        "It is Report No. GAO-06-1046 of the office.",
        "Gov. Smith met Rep. Jones. | They talked.",
        "The answer is no. | They left.",
        "It is a work of art. | Two of them were sold.",
        "He works for Acme Inc. | The firm is old.",
        "He works for Acme Inc. Smith said so.",
        "They left at 5 p.m. | The hall was empty.",
        "The U.S. Senate voted on it.",
        "They live in the U.S. | Some of them work there.",
        "See Fig. 3 and Sec. IV of the report.",
        "It took 10 sec. | Nobody spoke.",
        "They came from Cong. Rec. S. 1234 of the day.",
        "He said so. | 2 people left.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    plain = text.replace(" | ", " ")
    found = [plain[span.start : span.end] for span in sentence_spans(plain)]
    assert found == text.split(" | ")


def test_numbers_with_dots_are_ordinals_where_the_language_writes_them_so():
    text = "Am 3. März 2024 brach der Deich. Danach kam Regen."
    assert [span.of(text) for span in sentence_spans(text, "de")] == [
        "Am 3. März 2024 brach der Deich.",
        "Danach kam Regen.",
    ]
