"""Amounts with their units, what they count, how they change, and where a text contradicts itself."""

import time
from decimal import Decimal

import pytest

from deskbrief.analysis.figures.amounts import amounts_in
from deskbrief.document.outline import FigureKind
from helpers.outlines import by_rules, outlined
from helpers.reading import read

AMOUNTS = [
    ("a bill of $2.5 billion", "$2.5 billion", "2500000000", "2500000000", "money", "USD"),
    ("US$3–5 million were spent", "US$3–5 million", "3000000", "5000000", "money", "USD"),
    ("it cost €40m", "€40m", "40000000", "40000000", "money", "EUR"),
    ("a million euros", "a million euros", "1000000", "1000000", "money", "EUR"),
    ("between 10 and 15 per cent", "10 and 15 per cent", "10", "15", "percent", "%"),
    ("a 12-percent rise", "12-percent", "12", "12", "percent", "%"),
    ("by 0.5 percentage points", "0.5 percentage points", "0.5", "0.5", "percent", "pp"),
    ("3 to 5 million people", "3 to 5 million", "3000000", "5000000", "count", ""),
    (
        "two hundred and fifty thousand refugees",
        "two hundred and fifty thousand",
        "250000",
        "250000",
        "count",
        "",
    ),
    ("forty-one soldiers", "forty-one", "41", "41", "count", ""),
    ("5,000 square kilometres", "5,000 square kilometres", "5000", "5000", "quantity", "km²"),
    ("20,000 barrels per day", "20,000 barrels per day", "20000", "20000", "quantity", "bbl/day"),
    ("its 9 kilowatt-hours a day", "9 kilowatt-hours", "9", "9", "quantity", "kWh"),
    ("at 3.6 cents each", "3.6 cents", "3.6", "3.6", "quantity", "¢"),
    ("a 13-inch pipe", "13-inch", "13", "13", "quantity", "in"),
    ("at -3 °C", "-3 °C", "-3", "-3", "quantity", "°C"),
    ("a dozen children", "a dozen", "12", "12", "count", ""),
    ("two dozen cars", "two dozen", "24", "24", "count", ""),
    ("about 200,000, and more", "200,000", "200000", "200000", "count", ""),
    ("from $2,000 to $3,500 more", "$2,000 to $3,500", "2000", "3500", "money", "USD"),
    ("from 6 to 10 percent of it", "6 to 10 percent", "6", "10", "percent", "%"),
    ("sales fell by a third", "a third", "0.3333", "0.3333", "share", ""),
    ("one in five children", "one in five", "0.2", "0.2", "share", ""),
    ("two-thirds of them", "two-thirds", "0.6667", "0.6667", "share", ""),
]


@pytest.mark.parametrize(("text", "wording", "low", "high", "kind", "unit"), AMOUNTS)
def test_an_amount_has_its_value_and_unit(text, wording, low, high, kind, unit):
    (found,) = amounts_in(text)
    assert text[found.start : found.end] == wording
    assert (found.low, found.high) == (Decimal(low), Decimal(high))
    assert (found.kind, found.unit) == (FigureKind(kind), unit)


@pytest.mark.parametrize(
    "text",
    [
        *("Article 5 of Resolution 1325", "see [12] and (3)", "No. 7", "COVID-19 and the F-35"),
        *("on 12/03/2021 at 10:30", "call 202-555-0100", "the 1990s", "the 21st century", "version 1.2.3"),
        "https://example.org/2000/30",
        *("call (202) 512-4400 now", "in 2003.14 Given this"),
        *(
            "got results.19 Organizations",
            "441 G Street NW, Washington, DC 20548",
            "P = 0.006, as in [16,22]",
        ),
        *("the 18F project", "n/3 voting"),
        *("a 28-14 victory", "a 6-3 vote"),
    ],
)
def test_labels_dates_and_codes_are_no_amounts(text):
    assert not list(amounts_in(text))


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("more than 40 homes", "more than"),
        ("some 40 homes", "some"),
        ("an estimated 40 homes", "an estimated"),
    ],
)
def test_words_that_make_a_number_inexact_are_kept(text, wording):
    assert [amount.about for amount in amounts_in(text)] == [wording]


def told(text):
    return {
        figure.text: (figure.of, figure.change) for figure in outlined(read(text.encode(), "a.txt")).figures
    }


def test_what_is_counted_and_how_it_changes():
    found = told(
        "More than 2,300 civilians were killed in the siege. Exports fell by 12 percent in 2023.\n\n"
        "Unemployment rose from 5 percent to 7.5 percent. A 15-percent increase in tariffs followed.\n\n"
        "About 9 percent of households receive aid. A $2 billion loan was approved.\n"
    )
    assert found == {
        "2,300": ("civilians", ""),
        "12 percent": ("Exports", "down"),
        "5 percent": ("Unemployment", "up"),
        "7.5 percent": ("Unemployment", "up"),
        "15-percent": ("tariffs", "up"),
        "9 percent": ("households", ""),
        "$2 billion": ("loan", ""),
    }


def test_an_amount_to_somebody_or_down_to_a_price_is_no_range():
    found = outlined(
        read(
            b"It paid $212 million to 341 districts. Shares fell 4.6 percent to 87 crowns. They sold "
            b"320 metric tons of rice for $10 to 20 a bag. Six months were replaced by one of twelve months.",
            "a.txt",
        )
    ).figures
    assert [(one.text, one.low, one.high, one.unit) for one in found] == [
        ("$212 million", "212000000", "212000000", "USD"),
        ("341", "341", "341", ""),
        ("4.6 percent", "4.6", "4.6", "%"),
        ("87", "87", "87", ""),
        ("320 metric tons", "320", "320", "t"),
        ("$10 to 20", "10", "20", "USD"),
    ]


def test_who_loses_something_is_not_what_falls():
    assert told("Some 400 homes lost power. Some 300 jobs were lost.") == {
        "400": ("homes", ""),
        "300": ("jobs", "down"),
    }


def test_a_change_said_again_in_another_unit_is_the_same_change():
    found = told(
        "The share index rose by 48.3 points, or 0.9%, on Friday. Grain fell by 6.5% (24 dollars).\n\n"
        "Output fell by 5 percent (it had 40 plants)."
    )
    assert {text: change for text, (_, change) in found.items()} == {
        "48.3": "up",
        "0.9%": "up",
        "6.5%": "down",
        "24 dollars": "down",
        "5 percent": "down",
        "40": "",
    }


def test_times_and_bare_numbers_are_no_figures():
    assert told("It lasted five years, until 14 March 2020. He was one of them. She scored 3 and left.") == {}


def test_years_before_a_word_and_numbered_points_are_no_figures():
    assert told("It was told in 2005 dollars by the 2018 Index. It rests on 1) consent, and 2) trust.") == {}


def test_without_the_model_the_plain_words_behind_tell_what_is_counted():
    figures = by_rules(read(b"Some 2,300 civilians died, and 40 percent of homes are gone.", "a.txt")).figures
    assert [(figure.text, figure.of) for figure in figures] == [
        ("2,300", "civilians"),
        ("40 percent", "homes"),
    ]


def test_a_quantity_that_is_told_otherwise_refers_to_the_other_place():
    document = read(
        b"In all, 2,312 civilians were killed in the siege of the town.\n\n"
        b"The wells were poisoned. In all, 2,300 civilians were killed in the siege of the town.\n\n"
        b"The report says that 2,900 civilians were killed in the siege of the town.\n\n"
        b"In 2019, 4,100 civilians were killed in the siege of the town.\n\n"
        b"In 2021, 4,700 civilians were killed in the siege of the town.\n",
        "a.txt",
    )
    differs = {
        figure.text: [document.quote(span) for span in figure.differs]
        for figure in outlined(document).figures
    }
    assert (differs["2,312"], differs["2,300"]) == (["2,900"], ["2,900"])
    # What is told of other times is another quantity.
    assert (differs["4,100"], differs["4,700"]) == ([], [])


@pytest.mark.parametrize(
    "unit", ["1,", "one hundred and ", "$5 to ", "5-", "half of ", "between 3 and ", "1.1"]
)
def test_hostile_repetition_takes_time_in_proportion(unit):
    def seconds(times):
        started = time.process_time()
        list(amounts_in(unit * times))
        return time.process_time() - started

    seconds(500)
    assert min(seconds(4000) for _ in range(3)) < 24 * max(min(seconds(500) for _ in range(3)), 1e-3)


OF = [
    ("About 30 percent of those surveyed agreed.", "30 percent", "those surveyed"),
    ("African Americans (67%) agreed.", "67%", "African Americans"),
    ("It charged interest rates of 5 percent.", "5 percent", "interest rates"),
    ("The economy grew at an annualized rate of 4.2 percent.", "4.2 percent", "economy"),
    ("Emissions are to be reduced by 40 percent by 2030.", "40 percent", "Emissions"),
    ("The number of refugees has doubled to 2 million.", "2 million", "refugees"),
    ("They plan to reduce the cost from about $920 to $500 by 2010.", "$500", "cost"),
    ("It can go 60 miles (100 km) on one charge.", "100 km", ""),
    ("They beheaded 21 men, 20 of them Egyptian Copts.", "20", "Egyptian Copts"),
    ("It put the approval rating at 13% last week.", "13%", "approval rating"),
    ("The opposition holds 192 of the chamber’s 300 seats.", "192", "chamber’s 300 seats"),
    ("They limit warming to 1.5 degrees Celsius.", "1.5 degrees Celsius", ""),
    ("It has 200 staff and 12 aircraft.", "200", "staff"),
    ("Some 37 percent of U.S. households had debts.", "37 percent", "U.S. households"),
]


@pytest.mark.parametrize(("text", "wording", "of"), OF)
def test_it_is_told_what_a_figure_is_of(text, wording, of):
    found = {figure.text: figure.of for figure in outlined(read(text.encode(), "a.txt")).figures}
    assert found[wording] == of


def test_a_percent_is_a_figure_also_where_its_sentence_tells_years():
    text = "The share of households with debts rose from 30 percent in 2010 to 37 percent in 2015."
    found = outlined(read(text.encode(), "a.txt")).figures
    assert [(figure.text, figure.change) for figure in found] == [("30 percent", "up"), ("37 percent", "up")]


def test_the_numbers_of_things_and_laws_are_no_figures():
    text = "He bought a Boeing 747 jet for Python 3.8 users under 107 Stat. 285 and 45 C.F.R. 302."
    assert not outlined(read(text.encode(), "a.txt")).figures


def test_numbers_of_a_list_are_no_counts_of_things():
    assert not outlined(read("The exit codes are 2 wrong usage and 3 our bug.", "a.txt")).figures


@pytest.mark.parametrize(
    "pair",
    [
        (
            "The data do not include about five million enrollees in private dental plans.",
            "The data do not include about eight million enrollees in private vision plans.",
        ),
        (
            "Louisiana had the lowest combined market share at 38 percent.",
            "South Carolina had the lowest combined market share at 37 percent.",
        ),
    ],
)
def test_sentences_that_each_speak_of_something_else_do_not_contradict(pair):
    found = outlined(read("\n\n".join(pair), "a.txt")).figures
    assert len(found) == 2
    assert not any(figure.differs for figure in found)


@pytest.mark.parametrize(
    "text",
    [
        "It ended in May. 8 Letter, Bell to Reed, 27 May 1969.",
        "It is told there. 24 loc. cit.",
        "Directive 22-01 shifts the work to other ports.",
        "The licence was given to High 5 Tobacco.",
        "The forty-eighth session opened in the old hall.",
        "The shell killed Issam Abdallah, 37, in the town.",
        'It is kept as "9.2", "section" in the file.',
        "See Articles 31 and 32 of the Convention.",
    ],
)
def test_numbers_of_notes_papers_names_and_ages_are_no_figures(text):
    assert outlined(read(text, "file.txt")).figures == ()


def test_a_fall_from_one_amount_to_another_is_no_range():
    found = outlined(read("They reduced fees from $36,000 to $12,500 last week.", "file.txt")).figures
    assert [(one.low, one.high) for one in found] == [("36000", "36000"), ("12500", "12500")]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Only 4% of the total number of licences were used.", "licences"),
        ("It reaches 10,000 or so private sector jobs.", "private sector jobs"),
        ("In all, 1.5 million loans worth £47 billion were given.", "loans"),
    ],
)
def test_what_is_counted_is_told_without_what_surrounds_it(text, of):
    assert outlined(read(text, "file.txt")).figures[-1].of == of


def test_so_many_in_ten_are_a_share():
    (found,) = outlined(read("About 7 in 10 voters say the country is lost.", "file.txt")).figures
    assert (found.kind, found.low, found.about) == (FigureKind.SHARE, "0.7", "about")


def test_what_stands_in_brackets_behind_a_number_is_not_counted():
    found = outlined(read("It was rejected by 59 votes to 55 (Australia) that day.", "file.txt")).figures
    assert [(one.text, one.of) for one in found] == [("59", "votes")]


@pytest.mark.parametrize(
    "text",
    [
        "2.1 Crimes come to be known to the police.",
        "See § 2653.30 Native groups in the rules.",
        "It was held in [1992] 14 EHRR 123 that the port may close.",
        "A 0-RTT packet is sent first.",
        "The set has ~2^28 elements in it.",
        "Write to the director (657A4/00) at the medical center.",
        "The sign must be RFC 3986 percent-encoded.",
    ],
)
def test_numbers_of_parts_and_marks_are_no_figures(text):
    assert not outlined(read(text)).figures


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("Half a million people live there.", "500000", ""),
        ("About two and a half million people live there.", "2500000", ""),
        ("Each loaf holds 5 g of salt.", "5", "g"),
        ("Each dose is 250 mg of the drug.", "250", "mg"),
    ],
)
def test_halves_of_large_numbers_and_small_weights_are_read(text, low, unit):
    (found,) = outlined(read(text)).figures
    assert (found.low, found.unit) == (low, unit)


def test_a_series_of_values_contradicts_nothing():
    text = " ".join(
        f"Per can of {fish}, the food gives the body {grams} g of fat and more."
        for fish, grams in zip(
            ("cod", "hake", "tuna", "sole", "eel", "ray"), (1, 3, 5, 7, 11, 13), strict=True
        )
    )
    assert not any(one.differs for one in outlined(read(text)).figures)


def test_the_code_of_a_currency_is_not_what_is_counted():
    (found,) = outlined(read("The budget is up to $25,000 USD for each of them.")).figures
    assert (found.unit, found.of) == ("USD", "")


@pytest.mark.parametrize(
    "text",
    [
        "The notice (83 FR 62697, December 6) and 85 FR 47702 stand beside 42 United States Code, section 2.",
        "It went to court again in 410 U.S. 113 and in 512 F.3d 1190.",
        "The accident at Three Mile Island is still told of.",
        "It filed its Form 10-Q and its Form 8-K.",
        "It is filed under Section 13 or 15(d) of the Act.",
        "They sat through the filing seasons, 20192025 altogether.",
        "It reads every night 27 28 29 30 31 S32 R33 again.",
        "Boeing Company Model 737–8 and 737–9 airplanes fly again.",
        "It is at knkt/ntsc_aviation/baru/2018%20-%20035%20-%20PK-LQP%20Final%20Report.pdf for all to read.",
        "It is told in 33 Fordham Urb. L.J. (2006) as well.",
        "In Year 1 of this process all was well.",
        "A 12-year-old child was seen.",
        "Send it to the clerk, Safety Branch, 901 Locust, Room 301, Kansas City.",
        "The old reading was of COVID–19 and MAX–8 cases.",
    ],
)
def test_names_citations_addresses_and_lines_are_no_figures(text):
    assert [figure.text for figure in outlined(read(text, "file.txt")).figures] == []


def test_measures_and_shares_that_look_like_names_and_addresses_are_figures():
    text = "Three miles off the coast 12 NATO ships lay. Some 300 IRS officials saw 20% of 50% sink."
    found = [figure.text for figure in outlined(read(text, "file.txt")).figures]
    assert found == ["Three miles", "12", "300", "20%", "50%"]


def test_a_model_told_of_as_one_thing_is_no_count():
    text = "Faults of the 737 MAX, it said, were known. Some 737 MAX airplanes fly. It bound 52 IATA members."
    assert [figure.text for figure in outlined(read(text, "file.txt")).figures] == ["52"]


def test_an_index_and_a_row_led_by_dots_hold_no_figures():
    index = (
        "Warner Brothers, 97, 102 Watson, James, 41–45 weblogs, 41–45 Webster, Noah, 10 Wharton, Edith, 214 "
        "White House press releases, 324n Williams, Robin, 88, 91 Windows, 65 wireless, 79"
    )
    row = "Installation .... 1 work-hour ....... $85 ........ $0 .......... $85"
    assert outlined(read(f"{index}\n\nIt was told.\n\n{row}\n", "file.txt")).figures == ()


def test_rows_of_a_table_that_is_read_as_text_hold_no_figures():
    row = "Equity, beginning balances $ 67,399 $ 69,178 $ 63,090 $ 65,339"
    wait = "Wait time 9.0 23.5 18.8 27.7 3.3 3.4 3.2 minutes"
    found = outlined(read(f"{row}\n\n{wait}\n\nIt paid $5 million, $6 million more.", "file.txt")).figures
    assert [figure.text for figure in found] == ["$5 million", "$6 million"]


def test_marks_of_notes_that_follow_one_another_are_no_counts():
    notes = (
        "34 Agency officials told us so last week.\n\n35 Staff officials confirmed it again.\n\n"
        "36 Board members saw it too.\n\nSome 12 members left."
    )
    assert [figure.text for figure in outlined(read(notes, "file.txt")).figures] == ["12"]


@pytest.mark.parametrize(
    "text",
    [
        # Both values in one sentence, and the sentence told twice.
        (
            "Imports have grown from 40.5 percent of our supply in 1980 to 65.5 percent of our supply in 2005"
            " already.\n\nImports have grown from 40.5 percent of our supply in 1980 to 65.5 percent of our "
            "supply in 2005, as shown."
        ),
        # A part of a whole.
        (
            "Two of the 11 studies we reviewed included mostly poor mothers.\n\nOnly 2 of these studies "
            "included mostly poor mothers."
        ),
        # Other places.
        "In Kenya, 40 officers were killed in the raid.\n\nIn Uganda, 70 officers were killed in the raid.",
        # Told of a place and without one.
        "In all, 40 officers were killed in the raid.\n\nIn all, 70 were killed in the raid in Kenya.",
        # The same in words and in digits.
        "Twelve officers were killed in the raid.\n\nIn all, 12 officers were killed in the raid.",
    ],
)
def test_what_compares_parts_or_places_is_not_stated_differently(text):
    assert not any(figure.differs for figure in outlined(read(text, "file.txt")).figures)


@pytest.mark.parametrize(
    "text",
    [
        "He wrote “The Wells of the Valley,” 33 Journal of Reading (1989), and was read by many.",
        "It is told there. 72 GRETA, paras. 135 and 154. 74 OSCE, para. 2. They were read by many.",
        "The towns agree (Norway); 121.16 Strengthen measures for the wells (Peru); 121.17 Ensure their use.",
        'The wheels have 12" tires, instead of high ones, and they were liked by many.',
        "The 340B Program is old. Under the 340B Program, drugs are cheap. The 340B entities buy them.",
        "The 13-year-olds did well, and rank 1 scores highest in the list.",
        "A 33-fold rise was seen, and a 10-point plan was made for the towns.",
    ],
)
def test_numbers_of_things_are_no_figures(text):
    assert outlined(read(text, "a.md", "text/markdown")).figures == ()


def test_pounds_that_weigh_are_no_money():
    text = "Vehicles exceeding 6,000 pounds cannot park there. The fee is 40 pounds for a day."
    found = outlined(read(text, "a.md", "text/markdown")).figures
    assert [(one.text, one.unit) for one in found] == [("6,000 pounds", "lb"), ("40 pounds", "GBP")]


def test_a_year_beside_a_number_compares_nothing_with_it():
    text = (
        "# Boats\n\nThe survey counted 1,200 boats in May 2021. The quay is long.\n\n"
        "# More\n\nThe survey counted 1,350 boats in May 2021.\n\n"
        "# Later\n\nThe survey counted 1,500 boats in May 2022."
    )
    document = read(text, "file.md")
    differs = {one.text: [document.quote(at) for at in one.differs] for one in outlined(document).figures}
    assert differs == {"1,200": ["1,350"], "1,350": ["1,200"], "1,500": []}


BEHIND_VERBS = [
    ("Ridership fell from 2.1 million in 2019 to 1.6 million in 2023.", "1.6 million", "Ridership", "down"),
    ("Ridership fell from 2.1 million in 2019 to 1.6 million in 2023.", "2.1 million", "Ridership", "down"),
    ("Membership reached 45,000.", "45,000", "Membership", ""),
    ("Complaints fell to 40.", "40", "Complaints", "down"),
    ("The ship had a capacity of 300.", "300", "capacity", ""),
    ("The firm estimates losses of some 12 to 15 million euros.", "12 to 15 million euros", "losses", ""),
    ("The court imposed fines of $10 million.", "$10 million", "fines", ""),
    ("About 20 km off the coast, winds reached 90 km/h.", "90 km/h", "winds", ""),
    ("About 20 km off the coast, winds reached 90 km/h.", "20 km", "", ""),
    ("Ridership fell to 1.6 million, a decline of nearly a quarter.", "a quarter", "Ridership", "down"),
]


@pytest.mark.parametrize(("text", "wording", "of", "change"), BEHIND_VERBS)
def test_what_stands_before_a_verb_or_a_noun_of_measure_is_counted(text, wording, of, change):
    assert told(text)[wording] == (of, change)


@pytest.mark.parametrize("text", ["The alert level rose to 4.", "The score was 3.", "He fell to 40."])
def test_grades_and_scores_count_nothing(text):
    assert told(text) == {}


def test_a_word_or_sign_before_a_temperature_puts_it_below_zero():
    found = list(amounts_in("minus 3 degrees Celsius, then -7 degrees Celsius and 5 degrees Celsius"))
    assert [(one.low, one.unit) for one in found] == [(-3, "°C"), (-7, "°C"), (5, "°C")]
    assert found[0].start == 0


@pytest.mark.parametrize(("wording", "unit"), [("90 km/h", "km/h"), ("4 tonnes/year", "t/year")])
def test_a_stroke_makes_a_rate(wording, unit):
    assert [one.unit for one in amounts_in(f"It was {wording} then.")] == [unit]


def test_what_is_counted_may_hold_a_word_in_brackets():
    text = "We were supporting approximately 240,000 active (unexpired) certificates."
    assert [(one.text, one.of) for one in outlined(read(text)).figures] == [
        ("240,000", "active (unexpired) certificates")
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The paper has 5\u00a0263 pages.", "5263"),
        ("The paper has 5\u202f263 pages, 12 of them blank.", "5263"),
        ("The paper has 12\u2009263\u2009100 signs.", "12263100"),
        ("The paper has 5 263 pages.", "5263"),
        ("Some 1 000 men came.", "1000"),
        ("They were 2 682 men.", "2682"),
        ("In all they paid $2 050.", "2050"),
    ],
)
def test_thousands_may_be_parted_by_a_space(text, value):
    assert outlined(read(f"# Facts\n\n{text}\n")).figures[0].low == value


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("In 2012 100 people left the village.", "2012100"),
        ("As table 3 250 people used it shows, they left.", "3250"),
        ("Table 3 250 people used it.", "3250"),
        ("The Boeing 747 400 people saw was late.", "747400"),
        ("On May 12 300 people left the village.", "12300"),
        ("By flight 12 100 people left the village.", "12100"),
        ("Call 555 010 200 for help.", "555010200"),
        ("At 9 300 people left the village.", "9300"),
    ],
)
def test_two_numbers_beside_each_other_are_not_one(text, joined):
    assert joined not in [figure.low for figure in outlined(read(f"# Facts\n\n{text}\n")).figures]
