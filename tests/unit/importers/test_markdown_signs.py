import time

import pytest

from deskbrief.importers.markdown_signs import is_markdown
from deskbrief.importers.sniffing import Kind, sniff
from deskbrief.importers.source import Source

MARKED = [
    "# A heading\n\nSome **bold** text.\n",
    "Title\n\n## Part\nWords with a [link](https://example.org/a).\n",
    "# A heading\n\nWords.\n\n- one\n- two\n",
    "# A heading\n\n1. one\n2. two\n",
    "# Usage\n\n```sh\n# a comment\nmake install;\n```\n\nWords.\n",
    "# A table\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "\n\n### Deep\n\n![A map](map.png)\n",
]
PLAIN = [
    "",
    "Words of a plain text.\n\nMore of them, and **no** heading.\n",
    "# Only a heading\n\nAnd words.\n",
    "#hashtag and words\n\n- one\n- two\n",
    "1. Introduction\n\n   This memo **MUST** be read.\n\n   - one\n   - two\n",
    "#!/bin/sh\n# Install everything\n\n# Then run it\nset -e\n- one\n- two\n",
    "# Settings\n\nname: wells\n# which ones\nlist:\n- one\n- two\n",
    "import os\n\n# Paths\n\nHOME = os.path['**x**'](a.b);\nreturn HOME;\n",
    "# include these\n\nint main() {\n  f(**argv);\n  return 0;\n}\n",
    "Heading\n=======\n\n**bold** words in another mark-up\n\n- one\n- two\n",
    "> # quoted\n\n- one\n- two\n",
]


@pytest.mark.parametrize("text", MARKED)
def test_several_signs_make_markdown(text):
    assert is_markdown(text)


@pytest.mark.parametrize("text", PLAIN)
def test_plain_texts_and_code_are_none(text):
    assert not is_markdown(text)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.txt", Kind.MARKDOWN), ("README", Kind.MARKDOWN), ("a.pdf", Kind.MARKDOWN), ("a.py", Kind.TEXT)],
)
def test_the_name_decides_only_where_it_says_something(name, kind):
    for text in (MARKED[0], MARKED[2].replace("\n", "\r\n")):
        assert sniff(Source(name, "", text.encode())) is kind


def test_rows_of_dashes_and_bars_take_time_in_proportion():
    """A row that nearly closes the head of a table was tried over with each of its signs."""

    def taken(size: int) -> float:
        text = "# A\n\n" + f"{'-' * size}{'|' * size}x\n" * 200
        started = time.process_time()
        assert not is_markdown(text)
        return time.process_time() - started

    assert min(taken(400) for _ in range(3)) < 40 * min(taken(40) for _ in range(3))
