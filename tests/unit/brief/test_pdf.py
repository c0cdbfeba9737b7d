"""The finished file, read back: words, order, links, fonts, metadata and the same bytes again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from deskbrief.brief.density import CLOSE, USUAL
from deskbrief.brief.fonts import Fonts
from deskbrief.brief.job import render
from deskbrief.brief.pdf import LEAST_FILLED, MOST_READ, _filled, render_pdf
from deskbrief.brief.styles import ASIDE, LETTER, LONG_TITLE, MARK_SIZE, MASTHEAD, TITLE
from deskbrief.brief.text import Typesetter
from deskbrief.brief.told import told_plan
from deskbrief.document.codec import seal
from deskbrief.document.enclosure import read_enclosure
from deskbrief.document.plan import BriefPlan, PageSize, PlanKind, RecommendationRow, Statement
from deskbrief.document.tasks import Part, Request
from deskbrief.importers.enclosed import enclosed_in
from helpers.briefs import QUOTES, long_plan, opened, rendered, sample_plan, words_of


@pytest.fixture(scope="module")
def sample() -> PdfReader:
    return opened(sample_plan(one_page=False))


def links(reader: PdfReader) -> Iterator[Any]:
    for page in reader.pages:
        for annotation in page.get("/Annots", []):
            yield annotation.get_object()


def fonts(reader: PdfReader) -> dict[str, Any]:
    return {
        font.get_object()["/BaseFont"]: font.get_object()
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }


def type_sizes(reader: PdfReader) -> set[float]:
    sizes = set()
    for page in reader.pages:
        sizes |= {
            float(size) for size in re.findall(rb"/F\d+\+\d+ ([\d.]+) Tf", page.get_contents().get_data())
        }
    return sizes


def test_the_long_title_of_an_act_is_set_smaller() -> None:
    plan = replace(sample_plan(one_page=False), title="A regulation on the measures for common use " * 4)
    assert LONG_TITLE.size in type_sizes(opened(plan))
    assert TITLE.size not in type_sizes(opened(plan))


def test_the_sample_fits_one_page() -> None:
    result = rendered(sample_plan())
    assert result.pages == 1
    assert (result.omitted, result.remarks) == (0, ())


def test_words_that_were_cut_to_fit_are_told() -> None:
    result = rendered(wordy_plan(5))
    assert (result.pages, result.omitted) == (1, 0)
    assert result.remarks == ("Words of 5 rows are cut to fit, with “…” where they go on.",)
    (page,) = PdfReader(BytesIO(result.data)).pages
    assert " ".join(page.extract_text().split()).count("Rebuild the wells") == 5


def test_a_long_brief_has_very_long_rows_cut_to_six_pages_but_none_of_the_readers() -> None:
    plan = replace(wordy_plan(90), one_page=False)
    (section,) = (one for one in plan.sections if one.kind is PlanKind.RECOMMENDATIONS)
    first, *others = section.recommendations
    kept = replace(section, recommendations=(replace(first, confirmed=True), *others))
    plan = replace(plan, sections=tuple(kept if one is section else one for one in plan.sections))
    result = rendered(plan)
    assert result.pages <= MOST_READ
    assert result.omitted == 0
    assert result.remarks == ("Words of 89 rows are cut to fit, with “…” where they go on.",)
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(result.data)).pages).split())
    assert first.action in text


def wordy_plan(rows: int) -> BriefPlan:
    """Return a plan whose recommendations are so long that a page has no room for all of them."""
    action = (
        "Rebuild the wells of the valley floor, " + "so that nobody goes without water in the summer " * 8
    )
    plan = sample_plan()
    advice = RecommendationRow("The council", action.strip(), "should", (1,))
    sections = [
        replace(section, recommendations=(advice,) * rows) if section.recommendations else section
        for section in plan.sections
    ]
    return replace(plan, sections=tuple(sections))


def test_a_full_brief_leaves_nothing_out() -> None:
    result = rendered(sample_plan(one_page=False))
    assert (result.pages, result.omitted) == (2, 0)


def test_words_come_out_in_reading_order(sample: PdfReader) -> None:
    expected = [
        *("Brief · prepared 22 November 2026 by A. Reader", "For internal use", "An unexpected thaw"),
        *("Source: news analysis", "Washington is testing", "outside backing hardens repression."),
        *("WHAT THE SOURCE SAYS", "The thaw rests on three aims", "Neighbours may take up"),
        *("CHRONOLOGY", "Jul 2023 Sep 2023 Oct 2023", "Date Event Detail Ref"),
        *("Jul 2023 Security Talks High-level discussions", "Sep 2023 Joint Military Exercise"),
        *("Oct 2023 Democracy Summit · planned", "checked by the reader: 1 of 3"),
        *("RECOMMENDATIONS", "Addressee Action Strength Ref", "United States Rethink its strategies"),
        *("The U.S. Review existing sanctions", "independent media · by 2025 should consider"),
        *("Remain adaptable", "READER’S NOTES", "“This thaw is characterized"),
        *("which adjustments are agreed and which are proposed.", "Compare:", "last year’s report"),
        *("NAMES", "Places United States ×12", "Eastern Europe ×4.", "REFERENCES"),
        *(quote for _, quote in QUOTES),
        "thaw.txt · sha256 1cce6cf4 · 12 of 12 quotes verified · made with Deskbrief",
    ]
    words, at = words_of(sample), 0
    for phrase in expected:
        assert phrase in words[at:], phrase
        at = words.index(phrase, at) + len(phrase)


def test_every_link_leads_to_a_place_that_exists(sample: PdfReader) -> None:
    places = sample.named_destinations
    sought = [link["/Dest"] for link in links(sample)]
    assert set(sought) <= set(places)
    assert {f"reference-{number}" for number in range(1, 13)} <= set(sought)
    assert {f"cited-{number}" for number in range(1, 13)} <= set(sought)


def test_links_say_where_they_lead_and_are_printed(sample: PdfReader) -> None:
    for link in links(sample):
        assert link["/Contents"]
        assert link["/F"] == 4


def test_link_boxes_lie_on_their_page(sample: PdfReader) -> None:
    for page in sample.pages:
        for annotation in page.get("/Annots", []):
            left, bottom, right, top = map(float, annotation.get_object()["/Rect"])
            assert 0 < left < right < float(page.mediabox.width)
            assert 0 < bottom < top < float(page.mediabox.height)


def test_all_fonts_are_embedded_subsets_that_can_be_copied(sample: PdfReader) -> None:
    used = fonts(sample)
    assert len(used) >= 6
    for name, font in used.items():
        assert "+Deskbrief" in name
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font


def test_the_file_says_what_it_is(sample: PdfReader) -> None:
    assert sample.metadata is not None
    assert sample.metadata.title == sample_plan().title
    assert sample.metadata.author == "A. Reader"
    assert sample.metadata["/CreationDate"] == "D:20261122000000+00'00'"
    root: Any = sample.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert sample.xmp_metadata is not None
    assert sample.xmp_metadata.dc_title == {"x-default": sample_plan().title}
    assert sample.xmp_metadata.dc_creator == ["A. Reader"]


def test_bookmarks_are_the_title_and_the_sections(sample: PdfReader) -> None:
    title, sections = sample.outline
    assert title["/Title"] == sample_plan().title
    names = [section["/Title"] for section in sections]
    assert names == [*(section.title for section in sample_plan().sections), "References"]
    places = [(sample.get_destination_page_number(item), -item["/Top"]) for item in sections]
    assert places == sorted(places)


@pytest.mark.parametrize("one_page", [True, False])
def test_the_same_plan_gives_the_same_bytes(one_page: bool) -> None:
    plan = sample_plan(one_page=one_page)
    assert rendered(plan).data == rendered(plan).data


def test_the_day_and_the_folder_do_not_matter(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first = rendered(sample_plan()).data
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert rendered(sample_plan()).data == first


def test_another_plan_has_another_identifier() -> None:
    first, second = (
        opened(plan).trailer["/ID"] for plan in (sample_plan(), replace(sample_plan(), author="B. Reader"))
    )
    assert first != second


@pytest.mark.parametrize(("size", "box"), [(PageSize.A4, (595.28, 841.89)), (PageSize.LETTER, (612, 792))])
def test_page_sizes(size: PageSize, box: tuple[float, float]) -> None:
    page = opened(replace(sample_plan(), page_size=size)).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(box, abs=0.01)


def test_a_page_is_made_to_fit_without_words_below_nine_points() -> None:
    close, usual = (
        type_sizes(opened(plan)) for plan in (long_plan(200, one_page=True), long_plan(2, one_page=False))
    )
    # Beside the words stand numbers of references, letters of marks, and the lines around and under them.
    small = {MARK_SIZE, LETTER.size, MASTHEAD.size, ASIDE.size}
    assert min(close - small) >= 9
    assert max(close) < max(usual)


def test_two_hundred_events_and_recommendations_on_one_page() -> None:
    result = rendered(long_plan(200, one_page=True))
    words = words_of(PdfReader(BytesIO(result.data)))
    assert result.pages == 1
    left_out = [int(number) for number in re.findall(r"(\d+) more (?:event|recommendation)s", words)]
    shown = len(re.findall(r"\bEvent \d+", words)), len(re.findall(r"\bDo thing \d+", words))
    assert tuple(200 - count for count in left_out) == shown
    assert min(shown) >= 1
    assert "Washington is testing" in words


def test_two_hundred_events_and_recommendations_in_full() -> None:
    result = rendered(long_plan(200, one_page=False))
    reader = PdfReader(BytesIO(result.data))
    words = words_of(reader)
    assert result.omitted == 0
    assert [int(number) for number in re.findall(r"\bEvent (\d+)", words)] != []
    assert {int(number) for number in re.findall(r"\bEvent (\d+)", words)} == set(range(200))
    assert [int(number) for number in re.findall(r"Do thing (\d+) in", words)] == list(range(200))
    assert f"1 / {result.pages}" in words
    assert f"{result.pages} / {result.pages}" in words
    assert words.count("Date Event Detail Ref") > 3
    assert words.count("For internal use") == result.pages


def test_events_stand_in_order_of_time() -> None:
    plan = sample_plan(one_page=False)
    events = plan.sections[1]
    undated = replace(events.chronology[0], edtf="", event="Someday")
    turned = replace(events, chronology=(undated, *reversed(events.chronology)))
    words = words_of(opened(replace(plan, sections=(turned,))))
    places = [words.index(name) for name in ("Security Talks", "Joint Military", "Democracy", "Someday")]
    assert all(first < second for first, second in pairwise(places))


def test_quotes_that_were_not_found_are_told() -> None:
    plan = sample_plan(one_page=False)
    references = (replace(plan.references[0], verified=False), *plan.references[1:])
    result = rendered(replace(plan, references=references))
    words = words_of(PdfReader(BytesIO(result.data)))
    assert "(not found in the source)" in words
    assert "11 of 12 quotes verified" in words
    assert result.remarks == ("These quotes were not found in the source: 1.",)


def test_numbers_without_a_reference_are_told_and_not_printed() -> None:
    plan = replace(sample_plan(one_page=False), bottom_line=Statement("A line.", (1, 99)))
    result = rendered(plan)
    assert result.remarks == ("The brief cites passages that it does not list: 99.",)
    assert "99" not in words_of(PdfReader(BytesIO(result.data)))


def test_a_reference_that_nothing_cites_has_no_link_back() -> None:
    plan = replace(sample_plan(one_page=False), sections=(), bottom_line=None)
    reader = opened(plan)
    assert list(links(reader)) == []
    assert "reference-12" in reader.named_destinations


def test_sections_without_rows() -> None:
    plan = sample_plan()
    bare = tuple(
        replace(section, points=(), chronology=(), recommendations=(), notes=(), names=(), omitted=at)
        for at, section in enumerate(plan.sections)
    )
    words = words_of(opened(replace(plan, sections=bare, references=(), bottom_line=None)))
    assert "WHAT THE SOURCE SAYS" not in words
    assert "CHRONOLOGY 1 event in the source (not shown)" in words
    assert "RECOMMENDATIONS 2 recommendations in the source (not shown)" in words
    assert "3 notes (not shown)" in words
    assert "no quotes" in words


def test_an_empty_plan_is_a_page() -> None:
    plan = replace(
        sample_plan(), title=" ", author="", marking="", prepared="", bottom_line=None, sections=()
    )
    result = rendered(replace(plan, references=()))
    reader = PdfReader(BytesIO(result.data))
    assert result.pages == 1
    assert words_of(reader).startswith("Brief Untitled Source:")


def test_a_long_file_name_leaves_room_for_what_follows() -> None:
    plan = sample_plan()
    source = replace(plan.source, file_name="report-" * 40 + "final.pdf")
    words = words_of(opened(replace(plan, source=source)))
    assert "eport-final.pdf · sha256 1cce6cf4 · " in words
    assert "quotes verified · made with Deskbrief" in words


def test_an_early_day_is_written_in_full() -> None:
    reader = opened(replace(sample_plan(), prepared="0987-01-02"))
    assert reader.metadata is not None
    assert reader.metadata["/CreationDate"] == "D:09870102000000+00'00'"
    assert "prepared 2 January 987" in words_of(reader)


def test_a_bottom_line_longer_than_a_page_runs_on_without_loss() -> None:
    plan = replace(sample_plan(), bottom_line=Statement(" ".join(f"w{at}" for at in range(3000))))
    result = rendered(plan)
    assert result.pages > 2
    found = re.findall(r"\bw(\d+)\b", words_of(PdfReader(BytesIO(result.data))))
    assert [int(number) for number in found] == list(range(3000))


def test_the_plan_as_it_was_printed_travels_in_the_file() -> None:
    result = rendered(long_plan(200, one_page=True))
    enclosure = read_enclosure(enclosed_in(result.data))
    assert enclosure.annotations == {}
    assert sum(section.omitted for section in enclosure.plan.sections) == result.omitted
    words = words_of(PdfReader(BytesIO(result.data)))
    assert all(f"{reference.locator} “{reference.quote}”" in words for reference in enclosure.plan.references)


def test_notes_travel_as_annotations() -> None:
    steps = render_pdf(sample_plan(), {"type": "AnnotationSet", "items": [{"id": "ü"}]})
    while True:
        try:
            next(steps)
        except StopIteration as end:
            data = end.value.data
            break
    assert read_enclosure(enclosed_in(data)).annotations["items"] == [{"id": "ü"}]


REMARK = "The text is not in English: names were not looked for."


@pytest.mark.parametrize("several", [False, True])
@pytest.mark.parametrize("form", ["pdf", "html", "md"])
def test_what_was_not_looked_for_is_said_in_the_brief(form: str, several: bool) -> None:
    plan = sample_plan()
    source = replace(plan.source, remarks=(REMARK,))
    plan = replace(plan, source=source, others=(plan.source,) if several else ())
    *_, part = render(Request({"plan": seal("plan", plan), "format": form}))
    pages = PdfReader(BytesIO(part.blob)).pages if form == "pdf" else ()
    assert isinstance(part, Part)
    text = " ".join(page.extract_text() for page in pages) or part.blob.decode()
    assert " ".join(text.split()).count(REMARK) == 1


def test_the_foot_says_that_letters_are_shown_as_codes() -> None:
    plan = sample_plan()
    line = replace(plan.bottom_line, text="\u0623\u0628") if plan.bottom_line else None
    (text,) = (page.extract_text() for page in opened(replace(plan, bottom_line=line)).pages)
    (named,) = rendered(replace(plan, bottom_line=line)).undrawn
    assert "Arabic" in named
    assert "quotes verified, 2 characters shown as codes" in " ".join(text.split())
    assert "shown as codes" not in opened(plan).pages[0].extract_text()


def test_a_last_page_of_a_few_lines_is_saved() -> None:
    setter, saved = Typesetter(Fonts(), many_times=True), 0
    for rows in range(4, 24):
        plan = told_plan(long_plan(rows, one_page=False))
        usual = _filled(plan, setter, USUAL, 6)
        closer = len(_filled(plan, setter, CLOSE, 6))
        pages = rendered(plan).pages
        if len(usual) > 1 and usual[-1] < LEAST_FILLED and closer < len(usual):
            saved += 1
            assert pages == closer
        elif len(usual) < 6:
            assert pages == len(usual)
    assert saved
