"""Named features of the blocks of a page, from which it is told whether they belong to its text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deskbrief.document.model import BlockKind, InlineKind
from deskbrief.importers import plain_words as words
from deskbrief.importers.clean import Piece
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_extract import Heard, key_of
from deskbrief.importers.html_regions import Regions
from deskbrief.importers.plain_features import bucket
from deskbrief.importers.plain_front import is_date_line

#: The mark of a note.
_REFERENCE = re.compile(r"\s{0,3}[\[(]?(?:\d{1,4}|[a-z]|[*†‡§]{1,4})[\])]?\s{0,3}", re.IGNORECASE)
_ENDS = '.!?”"’'


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of a page and what is known of all of them.

    `votes` says for each block which extractor took it: "11" both, "10" trafilatura, "01" readability,
    "00" none. `first` and `last` are the outermost blocks that both took. `parents` counts such
    blocks, `either` those that one took, by the element around them.
    """

    drafts: tuple[Draft, ...]
    votes: tuple[str, ...]
    first: int
    last: int
    parents: Counter[int]
    either: tuple[Counter[int], Counter[int]]
    texts: Counter[str]
    title: str
    traits: tuple[str, ...]


def survey_page(drafts: Sequence[Draft], one: Heard, two: Heard, title: str) -> Page:
    """Return `drafts` with the votes of the two extractors; `title` is the page's own title."""
    keys = [_keys_of(draft) for draft in drafts]
    pairs = [
        (any(one.holds(draft, key) for key in own), any(two.holds(draft, key) for key in own))
        for draft, own in zip(drafts, keys, strict=True)
    ]
    votes = [f"{int(first)}{int(second)}" for first, second in pairs]
    both = [index for index, vote in enumerate(votes) if vote == "11"]
    return Page(
        drafts=tuple(drafts),
        votes=tuple(votes),
        first=both[0] if both else 0,
        last=both[-1] if both else len(drafts),
        parents=Counter(_parent(drafts[index]) for index in both),
        either=(
            Counter(_parent(draft) for draft, pair in zip(drafts, pairs, strict=True) if pair[0]),
            Counter(_parent(draft) for draft, pair in zip(drafts, pairs, strict=True) if pair[1]),
        ),
        texts=Counter(draft.text for draft in drafts),
        title=key_of(title),
        traits=tuple(_traits(drafts, votes)),
    )


def _keys_of(draft: Draft) -> list[str]:
    """Return the key of `draft`, and that without the marks of its notes, which an extractor may drop."""
    whole = key_of(draft.text)
    targets = [_inner_target(piece) for piece in draft.pieces]
    linked: defaultdict[str, str] = defaultdict(str)
    for piece, target in zip(draft.pieces, targets, strict=True):
        linked[target] += piece.text
    marks = {target for target, text in linked.items() if target and _REFERENCE.fullmatch(text)}
    if not marks:
        return [whole]
    rest = zip(draft.pieces, targets, strict=True)
    return [whole, key_of("".join(piece.text for piece, target in rest if target not in marks)) or whole]


def _inner_target(piece: Piece) -> str:
    """Return the place on the page that `piece` leads to, or an empty string."""
    links = (mark.target for mark in piece.marks if mark.kind is InlineKind.LINK)
    return next((target for target in links if target.startswith("#")), "")


def _parent(draft: Draft) -> int:
    return id(draft.whole.getparent())


def _traits(drafts: Sequence[Draft], votes: Sequence[str]) -> Iterator[str]:
    """Yield how far the extractors agree on the page as a whole."""
    sizes: Counter[str] = Counter()
    for draft, vote in zip(drafts, votes, strict=True):
        sizes[vote] += len(draft.text)
    one, two = sizes["11"] + sizes["10"] + 1, sizes["11"] + sizes["01"] + 1
    yield f"ratio:{bucket(one / two, (0.6, 0.85, 0.97, 1.03, 1.2, 1.7))}"
    yield f"both:{bucket((sizes['11'] + 1) / max(one, two), (0.3, 0.6, 0.8, 0.95))}"
    yield f"share:{bucket(max(one, two) / (sum(sizes.values()) + 1), (0.2, 0.4, 0.6, 0.8))}"


def block_features(page: Page, index: int, regions: Regions) -> list[str]:
    """Return the features of the block at `index`."""
    draft, vote = page.drafts[index], page.votes[index]
    size = len(draft.text)
    links = bucket(draft.linked / max(size, 1), (0.01, 0.3, 0.6, 0.9))
    place = "before" if index < page.first else "after" if index > page.last else "inside"
    parent = _parent(draft)
    around = f"{bucket(page.either[0][parent], (1, 3))}{bucket(page.either[1][parent], (1, 3))}"
    before, after = _vote(page, index - 1), _vote(page, index + 1)
    names = [
        f"vote:{vote}",
        f"vote+kind:{vote}+{draft.kind}",
        f"size:{bucket(size, (10, 20, 40, 80, 160, 320))}",
        f"vote+size:{vote}+{bucket(size, (20, 60, 160))}",
        f"links:{links}",
        f"vote+links:{vote}+{links}",
        f"prev:{before}",
        f"next:{after}",
        f"between:{vote}+{before}+{after}",
        f"beyond:{_vote(page, index - 2)}+{_vote(page, index + 2)}",
        f"place:{place}",
        f"vote+place:{vote}+{place}",
        f"vote+parent:{vote}+{bucket(page.parents[parent], (1, 3, 8))}",
        f"vote+around:{vote}+{around}",
        f"times:{min(page.texts[draft.text], 3)}",
        *(f"{trait}+{vote}" for trait in page.traits),
    ]
    names += _text_features(draft.text, vote, place)
    names += _region_features(draft, vote, regions)
    if draft.kind is BlockKind.HEADING:
        names += _heading_features(page, index, vote, place)
    return names


def _vote(page: Page, index: int) -> str:
    return page.votes[index] if 0 <= index < len(page.votes) else "no"


def _heading_features(page: Page, index: int, vote: str, place: str) -> Iterator[str]:
    """Yield what stands under a heading: it belongs to the text when that does."""
    draft = page.drafts[index]
    under = next(
        (
            page.votes[at]
            for at in range(index + 1, min(index + 6, len(page.drafts)))
            if page.drafts[at].kind is not BlockKind.HEADING
        ),
        "no",
    )
    yield f"heading+under:{vote}+{under}"
    yield f"heading+place:{place}+{under}"
    yield f"heading+level:{vote}+{draft.level}"
    yield f"heading-outermost:{draft.level == 1}+{place}"
    yield f"heading-is-title:{key_of(draft.text) == page.title}"


def _text_features(text: str, vote: str, place: str) -> Iterator[str]:
    sentence = text[-1:] in _ENDS
    yield f"sentence+vote:{sentence}+{vote}"
    yield f"sentence+size:{sentence}+{bucket(len(text), (40, 100))}+{place}"
    head = text[:300]
    if words.BUTTON.match(head):
        yield "button"
        yield f"button+{vote}"
    if words.BYLINE.match(head):
        yield "byline"
    if words.CAPTION.match(head):
        yield "caption"
    if words.CREDIT.search(head):
        yield "credit"
    if words.URL.search(head):
        yield "address"
    if is_date_line(text):
        yield "date"
    if "©" in text or "rights reserved" in text:
        yield "copyright"


def _region_features(draft: Draft, vote: str, regions: Regions) -> Iterator[str]:
    seen: dict[str, int] = {}
    for name, distance in regions.names(draft.whole):
        if name not in seen:
            seen[name] = distance
    for name, distance in seen.items():
        yield f"in:{name}"
        yield f"in+vote:{name}+{vote}"
        yield f"in+near:{name}+{min(distance, 6) // 2}"
