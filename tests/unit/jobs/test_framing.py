from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.document.errors import BugError, JobTooLargeError
from deskbrief.jobs.framing import MAX_BLOB, MAX_HEADER, PREFIX, SLICE, Frame, FrameDecoder, encode_frame

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
    max_leaves=20,
)


def decoded(data: bytes, *cuts: int) -> list[Frame]:
    decoder = FrameDecoder()
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    frames = [frame for start, end in pairwise(edges) for frame in decoder.feed(data[start:end])]
    decoder.finish()
    return frames


@given(
    st.lists(st.tuples(JSON, st.binary(max_size=300)), max_size=4), st.lists(st.integers(0, 5000), max_size=8)
)
def test_frames_survive_being_cut_anywhere(sent, cuts):
    stream = b"".join(b"".join(encode_frame(header, blob)) for header, blob in sent)
    received = decoded(stream, *cuts)
    assert [(frame.header, frame.blob) for frame in received] == sent
    assert sum(frame.size for frame in received) == len(stream)


@pytest.mark.parametrize("length", [0, 1, SLICE - 1, SLICE, SLICE + 1, 3 * SLICE, 3 * SLICE + 7])
def test_a_list_of_any_length_is_encoded_whole(length):
    header = {"head": {"items": list(range(length)), "after": "x"}, "empty": {}, "pair": (1, 2)}
    (frame,) = decoded(b"".join(encode_frame(header)))
    assert frame.header == {"head": {"items": list(range(length)), "after": "x"}, "empty": {}, "pair": [1, 2]}


def test_lone_surrogates_and_control_characters_survive():
    header = {"text": "a\ud800\udfffb\0\n\u2028\x7f"}
    (frame,) = decoded(b"".join(encode_frame(header)))
    assert frame.header == header


def test_a_blob_is_not_copied_when_it_is_encoded():
    blob = bytes(1000)
    assert encode_frame({}, blob)[1] is blob


@pytest.mark.parametrize("sizes", [(MAX_HEADER + 1, 0), (0, MAX_BLOB + 1)], ids=["header", "blob"])
def test_nothing_over_the_limits_is_sent(sizes):
    header, blob = sizes
    with pytest.raises(JobTooLargeError):
        encode_frame("x" * header, bytes(blob))


@pytest.mark.parametrize(
    "stream",
    [
        b"HTTP/1.1 200 OK\r\n\r\n",
        PREFIX.pack(b"DKB0", 2, 0) + b"{}",
        PREFIX.pack(b"DKB1", MAX_HEADER + 1, 0),
        PREFIX.pack(b"DKB1", 2, MAX_BLOB + 1),
        PREFIX.pack(b"DKB1", 2, 0) + b"{]",
        PREFIX.pack(b"DKB1", 0, 0),
        PREFIX.pack(b"DKB1", 4, 0) + b"\xff\xfe\xff\xfe",
        PREFIX.pack(b"DKB1", 200_000, 0) + b"[" * 200_000,
        PREFIX.pack(b"DKB1", 10_000, 0) + b"9" * 10_000,
    ],
    ids=[
        "another protocol",
        "another version",
        "a long header",
        "a long blob",
        "no JSON",
        "no header",
        "no UTF-8",
        "deep nesting",
        "a huge number",
    ],
)
def test_rubbish_is_refused(stream):
    with pytest.raises(BugError):
        decoded(stream)


@pytest.mark.parametrize("kept", [1, 5, 12, 14, 20])
def test_a_stream_that_breaks_off_is_noticed(kept):
    decoder = FrameDecoder()
    stream = b"".join(encode_frame({"a": 1}, b"1234567"))
    assert list(decoder.feed(stream[:kept])) == []
    with pytest.raises(BugError, match="broke off"):
        decoder.finish()
