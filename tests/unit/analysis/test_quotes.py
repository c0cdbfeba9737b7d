"""Who said what, and which terms a text defines."""

import time

import pytest

from deskbrief.analysis.acronyms import acronyms_in
from deskbrief.analysis.quotes.marks import quoted_in
from deskbrief.analysis.terms import terms_in
from deskbrief.document.outline import Speech
from deskbrief.document.spans import Span
from helpers.outlines import by_rules, outlined
from helpers.reading import read


def said(text):
    document = read(text.encode(), "a.txt")
    return [
        (quote.speech.value, quote.speaker, quote.verb, document.quote(quote.spans[0]))
        for quote in outlined(document).quotes
    ]


SAID = [
    (
        "“We will not accept this,” said Angela Merkel, the chancellor. “It is a step backwards.”",
        [
            ("direct", "Angela Merkel", "say", "We will not accept this,"),
            ("direct", "Angela Merkel", "say", "It is a step backwards."),
        ],
    ),
    (
        "The minister warned that the wells would run dry.",
        [("reported", "minister", "warn", "the wells would run dry")],
    ),
    (
        'Maria Lopez spoke first. She added: "Nobody has told the farmers about it."',
        [("direct", "Maria Lopez", "add", "Nobody has told the farmers about it.")],
    ),
    (
        "According to the World Bank, growth slowed to 2 percent.",
        [("reported", "World Bank", "according to", "growth slowed to 2 percent.")],
    ),
    ("Officials said the talks had failed.", [("reported", "Officials", "say", "the talks had failed")]),
    (
        "It is believed that the ship carried arms.",
        [("reported", "", "believe", "the ship carried arms")],
    ),
    (
        "Acme is said to be planning a new chain of shops.",
        [("reported", "", "say", "Acme is said to be planning a new chain of shops")],
    ),
    (
        "Mill Stores co-founder and chief executive Jo Bell said that it had closed.",
        [("reported", "Jo Bell", "say", "it had closed")],
    ),
    (
        "LONDON — The cabinet plans to lift the ban, officials said late Thursday.",
        [("reported", "officials", "say", "The cabinet plans to lift the ban")],
    ),
    (
        "CAIRO, March 5 (NNA) - Gunmen opened fire on the quay, the ministry said.",
        [("reported", "ministry", "say", "Gunmen opened fire on the quay")],
    ),
    (
        "Joe Biden told reporters that the deal was “close to being done.”",
        [("reported", "Joe Biden", "tell", "the deal was “close to being done.”")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_words_are_attributed_to_their_speaker(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “deep state” was blamed for it.",
        "I said that I would go to the harbour.",
        "She did not say that the wells were dry.",
        "The wells were dug according to plan.",
        "He may say that the wells are dry.",
        "They read “The Wells of the Northern Valley” and left.",
        "It was named an “open city.”",
        "The fees, which Acme said were a result of the deal, fell.",
        "What farmers say is just the beginning came today.",
        "If a review concludes that the wells cannot meet the need, the town may dig.",
        "What we have found in the camps confirms that the war is only beginning.",
    ],
)
def test_scare_quotes_denials_and_the_writer_are_no_quotes(text):
    assert said(text) == []


def test_a_source_without_a_name_is_told_apart_and_a_pronoun_is_inferred():
    document = read(
        b"Angela Merkel met the press. She said that the talks had failed. Analysts say that it will go on.",
        "a.txt",
    )
    first, second = outlined(document).quotes
    assert (first.speaker, first.named, first.inferred) == ("Angela Merkel", True, True)
    assert (second.speaker, second.named, second.speech) == ("Analysts", False, Speech.REPORTED)


def test_a_paragraph_in_quotation_marks_goes_on_with_the_speaker_before_it():
    quotes = said(
        "Angela Merkel has led the party for years. “Nothing has changed here,” Merkel said.\n\n"
        "“The ships come and the ships go, as they always did.”\n"
    )
    assert [quote[1] for quote in quotes] == ["Angela Merkel", "Angela Merkel"]


def test_without_the_model_the_name_beside_the_verb_is_taken():
    document = read(
        "“We will not accept this,” said Angela Merkel. He added: “Nobody told us so.”".encode(), "a.txt"
    )
    assert [(quote.speaker, quote.verb) for quote in by_rules(document).quotes] == [
        ("Angela Merkel", "said"),
        ("", ""),
    ]


TERMS = [
    (
        "“Essential service” means a service that saves lives. It is costly.",
        "Essential service",
        "a service that saves lives",
    ),
    ("The term resilience refers to the ability to recover.", "resilience", "the ability to recover"),
    ("Food insecurity is defined as the lack of food.", "Food insecurity", "the lack of food"),
    ("In May the European Data Board (the “Board”) met.", "Board", "In May the European Data Board"),
]


@pytest.mark.parametrize(("text", "term", "definition"), TERMS)
def test_a_term_is_found_with_its_definition(text, term, definition):
    (found,) = terms_in(text, 100)
    assert (found.term, found.definition) == (term, definition)
    assert 100 <= found.start < found.end <= 100 + len(text)


@pytest.mark.parametrize(
    "unit", ["“", "“a b c d", '"x ', "‘s ’s ", "the term ", "(the “", "means ", "is defined "]
)
def test_hostile_repetition_takes_time_in_proportion(unit):
    def seconds(times):
        text = unit * times
        started = time.process_time()
        list(quoted_in(text, Span(0, len(text))))
        list(terms_in(text))
        return time.process_time() - started

    seconds(500)
    assert min(seconds(4000) for _ in range(3)) < 24 * max(min(seconds(500) for _ in range(3)), 1e-3)


SPEAKERS = [
    (
        "President Barack Obama met the press. The president said he would not fall silent.",
        [("Barack Obama", True)],
    ),
    (
        "President Obama met President Putin. The president said he would not fall silent.",
        [("president", False)],
    ),
    ("Former President Bush came. The president said he would not fall silent.", [("president", False)]),
    ("The results suggest that the method works for everybody.", []),
    ("The scores are weighted according to priority in each of the years.", []),
    ("Note that tags cannot contain spaces in any of them.", []),
    ("Ana Ruiz met Ms. Mary Bell. She said that the talks had failed.", None),
    ("Mr. Carl Jones met the press. She said that the talks had failed.", [("", False)]),
    ("Troops came from France. It said that the talks had failed.", [("", False)]),
    ("Officials met in Paris. France said it was sorry. It said that the talks had failed.", None),
    ("Harry Truman sent the troops, claiming that Korea was the place for it.", [("Harry Truman", True)]),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_a_speaker_is_named_only_where_the_text_makes_it_clear(text, speakers):
    quotes = outlined(read(text.encode(), "a.txt")).quotes
    if speakers is not None:
        assert [(quote.speaker, quote.named) for quote in quotes] == speakers


def test_translations_of_quotations_are_no_terms():
    assert not list(terms_in("He cried “A votre santé” (“To your health”)."))
    assert not list(terms_in("“Arma virumque cano” means “I sing of arms and the man”."))
    assert [term.term for term in terms_in("The old firm (“Deposit”) pays.")] == ["Deposit"]


def test_the_long_form_of_an_acronym_does_not_begin_with_a_small_word():
    (found,) = acronyms_in("the Office of Management and Budget (OMB)")
    assert found.long == "Office of Management and Budget"
    assert not list(acronyms_in("Mozilla VR maintains A-Frame (VR) too"))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The city's mayor, Ana Ruiz, said the cause was still unknown.", "Ana Ruiz"),
        ("The ambassador to the Netherlands, Jo Bell, told the court that it was late.", "Jo Bell"),
        ("3 Bell here wrote: “In fact we make this one of the conditions on which they are let in.”", "Bell"),
    ],
)
def test_the_person_set_beside_an_office_speaks(text, speaker):
    (found,) = outlined(read(text, "file.txt")).quotes
    assert (found.speaker, found.named) == (speaker, True)


def test_what_is_explained_is_no_statement():
    assert (
        outlined(read("The office explained what was meant by the phrase in May.", "file.txt")).quotes == ()
    )


def test_a_clause_for_a_subject_is_part_of_the_statement():
    text = "The Red Cross maintained that what we proposed would compromise their neutrality."
    (found,) = outlined(read(text, "file.txt")).quotes
    assert found.speaker == "Red Cross"


ABOVE = "The yard is safe, said the inspector Jennifer Marsh on Monday.\n\nThe agency warned of ropes.\n\n"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            ABOVE + "# Fiona Parry asked for help.\n\n“Nobody told us of it,” she said.",
            "Fiona Parry",
        ),
        (
            ABOVE + "Peter Hall asked for help.\n\n“Nobody told us of it,” she said.",
            "Jennifer Marsh",
        ),
        ("Peter Hall asked for help.\n\n“Nobody told us of it,” she said.", ""),
        (ABOVE + "The ropes are old.\n\n" * 9 + "“Nobody told us of it,” she said.", ""),
    ],
)
def test_she_is_the_woman_named_last_or_nobody(text, speaker):
    document = read(text.encode(), "a.md")
    quotes = outlined(document).quotes
    found = [one.speaker for one in quotes if document.quote(one.spans[0]).startswith("Nobody")]
    assert found == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The systems are supposed to find outbreaks early.",
        "It looked at the allegedly criminal acts of some owners.",
        "Prices tell owners that they are on the right way.",
    ],
)
def test_what_nobody_says_is_no_statement(text):
    assert not outlined(read(text)).quotes


def test_none_is_no_speaker():
    found = said(
        'References noted as "none" indicate that nothing was reported. The office said that it agreed.'
    )
    assert "none" not in [speaker for _, speaker, _, _ in found]


@pytest.mark.parametrize(
    "text",
    [
        "Jo Roe spoke. Does the minister agree that the ministry has lost its way?",
        "Given the recent violence, does he agree with Secretary Ruiz that the government has lost its way?",
        "Jo Roe (Old Port) (Lab): Does the Foreign Secretary agree that the world has been far too slow?",
        "Do the officials accept and agree that the plan has failed?",
    ],
)
def test_what_a_question_asks_nobody_has_said(text):
    assert said(text) == []


def test_those_who_are_meant_by_they_are_the_ones_who_acted_right_before():
    text = (
        "Formula makers said that the milk is good. We sent a draft to the ministry for comment. On Friday "
        "the officials gave us oral comments. They stated that they agreed with the plan of the auditors."
    )
    assert said(text)[-1][1] == "officials"


@pytest.mark.parametrize(
    "text",
    [
        "Formula makers said that the milk is good. It was a long day. They said that the plan has failed.",
        "The makers met while the officials waited. They said that the plan has failed.",
    ],
)
def test_they_are_nobody_where_two_or_none_acted_right_before(text):
    assert said(text)[-1][1] == ""


def test_member_states_say_nothing_when_somebody_informs_them():
    text = "The Secretary-General of the League informed the member states that he had received a letter."
    ((_, speaker, verb, words),) = said(text)
    assert (speaker, verb, words) == ("Secretary-General of the League", "inform", "he had received a letter")


@pytest.mark.parametrize(
    "text",
    [
        "Roe, Ana, and Jo Bell. “Wells: Do They Affect the Price of it?” Archives 151 (July 1997): 7-9.",
        '^ Karl Roe (16 March 2015). "Don\'t feed the ducks bread, say keepers". The Paper. Retrieved 3 May.',
        "Bell, Jo. “How the wells of the valley were lost again.” Journal of Wells 9:5 (1988): 411-413.",
        "Roe, A., Bell, J. (2019). “How the wells were lost to us all.” The Wells, 476, 392–412.",
        '# Wells\n\nThey are lost.\n\n## Sources\n\nHere.\n\n### Papers\n\nBell: "The wells are lost"',
        '# Wells\n\nThey are lost.\n\n## References\n\nOn wells, by Jo Bell: "The wells are lost".',
    ],
)
def test_titles_of_works_are_not_said(text):
    assert outlined(read(text, "a.md", "text/markdown")).quotes == ()


def test_words_said_beside_a_year_are_no_title():
    text = "At the meeting “we will not sell the old wells” was written on every wall (see the Paper, 2015)."
    assert [quote.speech for quote in outlined(read(text, "a.md", "text/markdown")).quotes]


HEARING = """
The CHAIRMAN. The committee will come to order. We are here to look at the supply of water in the West.

Mr. SMITH. Thank you, Mr. Chairman. The agency should have published its data long before this year.

Ms. DE LA CRUZ. Thank you.

Mr. JONES of Utah. The plan will be finished by the first of May, as we told the committee.

Dr. Adams: We measured three hundred wells in the county, and none of them was dry.
"""


def test_in_a_transcript_each_turn_is_said_by_who_has_the_word():
    found = outlined(read(HEARING))
    assert [quote.speaker for quote in found.quotes if not quote.verb] == [
        "The Chairman",
        "Smith",
        "Mr. Jones of Utah",
        "Adams",
    ]
    kinds = {name.name: name.kind for name in found.names}
    assert kinds["Smith"] == kinds["Jones"] == kinds["De La Cruz"] == "person"


def test_a_label_alone_makes_no_transcript():
    found = outlined(read("Mr. Roe: I was there when the hall burned down in the night.\n\nIt was cold."))
    assert [quote for quote in found.quotes if not quote.verb] == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("A number of analysts say that the two will seek to play it down.", ["a number of analysts"]),
        ("One of the officers said the road was closed by the army.", ["One of the officers"]),
        ("The comments state that the agency has acquired the tool.", ["comments"]),
        (
            (
                "The attack is “also aimed at the country’s security and its stability,” Azzouz said. “And "
                "it could have political repercussions for everybody.”"
            ),
            ["Azzouz", "Azzouz"],
        ),
    ],
)
def test_those_whom_the_sentence_names_speak(text, speakers):
    assert [quote.speaker for quote in outlined(read(text)).quotes] == speakers


def test_an_expression_between_marks_is_no_quotation():
    text = "There is no “one size fits all” program, and this was “a way of life,” as it were, for the towns."
    assert outlined(read(text, "a.md", "text/markdown")).quotes == ()


def test_a_sentence_between_marks_is_one_though_nobody_is_named():
    text = "On the wall it stands in red. “The wells are ours.” So it was in May, and the towns went home."
    assert len(outlined(read(text, "a.md", "text/markdown")).quotes) == 1


def test_a_person_named_beside_the_subject_is_the_one_whom_she_means():
    text = (
        "In 1634 the engineer Pieter Vroom drained the marsh. The works were sold in 1900.\n\n"
        "The buyer, Ludmila Harn, turned them into baths. “Nobody will miss the smoke,” she wrote in June.\n"
    )
    (quote,) = outlined(read(text)).quotes
    assert quote.speaker == "Ludmila Harn"


def test_what_somebody_used_to_say_is_a_quote():
    (quote,) = outlined(read("Anna Ruel used to say that “a house is a promise to all of us”.")).quotes
    assert quote.speaker == "Anna Ruel"


def test_several_terms_that_one_sentence_defines_are_all_found():
    text = '"Port" means the port of Velden; "Board" means the board of it, and “Chair” means who leads it.'
    assert [(term.term, term.definition) for term in terms_in(text)] == [
        ("Port", "the port of Velden"),
        ("Board", "the board of it"),
        ("Chair", "who leads it"),
    ]


def test_what_is_said_before_words_set_between_commas_is_a_quote():
    text = (
        "The two presidents will meet in Oslo, Ms Roe said, and the union will announce steps. "
        "The pact will be the third such deal signed, one of the officials said."
    )
    document = read(text)
    found = [(quote.speaker, quote.spans[0].of(document.text)) for quote in outlined(document).quotes]
    assert found == [
        ("Roe", "The two presidents will meet in Oslo"),
        ("one of the officials", "The pact will be the third such deal signed"),
    ]


def test_he_is_who_spoke_and_not_who_was_spoken_of():
    text = (
        "At a news conference Peter Bell asserted that President John Marsh was relying on support. "
        "He said the union had shared what it knew."
    )
    assert [quote.speaker for quote in outlined(read(text)).quotes] == ["Peter Bell", "Peter Bell"]


def test_he_is_not_whom_he_speaks_of():
    text = (
        "Mark Rathbun left the church. Daniel Montalvo was helped by members. "
        "He described Montalvo as “a man who must not be sent to prison”."
    )
    assert outlined(read(text)).quotes[-1].speaker == "Mark Rathbun"


def test_a_known_surname_is_a_person_whatever_the_model_takes_it_for():
    text = (
        "Mark Rathbun left the church. Steve Whitmore said that the case was serious, and Montalvo has been "
        "helped by members.\n\nRathbun requested donations via a statement made on his blog. He described "
        "the law as “a threat to every member of the church”."
    )
    assert outlined(read(text)).quotes[-1].speaker in {"Mark Rathbun", "Rathbun"}
