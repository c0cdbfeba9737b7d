"""Sections, gists, names, acronyms, document dates, and what becomes of an outline with another date."""

import pytest

from deskbrief.analysis import job
from deskbrief.analysis.labels import label_of
from deskbrief.analysis.pipeline import resolved
from deskbrief.analysis.sentences import sentence_spans
from deskbrief.document.codec import document_request
from deskbrief.document.spans import Span
from deskbrief.document.steps import finish
from deskbrief.document.tasks import Progress
from helpers.outlines import by_rules, outlined
from helpers.reading import read

PAGE = """# The harbours of the north

Opening words about the harbours of the north and of the south, which are many.

## Ships

The North Atlantic Treaty Organization (NATO) met in Oslo. NATO ministers spoke with Angela Merkel.
Merkel agreed.

### Large ships

Large ships need deep harbours, and there are few of them in the north of the country.

## Roads

Roads are another matter altogether. They were last repaired three weeks ago.
"""


def test_sections_nest_and_cover_the_text():
    document = read(PAGE, "page.md")
    sections = by_rules(document).sections
    assert [section.title for section in sections][-3:] == ["Ships", "Large ships", "Roads"]
    ships, large, roads = sections[-3:]
    assert (large.level, roads.level) == (ships.level + 1, ships.level)
    assert ships.start < large.start < large.end <= ships.end <= roads.start
    assert roads.end == len(document.text)


def test_the_list_of_contents_is_no_section_and_its_text_stays():
    listed = "".join(f"- Harbour number {number}\n" for number in range(4))
    document = read(
        f"# Harbours\n\nOpening words about them.\n\n## Contents\n\n{listed}\n## Ships\n\nShips sail.\n",
        "page.md",
    )
    titles = [section.title for section in by_rules(document).sections]
    assert "Contents" not in titles
    assert "Ships" in titles
    assert "Harbour number 3" in document.text


def test_a_section_called_contents_that_holds_a_text_is_one():
    document = read(
        "# Boxes\n\nWords.\n\n## Contents\n\nThe boxes held stones and sand.\n\n## End\n\nSo it was.\n",
        "page.md",
    )
    assert "Contents" in [section.title for section in by_rules(document).sections]


def test_a_gist_is_quoted_from_its_own_section():
    document = read(PAGE, "page.md")
    for section in by_rules(document).sections:
        for span in section.gist:
            assert section.start <= span.start < span.end <= section.end
            assert document.quote(span).endswith(".")


def test_a_name_gathers_its_forms_and_its_acronym():
    document = read(PAGE, "page.md")
    outline = outlined(document)
    names = {name.name: [document.quote(span) for span in name.mentions] for name in outline.names}
    assert names["Angela Merkel"][0] == "Angela Merkel"
    assert "NATO" in names["North Atlantic Treaty Organization"]
    assert [(short.short, short.long) for short in outline.acronyms] == [
        ("NATO", "North Atlantic Treaty Organization")
    ]


def test_another_date_moves_relative_times_as_a_new_analysis_would():
    document = read(PAGE, "page.md")
    moved = finish(resolved(document, outlined(document), "2024-03-06"))
    fresh = outlined(document, "2024-03-06")
    assert [time.edtf for time in moved.times] == [time.edtf for time in fresh.times]
    assert any(time.edtf for time in moved.times)


def test_relative_times_count_from_the_date_that_the_text_gives():
    document = read(
        "A title of some length\n\nBy Desk\nPublished 5 May 2023\n\nThe vote was held yesterday in Oslo.\n"
    )
    outline = by_rules(document)
    assert "2023-05-04" in [time.edtf for time in outline.times]


def test_sentences_end_where_a_reader_ends_them():
    text = "The U.S. met Dr. Smith at 3 p.m. on Monday. “It went well.” He left (late). Then No. 5 came."
    assert [text[span.start : span.end] for span in sentence_spans(text)] == [
        "The U.S. met Dr. Smith at 3 p.m. on Monday.",
        "“It went well.”",
        "He left (late).",
        "Then No. 5 came.",
    ]


def test_a_label_is_a_few_words_before_a_colon():
    text = "Reassess Sanctions: A targeted review could help."
    label = label_of(text, Span(0, len(text)))
    assert text[label.start : label.end] == "Reassess Sanctions"
    for plain in ("A targeted review could help.", "It was said at 10:30 in the morning."):
        assert label_of(plain, Span(0, len(plain))) is None


def test_rules_alone_come_first_and_progress_between():
    told = list(job.outline(document_request(read(PAGE, "page.md"), published="")))
    labels = [part.label if isinstance(part, Progress) else "" for part in told]
    # A slow machine may tell of the rules' own progress before.
    loading = labels.index("Loading the language model")
    assert not all(labels[:loading])
    assert not all(labels[loading:])


def test_a_text_in_another_language_is_not_read_as_english():
    german = "Die Häfen des Nordens sind groß. Die Regierung soll handeln, und zwar bald. " * 20
    outline = outlined(read(german))
    assert (outline.recommendations, outline.names, outline.model) == ((), (), "")
    assert "not in English" in outline.remarks[0]
    assert not outlined(read("The figures of the ministry are known to few people. " * 20)).remarks


ABBREVIATIONS = """# The river report

The council asked for this report on the river in the year of the flood.

#### Abbreviations

- EIA: Environment Agency
- DOE: Department of Energy

The level of the river has risen by a metre since the dam was built, and the villages along its banks have \
asked the council for help with their old walls.

## Results

The walls are old, and they will not hold the river for another ten years without repair.
"""


def test_a_list_of_abbreviations_does_not_swallow_what_follows():
    document = read(ABBREVIATIONS, "page.md")
    found = by_rules(document).sections
    sections = {one.title: document.quote(Span(one.start, one.end)) for one in found}
    assert list(sections)[-3:] == ["Abbreviations", "Opening (continued)", "Results"]
    assert sections["Abbreviations"].endswith("Department of Energy")
    assert sections["Opening (continued)"].startswith("The level of the river")


def gists(text):
    document = read(text, "page.md")
    return [document.quote(span) for section in by_rules(document).sections for span in section.gist]


def test_a_gist_can_stand_alone():
    text = "# Dams\n\nHowever, this dam of the river holds the water of the river back.\n\n"
    text += "See figure 2 for the dam of the river and the water that it holds back.\n\n"
    text += "the dam, the river, the water and the level of the water in the river\n\n"
    text += "The dam holds the water of the river back in most years.\n"
    assert gists(text) == ["The dam holds the water of the river back in most years."]


@pytest.mark.parametrize(
    "pointer",
    [
        "At paragraph 4.27 above, the dam and the water of the river were described.",
        "I now turn to the dam that holds the water of the river in section 3.",
        "We described the dam and the water of the river in the previous chapter.",
        "This section looks at the dam that holds the water of the river back.",
        "The rest of this report tells of the dam, the water and the river.",
    ],
)
def test_what_leads_through_a_text_does_not_stand_for_it(pointer):
    said = "The dam of the river was described by Brandt, and it holds the water back in most years."
    assert gists(f"# Dams\n\n{pointer}\n\n{said}\n") == [said]


def test_what_a_text_is_about_is_not_told_by_its_references():
    text = "# Dams\n\nThe old dam holds the water of the river back in most years.\n\n"
    text += "# References\n\nThe old dam on the river, by the water of the river, was printed in Bonn.\n"
    document = read(text, "page.md")
    assert [document.quote(span) for span in by_rules(document).key_sentences] == [
        "The old dam holds the water of the river back in most years."
    ]


OPINION = """# Fires in the harbour

Jane Milton is a researcher at the Institute of Fires. Fires in the harbour destroy forty boats each year, and
nobody counts what they cost. The harbour has no boat of its own that could put out a fire. Every owner pays
for the fires of all others, as insurers raise the price of each boat.

## Footnotes

See also the Harbour Report of 2019 for the fires of the years before it in this harbour. Thank you for
reading what the harbour office wrote of the fires in the harbour.
"""


def test_neither_the_writer_nor_pointers_stand_for_a_text():
    document = read(OPINION, "file.md")
    told = [document.quote(span) for span in outlined(document).key_sentences]
    assert told
    assert not any(one.startswith(("Jane Milton", "See also", "Thank you")) for one in told)


def test_what_the_publisher_tells_of_itself_stands_for_no_text():
    text = (
        "# Boats of the coast\n\nThe Office of Harbour Boats (OHB) conducts reviews of boats of the coast. "
        "The Coast Institute is an independent body that reviews the boats of the coast and their crews.\n\n"
        "Half of the boats of the coast were not reviewed in the years after the storm. "
        "The crews of the coast paid for reviews of their boats that nobody had made.\n"
    )
    document = read(text, "page.md")
    key = [document.quote(span) for span in outlined(document).key_sentences]
    assert key
    assert not any(one.startswith(("The Office", "The Coast Institute")) for one in key)


def test_courtesies_and_lines_of_data_stand_for_no_text():
    text = (
        "# Statement\n\nDocument: A/12 Session: 48 Date: 2024 Source: the towns of the valley\n\n"
        "My name is Ana Ruiz, and I look forward to the hearing of the wells. "
        "We would like to thank the council of the wells for its work on the wells of the valley. "
        "The wells of the valley have run dry because the pumps of the council were sold.\n\n"
        "Background: The wells of the valley were dug by the council of the valley in the year 1912. "
        "New pumps for the wells would cost the council less than the water that it buys.\n"
    )
    document = read(text, "a.md", "text/markdown")
    key = [document.quote(span) for span in outlined(document).key_sentences]
    assert not any(one.startswith(("Document", "My name", "We would")) for one in key)
    assert any(one.startswith("New pumps") for one in key)


def test_the_head_of_minutes_is_no_key_sentence():
    document = read(
        "# Coast group\n\nMeeting of 16 October 2025, 10.00–11.40, room 4.12\n\n"
        "Present: Ann Lee (chair), Bo Ray and the crews of the coast.\n\n"
        "The group agreed that the coast needs four more boats by the spring of next year. "
        "Ann Lee said that the crews of the coast had asked for boats since the storm of last year.",
        "page.md",
    )
    told = " ".join(document.quote(span) for span in outlined(document).key_sentences)
    assert "four more boats" in told
    assert "room 4.12" not in told
    assert "Present" not in told
