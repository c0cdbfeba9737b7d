from uuid import UUID

from deskbrief.document.anchors import Anchor
from deskbrief.document.notes import Decision, ItemKind, Verdict, uuid7


def test_ids_are_version_7_and_sort_by_time():
    early, late = uuid7(1_000), uuid7(2_000)
    assert UUID(early).version == 7
    assert UUID(early).variant == "specified in RFC 4122"
    assert early < late
    assert int(early.replace("-", "")[:12], 16) == 1_000


def test_ids_of_one_moment_differ():
    assert len({uuid7(5) for _ in range(200)}) == 200


def test_a_decision_is_keyed_by_kind_ordinal_and_quote_but_not_by_position():
    def decision(**changes):
        values = {"kind": ItemKind.EVENT, "anchor": Anchor(5, 9, "July", "in "), "verdict": Verdict.CONFIRMED}
        return Decision(document="d", **{**values, **changes})

    assert decision().key == decision(anchor=Anchor(50, 54, "July", "in ")).key
    assert decision().key != decision(ordinal=1).key
    assert decision().key != decision(kind=ItemKind.RECOMMENDATION).key
    assert decision().key != decision(anchor=Anchor(5, 9, "July", "on ")).key
