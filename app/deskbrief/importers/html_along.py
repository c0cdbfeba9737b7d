"""Features of a first judgement of the blocks of a page: what was thought of those that stand with each.

A block is looked at beside its neighbours, its list, the section it heads or stands in, and the element that
holds most of what seems to be text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.plain_features import bucket

_EDGES = (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98)
_FEW = (0.15, 0.5, 0.85)
_FIVE = (0.05, 0.2, 0.5, 0.8, 0.95)
#: How many blocks on either side are neighbours, and how many of a section are looked at.
WIDE, SECTION = 8, 40
#: Blocks count by their letters, up to so many, and each for so many more.
MOST_LETTERS, MORE = 400, 20
#: The share of what seems to be text that the element around it holds, and how far inside it is counted.
CORE, DEEP = 0.8, 5
_LISTS = ("ul", "ol", "dl", "table")


def along_features(drafts: Sequence[Draft], chances: Sequence[float]) -> list[list[str]]:
    """Return for each block features of the `chances` that a first score gave it and what stands with it."""
    sizes = [min(len(draft.text), MOST_LETTERS) + MORE for draft in drafts]
    found = [_beside(draft.kind, chances, index) for index, draft in enumerate(drafts)]
    around = {
        "p-wide": _wide(sizes, chances),
        "p-list": _lists(drafts, sizes, chances),
        "p-core": _places(drafts, chances),
        "p-under": _sections(drafts, sizes, chances),
    }
    for name, values in around.items():
        for names, draft, chance, value in zip(found, drafts, chances, values, strict=True):
            names.extend((f"{name}:{value}", f"{name}+own:{value}+{bucket(chance, _EDGES) // 2}"))
            if name == "p-core":
                names.append(f"{name}+kind:{value}+{draft.kind}")
    return found


def _beside(kind: BlockKind, chances: Sequence[float], index: int) -> list[str]:
    before, after = chances[max(index - 3, 0) : index], chances[index + 1 : index + 4]
    own = bucket(chances[index], _EDGES)
    prev, following = _mean(before), _mean(after)
    return [
        f"p-own:{own}",
        f"p-prev:{prev}",
        f"p-next:{following}",
        f"p-both:{prev}+{following}",
        f"p-own+both:{own // 2}+{prev}+{following}",
        f"p-kind:{kind}+{following}",
    ]


def _mean(chances: Sequence[float]) -> str:
    return str(bucket(sum(chances) / len(chances), _FEW)) if chances else "no"


def _share(held: float, whole: float) -> str:
    return str(bucket(held / whole, _FIVE)) if whole > 0 else "no"


def _wide(sizes: Sequence[int], chances: Sequence[float]) -> Iterator[str]:
    """Yield what was thought of the neighbours of each block."""
    weighed = [size * chance for size, chance in zip(sizes, chances, strict=True)]
    for index, (size, own) in enumerate(zip(sizes, weighed, strict=True)):
        near = slice(max(index - WIDE, 0), index + WIDE + 1)
        yield _share(sum(weighed[near]) - own, sum(sizes[near]) - size)


def _lists(drafts: Sequence[Draft], sizes: Sequence[int], chances: Sequence[float]) -> Iterator[str]:
    """Yield what was thought of the rest of the outermost list or table that each block stands in."""
    lists = [_outermost(draft.whole) for draft in drafts]
    held: defaultdict[HtmlElement | None, float] = defaultdict(float)
    whole: defaultdict[HtmlElement | None, int] = defaultdict(int)
    for element, size, chance in zip(lists, sizes, chances, strict=True):
        held[element] += size * chance
        whole[element] += size
    for element, size, chance in zip(lists, sizes, chances, strict=True):
        yield "no" if element is None else _share(held[element] - size * chance, whole[element] - size)


def _outermost(element: HtmlElement) -> HtmlElement | None:
    around = element if element.tag in _LISTS else None
    for parent in element.iterancestors(*_LISTS):
        around = parent
    return around


def _sections(drafts: Sequence[Draft], sizes: Sequence[int], chances: Sequence[float]) -> Iterator[str]:
    """Yield what was thought of the section below each heading, and of the heading above other blocks."""
    above = "no"
    for index, (draft, chance) in enumerate(zip(drafts, chances, strict=True)):
        if draft.kind is not BlockKind.HEADING:
            yield above
            continue
        above = f"head{bucket(chance, _FIVE)}"
        held, whole = 0.0, 0
        for at in range(index + 1, min(index + SECTION, len(drafts))):
            if drafts[at].kind is not BlockKind.HEADING:
                held, whole = held + sizes[at] * chances[at], whole + sizes[at]
            elif (drafts[at].level or 9) <= (draft.level or 9):
                break
        yield f"below{_share(held, whole)}"


def _places(drafts: Sequence[Draft], chances: Sequence[float]) -> Iterator[str]:
    """Yield where each block stands: how deep inside the element that holds most of the text, or outside."""
    letters = [len(draft.text) * chance for draft, chance in zip(drafts, chances, strict=True)]
    chain = _chain(drafts, letters)
    meets = list(_meetings(drafts, chain))
    core = _core(chain, meets, letters)
    if core is None:
        yield from ("none" for _ in drafts)
        return
    inside = [meet <= core for meet in meets]
    first = inside.index(True)
    for index, (draft, within) in enumerate(zip(drafts, inside, strict=True)):
        if not within:
            yield "before" if index < first else "after"
            continue
        steps = islice((draft.whole, *islice(draft.whole.iterancestors(), DEEP)), DEEP)
        yield f"in{next((up for up, element in enumerate(steps) if element is chain[core]), DEEP)}"


def _chain(drafts: Sequence[Draft], letters: Sequence[float]) -> list[HtmlElement]:
    """Return the elements around the block in the middle of what seems to be text, the innermost first."""
    half, passed = sum(letters) / 2, 0.0
    for draft, size in zip(drafts, letters, strict=True):
        passed += size
        if passed >= half:
            around = (draft.whole, *draft.whole.iterancestors())
            return [element for element in around if element.tag not in ("html", "body")]
    return []


def _meetings(drafts: Sequence[Draft], chain: Sequence[HtmlElement]) -> Iterator[int]:
    """Yield the place in `chain` of the first element around each block that is in it, or its length."""
    known = {element: place for place, element in enumerate(chain)}
    for draft in drafts:
        passed: list[HtmlElement] = []
        element: HtmlElement | None = draft.whole
        while element is not None and element not in known:
            passed.append(element)
            element = element.getparent()
        place = len(chain) if element is None else known[element]
        known.update(dict.fromkeys(passed, place))
        yield place


def _core(chain: Sequence[HtmlElement], meets: Sequence[int], letters: Sequence[float]) -> int | None:
    """Return the place of the innermost element that holds most of what seems to be text."""
    sizes = [0.0] * (len(chain) + 1)
    for place, size in zip(meets, letters, strict=True):
        sizes[place] += size
    whole, held = sum(sizes), 0.0
    for place in range(len(chain)):
        held += sizes[place]
        if held >= CORE * whole:
            return place
    return None
