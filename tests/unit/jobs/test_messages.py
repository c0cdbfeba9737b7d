from __future__ import annotations

import pytest

from deskbrief.document.errors import BugError
from deskbrief.document.tasks import Part, Progress, Request
from deskbrief.jobs.framing import Frame, FrameDecoder
from deskbrief.jobs.messages import (
    Bye,
    Cancel,
    Delivered,
    Done,
    Failed,
    Prefer,
    Progressed,
    Ready,
    Running,
    Start,
    pack,
    unpack,
)
from deskbrief.jobs.protection import Layer, Protection

MESSAGES = [
    Start(1, "module:function", 5, Request({"a": [1, {"b": None}]}, b"bytes")),
    Cancel(2),
    Prefer(2),
    Ready(1, Protection((Layer("Files", True, "Reads little."), Layer("Net", False, "No way.")))),
    Running(3),
    Delivered(4, Part("name", {"x": 1}, b"blob")),
    Delivered(4, Part("name")),
    Progressed(5, Progress(1, 2, "reading")),
    Done(6),
    Failed(7, "SourceError", "What.", "Next."),
    Bye(),
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_survives_the_way_through_a_frame(message):
    (frame,) = FrameDecoder().feed(b"".join(pack(message)))
    assert unpack(frame) == message


@pytest.mark.parametrize(
    "header",
    [
        None,
        [],
        "done",
        {},
        {"done": {"job": 1}, "bye": {}},
        {"done": None},
        {"done": {}},
        {"done": {"job": "1"}},
        {"unknown": {"job": 1}},
        {"done": {"job": True}},
        {"done": {"job": 10**20}},
        {"progressed": {"job": 1, "done": 10**400, "total": 1, "label": ""}},
        {"progressed": {"job": 1, "done": 1, "total": -(2**53) - 1, "label": ""}},
        {"progressed": {"job": 1, "done": 1, "total": None, "label": ""}},
        {"failed": {"job": 1, "kind": [], "what": "", "next_step": ""}},
        {"delivered": {"job": 1, "name": 5, "data": None}},
        {"ready": {"protocol": 1, "layers": [["Files", 1, "x"]]}},
        {"ready": {"protocol": 1, "layers": [["Files", True]]}},
        {"ready": {"protocol": 1, "layers": "Files"}},
        {"start": {"job": 1, "target": "a:b", "priority": 0, "data": []}},
    ],
)
def test_what_is_no_message_is_refused(header):
    with pytest.raises(BugError):
        unpack(Frame(header))


def test_protection_is_complete_only_when_every_layer_holds():
    on, off = Layer("a", True, "x."), Layer("b", False, "y.")
    assert Protection((on,)).complete
    assert not Protection((on, off)).complete
    assert not Protection().complete
