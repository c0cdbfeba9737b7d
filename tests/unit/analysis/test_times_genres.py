"""Times of short texts of many kinds, each with all that is to be found in it: wording, type and value."""

import pytest

from helpers.outlines import by_rules, outlined
from helpers.reading import read

GENRES = {
    "agency copy": (
        "2024-03-06",
        """KYIV, March 5 (Agency) - Talks resumed on Tuesday and will continue through Friday. The next round
        is due on April 12. The truce took effect on December 28. Trading closed at 4 p.m. ET on Monday.
        Shares were up 3% for the week. The bank last raised rates in November, the most since August
        2019.""",
        """March 5|DATE|2024-03-05
        Tuesday|DATE|2024-03-05
        Friday|DATE|2024-03-08
        April 12|DATE|2024-04-12
        December 28|DATE|2023-12-28
        4 p.m. ET|TIME|2024-03-04T16:00
        Monday|DATE|2024-03-04
        the week|DATE|2024-W10
        November|DATE|2023-11
        August 2019|DATE|2019-08""",
    ),
    "company": (
        "2024-03-06",
        """Acme today reported results for the fourth quarter of fiscal 2023. Growth is expected in fiscal
        year 2024. Q4'23 and 2H23 were weak, and H1 2024 is not. The call begins at 8:30 a.m. Eastern Time
        (5:30 a.m. PT) on Thursday, March 7. Staff grew from 1,200 to 1900. Our 2030 targets stand.""",
        """today|DATE|2024-03-06
        the fourth quarter of fiscal 2023|DATE|2023-Q4
        fiscal year 2024|DATE|FY2024
        Q4'23|DATE|2023-Q4
        2H23|DATE|2023-H2
        H1 2024|DATE|2024-H1
        8:30 a.m. Eastern Time|TIME|2024-03-07T08:30
        5:30 a.m. PT|TIME|2024-03-07T05:30
        Thursday, March 7|DATE|2024-03-07
        2030|DATE|2030""",
    ),
    "court": (
        "2021-06-15",
        """The court heard the case on 14 and 15 January 2020 and ruled on 3 February. Under section 1983 of
        the act, she was dismissed on 1 May 2018. By letter dated 4 April 2019 he replied. On the
        following day the claim was issued. The period of six years began on 12 June 2013.""",
        """14|DATE|2020-01-14
        15 January 2020|DATE|2020-01-15
        3 February|DATE|2020-02-03
        1 May 2018|DATE|2018-05-01
        4 April 2019|DATE|2019-04-04
        the following day|DATE|2019-04-05
        six years|DURATION|P6Y
        12 June 2013|DATE|2013-06-12""",
    ),
    "parted ordinals": (
        "2024-07-20",
        """1 st April 2020 was wet. The House met on 18 th July, 2024 and on the 3 rd of May. On June 22 nd,
        2023 it rose. He weighed 12 st, then 11 st 4 lb. The 7 th committee met.""",
        """1 st April 2020|DATE|2020-04-01
        18 th July, 2024|DATE|2024-07-18
        the 3 rd of May|DATE|2024-05-03
        June 22 nd, 2023|DATE|2023-06-22""",
    ),
    "signs and zones": (
        "2021-06-15",
        """The flaws CVE-2020-1472 and CVE-2020-26855 are listed under A1838, 2020A-0867 and EO-2019-112.
        Agencies must report by 12:00 pm Eastern Daylight Time on Monday, July 5, 2021, and again by noon
        Pacific Standard Time on Friday, August 6, 2021. It rests on Directive 3 of September 22nd 1945.
        The plan of mid-2019 runs over 2020-24, and FY-2022 is not settled.""",
        """12:00 pm Eastern Daylight Time|TIME|2021-07-05T12:00
        Monday, July 5, 2021|DATE|2021-07-05
        noon Pacific Standard Time on Friday, August 6, 2021|TIME|2021-08-06TMI
        September 22nd 1945|DATE|1945-09-22
        mid-2019|DATE|2019
        2020|DATE|2020
        24|DATE|2024
        FY-2022|DATE|FY2022""",
    ),
    "a hearing told of again": (
        "2003-10-27",
        """The appeal was decided on 26th June 2002, after an inspection on 4 March 2001.

        Nobody appeared at the hearing of 26th June. The inspection of 4 March was not in dispute. A ruling is
        expected on 12 December.""",
        """26th June 2002|DATE|2002-06-26
        4 March 2001|DATE|2001-03-04
        26th June|DATE|2002-06-26
        4 March|DATE|2001-03-04
        12 December|DATE|2003-12-12""",
    ),
    "regulation": (
        "2022-11-01",
        """Regulation (EU) 2016/679 applies from 25 May 2018. Directive 2009/28/EC was repealed on 1 July
        2021. By 1 July 2025, and every two years thereafter, the Commission shall report. The transition
        of 18 months ends on the last day of 2024.""",
        """25 May 2018|DATE|2018-05-25
        1 July 2021|DATE|2021-07-01
        1 July 2025|DATE|2025-07-01
        every two years|SET|P2Y
        18 months|DURATION|P18M
        the last day of 2024|DATE|2024-12-31""",
    ),
    "treaties": (
        "2020-01-01",
        """Talks opened in January 1712. On 11 April the main treaty was signed; Spain followed on 13 July.
        From 1756 to 1763 Europe was at war. In the 1760s, and again in the '70s, taxes rose. During the
        first half of the 19th century trade grew. It was c. 1840.""",
        """January 1712|DATE|1712-01
        11 April|DATE|1712-04-11
        13 July|DATE|1712-07-13
        1756|DATE|1756
        1763|DATE|1763
        the 1760s|DATE|176
        the '70s|DATE|177
        the first half of the 19th century|DATE|18
        c. 1840|DATE|1840""",
    ),
    "life": (
        "2023-05-10",
        """She was born on 3 March 1921. In June 1940 they fled; by August they were in Lisbon. That winter
        she found work. She married in the spring of 1946 and the following year moved to Leeds. Three
        years later came a novel. The prize came in 1967, the same year as the film.""",
        """3 March 1921|DATE|1921-03-03
        June 1940|DATE|1940-06
        August|DATE|1940-08
        That winter|DATE|1940-WI
        the spring of 1946|DATE|1946-SP
        the following year|DATE|1947
        Three years later|DATE|1950
        1967|DATE|1967
        the same year|DATE|1967""",
    ),
    "blog": (
        "2024-07-20",
        """I got back last night. The day before yesterday I saw him. Next week I am off. See you on the
        28th! It was over the weekend. We meet the week after next, every other day and every Monday
        morning.""",
        """last night|TIME|2024-07-19TNI
        The day before yesterday|DATE|2024-07-18
        Next week|DATE|2024-W30
        the 28th|DATE|2024-07-28
        the weekend|DATE|2024-W28-WE
        the week after next|DATE|2024-W31
        every other day|SET|P2D
        every Monday morning|SET|XXXX-WXX-1TMO""",
    ),
    "minutes": (
        "2024-02-14",
        """The minutes of 17 January were approved. Jo is to circulate the draft by Friday 23 February. The
        chair proposed to meet again on 20 March. The budget will be discussed at the April meeting. The
        meeting closed at 12.15 pm.""",
        """17 January|DATE|2024-01-17
        Friday 23 February|DATE|2024-02-23
        20 March|DATE|2024-03-20
        April|DATE|2024-04
        12.15 pm|TIME|2024-02-14T12:15""",
    ),
    "war": (
        "2019-05-05",
        """The rebellion began in May 1642. On 22 August the king raised his standard. The following spring
        Reading fell. In July, Bristol fell; the siege of Gloucester lasted until 5 September. The act of
        1641, later cited in 1660, barred bishops. On 20 September they fought at Newbury. In January 1644
        the Scots came. Cromwell, who had been elected in 1640, took command. On 2 July he won. It was the
        greatest battle since 1461. Four days after the fall of Gloucester nothing moved.""",
        """May 1642|DATE|1642-05
        22 August|DATE|1642-08-22
        The following spring|DATE|1643-SP
        July|DATE|1643-07
        5 September|DATE|1643-09-05
        1641|DATE|1641
        1660|DATE|1660
        20 September|DATE|1643-09-20
        January 1644|DATE|1644-01
        1640|DATE|1640
        2 July|DATE|1644-07-02
        1461|DATE|1461
        Four days after the fall of Gloucester nothing moved|DATE|1643-09-09""",
    ),
    "antiquity": (
        "1995-01-01",
        """In 490 BC they landed. Ten years later the king came. In 480 the Greeks lost. The war began by 431
        BC and ended in 404. In AD 70 the city fell. It cost 300 in gold.""",
        """490 BC|DATE|BC0490
        Ten years later|DATE|BC0480
        480|DATE|BC0480
        431 BC|DATE|BC0431
        404|DATE|BC0404
        AD 70|DATE|0070""",
    ),
    "markets": (
        "2012-08-20",
        """Stocks rose on Friday, the best single-day gain in two months. The index ended the day at 8,017.
        It fell 5% for the quarter, and 2% in the same month last year. The Russell 2000 Index fell. Over
        the past five trading days it gained. It is the biggest loss since the September 11 attacks.""",
        """Friday|DATE|2012-08-17
        single-day|DURATION|P1D
        two months|DURATION|P2M
        the day|DATE|2012-08-17
        the quarter|DATE|2012-Q3
        the same month last year|DATE|2011-08
        the past five trading days|DURATION|P5D""",
    ),
    "an older story in a report": (
        "2024-03-06",
        """The bank was sold last week. In October 1998 it had failed. On 3 November the state took it over,
        and on 5 January it reopened.""",
        """last week|DATE|2024-W09
        October 1998|DATE|1998-10
        3 November|DATE|1998-11-03
        5 January|DATE|1999-01-05""",
    ),
    "clocks": (
        "2024-03-06",
        """It was at 1600 GMT on 4 March. It rang at 18:40 UTC+2. It opened between 9 am and 11 am on Monday
        and closed at 5 o'clock, then at 7.15 p.m., and at 6:40 p.m. (GMT +8).""",
        """1600 GMT|TIME|2024-03-04T16:00Z
        4 March|DATE|2024-03-04
        18:40 UTC+2|TIME|2024-03-04T18:40
        9 am|TIME|2024-03-04T09:00
        11 am|TIME|2024-03-04T11:00
        Monday|DATE|2024-03-04
        5 o'clock|TIME|2024-03-04T05:00
        7.15 p.m.|TIME|2024-03-04T19:15
        6:40 p.m. (GMT +8)|TIME|2024-03-04T18:40""",
    ),
    "seasons in names": (
        "2020-01-01",
        """The Spring Offensive of 1918 failed. Over the winter, 2,500 men died. The Winter Palace and the
        Winter Olympics are names. In the summer of 1919 it ended.""",
        """Spring|DATE|1918-SP
        1918|DATE|1918
        the winter|DATE|1918-WI
        the summer of 1919|DATE|1919-SU""",
    ),
    "audit": (
        "2026-03-03",
        """The law (136 Stat. 1818) applies from January 1 of each year. Over the last year all prior year
        costs rose. Each weekday afternoon we post. Over the next decade it saves $3 billion. In the 2025
        season we audited fiscal years 2018 through 2023 and the 2022-23 school year.""",
        """January 1 of each year|SET|XXXX-01-01
        the last year|DURATION|P1Y
        the next decade|DURATION|P1DE
        2025|DATE|2025
        fiscal years 2018|DATE|FY2018
        2023|DATE|2023
        2022|DATE|2022
        23|DATE|2023""",
    ),
    "vague": (
        "2024-05-10",
        """For the time being, and to this day, the current rules hold. These days it is so. He refers to the
        future border. At the same time it ends. By the time he came it was over. It is expected to last
        two weeks.""",
        """the time being|DATE|PRESENT_REF
        this day|DATE|PRESENT_REF
        current|DATE|PRESENT_REF
        These days|DATE|PRESENT_REF
        future|DATE|FUTURE_REF
        two weeks|DURATION|P2W""",
    ),
}


@pytest.mark.parametrize("genre", GENRES)
def test_all_times_of_a_text_and_nothing_else(genre):
    written, text, expected = GENRES[genre]
    document = read(" ".join(text.split()))
    times = by_rules(document, written).times
    found = [f"{document.quote(time.span)}|{time.type}|{time.value}" for time in times]
    assert found == [line.strip() for line in expected.splitlines()]
    assert all(time.reason.endswith(".") for time in times)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("In May 1642 it began. On 5 June it rained.", "The year is that of “May 1642”, told before."),
        ("The draft is due by Friday 23 February.", "The year is the next one after the document's date"),
        (
            "On Saturday 5 June they met.",
            "The year is the nearest one in which the day falls on this weekday.",
        ),
        ("The war of 490 BC. In 480 it ended.", "The era is that of the year told before."),
        (
            "Girona fell on 5 February 1939. Five days after the fall of Girona, all ended.",
            "Counted from the date that the text gives the event",
        ),
    ],
)
def test_a_completed_value_says_where_it_comes_from(text, reason):
    last = by_rules(read(text), "2024-02-14").times[-1]
    assert last.reason.startswith(reason)


@pytest.mark.parametrize(
    ("text", "wording", "value"),
    [
        (
            "On 21 July, the fifth day of the revolt, they won.",
            "the fifth day of the revolt",
            "1936-07-21",
        ),
        (
            "The siege of Oviedo began on 3 May. On the third day of Oviedo it rained.",
            "the third day of Oviedo",
            "1936-05-05",
        ),
        ("The first day of the war was dry.", "The first day of the war", "XXXX-XX-XX"),
        ("The day after 5 May was dry.", "The day", "1936-05-06"),
        (
            "Madrid rose on 18 July. The day after Madrid rose, Seville fell.",
            "The day after Madrid rose",
            "1936-07-19",
        ),
        ("It fell two weeks after the king left.", "two weeks", "P2W"),
        ("For two days after 5 May it rained.", "two days", "P2D"),
        ("The British entered winter quarters.", "winter", "XXXX-WI"),
        ("On New Year's Eve they met.", "New Year's Eve", "1936-12-31"),
        ("He was of the class of '15.", "'15", "1915"),
    ],
)
def test_a_wording_in_a_history(text, wording, value):
    document = read(f"It was 1936. {text}")
    times = by_rules(document, "2020-01-01").times
    assert (wording, value) in [(document.quote(time.span), time.value) for time in times]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It rang at 6:40 p.m. (GMT +8) on 4 March 2024.", "2024-03-04T18:40:00+08:00"),
        ("It rang at 9 a.m. EST on 4 March 2024.", "2024-03-04T09:00:00-05:00"),
        ("It rang at 9 a.m. ET on 4 March 2024.", "2024-03-04T09:00:00"),
        ("It rang at 0900 UTC on 4 March 2024.", "2024-03-04T09:00:00Z"),
    ],
)
def test_a_zone_is_kept_where_its_name_means_one_thing(text, edtf):
    assert by_rules(read(text), "2024-03-06").times[0].edtf == edtf


def test_a_heading_with_a_year_holds_for_what_stands_below_it():
    text = "# The war\n\nIt ended in 1918.\n\n## 1914\n\nOn 4 August it began.\n\n## 1916\n\nOn 1 July all\n"
    values = [time.value for time in by_rules(read(text, "war.md"), "2020-01-01").times]
    assert values == ["1918", "1914", "1914-08-04", "1916", "1916-07-01"]


def test_a_section_of_history_in_a_report_is_read_as_one():
    report = "The talks were held on Monday. Today they end. Last week was hard. They go on next week."
    story = (
        "It began in May 1967. On 5 June they met. In 1968 and 1969 nothing moved. It ended in March 1970."
    )
    text = f"# Talks\n\n## Talks\n\n{report}\n\n## Then\n\n{story} On 7 April peace came.\n"
    times = by_rules(read(text, "page.md"), "2024-03-06").times
    assert [time.value for time in times][:4] == ["2024-03-04", "2024-03-06", "2024-W09", "2024-W11"]
    assert [time.value for time in times][-1] == "1970-04-07"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He was held on April 9, last year over a fire.", "2023-04-09"),
        ("He was held on February 25, this year over a fire.", "2024-02-25"),
        ("Last month (January 2024), the mill closed.", "2024-01"),
        ("The board met on Wednesday (February 28, 2024) in Cork.", "2024-02-28"),
    ],
)
def test_a_day_is_of_the_year_behind_its_comma_and_of_the_brackets_after_it(text, edtf):
    assert {event.date.edtf for event in outlined(read(text), "2024-03-06").events} == {edtf}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 1689 he took part in a war. Later in 1689 a revolution broke out.", ["1689", "1689"]),
        (
            "On 3 May 2009 he ran at 3 pm. At 9 am the next day he slept.",
            ["2009-05-03", "2009-05-03T15:00:00", "2009-05-04T09:00:00"],
        ),
        (
            "On 3 May 2009 he ran at 3 pm, and at 4:11 AM UTC the following morning he slept.",
            ["2009-05-03", "2009-05-03T15:00:00", "2009-05-04T04:11:00Z"],
        ),
    ],
)
def test_later_times_of_a_tale(text, values):
    assert [time.edtf for time in outlined(read(text)).times] == values


def test_this_year_of_a_text_without_a_date_is_not_the_year_told_before():
    text = "The war lasted from 1983 to 2009. As recently as May 19 this year police attacked the marchers."
    assert outlined(read(text)).events[-1].date.edtf == "XXXX-05-19"


def test_a_clock_time_looks_ahead_as_its_day_does():
    outline = outlined(read("The council will meet on Friday at 7 pm."), "2020-03-04")
    assert [time.edtf for time in outline.times] == ["2020-03-06", "2020-03-06T19:00:00"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("At 4:11 AM UTC on November 24th, 2025 the package was changed.", "2025-11-24T04:11:00Z"),
        ("On 28 May 2008, at about 4.30pm, a party of officers left.", "2008-05-28T16:30:00"),
        ("The gate opened from 9 am to 5 pm on 4 May 2010.", "2010-05-04"),
    ],
)
def test_the_clock_time_beside_a_day_dates_what_happened(text, date):
    assert [event.date.edtf for event in outlined(read(text)).events] == [date]


def test_the_end_of_the_month_that_lies_ahead_is_of_the_month_of_writing():
    text = (
        "The ship first sailed on April 12, 1981. The new one, which will sail at the end of the month, is "
        "to be named on Friday."
    )
    values = [time.edtf for time in outlined(read(text), "2011-04-13").times]
    assert values[1] == "2011-04-21~/2011-04-30"


def test_a_day_without_a_year_is_that_of_the_same_day_told_below():
    text = "On Wednesday 31 March the certificate expired.\n\n2021-03-31 12:06 The certificate expires."
    assert outlined(read(text)).times[0].edtf == "2021-03-31"


@pytest.mark.parametrize(
    "text",
    [
        "The first vote is to be held on November 20.",
        "The first vote is to be held from November 20 to December 11, and the second one later.",
    ],
)
def test_what_is_to_be_done_is_of_a_day_to_come(text):
    assert outlined(read(text), "2015-05-07").times[0].edtf == "2015-11-20"


@pytest.mark.parametrize(
    ("text", "at", "edtf"),
    [
        (
            "On 3 May 2015 the mayor announced that the school would open at the end of the month.",
            1,
            "2015-05-21~/2015-05-31",
        ),
        (
            "They met on 30 December 2016. Talks were scheduled to be held on 15 January. Four men died.",
            1,
            "2017-01-15",
        ),
    ],
)
def test_what_was_then_to_come_is_of_the_time_told(text, at, edtf):
    report = f"Published on 20 August 2023\n\n{text}"
    assert outlined(read(report), "2023-08-20").times[at + 1].edtf == edtf


def test_a_day_of_remembrance_does_not_date_what_is_remembered():
    text = "On 5 May the ship sank. On 5 May 1990 a stone was set up for the ship, which had sunk in 1910."
    assert outlined(read(text)).times[0].edtf == "XXXX-05-05"
