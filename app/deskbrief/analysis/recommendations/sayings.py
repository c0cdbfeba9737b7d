"""Sentences that ask only in form: the writer speaks of the text, tells what others think, or is polite."""

from __future__ import annotations

import re

from deskbrief.analysis.recommendations.errands import ERRANDS

#: What a writer says he is to tell: "I should mention …", "We must conclude that …".
_OWN_WORDS = re.compile(
    r"\b(?:I|we)\s(?:should|must|ought to|need to|have to|shall)\s(?:also\s|now\s|first\s|perhaps\s|then\s)?"
    r"(?:mention|add|record|say|note|explain|point out|make (?:it )?(?:plain|clear)|emphasi[sz]e|stress|"
    r"confess|admit|declare|deal with|turn|return|come back|describe|set out|summari[sz]e|observe|remark|"
    r"refer|conclude|reiterate|deal|outline|discuss)\b(?!\s(?:with|to)\s(?:all|every|each)\s(?:case|"
    r"claim)s?\b)"
    r"|\bit (?:is|may be|might be|would be) (?:\w{2,12} )?(?:useful|helpful|worth|appropriate|fitting)"
    r"(?: for me| for us| first)?(?: to)? (?:explain|recall|describ|outlin|set(?:ting)? out|clarify what|"
    r"mention|"
    r"recapitulat|emphasi[sz]|stress(?:ing)? |point(?:ing)? out)"
    r"|^\W{0,3}(?:[a-z]{2,12},?\s){0,2}let me\b(?!\s(?:just\s|also\s|first\s)?(?:have|know|urge|ask|call|"
    r"appeal|beg|"
    r"plead|recommend|suggest|propose|encourage|implore|invite|request|advise|be\s[a-z]{3,15})\b)"
    r"(?![^.?!]{1,200}\b(?:should|must|ought|needs? to|ha(?:s|ve) to)\b)",
    re.IGNORECASE,
)
#: What a writer means to do himself: "I propose to write to you", "we will propose ways out".
_OWN_PLANS = re.compile(
    r"\b(?:I|we)\s(?:(?:now|therefore|also|then)\s)?(?:propose\sto\s|(?:will|shall)\s(?:also\s)?propose\s)",
    re.IGNORECASE,
)
#: What is to be said or seen, not done: "It must be emphasised", "There should be little doubt".
_TO_BE_SEEN = re.compile(
    r"\b(?:must|should|needs? to|ha(?:s|ve) to)\s(?:also\s|again\s|now\s|however\s)?be\s"
    r"(?:credited|commended|congratulated|applauded|praised|lauded|thanked|complimented|saluted|"
    r"emphasi[sz]ed|mentioned|underlined|underscored|recalled|reiterated|appreciated that|"
    r"understood that|recogni[sz]ed that|acknowledged that|made clear that|said|seen against)\b"
    r"|\bshould\sbe\s(?:little|no|some)\s(?:doubt|question|surprise|mystery)\b"
    r"|\bmust\s(?:now\s|also\s|still\s|therefore\s)?(?:fear|endure|live with|wonder|hope|breathe|die)\b",
    re.IGNORECASE,
)
#: How something is not to be read: "should not be taken to mean".
_NOT_TO_MEAN = re.compile(
    r"\b(?:should|must)\snot\s(?:\w{2,15}ly\s)?be\s(?:taken|considered|read|understood|construed|interpreted|"
    r"seen)\s(?:to\s(?:mean|imply|suggest)|as\s(?:meaning|implying|suggesting|evidence|a\s(?:sign|"
    r"criticism)))\b"
    r"|\b(?:do|does|did)(?: not|n['’]t)\s(?:mean|imply|follow)\sthat\b",
    re.IGNORECASE,
)
#: What is thought or claimed by whoever it may be: "It might be thought that", "The argument is that".
_THOUGHT = re.compile(
    r"\b(?:might|may|could|can)\s(?:also\s|well\s)?be\s(?:thought|argued|said|objected|felt|assumed)\sthat\b"
    r"|\b(?:the|this|that|one|another)\s(?:argument|claim|contention|assertion|objection|complaint|fear)\s"
    r"(?:is|was)\sthat\b"
    r"|\b(?:invited|urged|asked|pressed|wanted|invites|urges|asks)\s(?:me|us)\sto\s"
    r"(?:recommend|find|conclude|propose|say|rule|hold)\b",
    re.IGNORECASE,
)
#: What others have asked for, which is weighed here: "the request of the owners that the state should …".
_REQUEST = re.compile(
    r"\b(?:his|her|their|[A-Za-z]{2,20}['’]s?)\s(?:\w{2,15}\s)?"
    r"(?:requests?|suggestions?|submissions?|contentions?|arguments?|demands?|"
    r"proposals?)\b[^.;]{0,40}?\bthat\b"
    r"|\brequests?\smade\s(?:of|to|by)\s[^.;,]{2,60}?\sthat\b",
    re.IGNORECASE,
)
#: Whether something is so, is asked: "Do both have to share a border?", "What needs to be there?".
_QUERY = re.compile(
    r"^\W{0,3}(?:do|does|did|who|what|which)\b[^.?!]{0,160}\b(?:needs?|ha(?:s|ve))\sto\b[^.?!]{0,160}\?"
    r"|^\W{0,3}(?:is|are|was|were) there\b[^.?!]{0,160}\b(?:needs?|ha(?:s|ve) to|should|must)\b[^?!.]{0,99}\?"
    r"|[–—-]\s_?whether\s[^.?!;–—]{2,120}\b(?:should|must|ought)\b[^.?!;–—]{0,120}$",
    re.IGNORECASE,
)
#: What is said to be polite, or to draw readers on.
_COURTESY = re.compile(
    r"^\W{0,3}(?:to (?:view|see|read|download|access)\b[^.]{3,200}?, )?"
    r"(?:and |so |but |please |also )?(?:please )?(?:stay tuned|"
    r"(?:do not|don['’]t) (?:hesitate|miss|worry|panic|fret)\b|join (?:here|now|today)\b|"
    r"let['’]?s (?:now |first |also )?(?:turn|look at|take a (?:closer )?look|dive|get started|begin by)\b|"
    r"take (?:our|the|this|a) (?:\w{1,20} ){0,3}survey|ask no (?:further|more)|look no further|feel free|"
    r"refer to\b|accept,|accept (?:my|our|the) (?:assurances|apologies|thanks)|join us\b|follow us\b|rsvp\b|"
    r"watch (?:the|this|our) (?:video|recording|webinar)|register (?:now|here|today|for free)\b|"
    r"drop (?:us )?a (?:note|line)|save the date|enjoy\b|click\b|subscribe\b|share this\b|"
    r"share (?:it )?(?:via|on|by) (?:e-?mail|facebook|twitter|linkedin|whatsapp|x)\W{0,2}$|read on\b|"
    r"keep reading\b|tune in\b|rest assured|have a (?:great|good|nice)\b|see you\b|get in touch\b|"
    r"reach out to\b|welcome (?:to|back)\b|"
    r"(?:show|hide|view|see|expand|collapse|copy|print|load|download|play|skip)"
    r"(?: (?:the|all|more|full|to|this))?(?: \w{3,12})?\W{0,2}$|"
    r"enter your (?:e-?mail|name|zip|post)\w{0,4}\b)"
    r"|\bto (?:receive|get) [^.;]{3,80}, (?:please )?(?:sign up|subscribe|register|click)\b"
    r"|^\W{0,3}(?:and )?(?:just )?(?:keep (?:that|this|it) in mind\b|wait until\b|"
    r"take [^.;:]{2,60}, for (?:example|instance)\b)"
    r"|\bplease,? (?:get in touch|contact|reach out|e-?mail|write to|apply (?:here|online))\b",
    re.IGNORECASE,
)

#: How a reader reaches whoever published the text: by telephone, letter, or at an address.
_REACHED = re.compile(
    r"^\W{0,3}(?:please |you (?:may|can) |or |for [^,;.]{3,60}, )?(?:also )?(?:"
    r"(?:call|phone|dial|telephone|fax) (?:us )?(?:toll[- ]free|at \(?\d|\(?\d{3}\)?[-. ]\d{3})"
    r"|(?:send|submit) (?:us )?(?:an? |your )?(?:\w{1,12} )?(?:e-?mails?|fax(?:es)?|text messages?) to\b"
    r"|(?:write|mail|e-?mail|fax)(?: to| us)?(?: at)?\s?:?$"
    r"|(?:report|call|write|visit|contact|e-?mail|mail|phone|go|log|register|apply|order|"
    r"subscribe)\b[^.;]{0,80}?"
    r"(?:https?://|www\.|[\w.+-]{1,64}@\w|\(\d{3}\) ?\d{3}-\d{4}))",
    re.IGNORECASE,
)

#: Shown by sentences that ask for something; none of them is listed.
SAYINGS = {
    "the writer's own words": _OWN_WORDS,
    "what the writer means to do": _OWN_PLANS,
    "what is to be seen": _TO_BE_SEEN,
    "how something is not to be read": _NOT_TO_MEAN,
    "what somebody may think": _THOUGHT,
    "what others ask for": _REQUEST,
    "asks whether it is so": _QUERY,
}
#: Shown by what is not listed wherever it stands.
COURTESIES = {"said to be polite": _COURTESY, "how the publisher is reached": _REACHED, **ERRANDS}
