from dataclasses import replace

import pytest

from deskbrief.document.anchors import make_anchor
from deskbrief.document.errors import ExportError
from deskbrief.document.model import OF_THE_FILE, Block, BlockKind, Coverage, DateEvidence, LeftOut
from deskbrief.document.notes import Note, Role, Verdict
from deskbrief.document.outline import (
    Degree,
    Event,
    EventDate,
    Figure,
    FigureKind,
    Name,
    Outline,
    Recommendation,
    Section,
    Status,
    Strength,
)
from deskbrief.document.plan import ChronologyRow, PlanKind, PlanSection, RecommendationRow, Template
from deskbrief.document.spans import Span
from deskbrief.services.curation import curate, decide
from deskbrief.services.notetaking import in_text_order, placed_notes
from deskbrief.services.planning import BriefOptions, BriefSource, make_plan
from deskbrief.services.plansections import MOST_ADVICE, MOST_EVENTS, chiefly
from helpers.documents import paragraphs

DOCUMENT = paragraphs(
    "Talks were held in July 2023, and a summit followed in May 2024.",
    "States must act. States could wait.",
    "A sentence that sums all of this up in so many words that a reference cannot "
    "possibly quote the whole of it at once.",
)
OPTIONS = BriefOptions(prepared="2026-11-22")


def span(words):
    start = DOCUMENT.text.index(words)
    return Span(start, start + len(words))


def event(words, edtf, **more):
    at = span(words)
    degree = Degree.EXPLICIT if edtf else Degree.UNRESOLVED
    return Event(
        date=EventDate(edtf, at.start, at.end, degree=degree),
        title=words,
        spans=(DOCUMENT.blocks[0].span,),
        **more,
    )


OUTLINE = Outline(
    sections=(Section("Opening", 1, 0, len(DOCUMENT.text)),),
    events=(
        event("May 2024", "2024-05"),
        event("July 2023", "2023-07", detail="two days"),
        event("Talks", ""),
    ),
    recommendations=(
        Recommendation(
            action="wait", strength=Strength.COULD, wording="could", spans=(span("States could wait."),)
        ),
        Recommendation(
            action="act", addressee="States", strength=Strength.MUST, spans=(span("States must act."),)
        ),
    ),
    key_sentences=(span("States must act."), DOCUMENT.blocks[2].span),
)


def source(**changes):
    values = {
        "document": DOCUMENT,
        "outline": OUTLINE,
        "curated": curate(DOCUMENT, OUTLINE, ()),
        "file_name": "talks.txt",
    }
    return BriefSource(**{**values, **changes})


def section(plan, kind):
    return next(part for part in plan.sections if part.kind is kind)


def test_every_row_cites_a_verified_passage():
    plan = make_plan(source(), OPTIONS)
    numbers = {reference.number for reference in plan.references}
    rows = [
        row
        for part in plan.sections
        for row in (*part.points, *part.chronology, *part.recommendations, *part.notes)
    ]
    assert rows
    assert all(row.references and set(row.references) <= numbers for row in rows)
    assert all(reference.verified for reference in plan.references)
    assert [reference.number for reference in plan.references] == list(range(1, len(numbers) + 1))
    for reference in plan.references:
        stretch = DOCUMENT.text[reference.start : reference.end]
        assert " ".join(stretch.split()) == reference.quote
        assert len(reference.quote) <= 90


def test_events_come_by_date_and_undated_ones_stay_out():
    rows = section(make_plan(source(), OPTIONS), PlanKind.CHRONOLOGY).chronology
    assert [(row.edtf, row.event) for row in rows] == [("2023-07", "July 2023"), ("2024-05", "May 2024")]
    assert rows[0].detail == "two days"


def test_the_strongest_recommendation_comes_first():
    rows = section(make_plan(source(), OPTIONS), PlanKind.RECOMMENDATIONS).recommendations
    assert [(row.addressee, row.strength) for row in rows] == [("States", "must"), ("Not stated", "could")]


@pytest.mark.parametrize(
    ("wording", "action", "shown"),
    [
        ("States must", "act", "States must"),
        ("must", "act", "must"),
        ("States", "act at once", "imperative"),
        ("Act", "act at once", "imperative"),
        ("Consider", "consider a wall", "consider"),
        ("Calls on", "act", "call on"),
        ("recommending", "act", "recommend"),
        ("recommend", "act", "recommend"),
    ],
)
def test_a_verb_is_no_strength(wording, action, shown):
    advice = replace(OUTLINE.recommendations[1], wording=wording, action=action)
    outline = replace(OUTLINE, recommendations=(advice,))
    plan = make_plan(source(outline=outline, curated=curate(DOCUMENT, outline, ())), OPTIONS)
    (row,) = section(plan, PlanKind.RECOMMENDATIONS).recommendations
    assert row.strength == shown


def test_rejected_rows_stay_out_and_confirmed_ones_say_so():
    curated = curate(DOCUMENT, OUTLINE, ())
    decisions = [
        decide(DOCUMENT, curated.events[0], Verdict.REJECTED, {}),
        decide(DOCUMENT, curated.recommendations[0], Verdict.CONFIRMED, {}),
    ]
    plan = make_plan(source(curated=curate(DOCUMENT, OUTLINE, decisions)), OPTIONS)
    assert len(section(plan, PlanKind.CHRONOLOGY).chronology) == 1
    rows = section(plan, PlanKind.RECOMMENDATIONS).recommendations
    assert sorted(row.confirmed for row in rows) == [False, True]


def test_the_bottom_line_is_a_quote_unless_the_reader_wrote_one():
    offered = make_plan(source(), OPTIONS).bottom_line
    assert offered.text == "“States must act.”"
    assert offered.references == (1,)
    own = make_plan(source(), replace(OPTIONS, bottom_line="So it goes."))
    assert own.bottom_line.text == "So it goes."
    assert own.bottom_line.references == ()
    assert len(section(own, PlanKind.POINTS).points) == 1


def test_a_sentence_that_is_a_recommendation_is_not_told_twice():
    curated = curate(DOCUMENT, OUTLINE, ())
    must = next(item.span for item in curated.recommendations if item.value.strength == "must")
    assert any(must.overlaps(span) for span in OUTLINE.key_sentences)
    plan = make_plan(source(), replace(OPTIONS, bottom_line="So it goes."))
    assert all("must act" not in point.text for point in section(plan, PlanKind.POINTS).points)
    curated = curate(
        DOCUMENT, OUTLINE, [decide(DOCUMENT, item, Verdict.REJECTED, {}) for item in curated.recommendations]
    )
    plan = make_plan(source(curated=curated), replace(OPTIONS, bottom_line="So it goes."))
    assert any("must act" in point.text for point in section(plan, PlanKind.POINTS).points)


def test_notes_carry_their_quote_and_words():
    note = Note(
        id="1",
        document=DOCUMENT.sha256,
        anchor=make_anchor(DOCUMENT, span("a summit followed")),
        role=Role.PINK,
        body="Where?",
    )
    placed = tuple(in_text_order(placed_notes(DOCUMENT, [note])))
    (row,) = section(make_plan(source(notes=placed), OPTIONS), PlanKind.NOTES).notes
    assert (row.quote, row.body, row.role) == ("a summit followed", "Where?", Role.PINK)
    assert row.references


def test_sections_without_rows_are_left_out():
    plan = make_plan(source(outline=Outline(), curated=curate(DOCUMENT, Outline(), ())), OPTIONS)
    assert plan.sections == ()
    assert plan.bottom_line is None
    assert plan.title == "talks"


@pytest.mark.parametrize(
    ("coverage", "words"),
    [
        (Coverage(100), "read in full"),
        (Coverage(75, (LeftOut("menu", 25),)), "read 75\u00a0% of the file"),
        (Coverage(9_999, (LeftOut("menu", 1),)), "read 99\u00a0% of the file"),
        (Coverage(100, (), ("A page is damaged.",), whole=False), "read in part"),
    ],
)
def test_the_source_line_says_how_much_was_read(coverage, words):
    document = replace(DOCUMENT, coverage=coverage)
    assert words in make_plan(source(document=document), OPTIONS).source.line


def test_a_brief_says_what_of_its_source_could_not_be_read():
    lost = Coverage(100, (), ("Page 3 is damaged.", "Get it again."), whole=False)
    plan = make_plan(source(document=replace(DOCUMENT, coverage=lost)), OPTIONS)
    assert plan.source.remarks[0] == "Page 3 is damaged."
    assert "Get it again." not in plan.source.remarks
    guessed = Coverage(100, (), ("The encoding was guessed.",))
    assert make_plan(source(document=replace(DOCUMENT, coverage=guessed)), OPTIONS).source.remarks == ()


def test_the_source_line_says_when_it_was_published():
    meta = replace(
        DOCUMENT.metadata, published=DateEvidence("2024-03-05"), byline="By A. Writer", title="Talks"
    )
    plan = make_plan(source(document=replace(DOCUMENT, metadata=meta)), OPTIONS)
    assert plan.source.line.startswith("Source: By A. Writer · ")
    assert "2024" in plan.source.line
    assert plan.title == "Talks"
    assert "undated" in make_plan(source(), OPTIONS).source.line


def test_a_day_that_only_the_file_tells_is_not_told_as_that_of_the_source():
    guessed = DateEvidence("2000-01-01", "2000-01-01", OF_THE_FILE)
    document = replace(DOCUMENT, metadata=replace(DOCUMENT.metadata, published=guessed))
    assert "undated, its file of 1 Jan 2000 ·" in make_plan(source(document=document), OPTIONS).source.line


def test_the_same_source_gives_the_same_plan():
    assert make_plan(source(), OPTIONS) == make_plan(source(), OPTIONS)


@pytest.mark.parametrize(
    ("file_name", "expected"),
    [
        ("energy_report 2024.txt", "energy report 2024"),
        ("talks.txt", "talks"),
        ("000_1cce6cf4644d774d.txt", "“Talks were held in July 2023, and a summit followed…”"),
        ("", "“Talks were held in July 2023, and a summit followed…”"),
    ],
)
def test_an_untitled_document_is_called_by_what_a_person_knows_it_by(file_name, expected):
    assert make_plan(source(file_name=file_name), OPTIONS).title == expected


@pytest.mark.parametrize(("action", "told"), [("act by June 2025", ""), ("act", "by June 2025")])
def test_a_deadline_is_not_told_twice(action, told):
    advice = replace(OUTLINE.recommendations[0], action=action, deadline="by June 2025")
    outline = replace(OUTLINE, recommendations=(advice,))
    plan = make_plan(source(curated=curate(DOCUMENT, outline, ())), OPTIONS)
    assert section(plan, PlanKind.RECOMMENDATIONS).recommendations[0].deadline == told


def made(template, *sources, **changes):
    return make_plan(list(sources) or source(), replace(OPTIONS, template=template, **changes))


def noted(words, body=""):
    note = Note(
        id=words,
        document=DOCUMENT.sha256,
        anchor=make_anchor(DOCUMENT, span(words)),
        role=Role.PINK,
        body=body,
    )
    return source(notes=tuple(in_text_order(placed_notes(DOCUMENT, [note]))))


def test_a_chronology_tells_undated_events_last():
    (part,) = made(Template.CHRONOLOGY).sections
    assert [(row.when, row.event) for row in part.chronology] == [
        ("Jul 2023", "July 2023"),
        ("May 2024", "May 2024"),
        ("undated", "Talks"),
    ]
    assert made(Template.CHRONOLOGY).bottom_line is None


def test_recommendations_are_told_by_addressee_and_those_to_nobody_last():
    (part,) = made(Template.RECOMMENDATIONS).sections
    assert part.grouped
    assert [row.addressee for row in part.recommendations] == ["States", "Not stated"]


def test_reading_notes_stand_under_the_sections_of_the_source():
    (part,) = made(Template.NOTES, noted("a summit followed")).sections
    assert [row.under for row in part.notes] == ["Opening"]


def test_names_and_figures_have_a_brief_of_their_own():
    figure = Figure(
        text="two days",
        kind=FigureKind.QUANTITY,
        start=0,
        end=5,
        of="talks",
        about="at least",
        differs=(span("May 2024"),),
    )
    names = (
        Name("States", "place", (), (span("States"),)),
        Name("A. Reader", "person", (), (Span(0, 5),) * 2),
    )
    outline = replace(OUTLINE, names=names, figures=(figure,))
    listed, figures = made(Template.NAMES, source(outline=outline)).sections
    assert [(row.name, row.mentions) for row in listed.names] == [("A. Reader", 2), ("States", 1)]
    (row,) = figures.figures
    assert (row.text, row.of, row.other) == ("at least two days", "talks", "May 2024 (¶1)")
    (hidden,) = made(Template.NAMES, source(outline=outline, names=())).sections
    assert hidden.kind is PlanKind.FIGURES


def test_the_whole_text_carries_marks_and_notes():
    (part,) = made(Template.TEXT, noted("a summit followed", "Where?")).sections
    assert [row.label for row in part.passages] == ["¶1", "¶2", "¶3"]
    first = part.passages[0]
    (mark,) = first.marks
    assert first.text[mark.start : mark.end] == "a summit followed"
    assert [note.body for note in first.notes] == ["Where?"]
    assert not part.passages[1].marks


def test_a_page_without_text_is_named_in_the_whole_text():
    end = len(DOCUMENT.text)
    scan = Block(kind=BlockKind.FIGURE, start=end, end=end, page="7", paragraph=4, scan=True)
    scanned = replace(DOCUMENT, blocks=(*DOCUMENT.blocks, scan))
    (part,) = made(Template.TEXT, source(document=scanned)).sections
    assert (part.passages[3].label, part.passages[3].text) == ("¶4", "Page 7 is a picture without text.")


def test_a_mark_over_two_paragraphs_is_in_both_and_its_note_in_the_first():
    at = Span(span("in May 2024").start, span("States must").end)
    note = Note(id="1", document="", anchor=make_anchor(DOCUMENT, at), role=Role.BLUE, body="Both.")
    both = source(notes=tuple(placed_notes(DOCUMENT, [note])))
    (part,) = made(Template.TEXT, both).sections
    assert [len(row.marks) for row in part.passages] == [1, 1, 0]
    assert [len(row.notes) for row in part.passages] == [1, 0, 0]


@pytest.mark.parametrize(
    "template", [Template.CHRONOLOGY, Template.RECOMMENDATIONS, Template.NOTES, Template.NAMES]
)
def test_a_brief_of_nothing_says_what_is_missing(template):
    bare = source(outline=Outline(), curated=curate(DOCUMENT, Outline(), ()))
    with pytest.raises(ExportError) as caught:
        made(template, bare)
    assert caught.value.next_step


def test_several_sources_share_one_chronology_and_say_which_is_which():
    plan = made(Template.FULL, source(), source(file_name="second.txt"))
    assert [one.file_name for one in plan.sources] == ["talks.txt", "second.txt"]
    rows = section(plan, PlanKind.CHRONOLOGY).chronology
    assert [row.event for row in rows if row.edtf] == ["July 2023", "May 2024"]
    assert all(len(row.references) == 2 for row in rows if row.edtf)
    locators = {reference.locator for reference in plan.references}
    assert locators == {f"[{number}] ¶{at}" for number in (1, 2) for at in (1, 2, 3)}
    assert plan.bottom_line is None
    assert plan.title == "talks, and 1 other source"


def test_events_of_one_day_that_are_not_alike_stay_apart():
    other = replace(
        OUTLINE, events=(event("May 2024", "2024-05", status=Status.PLANNED), event("summit", "2023-07"))
    )
    second = source(outline=other, curated=curate(DOCUMENT, other, ()))
    rows = section(made(Template.FULL, source(), second), PlanKind.CHRONOLOGY).chronology
    assert len([row for row in rows if row.edtf]) == 4


def test_the_whole_text_is_of_one_document_only():
    with pytest.raises(ExportError):
        made(Template.TEXT, source(), source())


def test_what_is_asked_in_the_same_words_again_is_one_row_with_both_passages():
    twice = paragraphs(
        "The council should publish its minutes.", "In short: The council should publish its minutes."
    )
    advice = tuple(
        Recommendation(action="publish its minutes", addressee="The council", spans=(block.span,))
        for block in twice.blocks
    )
    outline = Outline(recommendations=advice)
    plan = make_plan(
        BriefSource(document=twice, outline=outline, curated=curate(twice, outline, ())), OPTIONS
    )
    (row,) = plan.sections[0].recommendations
    assert len(row.references) == 2


def test_names_are_quoted_in_their_sentence_and_those_of_book_lists_are_left_out_of_a_full_brief():
    text = paragraphs("The harbour was closed by Ann Lee in May.", "Bibliography", "John Doe, Harbours.")
    mention = Span(text.text.index("Ann Lee"), text.text.index("Ann Lee") + 7)
    other = Span(text.text.index("John Doe"), text.text.index("John Doe") + 8)
    start = text.blocks[1].start
    outline = Outline(
        sections=(Section("Harbours", 1, 0, start), Section("Bibliography", 1, start, len(text.text))),
        names=(Name("Ann Lee", "person", mentions=(mention,)), Name("John Doe", "person", mentions=(other,))),
    )
    options = BriefOptions(prepared="2026-11-22", template=Template.FULL)
    plan = make_plan(BriefSource(document=text, outline=outline, curated=curate(text, outline, ())), options)
    (names,) = (section for section in plan.sections if section.kind is PlanKind.NAMES)
    assert [row.name for row in names.names] == ["Ann Lee"]
    assert names.omitted == 1
    quote = next(one for one in plan.references if one.number == names.names[0].references[0])
    assert quote.quote == "The harbour was closed by Ann Lee in May."


def many_events(worth=lambda number: 1.0):
    rows = tuple(
        ChronologyRow(
            *(f"{1950 + number}", f"{1950 + number}", f"Event {number}", "", "occurred", (number,)),
            confirmed=number == 70,
            worth=worth(number),
        )
        for number in range(90)
    )
    return PlanSection(kind=PlanKind.CHRONOLOGY, title="Chronology", chronology=rows)


def test_a_full_brief_shows_the_events_that_matter_most_and_counts_the_others():
    section = chiefly(many_events(lambda number: 2.0 if number < 45 else 1.0))
    assert len(section.chronology) == MOST_EVENTS
    assert section.omitted == 90 - MOST_EVENTS
    shown = [row.event for row in section.chronology]
    # What the reader confirmed is among them, and the order of time stays.
    assert "Event 70" in shown
    assert [row.when for row in section.chronology] == sorted(row.when for row in section.chronology)
    assert sum(row.worth > 1 for row in section.chronology) == MOST_EVENTS - 1


def test_a_full_brief_of_an_act_shows_the_recommendations_that_matter_most():
    rows = tuple(
        RecommendationRow(
            addressee="Commission",
            action=f"Publish list {number}",
            strength="shall",
            references=(number,),
            confirmed=number == 99,
            worth=2.0 if number < MOST_ADVICE else 1.0,
        )
        for number in range(MOST_ADVICE + 20)
    )
    section = PlanSection(kind=PlanKind.RECOMMENDATIONS, title="Recommendations", recommendations=rows)
    shown = [row.references[0] for row in chiefly(section).recommendations]
    assert shown == [*range(MOST_ADVICE - 1), 99]
    assert chiefly(section).omitted == 20


def test_no_year_crowds_the_others_out_of_a_full_brief():
    rows = [
        replace(row, edtf="1999", worth=1.1) if at >= 30 else row for at, row in enumerate(many_events().rows)
    ]
    section = chiefly(replace(many_events(), chronology=tuple(rows)))
    assert len({row.edtf[:4] for row in section.chronology}) > 25


def test_a_short_chronology_is_whole_in_a_full_brief():
    section = many_events(lambda number: -1.0)
    few = replace(section, chronology=section.chronology[:10])
    assert chiefly(few) == few


def test_the_source_line_says_when_the_source_has_numbers_of_its_own():
    blocks = tuple(replace(block, label="¶45") for block in DOCUMENT.blocks)
    line = make_plan(source(document=replace(DOCUMENT, blocks=blocks)), OPTIONS).source.line
    assert line.endswith("cited by the source’s own numbers")
    assert make_plan(source(), OPTIONS).source.line.endswith("3 paragraphs")
