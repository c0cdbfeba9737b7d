"""A catalogue that was made is there when it is asked for again, until something in it is another."""

from dataclasses import replace

from deskbrief.document.outline import Outline
from deskbrief.document.plan import Template
from deskbrief.services import catalogues
from deskbrief.services.catalogues import Catalogues, takes_long
from deskbrief.services.curation import Curated
from deskbrief.services.planning import BriefSource
from helpers.documents import paragraphs

DOCUMENT = paragraphs("The council met in June.", "Observers welcomed the review of all sanctions at once.")
SOURCE = BriefSource(document=DOCUMENT, outline=Outline(rules="1"), curated=Curated(), file_name="a.txt")


def test_the_same_sources_are_gathered_once():
    made = Catalogues()
    first = made.make([SOURCE], Template.ONE_PAGE)
    assert made.make([replace(SOURCE)], Template.ONE_PAGE) is first
    assert made.make([SOURCE], Template.FULL) is not first
    assert made.make([replace(SOURCE, file_name="b.txt")], Template.ONE_PAGE) is not first
    made.forget()
    assert made.make([SOURCE], Template.ONE_PAGE) is not first


def test_a_book_takes_long(monkeypatch):
    assert not takes_long([SOURCE])
    monkeypatch.setattr(catalogues, "FEW_WORDS", DOCUMENT.words)
    assert not takes_long([SOURCE])
    assert takes_long([SOURCE, SOURCE])
