"""Duties that stand already: what a law or rule in force has somebody do is told, not asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from deskbrief.analysis.recommendations.advice import Advice, Form, best
from deskbrief.analysis.recommendations.expounding import is_opinion
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.analysis.recommendations.zones import Zone
from deskbrief.document.outline import Strength
from deskbrief.document.spans import Span

#: Sentences back to where a paragraph tells of the law.
_BACK = 4
_DUTY = r"(?:must|shall|ha(?:s|ve) to)"
#: How it is now: "States must currently report", "Ports already have to report".
_AS_IT_IS = re.compile(
    rf"\b(?:{_DUTY}\s(?:also\s)?(?:currently|already|presently|at present)\s(?!be\s(?:clear|obvious))"
    rf"|(?:currently|already|presently|at present|nowadays)\s(?:also\s)?{_DUTY})\b",
    re.IGNORECASE,
)
#: Under which law: "Under the Boats Act, owners must register". What is new or only proposed asks for more.
_UNDER = re.compile(
    r"^\W{0,3}(?:(?:and|but|also|generally|however|moreover|specifically|for example),?\s)?"
    r"(?:under|pursuant to|in accordance with|according to|as required by|as set out in)\s"
    r"(?!(?:the\s|this\s|our\s|my\s|such\s|an?\s)?(?:new|proposed|revised|reformed|amended|draft|future|"
    r"planned|plan|"
    r"proposals?|approach|option|model|scenario|leadership|circumstances|pressure|"
    r"international|humanitarian)\b)"
    r"(?:[^,;.]{0,80}?\b)?(?:acts?|laws?|statutes?|code|regulations?|rules?|directives?|constitution|treaty|"
    r"convention|charter|section|sections|article|articles|title|paragraph|clause|standards?|policy|"
    r"policies|guidelines|"
    r"legislation|ordinance|by-?laws?|agreement|contract|terms)\b[^;.]{0,80}?,\s"
    rf"[^,;.]{{2,80}}?\s{_DUTY}\b",
    re.IGNORECASE,
)
#: By what somebody is bound: "must, by statute, review", "is by law to".
_BY_LAW = re.compile(
    rf"\b{_DUTY},?\s(?:by (?:law|statute|regulation)|under (?:the |this )?(?:[A-Z]\w+ )?(?:law|act|section|"
    rf"rules?))\b"
    rf"|^\W{{0,3}}by (?:law|statute|regulation),?\s[^.;]{{2,80}}?\s{_DUTY}\b",
    re.IGNORECASE,
)
_TO_HAVE = (
    r"(?:be (?:eligible|considered eligible|accredited|certified)|qualify|apply|enrol+|"
    r"(?:receive|obtain|claim|get|draw|keep)\s(?:(?:an?|the|any|their|its|federal|state|full|such|these|"
    r"further)\s)"
    r"{0,3}(?:[\w-]{2,15}\s)?(?:funds?|funding|grants?|payments?|licen[cs]es?|permits?|certificates?|"
    r"benefits?|"
    r"approval|accreditation|reimbursement|refunds?|rebates?|visas?|credits?|subsid(?:y|ies)))\b"
)
#: Who governs, and is asked for what he must do though something comes of it.
_GOVERNS = (
    r"(?:(?:the|our|this|that|every|any) (?:\w{3,15} )?government|governments of|ministers?|ministry|"
    r"parliament|"
    r"congress|senate|lawmakers|legislators|cabinet|president|chancellor|(?:the )?(?:foreign|home|health|"
    r"education|treasury|transport|environment|justice|defence) secretary|we|MPs)"
)
#: What is needed to get something: "In order to receive funds, the facility must meet several criteria".
_TO_GET = re.compile(
    rf"^(?!.{{0,160}}?\b{_GOVERNS}\b[^.;,]{{0,60}}?\s{_DUTY}\b)(?:"
    rf"\W{{0,3}}(?:(?:and|but|"
    rf"for example),?\s)?(?:in order )?to {_TO_HAVE}[^;.]{{0,120}}?,\s[^;.]{{2,80}}?\s{_DUTY}\b"
    rf"|.{{0,200}}?\b{_DUTY}\s[^;.]{{2,120}}?\s(?:in order )?to {_TO_HAVE})",
    re.IGNORECASE,
)
#: Who applies for something has to meet what is asked of all: "Applicants must live in the county". What is
#: not to happen to them is asked of others: "Claimants must not be punished", "must never wait".
_APPLICANTS = re.compile(
    r"^\W{0,3}(?:(?:all|any|every|each|the|successful|eligible|prospective)\s){0,2}"
    rf"(?:applicants?|bidders?|tenderers?|claimants?|entrants?|registrants?|entries)\s(?:also\s)?{_DUTY}\s"
    r"(?!(?:not\s)?be\s(?!at\b|an?\b|over\b|under\b|aged\b|able\b|in\b|registered\b|resident\b|older\b|"
    r"younger\b|more\b|less\b))(?!never\s(?!have\s(?:been|had)\b))"
    r"(?!not\s(?:wait|suffer|lose|face|go|have to|fear|feel|struggle|starve|die)\b)",
    re.IGNORECASE,
)

#: Who somebody has to be for something: "owners need to be resident in Singapore and above 21 years old".
_TO_BE = re.compile(
    r"\b(?:must|shall|needs? to|ha(?:s|ve) to) be (?:\w{3,12} )?(?:residents?|aged|a citizen|citizens|"
    r"nationals|"
    r"at least \d{1,2} years|(?:over|above|under)(?: the age of)? (?:1[5-8]|2[01]|6[05])\b(?! ?(?:%|per|"
    r"million|billion)))",
    re.IGNORECASE,
)
#: In which form something is to be handed in: "Requests should comply with section 4".
_HANDED_IN = re.compile(
    r"^\W{0,3}(?:(?:all|any|every|each|the|such|these|written|your)\s){0,2}"
    r"(?:requests?|applications?|submissions?|filings?|tenders?|bids?|claims?|petitions?|entries|"
    r"abstracts?)\s"
    r"(?:for [^.;,]{2,60}? |to [^.;,]{2,60}? )?(?:must|shall|should|needs? to|ha(?:s|ve) to)\s(?:also\s)?"
    r"(?:(?:comply with|contain|state|specify|set out|be (?:in writing|submitted|addressed|accompanied|"
    r"signed|filed|sent|lodged|supported by|no (?:more|longer) than))\b(?!\sand\s)"
    r"|be (?:made|received|completed)(?=[.!]?$|\s(?:in|to|by|before|within|on|at|no|not|using|through|via|"
    r"online|electronically|and (?:sent|submitted|signed|returned))\b))",
    re.IGNORECASE,
)

#: Shown by what is asked for with "must", and listed only where advice is announced.
STANDING = {
    "a duty as it is today": _AS_IT_IS,
    "a duty under a law": _UNDER,
    "a duty by law": _BY_LAW,
    "a condition of getting something": _TO_GET,
    "asked of all who apply": _APPLICANTS,
    "who somebody has to be": _TO_BE,
    "how something is handed in": _HANDED_IN,
}

#: How a paragraph tells of a law, duty or requirement that is in force.
_IN_FORCE = re.compile(
    r"\b(?:requires?|oblig(?:es?|ed)|mandates?|prescribes?|stipulates?)\b"
    r"|\b(?:is|are|was|were)\s(?:\w{2,12}\s)?(?:required|obliged|legally bound|responsible)\b"
    r"|\b(?:legal|statutory)\s(?:power and )?(?:dut(?:y|ies)|obligations?|requirements?)\b"
    r"|\b(?:ha(?:s|ve) a|imposes? an?|places? an?|owes? a)\s(?:\w{2,12}\s)?(?:duty|obligation)\b|"
    r"\bhave had to\b"
    r"|\b(?:act|regulations?|statutes?|legislation|rules?|law|code|section \d{1,4}\w?|schedule|ordinance|"
    r"directive)\s"
    r"(?:\d{1,4}\s)?(?:also\s)?(?:provides?|says?|states?|sets?|regulates?|lays?|applies|appl(?:y|ies)|"
    r"covers?)\b"
    r"|\b(?:eligib(?:le|ility)|requirements?|criteria)\b"
    r"|\b(?:under|pursuant to|in accordance with)\s(?:the\s)?(?:[A-Z]\w{2,20}\s){0,4}"
    r"(?:Act|Code|Regulations?|Rules|Law|section|article|Section|Article|Schedule|Title)\b",
)
#: What is done again and again, or in a set way and time, as laws put it.
_PROCEDURE = re.compile(
    r"\bwithin\s(?:\w{1,10}\s){1,2}(?:working\s|business\s|calendar\s)?(?:hours?|days?|weeks?|months?|"
    r"years?)\b"
    r"|\bdo so\b|\bin writing\b|\bmust then\b|\b(?:each|every|per)\s(?:\w{2,12}\s)?(?:year|month|quarter|"
    r"week)\b"
    r"|\b(?:annually|quarterly|monthly|yearly)\b|\bfor (?:at least )?(?:\w{2,6}|\d{1,3}) (?:years|months)\b"
    r"|\bcop(?:y|ies) of\b|\bin the Gazette\b|\bin the prescribed (?:form|manner)\b|\ba copy\b|"
    r"\bmust (?:then |also )?(?:explain|state|specify|certify|show|give) (?:why|that|how|"
    r"reasons)\b|\b(?:must|shall) (?:then |also |first )?be (?:submitted|filed|licen[cs]ed|registered|"
    r"signed|certified|"
    r"approved by|countersigned|deposited|lodged|provided to|sent to|sealed|accompanied|declared)\b"
    r"|^\W{0,3}for (?:example|instance)\b",
    re.IGNORECASE,
)
#: How a text tells that a duty was not met, after which it asks that it be: "Few did", "went unreported".
_UNMET = re.compile(
    r"\b(?:ha(?:s|ve|d)|did|was|were) (?:\w{4,12}ly )?(?:not|never)\b|\b(?:ha(?:s|ve|d)|did|was|were)n['’]t\b"
    r"|\bdo(?:es)?(?: not|n['’]t)\b(?! (?:apply|cover|include|require|extend|need|have to|affect|mean|"
    r"prevent|"
    r"prohibit|limit|preclude|count|constitute)\b)"
    r"|\bha(?:s|ve|d) yet to\b|\bfail(?:s|ed|ing|ures?(?! to\b))?\b"
    r"|\b(?:went|goes|go|gone|left|remain(?:s|ed)?) (?:largely )?un\w{4,}"
    r"|\b(?:few|nobody|no one|none|hardly any|only (?:a few|half|some|one|two|three|\d+))\b"
    r"(?! (?:of (?:these|them|this|it) )?(?:may|shall|can|must|is|are|applies|apply)\b)"
    r"|\b(?:ignored?|neglect(?:s|ed)?|overlook(?:s|ed)?|flout(?:s|ed)?|missed|breached|shirk(?:s|ed)?|"
    r"evaded?|"
    r"bungled|botched|broke)\b",
    re.IGNORECASE,
)
#: What only might not be done, as laws foresee: "If the owner has not paid, …".
_CASE = re.compile(
    r"\b(?:(?:if|where|unless|when|whether|should)\b[^.;]{0,60}|(?:who|which|that)\s)$", re.IGNORECASE
)
#: How a text calls itself that tells what went wrong, and asks: an inquiry, an investigation.
_INQUIRY = re.compile(
    r"\b(?:public|independent|statutory|judicial|official) (?:inquiry|enquiry|investigation|review|inquest)\b"
    r"|\b(?:report|findings|conclusions|recommendations) (?:of|by|from) (?:the|an?|this|"
    r"our) (?:[\w’'-]{1,20} "
    r"){0,4}(?:inquiry|enquiry|investigation|commission|review|inquest|ombudsman)\b",
    re.IGNORECASE,
)
_HEAD = 400
_LAWMAKERS = re.compile(
    r"\b(?:congress|parliament|senate|assembly|house|legislat|lawmakers?|government|minist|we|"
    r"policy-?makers)\b",
    re.IGNORECASE,
)


#: How a text names the law that it explains and its parts, and how often at least.
_LAW, _PARTS, _OFTEN = (
    re.compile(r"\b(?:[Tt]he|[Tt]his) (?:\w{2,15} )?(?:Bill|Act|Ordinance|Regulations)\b"),
    re.compile(r"\b(?:[Ss]ections?|[Cc]lauses?|[Aa]rticles?|Parts?) \d{1,3}"),
    4,
)


def _explains_a_law(text: str) -> bool:
    """Tell whether a text names a law and its parts again and again."""
    return all(sum(1 for _ in islice(one.finditer(text), _OFTEN)) == _OFTEN for one in (_LAW, _PARTS))


def duties_standing(text: str, units: Sequence[Unit]) -> frozenset[int]:
    """Return the places of the duties that a paragraph goes on to tell of after it told of a law in force.

    "The coroner has a legal duty to report. They must reply within 56 days" asks nobody. None is one in an
    opinion or inquiry, under what announces advice, after a failure, or of those who make laws.
    """
    places = [at for at, unit in enumerate(units) if _is_procedure(text, unit)]
    if not places or is_opinion(text) or _INQUIRY.search(text[:_HEAD]):
        return frozenset()
    if _explains_a_law(text):
        return frozenset(places)
    return frozenset(at for at in places if _follows_law(text, units, at))


def _is_procedure(text: str, unit: Unit) -> bool:
    asked = best(unit.advice)
    if asked is None or unit.lead is not None or unit.zone.zone is Zone.STRONG or not _is_duty(asked):
        return False
    if asked.addressee is not None and _LAWMAKERS.search(asked.addressee.of(text)):
        return False
    return _PROCEDURE.search(" ".join(unit.sentence.span.of(text).split())) is not None


def _is_duty(asked: Advice) -> bool:
    return (
        asked.form in {Form.MODAL, Form.NEED}
        and asked.strength is Strength.MUST
        and asked.main
        and asked.speaker is None
    )


def _follows_law(text: str, units: Sequence[Unit], at: int) -> bool:
    """Tell whether the paragraph tells of a law in force shortly before, or in the sentence itself before."""
    here = units[at]
    before = [unit for unit in units[max(at - _BACK, 0) : at] if unit.number == here.number]
    start = before[0].sentence.start if before else here.whole.start
    if start >= here.sentence.start or _IN_FORCE.search(text, start, here.sentence.start) is None:
        return False
    return not any(_is_unmet(text, unit.sentence.span) for unit in before)


def _is_unmet(text: str, span: Span) -> bool:
    """Tell whether a sentence says that something was not done, and not only what follows if it is not."""
    return any(
        not _CASE.search(text, max(span.start, match.start() - 80), match.start())
        for match in _UNMET.finditer(text, span.start, span.end)
    )
