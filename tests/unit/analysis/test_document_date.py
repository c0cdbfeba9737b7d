"""The day of writing is found with its evidence, and all times follow it when it is corrected."""

from dataclasses import replace

import pytest

from deskbrief.analysis.document_date import document_date
from deskbrief.analysis.pipeline import outline_of, resolved
from deskbrief.analysis.times.reading import mentions_of, worked_out
from deskbrief.analysis.times.told import Times
from deskbrief.document.model import OF_THE_FILE, DateEvidence
from deskbrief.document.steps import finish
from helpers.outlines import by_rules, outlined
from helpers.reading import read

BODY = "\n\nThe text of the page goes on for a while and says what there is to say.\n"


def found(content, name="file.md", published=""):
    document = read(content, name)
    times = Times(finish(worked_out(document, finish(mentions_of(document)), None)))
    return document_date(document, published, times)


@pytest.mark.parametrize(
    ("content", "edtf", "source"),
    [
        ("---\ntitle: X\ndate: 2024-03-03\n---\n\n# Outlook" + BODY, "2024-03-03", "front matter"),
        ("# Outlook\n\nMarch 3, 2024" + BODY, "2024-03-03", "a line of its own at the top"),
        ("# Outlook\n\nJane Doe | 3 March 2024" + BODY, "2024-03-03", "a line of its own at the top"),
        (
            "# Outlook\n\nPublished: 3 March 2024 | Updated: 5 March 2024" + BODY,
            "2024-03-03",
            "a line that says when it was published",
        ),
        ("# Talks resume\n\nKYIV, March 3, 2024 — Talks resumed." + BODY, "2024-03-03", "dateline"),
        (
            "# Talks resume\n\nKYIV, March 3, 2024 (Norland Press Agency) - Talks resumed." + BODY,
            "2024-03-03",
            "dateline",
        ),
        ("# Floods: report 4\n\n## As of 3 March 2024" + BODY, "2024-03-03", "a line of its own at the top"),
        ("# Meals\n\n## Report No. 2021-17 — March 2024" + BODY, "2024-03", "a line of its own at the top"),
        (
            "# Rules on moorings" + 9 * BODY + "\nDone at Port Ellan on 3 March 2024.\n\nFor the Council\n",
            "2024-03-03",
            "a line that says when it was published",
        ),
        (
            "# Lake\n\nPrepared for the committee on 3 March 2024. The lake lies in three countries." + BODY,
            "2024-03-03",
            "a line that says when it was published",
        ),
        (
            "# Lake\n\nLast revised: 3 March 2024" + BODY,
            "2024-03-03",
            "a line that says when it was published",
        ),
        ("# Meeting of the steering group 2024-03-03" + BODY, "2024-03-03", "the title"),
        ("# Minutes of the council, 3 March 2024" + BODY, "2024-03-03", "the title"),
        ("# H v Secretary of State [2024] UKUT 220 (AAC) (03 March 2024)" + BODY, "2024-03-03", "the title"),
        (
            "# The minister to the office\n\nCablegram 284 CANBERRA, 3 March 1948, 11.15 a.m." + BODY,
            "1948-03-03",
            "a line of its own at the top",
        ),
        (
            "---\ntitle: X\npost_date: 2024-03-03 09:40:08\npublished: true\n---\n\n# X" + BODY,
            "2024-03-03",
            "front matter",
        ),
        ("# Outlook\n\nMarch 2024" + BODY, "2024-03", "a line of its own at the top"),
        (
            "# Outlook" + 9 * BODY + "\nLast updated 7 May 2023\n",
            "2023-05-07",
            "a line that says when it was published",
        ),
    ],
)
def test_what_says_when_a_text_was_written_is_its_evidence(content, edtf, source):
    evidence = found(content)
    assert evidence is not None
    assert (evidence.edtf, evidence.source) == (edtf, source)


@pytest.mark.parametrize(
    "content",
    [
        "# Report\n\nFor the period ended 31 March 2024" + BODY,
        "# The uprising of May 1968" + BODY,
        "# The attack of 5 May 2021" + BODY,
        "# Outlook\n\nThe union has given us a statement that is dated 6 July 2023." + BODY,
        "# Outlook\n\nSee the second direction of the agency issued on 3 April 2021 for more." + BODY,
        "# Outlook\n\nThe decision of the tribunal dated 2 July 2012 is set aside by this court." + BODY,
        "# Outlook\n\nThe war began on 5 May 2021." + BODY,
        "# The war\n\n## The attack (22 April 2021)" + BODY,
        "# The war\n\nThe war of four days (May 7-10, 2021) was fought along the whole of the border, "
        "and in the air." + BODY,
        "# Cables\n\n| Date | Cable |\n|---|---|\n| November 17-18, 2021 | East |" + BODY,
        "# Timeline\n\nFeb. 15/16, 2011 - The arrest of a writer starts a riot in the second city." + BODY,
    ],
)
def test_the_date_of_something_else_is_not_that_of_the_text(content):
    assert found(content) is None


def test_a_page_that_knows_of_later_days_was_not_written_on_the_day_it_was_made():
    head = "---\ntitle: X\ndate: 2001-10-29\n---\n\n# Ports\n\n"
    later = "It fell on 5 May 2011, on 6 June 2013 and on 7 July 2018 again."
    assert found(head + later) is None
    assert found(head + "It opens on 5 May 2011.").edtf == "2001-10-29"


def test_what_the_reader_says_comes_first():
    evidence = found("# Outlook\n\nMarch 3, 2024" + BODY, published="2024-05")
    assert evidence is not None
    assert (evidence.edtf, evidence.source) == ("2024-05", "set by you")


REPORT = """# Talks resume

The talks resumed on Tuesday and will go on until Friday. The truce of 28 December ends next month.
It was signed in 1998. On 3 May that year the border opened. At noon today the guns fell silent, two days
after the truce of 28 December. In recent weeks prices rose; in the '90s they fell. At 5 p.m. it was over.

## 1914: the first war

The war began on 28 July. By September the front stood still, and in the winter nothing moved. In 1915 the
gas came. This year was the worst. The following May they tried again, three weeks after the gas came.
"""


@pytest.mark.parametrize("before", ["", "2024-03-06", "1916-02-01", "2024"])
@pytest.mark.parametrize("after", ["", "2024-03-06", "1999-12-31", "2031-06"])
def test_a_corrected_date_gives_what_a_fresh_run_gives(before, after):
    document = read(REPORT, "report.md")
    moved = finish(resolved(document, by_rules(document, before), after))
    assert moved.times == by_rules(document, after).times


def test_a_corrected_date_gives_what_a_fresh_run_with_the_model_gives():
    document = read(REPORT, "report.md")
    moved = finish(resolved(document, outlined(document, "2024-03-06"), "2019-10-05"))
    assert moved.times == outlined(document, "2019-10-05").times
    assert moved.times != outlined(document, "2024-03-06").times


def test_the_outline_without_a_date_says_what_is_missing():
    document = read("# Outlook\n\nThe vote was held last week." + BODY, "page.md")
    (time,) = [time for time in finish(outline_of(document, "")).times if "week" in document.quote(time.span)]
    assert (time.edtf, time.degree) == ("", "unresolved")
    assert "no date" in time.reason


def test_the_ends_of_a_period_are_not_the_day_of_writing():
    cover = "# Report to Congress\n\nOctober 1, 2012, through March 31, 2013\n\n"
    assert found(cover + "Letter\n\nApril 26, 2013" + BODY).edtf == "2013-04-26"
    evidence = found(cover + "Letter" + BODY)
    assert (evidence.edtf, evidence.source) == ("2013-03-31", "the end of the period at the top")


@pytest.mark.parametrize(
    ("created", "edtf", "source"),
    [
        ("2012-11-09", "2012-11-07", "a line that says when it was published"),
        ("2012-11-01", "2012-11-01", OF_THE_FILE),
    ],
)
def test_a_memo_that_says_its_date_is_not_dated_by_its_file(created, edtf, source):
    document = read("# Memorandum\n\nDate: November 7, 2012" + BODY, "file.md")
    published = DateEvidence(created, created, OF_THE_FILE)
    document = replace(document, metadata=replace(document.metadata, published=published))
    times = Times(finish(worked_out(document, finish(mentions_of(document)), None)))
    evidence = document_date(document, "", times)
    assert (evidence.edtf, evidence.source) == (edtf, source)


def test_the_outline_tells_the_day_that_the_text_is_dated_by():
    document = read("# Talks resume\n\nKYIV, March 3, 2024 — Talks resumed on Friday." + BODY, "a.md")
    dated = outlined(document).dated
    assert dated is not None
    assert (dated.edtf, dated.source) == ("2024-03-03", "dateline")
    assert document.dated("", dated).metadata.published == dated
    assert document.dated("2024-03-05", dated).metadata.published.edtf == "2024-03-05"


def test_a_day_that_the_reader_set_is_not_told_as_found():
    document = read("# Talks resume\n\nKYIV, March 3, 2024 — Talks resumed on Friday." + BODY, "a.md")
    assert outlined(document, "2024-03-05").dated is None


def test_a_period_that_a_text_tells_of_among_later_years_is_not_its_own():
    told = "The board first met from 4 to 8 May 1998. It moved in 2003, split in 2006 and merged in 2011."
    assert found(f"# The board\n\n{told}{BODY}") is None
    assert found(f"# The board\n\nThe board first met from 4 to 8 May 1998.{BODY}").edtf == "1998-05-08"


@pytest.mark.parametrize(
    "text",
    [
        "# River Board\n\nMinutes of the meeting of the board held on 17 May 2022 at the hall.",
        "# Minutes of the river board\n\nHeld at the town hall, Velden, at 7 p.m. on Tuesday 17 May 2022.",
        (
            "# Minutes\n\nMeeting of the board held on 17 May 2022 in Velden, with some guests.\n\n"
            "The minutes of the meeting held on 19 April 2022 were approved."
        ),
    ],
)
def test_minutes_are_dated_by_the_day_of_their_meeting(text):
    evidence = found(text + BODY)
    assert (evidence.edtf, evidence.source) == ("2022-05-17", "the meeting that it is the minutes of")


@pytest.mark.parametrize(
    "text",
    [
        "# Minutes\n\nMinutes of the meeting held on 19 April 2022 were approved.",
        "# The ferry\n\nMinutes later the ship sank, as the inquiry held on 17 May 2022 was told at once.",
        "# The fair\n\nThe fair was held on 17 May 2022 in a field beyond the town, which was wet.",
    ],
)
def test_what_is_told_of_other_meetings_dates_no_minutes(text):
    assert found(text + BODY) is None


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("adopted by the Council of the Association of Harbour Towns on 6 June 2023", "2023-06-06"),
        ("Adopted by the Council of Harbours at its 341st meeting, on 6 June 2023", "2023-06-06"),
        ("Unanimously adopted by the Assembly of the Northern Harbour Towns, 6 June 2023.", "2023-06-06"),
        ("The plan that was adopted by the Council of the Harbour Towns on 6 June 2023", None),
        ("adopted by the Council of the Harbour Towns on 6 June 2023 and since then in force", None),
    ],
)
def test_a_line_that_says_who_adopted_the_text_dates_it(line, edtf):
    evidence = found(f"RESOLUTION 17\n\n{line}\n\nBallast water{BODY}", "file.txt")
    assert (evidence.edtf if evidence else None) == edtf


def test_the_day_on_which_a_law_was_passed_is_not_that_of_its_amended_text():
    lines = "".join(f"Amended on {day} May 20{day}\n\n" for day in (11, 15, 19))
    first = "passed by the Assembly of the Northern Harbour Towns on 6 June 1993"
    assert found(f"# Harbour law\n\n{first}\n\n{lines}{BODY}") is None


def test_a_life_in_brackets_is_not_when_the_text_was_written():
    text = (
        "# Otto Jensen\n\nJens Otto Jensen (Danish: [jens]; 16 July 1860 – 30 April 1943) was a Danish "
        "linguist who specialised in grammar.\n\nHe entered the university in 1877."
    )
    assert found(text) is None
    events = outlined(read(text, "page.md", "text/markdown")).events
    assert [(event.title, event.date.edtf) for event in events][:2] == [
        ("Jens Otto Jensen was born", "1860-07-16"),
        ("Jens Otto Jensen died", "1943-04-30"),
    ]
