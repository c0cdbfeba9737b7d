"""Who speaks in a recommendation, and that what is asked for is told whole."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read


def listed(text):
    return outlined(read(text, "file.md", "text/markdown")).recommendations


def plain(name):
    return name.removeprefix("the ").removeprefix("The ")


@pytest.mark.parametrize(
    ("text", "speaker", "addressee", "action"),
    [
        (
            "The Committee recommends that the Government publish the figures each year.",
            "Committee",
            "Government",
            "publish the figures each year",
        ),
        (
            "Accordingly, this Inquiry urges the Ministry of Ports to open its files.",
            "this Inquiry",
            "Ministry of Ports",
            "open its files",
        ),
        (
            "The panel calls on all councils to record complaints in one register.",
            "panel",
            "all councils",
            "record complaints in one register",
        ),
        (
            "The Ombudsman is recommending that the agency repay the fees.",
            "Ombudsman",
            "agency",
            "repay the fees",
        ),
        ("It is strongly recommended that agencies keep a log.", "", "agencies", "keep a log"),
        (
            "In addition, it is recommended that the two registers be joined.",
            "",
            "",
            "the two registers be joined",
        ),
        ("Updating to the latest version is recommended.", "", "", "Updating to the latest version"),
        (
            "Furthermore, we recommend that owners test their pumps each spring.",
            "",
            "owners",
            "test their pumps each spring",
        ),
    ],
)
def test_a_body_that_recommends_in_its_own_report_is_heard(text, speaker, addressee, action):
    (found,) = listed(
        f"# The Harbour Report\n\nWe saw the harbour in May. Traffic in it grew for years. {text} "
        "The figures are known to few. Nobody keeps them in one place."
    )
    assert (plain(found.speaker), plain(found.addressee)) == (speaker, addressee)
    assert found.action == action


FINDINGS = """# Ferry Safety

We read what is known of ferries. Ferry traffic grew for years. LOWTEK reviewed forty boats and found that
half had no rafts. Crews told LOWTEK that rafts cost too much. LOWTEK recommends that the Director of Ports
inspect every boat by May 2031. NORDAT recommends that owners keep two rafts on board. The Committee
recommended in 1999 that boats be inspected.
"""


def test_a_report_that_names_its_own_office_speaks_for_it():
    assert [(plain(one.addressee), one.speaker) for one in listed(FINDINGS)] == [
        ("Director of Ports", "LOWTEK")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The guidance recommends that grantees keep receipts for three years.",
        "In 2019 the Committee recommended that the harbour be closed.",
        "The recommended dose is two tablets.",
        "The Committee did not recommend that the harbour be closed.",
    ],
)
def test_what_papers_or_earlier_reports_recommend_is_not_listed(text):
    assert not listed(
        f"# The Harbour Report\n\nWe saw the harbour in May. Traffic in it grew for years. {text} "
        "The figures are known to few. Nobody keeps them in one place."
    )


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            "The office should settle each claim as nearly as practicable to the day of the loss.",
            "settle each claim as nearly as practicable to the day of the loss",
        ),
        (
            "The first step should be to search the register.",
            "The first step should be to search the register",
        ),
        ("The waiting time should be 30 days because that is usual.", "The waiting time should be 30 days"),
        ("The contract must remain in force.", "The contract must remain in force"),
        (
            "I recommend that the Home Office should consider the repeal of the rule.",
            "consider the repeal of the rule",
        ),
        (
            "The ministry should amend the Harbour Code as well as the Ferry Act.",
            "amend the Harbour Code as well as the Ferry Act",
        ),
        (
            "We recommend briefly naming the owners in the next report.",
            "briefly naming the owners in the next report",
        ),
        (
            "Round all fees up to the nearest whole number (6).",
            "Round all fees up to the nearest whole number (6)",
        ),
        (
            "2.2 Owners should begin to save as soon as they start to trade.",
            "begin to save as soon as they start to trade",
        ),
        ('Call the new body "the Harbour Board".', 'Call the new body "the Harbour Board"'),
        (
            "The owner should be warned and, if necessary, fined in the same way as others.",
            "The owner should be warned and, if necessary, fined in the same way as others",
        ),
    ],
)
def test_what_is_asked_is_told_whole(text, action):
    (found,) = listed(f"# Proposals for the harbour\n\n{text}\n")
    assert found.action == action


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Owners should keep the doors open for as long as possible.", ""),
        ("The clerk should search the register to see if the claim was made before.", ""),
        ("Journalists should be subject to the same law as everyone else.", ""),
        ("If it is safe then no rule should be introduced.", "If it is safe"),
        ("Subject to a vote, the board should lower the fees.", "Subject to a vote"),
    ],
)
def test_only_what_must_be_so_first_is_a_condition(text, condition):
    (found,) = listed(f"# Proposals for the harbour\n\n{text}\n")
    assert found.condition == condition


def test_headings_that_count_proposals_or_tell_of_duties_open_no_list_of_advice():
    text = "# The Harbour\n\nIt has two cranes.\n\n## {}\n\n- Stone quays\n- Define the fees of the harbour\n"
    assert not listed(text.format("New proposals"))[1:]
    assert not listed(text.format("Responsibilities of the board"))
    assert len(listed(text.format("Our proposals"))) == 2


def test_a_deadline_is_told_whole():
    (found,) = listed(
        "# Directive\n\nAgencies must update all servers by 11:59 PM EDT, Monday, September 21, 2020.\n"
    )
    assert found.deadline == "by 11:59 PM EDT, Monday, September 21, 2020"


@pytest.mark.parametrize(
    "text",
    [
        "I propose to write to you fully about the future of the Committee.",
        "We will propose legally possible scenarios for overcoming the veto.",
        "Show code",
        "Enter your email, and you will get all that when it is available.",
    ],
)
def test_what_the_writer_means_to_do_and_labels_of_a_page_ask_nothing(text):
    assert outlined(read(text), "2024-03-06").recommendations == ()
