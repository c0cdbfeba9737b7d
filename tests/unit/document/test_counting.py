"""What is counted in a text is counted once, and in slices where it takes long."""

import copy
import pickle
from dataclasses import replace

import pytest

from deskbrief.document import model
from helpers.documents import paragraphs

TEXTS = ("One two three.", "Four five,  six\tseven and some more words of a paragraph.", "Eight")


@pytest.mark.parametrize("at_once", [1, 7, 20, 10_000])
def test_words_are_the_same_however_the_text_is_cut(monkeypatch, at_once):
    monkeypatch.setattr(model, "COUNTED_AT_ONCE", at_once)
    document = paragraphs(*TEXTS)
    slices = sum(1 for _ in document.count_words())
    assert (slices > 0) == (at_once < len(document.text))
    assert document.words == len(document.text.split())
    assert list(document.count_words()) == []


def test_what_was_counted_is_no_part_of_the_value():
    document = paragraphs(*TEXTS)
    words, numbers = document.words, document.paragraphs
    assert document == paragraphs(*TEXTS)
    shorter = replace(document, text=document.text[:14], blocks=document.blocks[:1])
    assert (shorter.words, shorter.paragraphs) == (3, 1)
    for again in (pickle.loads(pickle.dumps(document)), copy.copy(document)):
        assert again == document
        assert (again.words, again.paragraphs) == (words, numbers)
