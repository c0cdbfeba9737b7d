"""Whatever a file holds, it becomes a sound document or an error in words."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskbrief.document.errors import SourceError
from deskbrief.document.model import Document
from deskbrief.importers.decoding import decode
from helpers.reading import read

PIECES = st.sampled_from(
    [
        "\n", "\n\n", " ", "\t", "- ", "* ", "1. ", "| a | b |\n", "|---|---|\n", "# ", "## ", "> ",
        "```\n", "---\n", "***", "[x](y)", "<p>", "</p>", "<table><tr><td>", "<ul><li>", "<h2>", "</h2>",
        "&amp;", "&#0;", "<!--", "-->", "<b>", "\xad", "\u200b", "\u202e", "\ufeff", "A Heading Line",
        "a sentence of words, that ends here.", "\ufb01", "\xe9", "e\u0301", "\u2028", "\U0001d518",
        "inter-\nnational", "Table 1", "CONTENTS", "....... 7", "<script>", "</script>", "\x0c", "[^1]",
        "[^1]: note\n", "title: x\n",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)
_SPACE = re.compile(r"\s")
NAMES = st.sampled_from(["f.txt", "f.md", "f.html", "f.xhtml", "f"])


def sound(document: Document) -> None:
    end = 0
    for block in document.blocks:
        assert end <= block.start <= block.end <= len(document.text)
        end = block.end
        last = block.start
        for row in block.rows:
            for cell in row.cells:
                assert last <= cell.start <= cell.end <= block.end
                last = cell.end
    for inline in document.inlines:
        assert 0 <= inline.start <= inline.end <= len(document.text)
    assert 0 <= document.coverage.share <= 1
    document.text.encode("utf-8")


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, NAMES)
def test_any_mixture_of_marks_is_read(text, name):
    try:
        document = read(text, name)
    except SourceError as error:
        refusal = error
    else:
        sound(document)
        return
    assert refusal.next_step.endswith(".")


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_plain_text_leads_back_to_its_file(text):
    try:
        document = read(text, "f.txt")
    except SourceError:
        return
    source = decode(text.encode("utf-8")).text
    for run in document.source_runs:
        written = source[run.source : run.source + run.length]
        kept = document.text[run.start : run.start + run.length]
        # A tab or a line's end may have become a space; nothing else changes within a run.
        assert _SPACE.sub(" ", kept) == _SPACE.sub(" ", written)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=600), NAMES)
def test_any_bytes_are_read_or_refused(data, name):
    try:
        document = read(data, name)
    except SourceError as error:
        refusal = error
    else:
        sound(document)
        return
    assert refusal.what.endswith(".")


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00" * 50])
@pytest.mark.parametrize("name", ["f.txt", "f.md", "f.html"])
def test_files_without_text_are_refused(data, name):
    with pytest.raises(SourceError):
        read(data, name)
