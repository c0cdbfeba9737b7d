"""What a PDF brief carries is found by its name, within limits, whoever wrote the file anew."""

from __future__ import annotations

import zlib
from unittest.mock import patch

import pytest

from deskbrief.document.errors import SourceError
from deskbrief.importers import enclosed
from deskbrief.importers.enclosed import enclosed_in

NAME = b"/Type /DeskbriefEnclosure"


def stream(head: bytes, content: bytes) -> bytes:
    return b"%PDF-1.7\n9 0 obj\n<< " + head + b" >>\nstream\n" + content + b"\nendstream\nendobj\n"


def test_packed_and_plain_streams_are_read() -> None:
    packed = zlib.compress(b"{}" * 50)
    assert enclosed_in(stream(NAME + b" /Filter /FlateDecode", packed)) == b"{}" * 50
    assert enclosed_in(stream(b"/Length 2 " + NAME, b"{}")) == b"{}"


def test_of_several_the_last_whole_one_counts() -> None:
    first, second = stream(NAME, b"first"), stream(NAME, b"second")
    assert enclosed_in(first + second) == b"second"
    assert enclosed_in(first + stream(NAME + b"/Filter/FlateDecode", b"no zlib")) == b"first"


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", NAME, NAME + b" >> stream", stream(NAME + b" /Filter /FlateDecode", b"x")]
)
def test_a_file_that_encloses_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        enclosed_in(data)
    assert caught.value.next_step


def test_a_stream_that_unpacks_to_too_much_is_refused() -> None:
    packed = zlib.compress(b"0" * 1000)
    with patch.object(enclosed, "MOST_BYTES", 999), pytest.raises(SourceError):
        enclosed_in(stream(NAME + b" /Filter /FlateDecode", packed))
