"""Notes of every kind for tests of files that carry them."""

from __future__ import annotations

from hypothesis import strategies as st

from deskbrief.document.anchors import Anchor
from deskbrief.document.incoming import Work
from deskbrief.document.notes import MarkStyle, Note, Role, uuid7
from deskbrief.exchange.outgoing import Outgoing

SHA = "cd" * 32
WORK = Work(sha256=SHA, title="A Report", author="The Committee", file_name="report.pdf")
#: All that a file in UTF-8 can hold; line ends of other systems are set right by many programs.
LETTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\r\0")
TRICKY = st.sampled_from(
    [
        *(
            "=1+1",
            "'=x",
            "+",
            "-2",
            "@a",
            "> quote",
            "# head",
            "## ",
            "---",
            "",
            "\\",
            '"',
            ",",
            ".tag",
            ".a .b",
        ),
        *("[¶1](deskbrief://open?x) · yellow", "\\[¶1](deskbrief://open?x)", "a\nb", "\n", " ", "\ttab"),
    ]
)
TEXT = st.lists(TRICKY | st.text(LETTERS, max_size=12), max_size=4).map("\n".join)
QUOTES = (TEXT | st.text(LETTERS, min_size=1, max_size=20)).filter(str.strip)
TAGS = st.lists(
    st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8), max_size=3, unique=True
).map(tuple)
STAMPS = st.sampled_from(["2026-03-05T10:00:00.000Z", "2026-03-06T11:30:00.250Z"])


@st.composite
def outgoing(draw: st.DrawFn, tags: st.SearchStrategy[tuple[str, ...]] = TAGS) -> Outgoing:
    """Return a note on its way out."""
    exact, start = draw(QUOTES), draw(st.integers(0, 10_000))
    created, modified = sorted((draw(STAMPS), draw(STAMPS)))
    note = Note(
        id=uuid7(),
        document=SHA,
        anchor=Anchor(start, start + len(exact), exact),
        role=draw(st.sampled_from(Role)),
        style=draw(st.sampled_from(MarkStyle)),
        body=draw(TEXT),
        tags=draw(tags),
        created=created,
        modified=modified,
    )
    section = draw(st.sampled_from(["", "Water", "What Should Follow"]))
    return Outgoing(
        note=note, work=WORK, section=section, where=draw(st.sampled_from(["", "¶12", "p. iv, ¶3"])),
        start=start, end=start + len(exact),
    )  # fmt: skip
