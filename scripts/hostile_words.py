"""Words that the readers of each format look for: written here, and taken from the readers' own source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

#: What stands in for a number: too small, too large, no number, digits of other scripts.
NUMBERS = (
    *(b"0", b"-1", b"1", b"7", b"99", b"255", b"65536", b"2147483648", b"-2147483649", b"1e308", b"nan"),
    *(b"9" * 30, b"9" * 5000, b"0.5", b"\xc2\xb2", b"\xd9\xa3", b"\xe2\x91\xa2", b"1_0", b"", b"0x10"),
)  # fmt: skip
_TEXT = tuple(
    word.encode()
    for word in (
        *("\n", "\n\n", " ", "\t", "- ", "1. ", "(a) ", "| a | b |\n", "|---|\n", "# ", "## ", "> ", "```\n"),
        *("---\n", "[x](y)", "[^1]", "[^1]: n\n", "![a](b)", "**", "&amp;", "&#0;", "<!--", "-->", "<b>"),
        *("\xad", "\u200b", "\u202e", "\ufeff", "\ufb01", "e\u0301", "\u2028", "\U0001d518", "\x0c", "\x85"),
        *("CONTENTS\n", "Table 1", "=\n", "...... 7\n", "By Ann Writer\n", "4 March 2025", "\xb2"),
        *("title: x\n", "inter-\nnational"),
    )
)  # fmt: skip
_HTML = tuple(
    word.encode()
    for word in (
        *("<table>", "<tr>", '<td colspan="3" rowspan="0">', "<th>", "</table>", "<caption>", "<ul>"),
        *("<ol start=5>", "<li>", "<h1>", "<h7>", "<a href='#x'>", "<a name=x>", "<base href='//x'>"),
        *("<img src='data:,' alt=x>", "<br>", "<pre>", "<meta charset=utf-16>"),
        *("<meta name=date content=2025-99-99>", "<script type='application/ld+json'>", "<nav>"),
        *('{"@type":"Article","datePublished":5,"author":[[{}]]}', "</script>", "<sup>1</sup>"),
        *("<time datetime='x'>", "<svg>", "<math>", "<template>", "<![CDATA["),
        *("<?xml version='1.0' encoding='x'?>", "<p hidden>", "<dl><dt>x<dd>y", "<html lang=x>", "<title>"),
        *("<figure><figcaption>", "<section epub:type='footnote' id=x>", "<aside role=note>"),
    )
)  # fmt: skip
_MAIL = tuple(
    word.encode()
    for word in (
        *("Content-Type: multipart/alternative; boundary=x\r\n", "Content-Type: message/rfc822\r\n"),
        *("\r\n\r\n", "--x\r\n", "Content-Transfer-Encoding: base64\r\n"),
        *("Content-Transfer-Encoding: quoted-printable\r\n", "--x--", "=\r\n", "charset=undefined"),
        *("charset=idna", 'charset="a\x00b"', "charset*0*=''%FF", "format=flowed", "=?x?q?=FF?=", "=?"),
        *("Date: 31 Feb 99999 99:99\r\n", "To: ,;:<@>()\r\n", "filename*=utf-8''%", "begin 644 x\n", "\r\n "),
        *("> > ",),
    )
)  # fmt: skip
_XML = tuple(
    word.encode()
    for word in (
        *("<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", "<x>", "</x>", "<!-- -->", "<?x?>", "<![CDATA["),
        *("xmlns=''",),
    )
)  # fmt: skip
_ARCHIVE = (b"undefined", b"idna", b"a\0b", b"utf-16", b"punycode", b"http://[", b"//", b"text/plain")
_PDF = tuple(
    word.encode()
    for word in (
        *("BT ", " ET", " Tj ", "q ", "Q ", "1 0 0 1 0 0 cm ", "0 0 0 0 0 0 Tm ", "/F1 0 Tf ", "(x)"),
        *("<FEFF>", " Do ", "[", "<<", ">>", "/Kids[3 0 R]", "/Count -1", "/Rotate 90", "/MediaBox[0 0 0 0]"),
        *("/Title(\xfe\xff\xd8)", "3 0 R", "/Outlines 3 0 R", "/PageLabels<</Nums[0<</S/A/St 99999999>>]>>"),
        *("stream\n", "endstream", "endobj", "xref", "null"),
    )
)  # fmt: skip
#: The beginnings of the names of the modules that read a format, and the words written above.
_KNOWN: dict[str, tuple[tuple[str, ...], tuple[bytes, ...]]] = {
    "txt": (("plain",), _TEXT),
    "md": (("markdown",), _TEXT),
    "html": (("html",), _HTML + _TEXT),
    "mhtml": (("web_archive", "message"), _MAIL + _HTML),
    "webarchive": (("web_archive",), _ARCHIVE + _HTML),
    "eml": (("mail", "message"), _MAIL + _HTML),
    "epub": (("epub",), _XML + _HTML),
    "docx": (("docx", "office"), _XML),
    "odt": (("odt", "office"), _XML),
    "fodt": (("odt", "office"), _XML),
    "rtf": (
        ("rtf",),
        (b"{", b"}", b"\\", b"{\\*", b"\\'", b"\\u-1?", b"\\bin9 ", b";", b"\\par ", b"\\cell ", b"\\row "),
    ),
    "pdf": (("pdf",), _PDF),
}


def _written(beginnings: tuple[str, ...]) -> Iterator[str]:
    """Yield the short strings in the source of the modules whose names begin so."""
    spec = find_spec("deskbrief.importers")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    for path in sorted(path for start in beginnings for path in folder.glob(f"{start}*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and 1 < len(node.value) <= 30:
                yield node.value


def _dressed(suffix: str, word: str) -> tuple[str, ...]:
    """Return `word` as the format writes it."""
    if suffix == "docx" and word.isalnum():
        return f"<w:{word}>", f"</w:{word}>", f'<w:{word} w:val="1"/>', f'<w:{word} w:val="x" w:id="1">'
    if suffix in ("odt", "fodt") and word.replace("-", "").isalnum():
        return f"<text:{word}>", f"</text:{word}>", f'<table:{word} table:{word}="9">', f' text:{word}="2"'
    return (f"\\{word} ", f"\\{word}1 ", f"{{\\{word} ") if suffix == "rtf" and word.isalpha() else (word,)


@cache
def words_of(suffix: str) -> tuple[bytes, ...]:
    """Return the words of the format that files of this suffix have."""
    beginnings, fixed = _KNOWN[suffix]
    found = sorted({shown for word in _written(beginnings) for shown in _dressed(suffix, word)})
    # Those written here are few; each comes as often as it takes to be chosen half of the time.
    often = max(len(found) // len(fixed), 1)
    return fixed * often + tuple(word.encode("utf-8", "replace") for word in found)
