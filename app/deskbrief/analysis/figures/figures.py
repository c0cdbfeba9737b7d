"""The figures of a document's prose, each with what it counts; the numbers of tables stay in their tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from deskbrief.analysis.figures.amounts import Amount, amounts_in
from deskbrief.analysis.figures.counted import Counted, counted
from deskbrief.analysis.figures.differing import Statement, names_of, with_differences, words_of
from deskbrief.analysis.figures.furniture import Furniture, furniture_of, is_a_row
from deskbrief.analysis.figures.plain import counted_plainly
from deskbrief.analysis.figures.references import numbers_something, weighs
from deskbrief.analysis.figures.units import CODES
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.sentences import block_sentences, is_prose
from deskbrief.analysis.times.told import Time, Times
from deskbrief.analysis.words import Sentence, Word
from deskbrief.document.model import Document
from deskbrief.document.outline import Figure, FigureKind
from deskbrief.document.steps import Steps

#: Figures kept of one document.
MOST = 5000
#: Types of names that numbers belong to, and digits of a number that hardly does.
_THINGS, _LONG = frozenset({"PRODUCT", "WORK_OF_ART", "LAW", "FAC", "EVENT"}), 3
#: Small words of references.
_NOTING = frozenset({"loc", "loc.", "op", "op.", "ibid", "ibid.", "see", "cf", "cf.", "idem"})
#: Counts in words below this are told of casualties alone.
_FEW = 10


def figures_of(
    document: Document, sentences: Mapping[int, Sequence[Sentence]], times: Times
) -> Steps[tuple[Figure, ...]]:
    """Return the amounts of money, shares, measures and counts in prose, in the order of the text.

    Numbers that belong to one of `times` are none. A quantity that the document states otherwise elsewhere
    carries the places where it does.
    """
    found: list[Statement] = []
    furniture = furniture_of(document)
    yield
    for number, block in enumerate(document.blocks):
        if is_prose(block) and number not in furniture.blocks and len(found) < MOST:
            for sentence in sentences.get(number) or block_sentences(document, number):
                found.extend(_statements(document.text, sentence, times, furniture))
        yield
    return with_differences(found)


def _statements(text: str, sentence: Sentence, times: Times, furniture: Furniture) -> Iterator[Statement]:
    found = (_moved(amount, sentence.start) for amount in amounts_in(sentence.span.of(text)))
    amounts = [_weighed(text, sentence, amount) for amount in found]
    if not amounts or is_a_row(text, sentence.span):
        return
    dated = times.within(sentence.span)
    tree = Tree(sentence) if sentence.words else None
    words = words_of(sentence.span.of(text))
    names = names_of(sentence)
    before: Amount | None = None
    change = ""
    for amount in amounts:
        if _is_timed(amount, dated) or amount.start in furniture.marks:
            continue
        if furniture.is_in_a_name(text, amount.start, amount.end):
            continue
        bare = amount.kind in {FigureKind.COUNT, FigureKind.MONEY} and text[amount.start].isdigit()
        if bare and numbers_something(text, amount.start, amount.end):
            continue
        if tree and bare and _is_a_note(text, tree, sentence, amount):
            continue
        of = _without_number(text, _counted(text, tree, sentence, amount))
        if before is not None and not of.change and _says_again(text, before, amount):
            of = replace(of, change=change)
        before, change = amount, of.change
        if _tells(amount, of):
            when = frozenset(time.worked.edtf for time in dated if time.concrete and time.worked.edtf)
            figure = _figure(text, amount, of)
            others = [one for one in amounts if not _is_timed(one, dated)]
            beside = _is_a_part(text, amount) or _is_compared(amount, others)
            yield Statement(figure, of.verb, sentence.span, words, when, names, beside=beside)


#: What stands between an amount and the same one in another unit: "48 points, or 0.9%", "6.5% (324 points)".
_AGAIN = re.compile(r"(?: [a-z]{1,15})?(?:,? or | \()(?:about |almost |nearly |roughly |some )?")


def _says_again(text: str, before: Amount, amount: Amount) -> bool:
    """Tell whether an amount only says the one `before` it in another unit, and so changes as that does."""
    other = (before.kind, before.unit) != (amount.kind, amount.unit)
    return other and _AGAIN.fullmatch(text, before.end, amount.start) is not None


#: What tells that a count is a part of a whole, or the whole that parts are told of.
_PART_OF = re.compile(r"\s{1,3}of\s{1,3}(?:the|these|those|them|which|whom|our|its)\b")
_WHOLE = re.compile(r"\bof\s{1,3}(?:the|these|those|its|our)\s{1,3}$")
#: Code points looked back over for it.
_BACK = 12


def _is_a_part(text: str, amount: Amount) -> bool:
    """Tell whether a count is told as a part of a whole, "two of these", or as such a whole, "of the 11"."""
    if amount.kind is not FigureKind.COUNT:
        return False
    before = text[max(amount.start - _BACK, 0) : amount.start]
    return _PART_OF.match(text, amount.end) is not None or _WHOLE.search(before) is not None


def _is_compared(amount: Amount, amounts: Sequence[Amount]) -> bool:
    """Tell whether the sentence holds another amount of the same kind and unit."""
    return sum(other.kind is amount.kind and other.unit == amount.unit for other in amounts) > 1


#: A number with a point where what is counted should stand: "95% CI: 0.31–0.96, P = 0.034, fixed effect".
_DECIMAL = re.compile(r"\d{1,9}\.\d")


def _without_number(text: str, of: Counted) -> Counted:
    """Return what is counted, nothing where another number was read as that."""
    if of.of is None or not _DECIMAL.match(text, of.of.start):
        return of
    return replace(of, of=None)


def _is_timed(amount: Amount, dated: Sequence[Time]) -> bool:
    """Tell whether an amount is part of a time; money and percents are not, whatever stands around them."""
    timed = amount.kind in {FigureKind.COUNT, FigureKind.QUANTITY, FigureKind.SHARE}
    return timed and any(time.start <= amount.start < time.end for time in dated)


def _counted(text: str, tree: Tree | None, sentence: Sentence, amount: Amount) -> Counted:
    first = sentence.word_at(amount.start) if tree else -1
    if tree is None or first < 0:
        return counted_plainly(text, sentence.span, amount)
    written = text[amount.start : amount.end]
    if amount.kind is FigureKind.COUNT and (
        _in_a_name(tree.words, first, written) or _is_an_age(tree.words, first)
    ):
        return Counted(None, "", "")
    return counted(tree, amount, first)


def _is_a_note(text: str, tree: Tree, sentence: Sentence, amount: Amount) -> bool:
    """Tell whether a number only opens a note ("3 Letter, Bell to Reed") or stands between marks of code."""
    if text[amount.end : amount.end + 1] == '"' and text[amount.start - 1 : amount.start] == '"':
        return True
    first = sentence.word_at(amount.start)
    long = len(tree.words[0].text) > _LONG
    if first != 0 or not amount.digits or long or len(tree.words) < _LONG:
        return False
    after = tree.words[1]
    if after.text.lower() in _NOTING or (after.text[:1].isupper() and after.pos in {"VERB", "INTJ"}):
        return True
    counts = after.tag in {"NNS", "NNPS"} or tree.words[after.head].tag in {"NNS", "NNPS"}
    return after.text[:1].isupper() and not counts


def _is_an_age(words: Sequence[Word], at: int) -> bool:
    """Tell whether a number behind a person's name is his age: "Ana Ruiz, 37, …"."""
    return at > 1 and words[at - 1].text == "," and words[at - 2].entity == "PERSON"


def _in_a_name(words: Sequence[Word], at: int, written: str) -> bool:
    """Tell whether a number belongs to the name of a thing: "Windows 7 machines", "Python 3.8"."""
    if words[at].entity in _THINGS:
        return True
    before = words[at - 1] if at else None
    if before is None or before.pos != "PROPN" or before.end + 1 != words[at].start:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    within = after is not None and after.tag == "NNP" and after.start == words[at].end + 1
    named = at > 1 and len(written) < _LONG and before.entity in _THINGS | {"", "ORG"}
    named = named or (before.text.isupper() and len(before.text) >= _LONG and "," not in written)
    return named or within or "." in written


def _weighed(text: str, sentence: Sentence, amount: Amount) -> Amount:
    """Return an amount in pounds as a weight where the sentence tells that it is one."""
    written = text[amount.start : amount.end]
    if amount.unit != "GBP" or not weighs(text, sentence.start, sentence.end, written):
        return amount
    return replace(amount, kind=FigureKind.QUANTITY, unit="lb")


def _moved(amount: Amount, by: int) -> Amount:
    return replace(amount, start=amount.start + by, end=amount.end + by)


def _tells(amount: Amount, of: Counted) -> bool:
    """Tell whether an amount says something by itself: a bare number has to count something."""
    if amount.year:
        return False
    if amount.kind is not FigureKind.COUNT:
        return True
    if of.of is None and not (of.casualties and amount.digits):
        return False
    return amount.digits or amount.low >= _FEW or of.casualties


def _figure(text: str, amount: Amount, of: Counted) -> Figure:
    return Figure(
        text=" ".join(text[amount.start : amount.end].split()),
        kind=amount.kind,
        start=amount.start,
        end=amount.end,
        low=written(amount.low),
        high=written(amount.high),
        unit=amount.unit,
        about=amount.about,
        of=_named(text, of),
        change=of.change,
    )


def _named(text: str, of: Counted) -> str:
    """Return what is counted in words; the code of a currency counts nothing."""
    words = " ".join(of.of.of(text).split()) if of.of else ""
    return "" if words in CODES else words


def written(value: Decimal) -> str:
    """Return a decimal number written out, without an exponent and without zeros at its end."""
    return f"{value.normalize():f}"
