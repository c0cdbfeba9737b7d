"""Parts of a document where recommendations are to be expected, or not: by their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from deskbrief.analysis.recommendations.vocabulary import IMPERATIVES, NOUNS_TOO
from deskbrief.document.model import BlockKind, Document

#: Blocks that a zone without further headings reaches.
REACH = 120
#: Blocks that one reaches under which most of the text seems to stand, and how much of it that is.
NARROW, MOST_OF_TEXT = 6, 0.5
_HEADS = frozenset({BlockKind.HEADING, BlockKind.TITLE})


class Zone(IntEnum):
    """What a heading says about the text under it."""

    SERVICE = -3
    TASKS = -2
    AGAINST = -1
    NONE = 0
    WEAK = 1
    STRONG = 2


@dataclass(frozen=True, slots=True)
class Place:
    """The zone of a block, and whom its heading addresses ("" when it does not say).

    `finds` tells that the heading announces findings, which are where some reports give their advice,
    `teaches` that one above says that the reader is taught how something is done, `tasks` that it announces
    what was given out in a meeting. `section` is the number of
    the block of the nearest heading, -1 for none.
    """

    zone: Zone
    addressee: str = ""
    finds: bool = False
    teaches: bool = False
    tasks: bool = False
    section: int = -1


_STRONG = re.compile(
    r"\brecommend(?:ation|ations|ed|s)?\b|\bnext steps\b|\bway forward\b|\bcalls? to action\b|"
    r"\baction (?:items|points|plan)\b"
    r"|(?<!\bnew )(?<!existing )(?<!previous )(?<!received )(?<!rejected )(?<!accepted )"
    r"(?<!other )\bproposals?\b|"
    r"\bproposed (?:actions|measures|reforms)\b|\bmatters for congressional consideration\b"
    r"|\bwhat .{2,60} (?:should|must|can|needs? to) do\b|\bwhat (?:should|must|needs to) be done\b|"
    r"\bwhat is to be done\b|"
    r"\bwhat (?:needs to|must|should|has to) (?:happen|change)\b|"
    r"\bwhat we (?:are )?(?:recommend|call(?:ing)? for|ask(?:ing)? for|propose|demand)|"
    r"^our (?:\w{2,12} )?(?:asks|demands)(?: (?:of|to|for|on) [\w ,'’-]{2,60})?$|"
    r"\b(?:major|minor|proposed|needed|necessary|priority|suggested) reforms\b",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\bconclusions?\b|\bconcluding\b|\bpolicy (?:options|responses?|implications)\b|\bsolutions?\b|"
    r"\b(?:key |main )?takeaways?$|"
    r"\bstrateg(?:y|ies) for\b"
    r"|\bhow to\b|\btowards?\b|\blooking ahead\b|\bwhat next\b|\bwhat's next\b|\bpriorities\b|\bgoals\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\bbackground\b|\bmethodology\b|\bmethods?\b|\bfindings\b|\bintroduction\b|\boverview\b|"
    r"\bappendix\b|\breferences\b"
    r"|\bagency comments\b|\bwhat gao found\b|\bwhy gao did\b|\bliterature\b|\bnotes\b|"
    r"\bprior recommendations\b|\b(?:management|agency|government|department)(?:['’]s)? (?:response|"
    r"comments|reply)\b|"
    r"\brationale\b|\bevidence\b|\b(?:status|progress|implementation|follow[- ]up) (?:of|on|to) (?:the )?"
    r"(?:\w{1,12} )?recommendations\b|\bresponses? to (?:the |our )?recommendations\b",
    re.IGNORECASE,
)
#: What a textbook sets its readers, and what they are to learn.
_TASKS = re.compile(
    r"\blearning (?:outcomes?|objectives?|goals?)\b|\bquiz\b|"
    r"\b(?:review|discussion|study|comprehension|test) questions?\b|"
    r"\bquestions? (?:for|to) (?:discussion|consider|review)\b|"
    r"\bexercises?\b|\bassignments?\b|\bhomework\b|"
    r"\bby the end of this (?:section|chapter|module|lesson|course)\b|\bcritical thinking\b|"
    r"\bingredients\b|\bsteps to (?:reproduce|install|take part)\b|\breproduc(?:e|tion steps)\b|"
    r"^what you(?:['’]ll| will) (?:do|be doing)\b|^(?:your|the|about the) role$|^key accountabilities$|"
    r"^job description\b|"
    r"\binstructions?$|^directions$|\bresponsibilit(?:y|ies)\b|^duties\b|^terms of reference$|"
    r"\bproof of concept\b|^poc$|\binstallation\b|\bquick ?start\b|^usage$|^set-?up$",
    re.IGNORECASE,
)
#: What teaches how something is done: "How to write a notice", "Nine easy steps to …".
_TEACHES = re.compile(
    r"^\W{0,3}(?:how (?:to|do i)\b|how-to\b|(?:a |the )?(?:beginner|step|user|quick|install)[\w'’ -]{0,20} "
    r"(?:guide|manual|start)\b|getting started\b|tutorial\b|walk-?through\b|"
    r"(?:a )?guide to (?:using )?your\b|(?:owner|instruction|operating|maintenance|"
    r"service)['’s]{0,2} (?:manual|guide|"
    r"handbook)\b|safety (?:instructions|precautions|warnings)\b|care and use\b|"
    r"(?:how (?:do|can|should) I (?:pay|register|apply|order|install|use|reset|find|contact|sign|change|"
    r"cancel|log|"
    r"download|update|renew|book|return|claim|submit|file|report|request|join|access|set|print|open|close|"
    r"check)\b|"
    r"(?:where|who|when|which \w{2,15}) (?:do|can|will|should) I\b|do I (?:need|have)\b|can I\b|am I\b|"
    r"what (?:do|will) I need\b|what happens (?:if|when) (?:I|my)\b)[^?]{0,120}\?$|"
    r"(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten|twelve) (?:\w{2,12} )?(?:steps?|tips?|tricks|ways|"
    r"rules|hacks|habits) (?:to|for|of|on)\b)",
    re.IGNORECASE,
)
#: How a publisher is reached, and what it sells.
_SERVICE = re.compile(
    r"\border(?:ing)? (?:by|information|copies)\b|\bobtaining (?:copies|\w{1,10} reports)\b|"
    r"\bto report fraud\b|\bcontact (?:us|information|points?)\b|\bhow to (?:order|subscribe|contact)\b",
    re.IGNORECASE,
)
#: An act that is called a recommendation, which tells nothing of its parts: "Council Recommendation 2003/54".
_ACT = re.compile(
    r"\b(?:commission|council|oecd|unesco|ilo|w3c|itu(?:-[trd])?)\s+recommendation\b"
    r"|\brecommendation\s+(?:\((?:EU|EC|EEC)\)|(?:no\.?\s?)?\d{2,4}/\d|CM/Rec|of\s+the\s+(?:council|"
    r"commission|"
    r"committee\s+of\s+ministers|oecd)\b)",
    re.IGNORECASE,
)
#: What opens a paragraph and tells what it holds: "Recommendation: The fund should …", "Criteria: …".
_RUN_IN = re.compile(
    r"\W{0,3}(?:(?:our|key|main|policy|specific|general|audit|the)\s){0,2}(?:"
    r"(?P<strong>recommendations?|suggestions?|proposals?|(?:suggested|recommended|proposed|corrective)\s"
    r"actions?|action(?:s|\sitems?|\spoints?)?)(?:\s(?:no\.?\s?)?\d[\d.]{0,6})?"
    r"|(?P<against>background|context|findings?|criteria|condition|cause|effect|status|rationale|evidence|"
    r"methodology|scope|objectives?|(?:management|agency|auditee|department|government)(?:['’]s)?\s"
    r"(?:response|comments|reply)(?:\ssummary)?))\W{0,3}",
    re.IGNORECASE,
)
#: What announces tasks that were given out: "Action items", "Next steps", "Agreed actions".
_GIVEN_OUT = re.compile(
    r"\W{0,3}(?:\d{1,2}(?:\.\d{1,2}){0,2}\W{1,3})?(?:(?:agreed|key|open|main|our|summary of|list of)\s){0,2}"
    r"(?:actions?(?:\s(?:items?|points?|list|log|register))?|next steps?|to[- ]?dos?|tasks|follow[- ]?ups?)"
    r"(?:\s(?:agreed|arising|required|and deadlines|and owners))?\W{0,3}",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:for|to)\s+(?P<whom>(?:the\s+)?[A-Za-z][^,:;()]{1,60})$", re.IGNORECASE)
#: A heading below one for recommendations that says whom they are for, and its words at most.
_TO_WHOM = re.compile(
    r"(?:\d[\d.]{0,5} |[A-Za-z]\. )?(?:to|for) "
    r"(?P<whom>(?!more|further|example|instance|discussion|reference)"
    r"(?:all |the )?[A-Za-z][^:;.()]{2,70})\s?:?",
    re.IGNORECASE,
)
_LONGEST_WHOM = 10
_DO = re.compile(r"\bwhat\s+(?P<whom>.{2,60}?)\s+(?:should|must|can|needs? to)\s+do\b", re.IGNORECASE)
_POLICY = re.compile(r"\b(?:[Ff]or|[Oo]n)\s(?P<whom>(?:the\s)?[A-Z][A-Za-z.]{0,30})\s[Pp]olicy\b")
_NOT_WHOM = frozenset(
    [
        "policy",
        "reform",
        "action",
        "change",
        "future",
        "research",
        "improvement",
        "consideration",
        "amid",
        "next",
        "happen",
        "do",
    ]
)


def places(document: Document) -> list[Place]:
    """Return the place of each block: that of the headings above it, the nearest with something to say."""
    wide = _wide(document)
    result: list[Place] = []
    open_: list[tuple[int, Place, int]] = []
    section = -1
    for number, block in enumerate(document.blocks):
        if block.kind in _HEADS:
            level = block.level or 1
            open_ = [entry for entry in open_ if entry[0] < level and block.kind is BlockKind.HEADING]
            heading = document.text[block.start : block.end]
            place = place_of(heading)
            if place.zone is Zone.NONE and _nearest(open_, number).zone is Zone.STRONG:
                place = _under_recommendations(heading, place)
            open_.append((level, place, number - REACH + NARROW if number in wide else number))
        section = number if block.kind in _HEADS else section
        teaches = any(place.teaches for _, place, _ in open_)
        tasks = bool(open_) and open_[-1][1].tasks
        result.append(replace(_nearest(open_, number), section=section, teaches=teaches, tasks=tasks))
    return result


def _under_recommendations(heading: str, place: Place) -> Place:
    """Return the place below a heading that says whom the recommendations above it are for."""
    match = _TO_WHOM.fullmatch(" ".join(heading[:120].split()))
    if match is None or len(match["whom"].split()) > _LONGEST_WHOM:
        return place
    return replace(place, zone=Zone.STRONG, addressee=match["whom"])


def _wide(document: Document) -> frozenset[int]:
    """Return the numbers of the headings for recommendations under which most of the text seems to stand.

    So it seems where the level of a heading was misread, and where a title says what the text is about. If
    headings under one have something to say of their own, it speaks for no more than what follows at once.
    """
    heads = [
        (number, block.level or 1, place_of(document.text[block.start : block.end]).zone)
        for number, block in enumerate(document.blocks)
        if block.kind in _HEADS
    ]
    return frozenset(
        number
        for at, (number, _, zone) in enumerate(heads)
        if zone is Zone.STRONG and _holds_most(document, heads[at:])
    )


def _holds_most(document: Document, heads: Sequence[tuple[int, int, Zone]]) -> bool:
    """Tell whether most of the text stands under the first of `heads`, with others that say something."""
    number, level, _ = heads[0]
    first = document.blocks[number]
    after = (at for at, other, _ in heads[1:] if other <= level and first.kind is BlockKind.HEADING)
    last = next(after, len(document.blocks))
    end = document.blocks[last].start if last < len(document.blocks) else len(document.text)
    told = any(zone is not Zone.NONE for at, _, zone in heads[1:] if at < last)
    return told and end - first.start > MOST_OF_TEXT * len(document.text)


def _nearest(open_: list[tuple[int, Place, int]], number: int) -> Place:
    for _, place, since in reversed(open_):
        if place.zone is not Zone.NONE and number - since <= REACH:
            return place
    return Place(Zone.NONE)


def place_of(heading: str) -> Place:
    """Return what a heading says about the text under it."""
    title = " ".join(heading[:300].split())
    tasks = _GIVEN_OUT.fullmatch(title) is not None
    return replace(_zone_of(title), teaches=_TEACHES.search(title) is not None, tasks=tasks)


def run_in(label: str, place: Place) -> Place:
    """Return the place of a paragraph that opens with `label`, where that says what it holds."""
    match = _RUN_IN.fullmatch(label)
    if match is None:
        return place
    zone = Zone.STRONG if match["strong"] else Zone.AGAINST
    return replace(place, zone=zone, finds="finding" in label.lower())


def _zone_of(title: str) -> Place:
    if _SERVICE.search(title):
        return Place(Zone.SERVICE)
    if _TASKS.search(title):
        return Place(Zone.TASKS)
    against = _AGAINST.search(title)
    if against and (not _STRONG.search(title) or "recommendation" in against[0].lower()):
        return Place(Zone.AGAINST, finds="finding" in against[0].lower())
    if _STRONG.search(title) and not _ACT.search(title):
        return Place(Zone.STRONG, _addressee(title))
    if _WEAK.search(title) or _ACT.search(title):
        return Place(Zone.WEAK)
    return Place(Zone.NONE)


def _addressee(title: str) -> str:
    for pattern in (_DO, _POLICY, _FOR):
        match = pattern.search(title)
        words = match["whom"].lower().split() if match else []
        deed = not IMPERATIVES.isdisjoint(words[:1]) and NOUNS_TOO.isdisjoint(words[:1])
        if match and _NOT_WHOM.isdisjoint(words) and len(words) <= 6 and not deed:
            return match["whom"].strip()
    return ""
