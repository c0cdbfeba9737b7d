"""Drafts, the plans that are made of them, and where they are kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskbrief.document.anchors import make_anchor
from deskbrief.document.codec import seal, unseal
from deskbrief.document.errors import ExportError
from deskbrief.document.notes import Note, Role
from deskbrief.document.outline import (
    Degree,
    Event,
    EventDate,
    Name,
    Outline,
    Recommendation,
    Section,
    Strength,
)
from deskbrief.document.plan import BriefPlan, PageSize, PlanKind, Template
from deskbrief.document.spans import Span
from deskbrief.services import drafts as act
from deskbrief.services.catalogue import make_catalogue
from deskbrief.services.curation import curate
from deskbrief.services.draftplan import BOTTOM_LINE, bottom_references, faults, plan_of, without_room
from deskbrief.services.drafts import Draft, new_draft
from deskbrief.services.notetaking import placed_notes
from deskbrief.services.planning import BriefOptions, BriefSource, make_plan
from deskbrief.services.shelf import Shelf
from helpers.documents import paragraphs

COUNCIL = "The council, which met twice, was unable to agree."
DOCUMENT = paragraphs(
    "Talks were held in July 2023, and a summit followed in May 2024.",
    "States must act. States could wait.",
    "This is a sentence that sums all of this up in so many words that a reference cannot "
    "possibly quote the whole of it at once.",
    COUNCIL,
)
OTHER = replace(
    paragraphs("Talks were held in July 2023. The council said that “nothing is certain yet."),
    sha256="cd" * 32,
)
TODAY = "2026-11-22"


def at(words, document=DOCUMENT):
    start = document.text.index(words)
    return Span(start, start + len(words))


def event(words, edtf):
    span = at(words)
    degree = Degree.EXPLICIT if edtf else Degree.UNRESOLVED
    date = EventDate(edtf, span.start, span.end, degree=degree)
    return Event(date=date, title=words, spans=(DOCUMENT.blocks[0].span,))


OUTLINE = Outline(
    sections=(Section("Opening", 1, 0, len(DOCUMENT.text)),),
    events=(event("May 2024", "2024-05"), event("July 2023", "2023-07"), event("Talks", "")),
    recommendations=(
        Recommendation(action="wait", strength=Strength.COULD, spans=(at("States could wait."),)),
        Recommendation(action="act", strength=Strength.MUST, spans=(at("States must act."),)),
    ),
    names=(Name(name="States", kind="place", mentions=(at("States must"),)),),
    key_sentences=(at(COUNCIL), DOCUMENT.blocks[2].span),
)


def note(words, body):
    anchor = make_anchor(DOCUMENT, at(words))
    return Note(id=body, document=DOCUMENT.sha256, anchor=anchor, role=Role.YELLOW, body=body)


def source(*notes, **changes):
    values = {
        "document": DOCUMENT,
        "outline": OUTLINE,
        "curated": curate(DOCUMENT, OUTLINE, ()),
        "file_name": "talks.txt",
        "notes": tuple(placed_notes(DOCUMENT, notes)),
    }
    return BriefSource(**{**values, **changes})


def other_source():
    outline = Outline(key_sentences=(OTHER.blocks[0].span,))
    return BriefSource(document=OTHER, outline=outline, curated=curate(OTHER, outline, ()), file_name="o.txt")


def begun(template=Template.FULL, sources=None):
    catalogue = make_catalogue(sources or [source(note("met twice", "When?"))], template)
    return catalogue, new_draft(catalogue)


def entries(catalogue, kind):
    return catalogue.offer(kind).entries


def section(plan, kind):
    return next(part for part in plan.sections if part.kind is kind)


def told(plan: BriefPlan):
    """Return what a plan says, with quotes in the place of the numbers that stand for them."""
    quotes = {one.number: (one.source, one.start, one.end, one.quote, one.locator) for one in plan.references}

    def row(value):
        return replace(value, references=()), [quotes[number] for number in value.references]

    line = plan.bottom_line
    return (
        replace(plan, sections=(), references=(), bottom_line=None),
        row(line) if line else None,
        [(part.kind, part.title, part.grouped, [row(one) for one in part.rows]) for part in plan.sections],
    )


@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize("several", [False, True])
def test_a_new_draft_is_the_brief_of_its_template(template, several):
    sources = [source(note("met twice", "When?"))] + ([other_source()] if several else [])
    if several and template is Template.TEXT:
        return
    catalogue, draft = begun(template, sources)
    expected = make_plan(sources, BriefOptions(prepared=TODAY, template=template))
    assert told(plan_of(draft, catalogue, TODAY)) == told(expected)


def test_references_are_numbered_as_they_are_cited_and_all_verified():
    catalogue, draft = begun()
    plan = plan_of(draft, catalogue, TODAY)
    cited = [*plan.bottom_line.references]
    cited += [number for part in plan.sections for row in part.rows for number in row.references]
    assert list(dict.fromkeys(cited)) == list(range(1, len(plan.references) + 1))
    assert [one.number for one in plan.references] == list(range(1, len(plan.references) + 1))
    assert all(one.verified for one in plan.references)


def test_sections_are_switched_renamed_and_moved():
    catalogue, draft = begun()
    draft = act.switch(draft, "names", on=False)
    draft = act.rename(draft, "chronology", "  What   happened ")
    draft = act.move_section(draft, "recommendations", 0)
    plan = plan_of(draft, catalogue, TODAY)
    kinds = [part.kind for part in plan.sections]
    assert kinds == [PlanKind.RECOMMENDATIONS, PlanKind.POINTS, PlanKind.CHRONOLOGY, PlanKind.NOTES]
    assert section(plan, PlanKind.CHRONOLOGY).title == "What happened"
    assert act.rename(draft, "chronology", "") != draft
    assert plan_of(act.rename(draft, "chronology", ""), catalogue, TODAY).sections[2].title == "Chronology"


def test_events_that_the_reader_leaves_out_are_counted():
    catalogue, draft = begun()
    first, second, _ = entries(catalogue, PlanKind.CHRONOLOGY)
    draft = act.choose(draft, "chronology", first, on=False)
    part = section(plan_of(draft, catalogue, TODAY), PlanKind.CHRONOLOGY)
    assert (len(part.chronology), part.omitted) == (2, 1)
    assert part.chronology[0].event == second.row.event
    assert act.choose(draft, "chronology", first, on=True).section("chronology").said().wanted(first)


def test_notes_that_are_left_out_are_not_told_of():
    catalogue, draft = begun()
    draft = act.choose_all(draft, "notes", entries(catalogue, PlanKind.NOTES), on=False)
    assert all(part.kind is not PlanKind.NOTES for part in plan_of(draft, catalogue, TODAY).sections)


def test_entries_are_moved_and_new_ones_stand_where_they_belong():
    catalogue, draft = begun()
    listed = list(entries(catalogue, PlanKind.CHRONOLOGY))
    draft = act.move_entry(draft, "chronology", listed, listed[2].key, 0)
    part = draft.section("chronology")
    assert [one.label for one in part.ordered(listed)] == [listed[n].label for n in (2, 0, 1)]
    fewer = replace(part, order=(listed[2].key, listed[0].key))
    assert [one.label for one in fewer.ordered(listed)] == [listed[n].label for n in (2, 0, 1)]
    gone = replace(part, order=("no longer there", *part.order))
    assert gone.ordered(listed) == part.ordered(listed)


def test_a_quote_that_was_shortened_rightly_stays_verified():
    catalogue, draft = begun()
    entry = entries(catalogue, PlanKind.POINTS)[0]
    draft = act.choose(draft, "points", entry, on=True)
    draft = act.quote(draft, "points", entry, "The council … was unable to agree.")
    plan = plan_of(draft, catalogue, TODAY)
    assert section(plan, PlanKind.POINTS).points[0].text == "“The council … was unable to agree.”"
    assert all(one.verified for one in plan.references)
    assert faults(draft, catalogue) == ()
    assert act.quote(draft, "points", entry, "").section("points").quotes == ()


def test_a_quote_that_was_changed_is_a_fault_and_says_so_in_the_brief():
    catalogue, draft = begun()
    entry = entries(catalogue, PlanKind.POINTS)[0]
    draft = act.choose(draft, "points", entry, on=True)
    draft = act.quote(draft, "points", entry, "The council … was able to agree.")
    (fault,) = faults(draft, catalogue)
    assert (fault.section, fault.key, fault.missing) == ("points", entry.key, "was able to agree.")
    assert fault.locator == entry.locator
    plan = plan_of(draft, catalogue, TODAY)
    bad = [one for one in plan.references if not one.verified]
    assert [one.quote for one in bad] == ["The council … was able to agree."]
    row = section(plan, PlanKind.POINTS).points[0]
    assert row.references == (bad[0].number,)
    # The bottom line quotes the same passage rightly.
    assert plan.bottom_line.references != row.references
    assert faults(act.switch(draft, "points", on=False), catalogue) == ()


def test_a_note_whose_passage_is_worded_otherwise_now_is_a_fault():
    stale = note("met twice", "When?")
    stale = replace(stale, anchor=replace(stale.anchor, exact="met twise"))
    catalogue, draft = begun(sources=[source(stale)])
    assert [(one.section, one.words) for one in faults(draft, catalogue)] == [("notes", "met twise")]


def test_the_bottom_line_begins_with_the_best_sentence_and_keeps_its_reference():
    catalogue, draft = begun()
    assert draft.bottom_line == f"“{COUNCIL}”"
    assert bottom_references(draft, catalogue) == [(0, at(COUNCIL))]
    around = replace(draft, bottom_line="In short: “The council … was unable to agree.”")
    assert bottom_references(around, catalogue) == [(0, at(COUNCIL))]


@pytest.mark.parametrize(
    ("line", "unknown"),
    [
        ("“The council, which met once, was unable to agree.”", 1),
        (COUNCIL, 0),
        ("They “agree”, in a way.", 0),
        ("“States must act.” That is all.", 0),
    ],
)
def test_changed_words_of_the_bottom_line_lose_the_reference(line, unknown):
    catalogue, draft = begun()
    draft = replace(draft, bottom_line=line)
    assert bottom_references(draft, catalogue) == []
    assert plan_of(draft, catalogue, TODAY).bottom_line.references == ()
    assert [fault.section for fault in faults(draft, catalogue)] == [BOTTOM_LINE] * unknown


def test_a_sentence_is_taken_over_once_and_from_any_source():
    catalogue, draft = begun(sources=[source(), other_source()])
    assert draft.bottom_line == ""
    theirs = catalogue.sentences[-1]
    draft = act.take_over(act.take_over(draft, theirs), theirs)
    assert draft.bottom_line == f"“{theirs.words}”"
    # Its quotation mark is never closed in the source; the whole of it is known all the same.
    plan = plan_of(draft, catalogue, TODAY)
    (number,) = plan.bottom_line.references
    assert plan.references[number - 1].source == 1
    assert faults(draft, catalogue) == ()
    # What stands as the bottom line is no point again.
    assert not any(theirs.words in point.text for point in section(plan, PlanKind.POINTS).points)


def test_words_of_the_readers_own_cite_nothing():
    catalogue, draft = begun()
    draft, own = act.add_words(draft, 1, "Next steps")
    assert section_ids(draft)[1] == own
    assert all(part.kind is not PlanKind.WORDS for part in plan_of(draft, catalogue, TODAY).sections)
    draft = act.write(draft, own, "Ask.\n\n- whom\n- when")
    part = section(plan_of(draft, catalogue, TODAY), PlanKind.WORDS)
    assert (part.title, part.words[0].body, part.words[0].references) == (
        "Next steps",
        "Ask.\n\n- whom\n- when",
        (),
    )
    draft, second = act.add_words(draft, 0, "More")
    assert second != own
    assert own not in section_ids(act.remove_words(draft, own))
    assert act.remove_words(draft, "names").section("names").on is False


def section_ids(draft):
    return [part.id for part in draft.sections]


def test_another_template_keeps_words_and_choices():
    catalogue, draft = begun()
    first = entries(catalogue, PlanKind.CHRONOLOGY)[0]
    draft = act.choose(draft, "chronology", first, on=False)
    draft, own = act.add_words(draft, 0, "Mine", "Words")
    shorter = make_catalogue([source()], Template.CHRONOLOGY)
    changed = act.with_template(draft, shorter)
    assert changed.template is Template.CHRONOLOGY
    assert [part.id for part in changed.sections if part.on] == ["chronology", own]
    assert not changed.section("chronology").said().chosen(first)
    assert changed.bottom_line == draft.bottom_line


def test_an_empty_brief_is_refused_with_a_next_step():
    catalogue, draft = begun(Template.CHRONOLOGY)
    with pytest.raises(ExportError) as error:
        plan_of(act.switch(draft, "chronology", on=False), catalogue, TODAY)
    assert error.value.next_step


def test_entries_keep_their_keys_when_the_sources_are_read_again():
    one, _ = begun()
    two, _ = begun(Template.ONE_PAGE)
    for kind in (
        PlanKind.POINTS,
        PlanKind.CHRONOLOGY,
        PlanKind.RECOMMENDATIONS,
        PlanKind.NOTES,
        PlanKind.NAMES,
    ):
        keys = [entry.key for entry in entries(one, kind)]
        assert len(set(keys)) == len(keys)
        assert set(keys) == {entry.key for entry in entries(two, kind)}


def test_a_draft_survives_being_written():
    catalogue, draft = begun()
    draft, _own = act.add_words(draft, 0, "Mine", "Words")
    draft = act.quote(draft, "points", entries(catalogue, PlanKind.POINTS)[0], "The council …")
    assert unseal("draft", Draft, seal("draft", draft)) == draft


def test_drafts_and_templates_are_kept(tmp_path):
    _catalogue, draft = begun()
    draft = replace(draft, author="A. Reader", page_size=PageSize.LETTER, title="Lone \ud800 surrogate")
    shelf = Shelf(tmp_path)
    assert shelf.draft(DOCUMENT.sha256) is None
    shelf.keep(DOCUMENT.sha256, draft)
    assert Shelf(tmp_path).draft(DOCUMENT.sha256) == draft
    shelf.keep_template("../Weekly / ministry", draft)
    shelf.keep_template("a second", draft)
    names = [kept.name for kept in shelf.templates()]
    assert names == ["../Weekly / ministry", "a second"]
    kept = shelf.templates()[0].draft
    assert (kept.author, kept.bottom_line, kept.title, kept.sources) == ("A. Reader", "", "", ())
    shelf.drop_template("a second")
    shelf.drop_template("a second")
    assert [kept.name for kept in shelf.templates()] == ["../Weekly / ministry"]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"name": 1, "draft": {}}', b"\xff\xfe"])
def test_a_damaged_draft_is_as_if_there_were_none(tmp_path, damage):
    _catalogue, draft = begun()
    shelf = Shelf(tmp_path)
    shelf.keep(DOCUMENT.sha256, draft)
    shelf.keep_template("mine", draft)
    for file in tmp_path.rglob("*.json"):
        file.write_bytes(damage)
    assert shelf.draft(DOCUMENT.sha256) is None
    assert shelf.templates() == ()


def test_a_passage_that_was_added_is_quoted_with_its_reference():
    catalogue, draft = begun(Template.ONE_PAGE)
    words = "a summit followed in May 2024."
    span = at(words)
    draft = act.add_point(draft, act.Taken(DOCUMENT.sha256, span.start, span.end))
    assert act.add_point(draft, act.Taken(DOCUMENT.sha256, span.start, span.end)) == draft
    catalogue = make_catalogue([source()], draft.template, draft.added)
    plan = plan_of(draft, catalogue, TODAY)
    row = section(plan, PlanKind.POINTS).rows[-1]
    assert row.text == f"“{words}”"
    reference = plan.references[row.references[0] - 1]
    assert (reference.start, reference.end, reference.verified) == (span.start, span.end, True)
    assert faults(draft, catalogue) == ()


def test_a_passage_of_another_document_makes_that_a_source():
    _, draft = begun(Template.FULL)
    span = OTHER.blocks[0].span
    draft = act.add_point(draft, act.Taken(OTHER.sha256, span.start, span.end))
    assert draft.sources == (DOCUMENT.sha256, OTHER.sha256)
    catalogue = make_catalogue([source(), other_source()], draft.template, draft.added)
    assert entries(catalogue, PlanKind.POINTS)[-1].on


def test_added_passages_are_kept_with_the_draft_and_not_with_a_template():
    _, draft = begun()
    draft = act.add_point(draft, act.Taken(DOCUMENT.sha256, 0, 5))
    assert unseal("draft", Draft, seal("draft", draft)) == draft
    assert act.as_template(draft).points == ()
    # A draft without any is written as before there were such passages.
    assert "points" not in seal("draft", begun()[1])["value"]


def test_what_the_reader_asked_for_is_known_as_such():
    catalogue, draft = begun(Template.ONE_PAGE)
    event_, other, *_ = entries(catalogue, PlanKind.CHRONOLOGY)
    draft = act.choose(draft, "chronology", event_, on=True)
    rows = section(plan_of(draft, catalogue, TODAY), PlanKind.CHRONOLOGY).chronology
    assert [row.own for row in rows] == [True, False]
    draft = act.choose(draft, "chronology", event_, on=False)
    assert [
        row.event for row in section(plan_of(draft, catalogue, TODAY), PlanKind.CHRONOLOGY).chronology
    ] == [other.row.event]


def test_what_the_reader_shortened_is_known_as_own():
    catalogue, draft = begun(Template.ONE_PAGE)
    entry = next(one for one in entries(catalogue, PlanKind.POINTS) if one.on)
    draft = act.quote(draft, "points", entry, " ".join(entry.quote.split()[:6]))
    (row,) = section(plan_of(draft, catalogue, TODAY), PlanKind.POINTS).points
    assert row.own


def test_an_added_passage_is_known_as_own_also_where_it_is_a_sentence_that_is_offered():
    whole = DOCUMENT.blocks[2].span
    for span in (whole, at("States could wait.")):
        draft = act.add_point(begun(Template.ONE_PAGE)[1], act.Taken(DOCUMENT.sha256, span.start, span.end))
        catalogue = make_catalogue([source()], Template.ONE_PAGE, draft.added)
        rows = section(plan_of(draft, catalogue, TODAY), PlanKind.POINTS).points
        assert [row.text for row in rows if row.own] == [f"“{DOCUMENT.quote(span)}”"]


def test_rows_in_an_order_of_the_readers_own_say_so():
    catalogue, draft = begun(Template.ONE_PAGE)
    listed = entries(catalogue, PlanKind.CHRONOLOGY)
    plan = plan_of(draft, catalogue, TODAY)
    assert not section(plan, PlanKind.CHRONOLOGY).arranged
    draft = act.move_entry(draft, "chronology", listed, listed[1].key, 0)
    assert section(plan_of(draft, catalogue, TODAY), PlanKind.CHRONOLOGY).arranged


def test_entries_without_room_are_told_by_section():
    catalogue, draft = begun(Template.ONE_PAGE)
    draft, own = act.add_words(draft, 0, "Mine", "Words")
    draft = act.switch(draft, "points", on=False)
    plan = plan_of(draft, catalogue, TODAY)
    kept = {(number, 0) for number in range(len(plan.sections))}
    without = without_room(draft, catalogue, kept)
    _, second = (entry for entry in entries(catalogue, PlanKind.CHRONOLOGY) if entry.on)
    assert without[own] == frozenset()
    assert without["chronology"] == {second.key}
    assert len(without["recommendations"]) == 1
    assert "points" not in without
