"""Quotations in the outline that other programs read, and in what is stored."""

from __future__ import annotations

from pathlib import Path

from jsonschema import Draft202012Validator

from deskbrief.document.codec import document_parts, join_document
from deskbrief.document.outline import Outline
from deskbrief.services.outline_json import outline_object, schema
from helpers.reading import read

TEXT = "# H\n\nOne.\n\n> Two.\n>\n> - three\n\nFour.\n"


def test_blocks_of_a_quotation_say_which_one_they_stand_in():
    outline = outline_object(Path("a.md"), read(TEXT, "a.md"), Outline())
    Draft202012Validator(schema()).validate(outline)
    assert [block.get("quotation") for block in outline["blocks"]] == [None, None, 1, 1, None]


def test_quotations_survive_being_stored():
    document = read(TEXT, "a.md")
    assert join_document(document_parts(document)).blocks == document.blocks
