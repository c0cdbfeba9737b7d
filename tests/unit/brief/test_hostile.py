"""Whatever a field says, it is drawn as it stands: no mark-up, no file, no address, no crash."""

from __future__ import annotations

import socket
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab import rl_config

from deskbrief.brief.characters import code_point, folded
from deskbrief.brief.fonts import Face, Fonts
from helpers.briefs import opened, plan_of, rendered, words_of

MARKUP = (
    "<b>bold</b>",
    "a & b &amp; &#65; &nbsp;",
    '<img src="/etc/passwd"/>',
    "<img src=http://127.0.0.1/x>",
    "</para><para>",
    '<a href="javascript:alert(1)">x</a>',
    "<onDraw name=x/>",
    '<font color="[__import__(1)]">x</font>',
    "{0} {title} %s %(x)s $y",
    r"back\slash (paren) \051",
    "]]> <?xpacket end='w'?> -->",
    "=HYPERLINK(1)",
    "**strong** _em_ # head",
)


def shown(text: str) -> str:
    """Return what of `text` can be copied out of a page: lost characters as their code points."""
    fonts = Fonts()
    kept = (c if fonts.choose(Face.SERIF_BOLD, c) else code_point(c) for c in squeezed(text))
    return "".join(kept)


def squeezed(text: str) -> str:
    return "".join(folded(text).split())


@pytest.mark.parametrize("text", MARKUP)
def test_markup_appears_literally_in_every_field(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something tried to open a connection")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    words = squeezed(words_of(opened(plan_of(text))))
    # title, source line, bottom line, two points; notes show their Markdown as text
    assert words.count(squeezed(text)) >= 5
    assert squeezed(text.upper()) in words


@pytest.mark.parametrize("text", MARKUP)
def test_markup_does_not_break_the_metadata(text: str) -> None:
    reader = opened(plan_of(text))
    assert reader.metadata is not None
    assert reader.metadata.title == " ".join(text.split())
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": " ".join(text.split())}
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en"


def test_only_links_inside_the_brief_are_made() -> None:
    for page in opened(plan_of("http://example.org/ www.example.org mailto:a@example.org")).pages:
        for annotation in page.get("/Annots", []):
            assert "/A" not in annotation.get_object()


def test_reportlab_may_open_no_address() -> None:
    rendered(plan_of("x"))
    assert rl_config.trustedSchemes == []
    assert rl_config.trustedHosts == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("שלום עולם", "Hebrew"),
        ("مرحبا", "Arabic"),
        ("中文", "Chinese or Japanese characters"),
        ("한국어", "Hangul"),
        ("หนังสือ", "Thai"),
    ],
)
def test_scripts_without_a_face_are_named_and_shown_as_codes(text: str, named: str) -> None:
    result = rendered(plan_of(text))
    assert any(named in remark for remark in result.undrawn)
    assert f"[U+{ord(text[0]):04X}]" in words_of(PdfReader(BytesIO(result.data)))


@pytest.mark.parametrize(
    "text", ["Ελλάδα ἀρχή", "Україна ёж", "ĂŐŞțřĦ ẞ", "Հայ ქართ", "→ ▸ ✓ □ ● ⟨x⟩ ≥ ½ № €", "e\u0301"]
)
def test_scripts_with_a_face_need_no_remark(text: str) -> None:
    result = rendered(plan_of(text))
    assert (result.remarks, result.undrawn) == ((), ())
    assert squeezed(text) in squeezed(words_of(PdfReader(BytesIO(result.data))))


@pytest.mark.parametrize(
    "text", ["x" * 1500, "x" * 300 + " y", "-" * 900, "/" * 900, "\u0301" * 500, "é" * 500]
)
def test_long_words(text: str) -> None:
    result = rendered(plan_of(text))
    assert (result.pages > 0, result.undrawn) == (True, ())


@given(st.text(max_size=40))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_in_every_field(text: str) -> None:
    result = rendered(plan_of(text, one_page=True))
    reader = PdfReader(BytesIO(result.data))
    assert len(reader.pages) == result.pages
    assert shown(text) in squeezed(words_of(reader))
    named = result.undrawn
    assert bool(named) == ("[U+" in shown(text).replace(squeezed(text), ""))
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]
