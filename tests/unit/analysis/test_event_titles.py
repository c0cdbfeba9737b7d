"""Titles of events: each a whole statement that a reader of a list can take in without its sentence."""

import pytest

from helpers.outlines import by_rules, outlined
from helpers.reading import read

WRITTEN = "2024-03-06"


def titles(text, written=WRITTEN):
    return [event.title for event in outlined(read(text), written).events]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The minister said that the dam was unsafe, but it was opened on 3 July 2002.",
            "the dam was opened",
        ),
        (
            "The agency said that the dam was safe, and it closed the case on 3 July 2002.",
            "The agency closed the case",
        ),
    ],
)
def test_no_it_stands_for_a_person(text, title):
    assert titles(text) == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            (
                "The city's securities regulator said on 5 May 2021 that the large online retailer "
                "Nordlicht Group "
                "Holding Ltd broke takeover rules in the purchase of a pharmacy because it bought "
                "another firm."
            ),
            (
                "The city's securities regulator said that the large online retailer Nordlicht Group "
                "Holding Ltd broke takeover rules in the purchase"
            ),
        ),
        (
            (
                "The navy tested a missile over the northern bay, a military official said on 5 May "
                "2021, as the "
                "government continues to build up what it insists is a defensive arsenal."
            ),
            "The navy tested a missile over the northern bay",
        ),
        (
            (
                "Investigators learned on 18 March 2016 that a telephone expert, whose identity was "
                "kept secret, "
                "could override the lock of the device in order to read out what was stored on it."
            ),
            "Investigators learned that a telephone expert could override the lock of the device",
        ),
    ],
)
def test_what_was_said_is_told_with_its_verb(text, title):
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            (
                "Between 1996 and 1999, only 21.3 per cent, or 42,051, of the 235,000 cheap new "
                "houses in the east that had been "
                "promised by the government were built by the states."
            ),
            "only 21.3 per cent of the 235,000 cheap new houses in the east were built by the states",
        ),
        (
            (
                "All clinics shall submit a report to the agency on the form provided by noon "
                "Eastern Standard Time "
                "on Friday, March 5, 2021."
            ),
            "All clinics shall submit a report to the agency on the form",
        ),
        (
            (
                "Before 16 April 2021, agencies with such servers must deploy the updates of the "
                "maker from Tuesday, "
                "April 13, 2021, to all servers that are affected."
            ),
            "agencies with such servers must deploy the updates of the maker",
        ),
        ("KubeMeet will open in Oslo on 3 May 2024.", "KubeMeet will open in Oslo"),
    ],
)
def test_a_title_ends_well_and_counts_what_it_counts(text, title):
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Neither Ms Roe nor her lawyer appeared at the hearing of 26 June 2002.",
            "Neither Ms Roe nor her lawyer appeared at the hearing",
        ),
        (
            "The seed of the firm was a 1991 trip that the two took to South Africa.",
            "trip that the two took to South Africa",
        ),
        (
            "Pressure grows ahead of a 17 August 2015 deadline to strike a deal at the talks.",
            "deadline to strike a deal at the talks",
        ),
    ],
)
def test_a_bare_noun_is_told_with_what_says_which_one_it_was(text, title):
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Anna Bell is a judge. She was born in Vienna on 3 May 1961.", "[Anna Bell] was born in Vienna"),
        (
            "John Hall led the party. In 2005 he became minister and in 2009 resigned.",
            "[John Hall] became minister",
        ),
        ("Anna Bell is here. Eva Holm told Ida Marr that she left in 2005.", "Eva Holm left"),
        ("It was opened on 3 May 1961.", "It was opened"),
    ],
)
def test_a_person_meant_by_a_pronoun_is_named_in_brackets(text, title):
    assert title in titles(text)


@pytest.mark.parametrize(
    ("item", "title"),
    [
        (
            "UN mediator Lars Holm, who replaced Ms Roe, ends the talks.",
            "UN mediator Lars Holm, who replaced Ms Roe, ends the talks",
        ),
        (
            (
                "The Federation presents two draft treaties to the United Nations, proposing that "
                "all troops be "
                "withdrawn from its borders by summer."
            ),
            "The Federation presents two draft treaties to the United Nations",
        ),
        (
            (
                "Amid new threats, Mr Kerr and Mr Mace sign another truce in Addis Ababa, along with "
                "a deal to "
                "form a government of unity within 45 days."
            ),
            "Amid new threats, Mr Kerr and Mr Mace sign another truce in Addis Ababa",
        ),
    ],
)
def test_the_title_of_an_item_is_a_whole_statement(item, title):
    text = f"# Talks\n\n- 3 May 2012: {item}\n- 4 June 2012: Talks end.\n"
    assert by_rules(read(text, "page.md"), WRITTEN).events[0].title == title


def test_a_count_in_capitals_counts_as_well():
    text = (
        "THE NUMBER OF PROVIDERS OF CARE FOR CHILDREN AND FOR OLDER PEOPLE IN THE NORTHERN COUNTIES OF OUR "
        "GREAT STATE FELL IN 2021."
    )
    assert titles(text) == ["THE NUMBER OF PROVIDERS OF CARE FELL"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            (
                "After repeated requests for Roe to provide the makers’ data, on 26 April 2007, the officer "
                "informed Roe that their proposal for a contract would not be considered any more."
            ),
            "the officer informed Roe that their proposal for a contract would not be considered any more",
        ),
        (
            "In an e–mail to the officer on 10 August 2005, we asked him to provide the policy.",
            "we asked him to provide the policy",
        ),
        (
            "The comments state that, in June 2002, the agency selected and acquired the tool for it.",
            "the agency selected and acquired the tool",
        ),
        (
            (
                "In 2011, voters had elected a government led by the Ennahda party — a movement similar to "
                "Egypt’s Muslim Brotherhood."
            ),
            "voters had elected a government led by the Ennahda party",
        ),
        (
            (
                "On June 28, 2006, we learned that the bidder submitted a list based on their own sales and "
                "the director did not require the makers’ data."
            ),
            "we learned that the bidder submitted a list based on their own sales",
        ),
    ],
)
def test_a_title_has_its_doer_and_says_what_was_done(text, title):
    assert [event.title for event in outlined(read(text), "2024-03-06").events] == [title]


def test_a_name_with_its_article_is_one_word():
    document = read(
        "In May 2004, al-Masri said he would begin a hunger strike. He met Ayman al-Zawahiri in June 2004."
    )
    found = outlined(document, WRITTEN)
    assert found.events[0].title == "al-Masri said he would begin a hunger strike"
    assert {"al-Masri", "Ayman al-Zawahiri"} <= {name.name for name in found.names}


def test_how_far_something_is_down_stays_in_the_title():
    (event,) = outlined(read("Shares of Acme closed down 3 percent on 5 May 2021.")).events
    assert event.title == "Shares of Acme closed down 3 percent"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The contract (signed 3 June 2019) named two firms.", "The contract was signed"),
        ("The museum opened in 1975 (renovated 2010).", "The museum was renovated"),
        ("The firm, founded in 1990, employs 300 people.", "The firm was founded"),
        ("The tower (completed in 2004 and sold in 2011) stands empty.", "The tower was completed"),
        ("The tower (completed in 2004 and sold in 2011) stands empty.", "The tower was sold"),
        ("Two ships built in 1990 were sold in 2001.", "Two ships were built"),
        ("A committee set up in 2010 reported yesterday.", "A committee was set up"),
        (
            "The line, electrified between Ayton and Beal in 1911, was closed.",
            "The line was electrified between Ayton and Beal",
        ),
        ("The U-boat threat lessened in 1943, and convoys sailed again.", "The U-boat threat lessened"),
        ("The plan, scheduled for May 2027, was dropped.", "The plan, scheduled for May 2027, was dropped"),
    ],
)
def test_what_a_participle_tells_of_a_noun_is_a_clause(text, title):
    assert title in titles(text)
