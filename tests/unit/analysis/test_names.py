"""Laws and documents among the names, and capitals that stand for governments."""

import re
import time

import pytest

from deskbrief.analysis.naming.candidates import entities, is_name
from deskbrief.analysis.naming.capitals import COUNTRIES
from deskbrief.analysis.naming.laws import laws_in
from deskbrief.analysis.naming.persons import is_like_a_person
from deskbrief.analysis.naming.spelling import is_strange, without_footnotes
from deskbrief.analysis.words import Sentence, Word
from deskbrief.document.spans import Span
from helpers.outlines import outlined
from helpers.reading import read

LAWS = [
    ("The Council adopted Resolution 1325 (2000).", "Resolution 1325 (2000)", "law"),
    ("Under Regulation (EU) 2016/679, data are safe.", "Regulation (EU) 2016/679", "law"),
    ("It changed Directive 2014/24/EU.", "Directive 2014/24/EU", "law"),
    ("See Executive Order 14028.", "Executive Order 14028", "law"),
    ("The Clean Air Act of 1963 set limits.", "Clean Air Act of 1963", "law"),
    (
        "They signed the Convention on the Rights of the Child.",
        "Convention on the Rights of the Child",
        "law",
    ),
    ("They quote the Treaty of Rome.", "Treaty of Rome", "law"),
    ("The National Security Strategy was published.", "National Security Strategy", "document"),
]


@pytest.mark.parametrize(("text", "name", "kind"), LAWS)
def test_a_law_or_document_is_told_by_its_words_or_number(text, name, kind):
    assert [(one.text, one.kind) for one in laws_in(text, Span(0, len(text)))] == [(name, kind)]


def test_two_laws_that_are_joined_are_two():
    text = "The Treaty of Rome and the Single European Act were signed."
    assert [one.text for one in laws_in(text, Span(0, len(text)))] == [
        "Treaty of Rome",
        "Single European Act",
    ]


@pytest.mark.parametrize("text", ["They act on it in May.", "The report says so.", "The Act was late."])
def test_plain_words_are_no_laws(text):
    assert not list(laws_in(text, Span(0, len(text))))


def test_a_capital_is_its_government_only_where_the_sentence_uses_it_so():
    document = read(
        b"Washington imposed sanctions on Moscow. The talks between Washington and Beijing failed.\n\n"
        b"He lives in Washington, and likes the United States.\n",
        "a.txt",
    )
    names = {name.name: name for name in outlined(document).names}
    government, city = names["United States"], names["Washington"]
    assert [document.quote(span) for span in government.mentions] == [
        "Washington",
        "Washington",
        "United States",
    ]
    assert "Washington" in government.aliases
    assert [document.text[: span.start].split()[-1] for span in city.mentions] == ["in"]
    assert names["China"].aliases == ("Beijing",)


@pytest.mark.parametrize(
    ("sentence", "governments"),
    [
        ("Tensions mount between the U.S. and Moscow.", ["Moscow"]),
        ("It signals a shift in strategy from Washington that could reshape alliances.", ["Washington"]),
        ("The criticism from Beijing was sharp.", ["Beijing"]),
        ("The flights between France and London were cancelled.", []),
        ("He flew from Washington to Moscow.", []),
        ("A delegation from Beijing arrived.", []),
    ],
)
def test_words_around_a_capital_tell_its_government(sentence, governments):
    document = read(sentence.encode(), "a.txt")
    found = {name.name: name.aliases for name in outlined(document).names}
    assert (
        sorted(alias for aliases in found.values() for alias in aliases if alias in COUNTRIES) == governments
    )


@pytest.mark.parametrize(
    "unit", ["Act of ", "Treaty on the ", "Aa and ", "Law 1/", "A of the ", "Convention on A "]
)
def test_hostile_repetition_takes_time_in_proportion(unit):
    def seconds(times):
        text = unit * times
        started = time.process_time()
        list(laws_in(text, Span(0, len(text))))
        return time.process_time() - started

    seconds(500)
    assert min(seconds(4000) for _ in range(3)) < 24 * max(min(seconds(500) for _ in range(3)), 1e-3)


def named(*paragraphs: str):
    document = read("\n\n".join(paragraphs).encode(), "a.txt")
    return {name.name: name for name in outlined(document).names}


def test_half_of_the_name_of_an_institution_is_no_name():
    names = named("According to the World Travel and Tourism Council, tourism is critical to the economy.")
    assert "World Travel and Tourism Council" in names
    assert not {"World Travel", "Tourism Council"} & set(names)


def test_names_with_particles_are_whole_and_joined():
    names = named(
        "The United States hunted Osama bin Laden for years.",
        "Bin Laden was killed in Pakistan. Fighters of al-Qaeda had followed him.",
    )
    assert names["Osama bin Laden"].aliases == ("Bin Laden",)
    assert "al-Qaeda" in names


def test_spellings_of_one_name_are_joined():
    names = named(
        "The People’s Republic of China replied. The People's Republic of China signed it.",
        "Franklin D. Roosevelt spoke in Washington. Later Franklin Roosevelt met Joseph Stalin.",
        "Mr. Roosevelt was tired.",
    )
    assert len(names["People's Republic of China"].mentions) == 2
    assert names["Franklin D. Roosevelt"].aliases == ("Franklin Roosevelt", "Roosevelt")
    assert len(names["Franklin D. Roosevelt"].mentions) == 3


def test_initials_that_contradict_one_another_are_two_persons():
    names = named("They asked Daniel K. Berger and Daniel R. Berger, who both worked for the bank.")
    assert {"Daniel K. Berger", "Daniel R. Berger"} <= set(names)


def test_an_owner_is_parted_from_what_it_owns():
    names = named(
        "The Department of the Interior collects fees. Lease sales are held by Interior’s Minerals "
        "Management Service. It was criticised by Interior itself.",
        "The workers’ union met at King’s College.",
    )
    assert "Minerals Management Service" in names
    assert not any("Interior’s" in name for name in names)


@pytest.mark.parametrize(
    ("written", "person"),
    [
        ("Emilio Mola", True),
        ("T.S. Eliot", True),
        ("Rachid al-Ghannouchi", True),
        ("Anna van der Berg", True),
        ("U.S. Steel", False),
        ("John Hopkins University", False),
        ("White House", False),
        ("MARIA THERESIA", False),
    ],
)
def test_a_first_name_or_initials_show_a_person(written, person):
    assert is_like_a_person(written) is person


def test_no_formula_is_a_name():
    assert [is_strange(one) for one in ("P<0.10", "OS(RR", "Bugzilla@Home", "Mylae!70")] == [True] * 4
    assert not any(is_strange(one) for one in ("St. John's", "AT&T", "Yahoo!", "Jean-Paul", "GAO (2006)"))
    assert without_footnotes("North America,22") == "North America"
    assert without_footnotes("Firefox OS,[14") == "Firefox OS"


def test_headings_in_capitals_and_programmes_are_no_documents():
    for text in ("PRINTED ON RECYCLED PAPER", "Why GAO Did This Study", "The Job Training Program began."):
        assert not list(laws_in(text, Span(0, len(text))))


def test_a_document_ends_where_another_name_does():
    text = "It asked DOE and United States Geological Survey."
    assert [one.text for one in laws_in(text, Span(0, len(text)))] != [
        "DOE and United States Geological Survey"
    ]


def test_words_that_mostly_stand_in_small_letters_are_no_names():
    names = named(
        "Oil will peak soon, the experts say: a peak of oil is near, and after the peak there is less of it.",
        "The theory of Peak is old. Norway replied to Peak and its friends.",
    )
    assert "Norway" in names
    assert "Peak" not in names


def test_parts_of_documents_are_no_names_and_schools_no_persons():
    names = named("Appendix V was written by Ana Ruiz of the Edwin L. Cox School of Business in Dallas.")
    assert "Appendix V" not in names
    assert {name: one.kind for name, one in names.items() if "School" in name} in (
        {},
        {"Edwin L. Cox School of Business": "organisation"},
    )


def test_a_name_ends_where_the_sentence_goes_on():
    assert [one.text for one in entities_of("Center for Election Science explain Duverger")] == [
        "Center for Election Science"
    ]
    assert [one.text for one in entities_of("Doctors without Borders")] == ["Doctors without Borders"]


def entities_of(written):
    words = tuple(
        Word(match.start(), match.end(), match[0], match[0], "NNP", "PROPN", "", 0, "ORG", match.start() == 0)
        for match in re.finditer(r"\S+", written)
    )
    return list(entities(written, [Sentence(0, len(written), 0, words)]))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Roberts Limited bid for the board. Roberts Limited lost.", "Roberts Limited", "organisation"),
        ("Kroger-owned shops closed in Seattle. Kroger said so.", "Kroger", "organisation"),
    ],
)
def test_firms_are_told_by_their_form_and_named_without_what_describes(text, name, kind):
    assert (name, kind) in [(one.name, one.kind) for one in outlined(read(text)).names]


def test_halves_of_one_name_are_put_together():
    halves = [("Cambridge", "GPE", 1), ("Analytica", "PERSON", 2), ("had", "", 2)]
    words, at = [], 0
    for text, entity, head in halves:
        deps = {"GPE": "compound", "PERSON": "nsubj", "": "ROOT"}
        pos = "PROPN" if entity else "VERB"
        word = Word(at, at + len(text), text, text, "NNP", pos, deps[entity], head, entity, bool(entity))
        words.append(word)
        at += len(text) + 1
    sentence = Sentence(0, at - 1, 0, tuple(words))
    found = list(entities("Cambridge Analytica had", [sentence]))
    assert [(one.text, one.kind) for one in found] == [("Cambridge Analytica", "organisation")]


def test_a_quotation_by_surname_is_given_to_the_one_person_of_that_name():
    document = read("Josh Earnest spoke first. “We will,” Earnest said.")
    assert [quote.speaker for quote in outlined(document).quotes] == ["Josh Earnest"]


def kinds(text):
    return {name.name: name.kind for name in outlined(read(text, "file.txt")).names}


def test_a_bodys_name_may_begin_like_a_title():
    told = kinds(
        "General Motors said on Monday that it will close two plants. General Mark Milley spoke. "
        "The General Assembly voted. The Justice Department denied it."
    )
    assert told == {
        "General Motors": "organisation",
        "Mark Milley": "person",
        "General Assembly": "organisation",
        "Justice Department": "organisation",
    }


def test_a_title_before_a_surname_tells_a_person():
    assert kinds("Mr Hay wrote to the board. Hay went home in May. Hay said so again.")["Hay"] == "person"


def test_a_first_name_with_a_title_is_the_one_person_of_that_name():
    told = kinds("Sir Gary Hickinbottom spoke first. Later Sir Gary left the hall with Ross Cranston.")
    assert set(told) == {"Gary Hickinbottom", "Ross Cranston"}


def test_a_law_stays_one_under_its_short_form():
    told = kinds(
        "The Improper Payments Information Act of 2002 (IPIA) was passed. IPIA helps. The IPIA failed."
    )
    assert told == {"Improper Payments Information Act of 2002": "law"}


def test_a_country_is_a_place_whatever_the_sentence():
    told = kinds("Maldives is small. Sierra Leone is larger. Maldives has many islands.")
    assert told == {"Maldives": "place", "Sierra Leone": "place"}


def test_singular_and_plural_are_one_name():
    text = (
        "The Mobile Court sat in June. Two Mobile Courts were opened. The Mobile Court was closed again. "
        "The Mobile Courts were missed."
    )
    assert [name.name for name in outlined(read(text, "file.txt")).names] == ["Mobile Court"]


def test_a_name_ends_before_the_verb_of_a_standard():
    told = kinds("The CSP SHALL keep a record. The CSP sends it. The CSP SHALL NOT lose it.")
    assert told == {"CSP": "organisation"}


def test_two_bodies_that_are_named_alone_as_well_are_two():
    told = kinds(
        "The Harbour Trust agreed. The Coast Guard agreed. The Harbour Trust and Coast Guard were told. "
        "The Coast Guard did not answer. The Harbour Trust did."
    )
    assert set(told) == {"Harbour Trust", "Coast Guard"}


def test_words_before_a_law_are_no_part_of_its_name():
    assert set(kinds("Under the Foreigners Act, it is so. The Foreigners Act is old.")) == {"Foreigners Act"}


def test_a_first_name_alone_is_the_person_who_was_named_in_full_before():
    told = kinds(
        "Steve Portigal spoke of ideas. Steve wrote a book. Later Steve left, and Mike came with Dennis."
    )
    assert {"Steve Portigal", "Mike"} <= set(told)
    assert "Steve" not in told


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Council Member Cashman agreed. Cashman said so in May. Cashman left.", "Cashman", "person"),
        ("She posted it on Reddit. Reddit deletes posts. Reddit was told.", "Reddit", "organisation"),
        ("The G20 met in May. The G20 agreed.", "Group of Twenty", "organisation"),
    ],
)
def test_a_name_has_the_kind_that_everybody_knows_or_that_is_told(text, name, kind):
    assert kinds(text)[name] == kind


def test_hours_of_a_zone_and_codes_are_no_names():
    told = kinds("It begins at noon Eastern Daylight Time. The fault CVE-2021-26855 is known to Microsoft.")
    assert set(told) == {"Microsoft"}


def test_a_short_form_of_a_thing_is_a_name_only_where_the_text_makes_it_one():
    assert kinds("AI is used by Microsoft. AI writes letters.") == {"Microsoft": "organisation"}
    told = kinds("Amnesty International (AI) wrote to Sudria. AI asked for a list. AI was told to wait.")
    assert "Amnesty International" in told


def test_a_body_is_one_with_its_country_its_city_and_its_initials():
    document = read(
        "The United States Harbour Safety Board wrote it. HSB found much, and HSB said so. Ana Smith of the "
        "U.S. Harbour Safety Board agreed, and the Harbour Safety Board paid for it.\n\n"
        "United States Harbour Safety Board Washington, DC 20548. Washington is far. He lives in Washington."
    )
    names = {name.name: name.aliases for name in outlined(document).names}
    (board,) = (name for name in names if "Harbour" in name or "HSB" in (name, *names[name]))
    assert {"HSB", "U.S. Harbour Safety Board", "Harbour Safety Board"} <= {board, *names[board]}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The United Harbour Board’s (UHB) staff met. The UHB has forty clerks.",
            "United Harbour Board",
            "organisation",
        ),
        ("We heard Anna Milton KC in May. Milton spoke for an hour.", "Anna Milton", "person"),
        ("We heard Dr Peter Rowley OBE. Later Rowley left.", "Peter Rowley", "person"),
        (
            "The Sentencing Council of England and Wales wrote the rules.",
            "Sentencing Council of England and Wales",
            "organisation",
        ),
        ("WARSAW (AP) - Trams stood still in WARSAW on Monday.", "Warsaw", "place"),
        ("The court followed Marlow v. Rowley Ports Ltd in its ruling.", "Marlow v. Rowley Ports Ltd", "law"),
        (
            "See Harbour Commission for the rules. The Harbour Commission meets in May.",
            "Harbour Commission",
            "organisation",
        ),
        (
            "Merrick Gorland was named on Monday. In Gorland the party sees a moderate. Gorland is 63.",
            "Merrick Gorland",
            "person",
        ),
    ],
)
def test_what_stands_around_a_name_is_no_part_of_it(text, name, kind):
    found = {one.name: one.kind for one in outlined(read(text)).names}
    assert found.get(name) == kind, found


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Boats report by Explicit Wave Notification (EWN). An EWN is short. EWN is used by all.",
            "Explicit Wave Notification",
        ),
        ("The GAO Contact is named below. Call the GAO Contact. The GAO Contact helps.", "GAO Contact"),
        ("The Formula Grant pays for it. Formula Grant rules are old.", "Formula Grant"),
        ("The port pays VAT on it. VAT is high. Each card has a PIN.", "VAT"),
        ("The data are sent over TCP. TCP is old, and so is UDP.", "TCP"),
    ],
)
def test_things_and_technical_terms_are_neither_people_nor_bodies(text, wrong):
    found = {one.name: one.kind for one in outlined(read(text)).names}
    assert found.get(wrong) not in {"person", "organisation", "place"}, found


@pytest.mark.parametrize("name", ["C.F.R.", "U.S.C.", "NW Suite", "N.W., Room 12", "P.O. Box", "Supervisor"])
def test_citations_and_lines_of_an_address_are_no_names(name):
    assert not is_name(name)


@pytest.mark.parametrize("name", ["CFR Partners", "Suite Francaise Ltd", "U.S. Commission"])
def test_names_that_begin_like_them_stay_names(name):
    assert is_name(name)


def test_a_name_that_a_heading_has_in_capitals_is_shown_as_the_text_writes_it():
    names = named("The DEPARTMENT OF ENERGY said so. Officials of the Department of Energy agreed in May.")
    assert "Department of Energy" in names


def test_a_body_that_a_report_does_not_name_is_one_and_ends_with_its_letter():
    names = named(
        "The office reviewed the contract of Reseller D. We asked Reseller D for its prices.",
        "The list of Manufacturer A. Manufacturer A had raised them, and Reseller F had not.",
    )
    bodies = {name for name, one in names.items() if one.kind == "organisation"}
    assert {"Reseller D", "Manufacturer A"} <= bodies
    assert not any(". " in name for name in names)


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("The Framework Convention for the Protection of Wells was signed.", "Framework Convention", "law"),
        (
            "He read the Compliance Program Guidance for Hospitals.",
            "Compliance Program Guidance",
            "document",
        ),
        (
            "The General Data Protection Regulation is old.",
            "General Data Protection Regulation",
            "law",
        ),
        ("The MoD and the DfE sent nobody.", "MoD", "organisation"),
        ("She works for Ross Laboratories in town.", "Ross Laboratories", "organisation"),
        ("The talks in Homs went on. They left Homs in May.", "Homs", "place"),
    ],
)
def test_the_words_of_a_name_tell_its_kind(sentence, name, kind):
    found = {one.name: one.kind for one in outlined(read(f"{sentence} The towns were glad of it.")).names}
    (told,) = [found[one] for one in found if one.startswith(name)]
    assert told == kind


def test_the_capital_is_one_place_however_it_is_written():
    text = "He lives in Washington, D.C. with his sons. The office in D.C. was closed for the winter by them."
    places = [one.name for one in outlined(read(text)).names if one.kind == "place"]
    assert places == ["Washington, D.C."]


def test_short_forms_of_things_and_words_of_references_are_no_names():
    text = (
        "The office took official action indicated (OAI) in May. OAI was rare. PPE ran out, and so did MFA. "
        "See 63 Fed. Reg. 8,987 and 12 J. Litig. 4 for it."
    )
    assert [one.name for one in outlined(read(text)).names] == []


def test_a_short_form_that_the_text_defines_is_a_form_of_its_name():
    text = "The Coastal Relief Network (CRN) came to the town in May. Everybody was glad when CRN left."
    names = outlined(read(text)).names
    (name,) = [one for one in names if one.name == "Coastal Relief Network"]
    assert (name.aliases, len(name.mentions)) == (("CRN",), 3)


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        (
            "The World Bank lent money. The Bank sent three people. Later the Bank left.",
            "World Bank",
            ("Bank",),
        ),
        (
            "The U.S. Coast Guard opened an inquiry. The Coast Guard will report in May.",
            "U.S. Coast Guard",
            ("Coast Guard",),
        ),
    ],
)
def test_a_body_is_named_again_by_the_end_of_its_name_or_the_word_for_it(text, name, aliases):
    found = {one.name: one.aliases for one in outlined(read(text, "a.txt")).names}
    assert found == {name: aliases}


def test_the_word_for_a_body_is_a_name_of_its_own_where_several_are_meant():
    text = "The Federal Court sat. The Land Court sat, too. The Court rose."
    assert "Court" not in {alias for one in outlined(read(text, "a.txt")).names for alias in one.aliases}
