"""Duties that a law or rule in force lays down are told, not asked for; what the text asks for stays."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read

BEFORE = "# Boats\n\nWe wrote this paper for the regulator. The market for boats is broken.\n\n"


def asked(text, before=BEFORE):
    found = outlined(read(f"{before}{text}\n", "page.md")).recommendations
    return [(one.addressee, one.action) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "States must currently report their figures to the office each month.",
        "Companies currently have to file their accounts within nine months.",
        "Under the Boats Act, owners must register their boats within 30 days.",
        "Under section 12 of the Act, the board shall publish its fees each year.",
        "The agency must, by statute, review the rules every five years.",
        "In order to receive funds, the facility must meet several criteria.",
        "Facilities must meet several criteria in order to receive federal funds.",
        "Applicants must be at least 18 and must live in the county.",
        "The directive obliges member states to publish the data, and they must do so by May.",
        "Since 2019 owners have had to pay a fee. They must do so within 30 days of the sale.",
        "The coroner has a legal duty to report. The county must reply within 56 days.",
        "Employers have a duty to keep a log under the 2004 Act. They must keep it for six years.",
        "The office is responsible for the fees. It must publish them each year.",
        "The Act requires a log. The rule does not apply to small boats. Owners must keep it for six years.",
        (
            "The coroner has a legal duty to report. Failure to do so is an offence. The county must reply "
            "within 56 days."
        ),
        "The law requires a log. If an owner has not kept it, he pays. Owners must pay within 30 days.",
    ],
)
def test_a_duty_under_a_law_in_force_is_no_advice(text):
    assert asked(text) == []


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Congress must repeal the Act.", "Congress"),
        ("The law must be changed so that owners can appeal.", ""),
        ("Under the new Act, ministers should move quickly to publish the fees.", "ministers"),
        ("Under international law, both navies must let the boats pass.", "both navies"),
        ("Survivors must understand how to get help.", "Survivors"),
        ("The Act requires a log. Congress must repeal it within a year.", "Congress"),
        ("The port is responsible for the lock. It must open it now.", "The port"),
        ("Applicants must be told why they failed.", ""),
    ],
)
def test_what_the_text_asks_for_stays_though_a_law_is_named(text, addressee):
    assert [one[0] for one in asked(text)] == [addressee]


def test_a_duty_is_listed_where_advice_is_announced():
    text = "## Recommendations\n\n- Under the Boats Act, owners must register their boats within 30 days.\n"
    assert asked(text)


def test_what_a_bill_lays_down_is_told_by_who_explains_it():
    bill = (
        "# Speech\n\nSection 4 of the Act sets out the fees. Section 5 of the Act is new. "
        "The Bill changes Section 6. The Bill and the Act are in line. Section 7 tells of counts.\n\n"
    )
    assert asked("A notice must be published in the Gazette. The port must open the lock.", bill) == [
        ("The port", "open the lock")
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            (
                "Care homes have a legal duty to report deaths. Hundreds went unreported. The regulator must "
                "inspect every home within six months."
            ),
            "inspect every home within six months",
        ),
        (
            (
                "Care homes have a legal duty to report deaths. Hundreds went unreported. The health "
                "secretary must show that she is serious."
            ),
            "show that she is serious",
        ),
        (
            (
                "The ministry is responsible for checking the reports. It failed to read most of them. "
                "The agency must check all reports within two weeks."
            ),
            "check all reports within two weeks",
        ),
        (
            "The law requires ports to keep a log. Few did. The port must explain why it failed.",
            "explain why it failed",
        ),
        (
            (
                "The rules require a test each year, but the board has not run one since 2015. "
                "The board must publish its tests every year."
            ),
            "publish its tests every year",
        ),
        (
            "Owners are required to keep a log. Nobody checked. The port must inspect boats every month.",
            "inspect boats every month",
        ),
    ],
)
def test_a_failure_told_after_the_law_keeps_what_is_asked(text, last):
    assert last in [one[1] for one in asked(text)]


def test_an_inquiry_and_an_opinion_ask_though_they_name_the_law():
    told = "The port is responsible for the locks. The port must inspect every lock within six months."
    for title in (
        "# Report of the inquiry into the lock",
        "# Opinion: The lock",
        "# Public Inquiry\n\nVolume 2",
    ):
        assert asked(told, f"{title}\n\nThe lock broke in May. Two boats sank.\n\n"), title


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        (
            "The government must invest in teachers in order to receive funding from the bank.",
            "The government",
        ),
        ("Ministers must act now to get funding for the port.", "Ministers"),
        ("Parliament must pass the bill this week to get the payments.", "Parliament"),
        ("The health secretary must sign the treaty to obtain the grants.", "The health secretary"),
        ("To receive the funds, the cabinet must publish its plan this week.", "the cabinet"),
        ("Claimants must not be punished for mistakes made by officials.", ""),
        ("Bidders must not be allowed to set the price.", "Bidders"),
        ("Applicants must never again wait a year.", "Applicants"),
        ("Claimants must not be left without help.", ""),
        ("Applicants must never be asked for cash.", "Applicants"),
        ("Submissions should be made public.", ""),
        ("Claims must be made easier to file.", ""),
        ("All applications must be received and answered by a person within two days.", ""),
        ("Requests should be made simpler.", ""),
        ("Bids must be completed faster than in May.", ""),
    ],
)
def test_who_governs_and_what_is_owed_to_applicants_are_asked(text, addressee):
    found = asked(text)
    assert len(found) == 1
    assert found[0][0] in {addressee, ""}


@pytest.mark.parametrize(
    "text",
    [
        "Applicants must not be older than 30.",
        "Claimants must live in the county.",
        "Applications must be received by 5 May.",
        "Submissions should be made in writing.",
        "Claims must be made within 30 days.",
        "All requests should be completed in English.",
        "Farms must pass two tests in order to receive the payments.",
    ],
)
def test_what_is_asked_of_all_who_apply_is_no_advice(text):
    assert asked(text) == []
