"""Pages whose content is compressed piece by piece."""

from __future__ import annotations

import zlib

from deskbrief.brief.pagestream import PageStream


def test_pieces_become_one_stream_that_any_reader_unpacks() -> None:
    stream = PageStream("BT ET\n" * 500)
    stream.add("\n/Artifact BMC\nEMC\n")
    stream.add("")
    content = stream.finished().content
    assert zlib.decompress(content) == b"BT ET\n" * 500 + b"\n/Artifact BMC\nEMC\n"
    assert len(content) < 200
