"""What stands in or under an article and is none of its words: answers, edit links, share buttons."""

from __future__ import annotations

import pytest

from deskbrief.document.model import BlockKind, Document
from deskbrief.importers.html_edits import EDITS
from deskbrief.importers.job import read_source
from deskbrief.importers.source import Source
from helpers.reading import headings, left_out, read

WORDS = (
    "The council of the northern region met on Monday and talked at length about the harbours of the coast. "
    "Ships had not come for a year, said the mayor, and the ropes on the quay had begun to rot in the rain."
)
ANSWER = (
    "I have lived by the harbour all my life, and I have never seen it as empty as it is this winter, {}."
)
SECTIONS = (
    f"<p>{WORDS}</p>"
    '<div><h2>History</h2><span class="mw-editsection">[<a href="#e">edit</a>]</span></div>'
    f"<p>{WORDS[::-1]}</p>"
    '<h3>Asia<span class="mw-editsection">[<a href="#e">edit</a>]</span> today</h3>'
    f"<p>{WORDS.lower()}</p>"
)
BUTTONS = "".join(
    f'<li><a href="https://example.org/{name}">{name}</a></li>' for name in ("Tweet", "Share", "Pin it")
)


def answers(count: int) -> str:
    told = "".join(
        f'<li class="comment"><b>Ada {number} says:</b><p>{ANSWER.format(number)}</p></li>'
        for number in range(count)
    )
    return f'<div id="comments"><h2>{count} thoughts</h2><ol class="comment-list">{told}</ol></div>'


def article(after: str, paragraphs: int = 6) -> Document:
    body = "".join(f"<p>{number}. {WORDS}</p>" for number in range(paragraphs))
    return read(
        f"<html><body><article><h1>Harbours</h1><div>{body}</div>{after}</article></body></html>", "a.html"
    )


def test_what_readers_answer_is_no_part_of_an_article_and_counted():
    document = article(answers(8))
    assert "winter" not in document.text
    assert "winter, 7" in left_out(document)["comments"]


def test_answers_can_be_taken_in():
    page = f"<html><body><article><h1>H</h1><p>{WORDS * 4}</p>{answers(8)}</article></body></html>"
    document = read_source(Source("a.html", "", page.encode(), frozenset({"comments"})))
    assert "winter, 7" in document.text
    assert "comments" in document.coverage.taken_in


def test_a_conversation_is_kept_whole():
    told = "".join(f"<p>{ANSWER.format(number)} {WORDS}</p>" for number in range(20))
    document = read(f'<html><body><h1>Ships</h1><div class="comments">{told}</div></body></html>', "a.html")
    assert "winter, 19" in document.text


@pytest.mark.parametrize("name", ["comment", "commentary", "no-comments"])
def test_a_place_for_one_comment_is_part_of_the_text(name):
    document = article(f'<div class="{name}"><p>{WORDS.upper()}</p><p>{WORDS.title()}</p></div>')
    assert WORDS.upper() in document.text


def wiki(*reasons: str) -> Document:
    page = f"<html><body><article><h1>Wells</h1>{SECTIONS}</article></body></html>"
    return read_source(Source("a.html", "", page.encode(), frozenset(reasons)))


def test_links_for_editing_are_no_words_of_headings():
    document = wiki()
    assert headings(document) == [("History", 1), ("Asia today", 2)]
    assert "edit" not in document.text
    assert left_out(document)[EDITS] == "[edit] [edit]"


def test_links_for_editing_can_be_taken_in():
    document = wiki(EDITS)
    assert headings(document)[1] == ("Asia[edit] today", 2)
    assert EDITS not in left_out(document)


def test_share_buttons_inside_the_text_are_left_out():
    document = article(f'<ul class="social-share">{BUTTONS}</ul><p>{WORDS.upper()}</p>')
    assert "Tweet" not in document.text
    assert WORDS.upper() in document.text
    assert BlockKind.LIST_ITEM not in {block.kind for block in document.blocks}
