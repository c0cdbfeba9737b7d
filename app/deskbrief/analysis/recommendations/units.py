"""What recommendations are looked for in: sentences, with what stands around each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.recommendations import parsed, plain
from deskbrief.analysis.recommendations.advice import Advice, Form, best
from deskbrief.analysis.recommendations.advising import resolved_in
from deskbrief.analysis.recommendations.counting import counted_in, named_before
from deskbrief.analysis.recommendations.leadins import Lead
from deskbrief.analysis.recommendations.minutes import minuted_in
from deskbrief.analysis.recommendations.misread import called_in, recommended_in
from deskbrief.analysis.recommendations.requested import requested_in
from deskbrief.analysis.recommendations.wishes import calls_in, clefts_in, wishes_in
from deskbrief.analysis.recommendations.zones import Place
from deskbrief.analysis.words import Sentence
from deskbrief.document.model import Block
from deskbrief.document.spans import Span

_NUMBERED = re.compile(
    r"(?:(?:recommendation|proposal|action|measure|priority|step)\s{0,3}\d{0,3}[:.]"
    r"|\(?\d[\d.]{0,10}[.)]?|\[[ x]?\])\s+(?=[A-Z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A clause with its advice, its sentence, its block, its zone, and the lead-in that it stands under.

    `sentence` holds the clause, `whole` the sentence that it was cut from. `place` is its number in the
    block, `label` the stretch before a colon that names the item ("Reassess Sanctions: …"), and
    `leads` whether it is itself a lead-in.
    """

    sentence: Sentence
    whole: Span
    block: Block
    number: int
    place: int
    zone: Place
    advice: tuple[Advice, ...]
    tree: Tree | None = None
    lead: Lead | None = None
    label: Span | None = None
    leads: bool = False


def advice_of(text: str, sentence: Sentence, label: Span | None) -> tuple[tuple[Advice, ...], Tree | None]:
    """Return what a sentence asks for, from its parse where it has one; `label` is the label of its item."""
    after = _after(text, sentence, label) or _after_number(text, sentence)
    if not sentence.words:
        found = tuple(plain.advice_in(text, sentence.span, after))
        found = (*clefts_in(text, sentence.span), *found)
        return (found if best(found) else found + tuple(wishes_in(text, sentence.span))), None
    tree = Tree(sentence)
    minuted = tuple(minuted_in(text, sentence.span, tree))
    if minuted:
        return minuted, tree
    requested = tuple(requested_in(text, sentence.span, tree))
    if requested:
        return requested, tree
    cleft = tuple(clefts_in(text, sentence.span))
    if cleft:
        return cleft, tree
    found = tuple(_counting(text, sentence, one) for one in parsed.advice_in(tree, after))
    misread = tuple(recommended_in(text, tree))
    if misread and _swallows(text, found, misread[0]):
        found = tuple(one for one in found if not one.wording.overlaps(misread[0].wording))
    if not any(one.main and one.form is not Form.WEAK for one in found):
        found = (*misread, *called_in(text, tree), *found)
    if after and not any(one.form is Form.IMPERATIVE for one in found):
        found += tuple(one for one in parsed.advice_in(tree) if one.form is Form.IMPERATIVE)
    if not any(one.main and one.form is Form.VERB for one in found):
        found = (*(resolved_in(tree) if not after else ()), *calls_in(text, sentence.span, after), *found)
    if not any(one.main and one.form is not Form.WEAK for one in found):
        slips = plain.slips_in(text, sentence.span) if best(found) is None else ()
        weak = [one.wording for one in found if one.form is Form.WEAK]
        known = (one for one in slips if not any(one.wording.overlaps(span) for span in weak))
        found += tuple(one for one in known if not _is_noun(tree, one))
        found += tuple(wishes_in(text, sentence.span))
    return tuple(_according(text, sentence.span, one) for one in found), tree


#: Who wants what a sentence asks for, told at its end: "…, according to the Greens".
_ACCORDING = re.compile(
    r",\s(?:also\s)?according to (?P<who>(?!(?:\w{2,20} ){0,4}(?:standards?|guidance|guidelines?|laws?|acts?|"
    r"polic(?:y|ies)|rules?|manuals?|practices|codes?|documents?|instructions?|regulations?|criteria|principles|"
    r"plans?|schedule|statute|constitution|agreement|contract|terms|data|figures|estimates)\b)[^,.;:()]{3,80})"
    r"[.”\"’]{0,3}\s{0,2}$"
)


def _according(text: str, span: Span, one: Advice) -> Advice:
    """Return what is asked for with who wants it, where the end of the sentence tells: "according to …"."""
    if one.form not in {Form.MODAL, Form.NEED} or one.speaker is not None or not one.main:
        return one
    match = _ACCORDING.search(text, span.start, span.end)
    if match is None or match.start() <= one.wording.end:
        return one
    action = Span(one.action.start, min(one.action.end, max(match.start(), one.action.start + 1)))
    return replace(one, action=action, speaker=Span(*match.span("who")))


def _counting(text: str, sentence: Sentence, one: Advice) -> Advice:
    """Return advice that counts deeds as a main clause: a model reads "should (i) publish …" wrongly."""
    counts = one.form in {Form.MODAL, Form.NEED} and counted_in(text, one.wording.end, sentence.end)
    return (
        replace(one, main=True) if counts and named_before(text, sentence.start, one.wording.start) else one
    )


def _swallows(text: str, found: Sequence[Advice], whole: Advice) -> bool:
    """Tell whether the verb of what is recommended was read into who is asked: "the director | work with".

    So it was as well where what is asked for begins only behind it: "that CMS use prices to | lower fees".
    """
    verb = whole.action.start
    return any(
        one.addressee.start <= verb < one.addressee.end
        or (
            one.wording.overlaps(whole.wording)
            and verb < one.addressee.start
            and not text.startswith("be ", verb)
        )
        if one.addressee
        else one.wording.overlaps(whole.wording)
        and (verb < one.action.start or _takes_whole(text, one, whole))
        for one in found
    )


def _takes_whole(text: str, one: Advice, whole: Advice) -> bool:
    """Tell whether who is asked was read into what is asked for: "we recommend | the port repay it"."""
    undergone = text.startswith("be ", whole.action.start)
    return not undergone and whole.addressee is not None and one.action.start == whole.addressee.start


def _is_noun(tree: Tree, slip: Advice) -> bool:
    """Tell whether the need is a noun: "stress the need to act", but "there is a need to act" asks."""
    at = tree.sentence.word_at(slip.wording.start)
    before = {word.text.lower() for word in tree.words[max(at - 6, 0) : max(at, 0)]}
    noun = tree.words[at].text.lower() == "need" and tree.words[at].tag == "NN"
    asks_for = "there" in before and "no" not in before
    return at > 0 and noun and not asks_for and tree.words[at - 1].pos not in {"PUNCT", "PRON"}


def asks(unit: Unit) -> bool:
    """Tell whether the main clause asks for something, and with more than "could"."""
    return any(one.main and one.form is not Form.WEAK for one in unit.advice)


def after_label(text: str, unit: Unit) -> int:
    """Return where a clause begins to speak, after the label of its item where it has one."""
    return _after(text, unit.sentence, unit.label) or unit.sentence.start


def _after_number(text: str, sentence: Sentence) -> int:
    """Return where the text after a number ("1.4", "(2)") begins, 0 when the sentence begins without one."""
    match = _NUMBERED.match(text, sentence.start, sentence.end)
    return match.end() if match else 0


def _after(text: str, sentence: Sentence, label: Span | None) -> int:
    """Return where the text after the label begins, 0 when the sentence does not begin with it."""
    if label is None or label.start != sentence.start or label.end >= sentence.end:
        return 0
    at = label.end
    while at < sentence.end and not text[at].isalnum():
        at += 1
    return at
