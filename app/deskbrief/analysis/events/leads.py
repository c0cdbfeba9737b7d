"""The main event of a piece of news without a date of its own: the day of writing dates it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deskbrief.analysis.events.garden import straightened
from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.events.verbs import helpers, is_past, is_stative, is_verb
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.words import Sentence
from deskbrief.document.edtf import display
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.outline import Degree, EventDate

#: The name of the rule, by which an event is dated again when the day of writing changes.
RULE = "the main event of the news, dated by the document"
#: How sure such a date is.
SURE = 0.5
#: Blocks at the top in which headline and lead stand.
_TOP = 6
#: Code points of the longest headline.
_LONGEST = 140
#: Verbs that tell that nothing new has happened.
_GOING_ON = frozenset({"continue", "remain", "keep"})
_QUESTIONS = frozenset({"WRB", "WP", "WDT"})


@dataclass(frozen=True, slots=True)
class News:
    """A headline that is a clause, and the first sentence of the text, which tells the same."""

    headline: Tree
    lead: Tree
    block: int


def news_of(
    document: Document, sentences: Mapping[int, Sequence[Sentence]], written: Moment | None
) -> News | None:
    """Return headline and lead, none where the text is no piece of news, or was not written on one day.

    News it is when the headline is a clause with subject and verb, and the lead shares its words. Without a
    day of writing it is news all the same: a reader may still say when it was written.
    """
    if written is not None and written.grain != "day":
        return None
    headline: Tree | None = None
    for number, block in enumerate(document.blocks[:_TOP]):
        found = sentences.get(number, ())
        if block.kind is BlockKind.BYLINE or not found:
            continue
        tree = straightened(Tree(found[0]))
        if headline is None:
            if len(found) > 1 or not _is_headline(document, tree, block.kind):
                return None
            headline = tree
        elif block.kind is BlockKind.PARAGRAPH:
            return News(headline, tree, number) if _agree(headline, tree) else None
    return None


def main_event(news: News) -> Trigger | None:
    """Return the verb of the lead's main clause, where it tells what has happened or is happening."""
    root = news.lead.root
    if not is_verb(news.lead, root) or is_stative(news.lead, root) or news.lead.lemma(root) in _GOING_ON:
        return None
    subject = news.lead.subject(root)
    if subject < 0 or news.lead.words[subject].tag in {"PRP", "EX", "DT"}:
        return None
    tags = {news.lead.words[at].tag for at in helpers(news.lead, root)}
    going_on = news.lead.words[root].tag == "VBG" and bool(tags & {"VBZ", "VBP"})
    return Trigger(root, root) if is_past(news.lead, root) or going_on else None


def date_of_writing(written: Moment | None, place: int) -> EventDate:
    """Return the day of writing as the date of what stands at `place`, which gives none itself."""
    if written is None:
        return EventDate(
            "", place, place, "No date is given, and the day of writing is not known.", Degree.UNRESOLVED
        )
    edtf = written.but(clock="").edtf()
    reason = (
        f"No date is given here. The text is dated {display(edtf)}, and news tells what has just happened."
    )
    return EventDate(edtf, place, place, reason, Degree.INFERRED)


def _is_headline(document: Document, tree: Tree, kind: BlockKind) -> bool:
    """Tell whether a block is a headline: one clause with subject and verb and no full stop."""
    sentence = tree.sentence
    text = sentence.span.of(document.text)
    if kind not in {BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH} or len(text) > _LONGEST:
        return False
    if text.rstrip()[-1:] in ".:?!;" or tree.words[0].tag in _QUESTIONS:
        return False
    return any(is_verb(tree, at) and tree.subject(at) >= 0 for at in range(len(tree.words))) or any(
        word.tag in {"VBZ", "VBD"} for word in tree.words[1:]
    )


def _agree(headline: Tree, lead: Tree) -> bool:
    """Tell whether two words of the headline that carry meaning come again in the lead."""
    said = {word.lemma.lower() for word in headline.words if _means(word.pos, word.text)}
    again = said & {word.lemma.lower() for word in lead.words}
    return len(again) >= min(2, len(said)) > 0


def _means(pos: str, text: str) -> bool:
    return pos in {"NOUN", "PROPN", "VERB", "ADJ"} and len(text) > 2
