"""Where recommendations stand: behind a label, in boxes, under mixed headings, counted in one sentence."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read

OTHER = (
    "The towns were visited in spring. Their wells were found dry, and the pumps had been sold long before."
)


def found(text):
    return outlined(read(text, "file.md", "text/markdown")).recommendations


def actions(text):
    return [one.action for one in found(text)]


def test_a_paragraph_that_opens_with_a_label_is_a_place_for_recommendations():
    text = f"""# A review

## Wells

Background: According to the guide, pumps should be cleaned each year.

Recommendations: We recommend that the council sink new wells. The council should publish maps.

Response: The council should, it said, be given more time. {OTHER}
"""
    asked = found(text)
    assert [one.addressee.lower() for one in asked[:2]] == ["the council", "the council"]
    assert not any("cleaned" in one.action for one in asked)


def test_what_is_only_said_among_conclusions_is_not_listed():
    text = f"""# A committee's report

{OTHER}

## Conclusions and recommendations

1. We have found the ministry helpful in most things. (Paragraph 18)

2. We recommend that the ministry reopen the wells. (Paragraph 21)

3. We intend to hold further hearings, as those who may not wish to write can then speak. (Paragraph 57)

4. Better maps of the valley

5. That the council adopt the plan for the wells.

6. The ministry should publish the maps.

7. The council should pay the towns for their loss.

For the committee
"""
    listed = [one.action for one in found(text)]
    assert [one.split()[0] for one in listed] == ["We", "Better", "adopt", "publish", "pay"]
    assert all(len(one.spans) == 1 for one in found(text))


def test_an_act_that_is_called_a_recommendation_does_not_ask_in_every_line():
    text = f"""# Commission Recommendation (EU) 2031/12 on wells

THE COMMISSION,

(1) Wells bring great benefits to the towns of the valley.

(2) It is recommended that Member States map their wells.

For the Commission

Jane Roe
{OTHER}
"""
    assert len(actions(text)) == 1
    assert found(text)[0].addressee == "Member States"


@pytest.mark.parametrize(
    ("sentence", "addressee", "deeds"),
    [
        (
            "Recommendations: CDC should (1) see reports are whole; (2) name grants; and (3) train staff.",
            "CDC",
            ["see reports are whole", "name grants", "train staff"],
        ),
        (
            "Recommendation: IHS, HRSA, and NIH should each (1) act on cases, and (2) improve controls.",
            "IHS, HRSA, and NIH",
            ["act on cases", "improve controls"],
        ),
        (
            "We recommend that the Harbour Office (1) repay fees, (2) train staff, and (3) report yearly.",
            "Harbour Office",
            ["repay fees", "train staff", "report yearly"],
        ),
        (
            "The Commission should: (a) publish minutes; (b) open hearings; and (c) report to Parliament.",
            "The Commission",
            ["publish minutes", "open hearings", "report to Parliament"],
        ),
        (
            "The Department must (i) appoint a director, (ii) set up a fund and (iii) end the pilot.",
            "The Department",
            ["appoint a director", "set up a fund", "end the pilot"],
        ),
    ],
)
def test_each_deed_that_a_sentence_counts_is_a_recommendation(sentence, addressee, deeds):
    listed = found(f"# A review\n\n{OTHER}\n\n## Recommendations\n\n{sentence}\n\n{OTHER}")
    assert [one.action for one in listed] == deeds
    assert {one.addressee.removeprefix("The ").removeprefix("the ") for one in listed} == {
        addressee.removeprefix("The ")
    }
    assert len({one.spans[0] for one in listed}) == len(deeds)


def test_a_deadline_holds_for_the_deed_beside_it_and_one_before_the_numbers_for_all():
    text = "{}he Commission should (1) publish its minutes{} and (2) open its hearings to the public."
    for words, deadlines in [
        (("T", " by June 2025"), ["by June 2025", ""]),
        (("By June 2025, t", ""), ["By June 2025", "By June 2025"]),
    ]:
        listed = found(f"# A review\n\n{OTHER}\n\n## Recommendations\n\n{text.format(*words)}\n\n{OTHER}")
        assert [one.deadline for one in listed] == deadlines


@pytest.mark.parametrize(
    "sentence",
    [
        "The Commission should publish its rules on (1) fees and (2) fines.",
        "The Commission should act under section 4(1)(a) and section 5(1)(b) of the Act.",
        "The Commission should (1) publish its minutes and open its hearings.",
    ],
)
def test_numbers_inside_one_deed_do_not_part_it(sentence):
    assert len(found(f"# A review\n\n{OTHER}\n\n## Recommendations\n\n{sentence}\n\n{OTHER}")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "We believe it is very important that the inquiry discovers how the lane was made.",
        "We'd like to see the inquiry investigate what became of the wells.",
        "We encourage the Commission to open the files.",
        "We ask that all towns publish their maps.",
    ],
)
def test_what_the_writers_want_of_somebody_is_listed(sentence):
    assert len(actions(f"# A letter\n\n{OTHER}\n\n{sentence} {OTHER}")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "File No. S7-24-15",
        "Need for better lighting in the hall",
        "Save in respect of the wells, nothing was changed by the council in that year.",
        "I next consider the request made of me by the owners that the state should pay for the wells.",
        "Their suggestion, as I see it, was that the council should be closed.",
        "- A post will be written about how people teaching in the towns should proceed.",
    ],
)
def test_what_only_sounds_like_advice_is_not_listed(sentence):
    assert actions(f"# A letter\n\n{OTHER}\n\n{sentence}\n\n{OTHER}") == []


def test_a_condition_is_told_whole():
    (one,) = found("# Rules\n\nFamilies should be paid only if they, themselves, have suffered loss.")
    assert one.condition == "if they, themselves, have suffered loss"


def test_who_is_to_have_something_done_to_him_is_not_asked():
    (one,) = found(f"# Minutes\n\nA new chair needs to be appointed. {OTHER}")
    assert (one.addressee, one.action) == ("", "A new chair needs to be appointed")


def test_states_named_behind_a_recommendation_make_it():
    text = "# Report\n\n## Recommendations\n\n- Open wells (Jordan)\n- Close lanes (Russian Federation);\n"
    assert [one.speaker for one in found(text)] == ["Jordan", "Russian Federation"]


def test_whom_minutes_give_a_task_is_asked():
    asked = found(
        "# Minutes\n\n## Action items\n\n- Maria: follow up with the clerk\n- Maps: print new ones\n"
    )
    assert [(one.addressee, one.title) for one in asked] == [("Maria", ""), ("", "Maps")]


def test_a_committee_that_is_called_so_is_the_one_named_last():
    told = (
        "The Committee recommended that Norway open its wells. The Committee urged Norway to close the lanes."
    )
    text = (
        "# Compilation\n\nThe Human Rights Committee was concerned about the wells. "
        f"{told}\n\nThe Committee on Social Rights met in May. {told.replace('wells', 'ports')}\n"
    )
    speakers = [one.speaker for one in found(text)]
    assert speakers == [*["Human Rights Committee"] * 2, *["Committee on Social Rights"] * 2]


@pytest.mark.parametrize(
    "sentence",
    [
        "I have told of the arguments around whether the council should pay for it, and leave them here.",
        "Lord Hunt, the chair, suggested that there should be a line for all who work there.",
    ],
)
def test_what_is_weighed_or_was_once_wanted_is_not_listed(sentence):
    text = f"# Review\n\n{OTHER}\n\n## Recommendations\n\n{sentence}\n\nThe council should open the port.\n"
    assert [one.action for one in found(text)] == ["open the port"]


def test_a_day_does_nothing():
    (one,) = found(f"# Minutes\n\n## Recommendations\n\nThe lists should be closed by May 10. {OTHER}")
    assert one.addressee == ""


def test_each_place_of_a_repeated_recommendation_holds_its_words():
    said = "The ministry should publish the maps of all wells in the valley by 2030."
    document = read(
        f"# Summary\n\n{said}\n\n{OTHER}\n\n# Report\n\n{OTHER} {said}\n", "a.md", "text/markdown"
    )
    (one,) = outlined(document).recommendations
    assert [document.quote(span) for span in one.spans] == [said, said]
