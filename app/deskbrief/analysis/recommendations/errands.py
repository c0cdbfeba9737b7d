"""What readers are sent to do with the text itself: fill in a form, write to somebody, send comments."""

from __future__ import annotations

import re

#: How a form is filled in: "Check the appropriate box", "Indicate by check mark whether".
_FILLED_IN = re.compile(
    r"^\W{0,3}(?:please )?(?:"
    r"(?:check|tick|mark|circle|fill|complete|initial)(?: in| off| out)?\b[^.;]{0,40}?"
    r"\b(?:box(?:es)?|blanks?|circles?|check ?marks?|applicable|that appl(?:y|ies))\b"
    r"|indicate\b[^.;]{0,20}? (?:by|with) (?:an? )?(?:check|tick|cross)\b"
    r"|(?:print|type|enter|write) (?:(?:in|your|the) )?(?:block letters|initials|names? below)\b)",
    re.IGNORECASE,
)
#: Whom to ask: "If you have any questions about this report, please contact me at …".
_ASKED = re.compile(
    r"(?:^\W{0,3}|\bplease\s|[,;]\s)(?:contact|call|write to|e-?mail|phone|telephone|reach)\s(?:me|us)\s"
    r"(?:directly\s)?(?:at|on|by|via|or)\s"
    r"|\b(?:contact|call|write to|e-?mail|phone|telephone)\s(?:\w[\w.'’-]{0,20}\s){1,6}"
    r"(?:at|on|via)\s(?:\(?\+?\d|[\w.+-]{1,40}@|https?:|www\.)"
    r"|^\W{0,3}(?:if|should|for|with|in case)\b[^.;]{0,120}?\b(?:questions?|information|inquir(?:y|ies)|"
    r"enquir(?:y|ies)|details|copies)\b[^.;]{0,80}?,?\s(?:please\s)?"
    r"(?:contact|call|write|e-?mail|visit|see|phone|telephone|go to|refer to)\b",
    re.IGNORECASE,
)
#: By when and where what readers send has to arrive: "The agency must receive comments by 21 September".
_RECEIVED = re.compile(
    r"\b(?:must|should|needs? to|ha(?:s|ve) to) receive\s(?:\w{2,12}\s){0,3}?(?:comments?|submissions?|"
    r"applications?|requests?|responses?|replies|entries|bids|proposals|petitions|objections)\b"
    r"|^\W{0,3}(?:(?:all|any|written|public|your|the)\s){0,2}(?:comments?|submissions?|entries|bids)\s"
    r"(?:\w{2,12}\s){0,4}?(?:must|should|need to|have to)\sbe\s"
    r"(?:received|sent|submitted|postmarked|addressed|mailed)\b(?!\sand\s(?:\w{2,12}\s)?(?:answered|read|"
    r"considered|heard|published|treated|dealt))",
    re.IGNORECASE,
)

#: What a reader is told, and not to do: "Note that such readers are old".
_NOTED = re.compile(
    r"^\W{0,3}(?:please |also |again )?(?:note|notice|observe|recall)\s(?:also\s)?(?:that|how)\b",
    re.IGNORECASE,
)

#: How more of the text is shown: "To view the full product, click on the link above".
_CLICKED = re.compile(
    r"\bclick (?:on |the |here\b)[^.;]{0,40}?(?:\b(?:links?|buttons?|icons?|tabs?|titles?|pictures?|here|"
    r"above|below)\b|$)",
    re.IGNORECASE,
)

#: From when on a text or a part of it holds, which asks nobody: "This Regulation shall enter into force".
_COMMENCES = re.compile(
    r"\b(?:shall|will) (?:enter|come) into (?:force|effect|operation)\b"
    r"|\b(?:regulation|act|law|decree|order|directive|convention|agreement|treaty|protocol|article|section|"
    r"paragraph|chapter|part|annex|provisions?|rules?)\b[^.;]{0,30}?\sshall "
    r"(?:(?:cease to )?(?:apply|have effect)|expire|remain in force) "
    r"(?:from|on|as from|as of|until|with effect from)\b",
    re.IGNORECASE,
)

#: What laws and orders say of themselves and of their words, and bid nobody: "shall be construed as".
_OF_ITSELF = re.compile(
    r"\bshall (?:not )?(?:be (?:construed|deemed|interpreted|read as|effective|severable|governed by)|"
    r"mean\b|constitute\b|"
    r"take effect|remain in (?:full )?(?:force|effect)|imply\b|supersede|prevail|inure|"
    r"have the (?:following |same )?meanings?|not be limited to|(?:not )?result in (?:any )?liability"
    r"|(?:not )?affect the (?:validity|remaining|remainder|rights))"
    r"|\b(?:such|the|this) terms? (?:[“\"‘'][^”\"’']{1,40}[”\"’'] )?shall (?:not )?include\b"
    r"|^\W{0,3}nothing (?:herein|hereunder|in this|contained in)\b[^.;]{0,80}?\b(?:shall|should|must)\b",
    re.IGNORECASE,
)
#: How one place of a text leads to another: "Refer Passion above".
_REFERS = re.compile(
    r"^\W{0,3}(?:please |also |again )?(?:refer|see(?! that\b)|compare|cf)\b(?:"
    r"[^.;]{1,60}?\b(?:above|below|overleaf)(?=\W{0,3}$|,? (?:for|and|or)\b)"
    r"|(?: to| also| the| our){0,3} (?:\w{3,15} )?(?:tables?|figures?|charts?|sections?|chapters?|"
    r"paragraphs?|"
    r"notes?|box(?:es)?|pages?|lists?|appendix|maps?|text)\b[^.;]{0,40}?\b(?:above|below|overleaf)\b)",
    re.IGNORECASE,
)
#: What readers are sent on to, or offered: "Check it out at …", "Switch to our boats today".
_DRAWN_ON = re.compile(
    r"^\W{0,3}(?:please |also |and |so )?(?:check (?:it|this|them|us|him|her|these) out|check out (?:our|"
    r"more)"
    r"|learn more\b|visit our\b|browse our\b"
    r"|(?:want|need|looking|ready|hoping|wish|would you like) to [^.;!?]{2,120}\?"
    r"|(?:switch to|upgrade|sign up|get|buy|order|try|book|shop|download|choose) (?:your|our|yours|ours)\b"
    r"[^.;!?]{0,80}?\b(?:today|now|for free|free of charge|risk[- ]free)[.!]?\s?$)"
    r"|^\W{0,3}please (?:find|see) (?:attached|enclosed|below|herewith|the\b[^.;]{0,40}?\b(?:attached|"
    r"enclosed|below))"
    r"|\blet (?:us|me) know if you (?:have|would like|need|want|are interested|require)\b",
    re.IGNORECASE,
)
#: What sellers write, and advisers as well: "Try it today", "Check out the site".
_OFFERED = re.compile(
    r"^\W{0,3}(?:please |also |and |so )?(?:check out (?:the|this|these)\b"
    r"|(?:switch|upgrade|subscribe|sign up|get(?! (?:re)?(?:\w{3,12}ed|help)\b)|buy|order|try|book|shop|"
    r"download|"
    r"choose)\b[^.;!?]{0,80}?\b(?:today|now|for free|free of charge|risk[- ]free)[.!]?\s?$)",
    re.IGNORECASE,
)
#: What was new on a day: "Update 2015-10-12: …".
_DATED = re.compile(r"^\W{0,3}updated? (?:on )?\(?\d{1,4}[-/. ]\w{1,9}[-/. ]\d{1,4}\)?\s?:", re.IGNORECASE)
#: A report that is cited by its title: "Improve Processes for …, GAO-24-106751 (Washington, D.C.: …". Its
#: number stands behind a comma, and before where or when it came out.
_CITED = re.compile(
    r",[”\"’]?\s(?:GAO|OIG|NAO|OEI)[-/ ]?\d{2}-\d{2,3}[-\d]{0,8}[A-Z]{0,3}\b,?\s?\(?(?:Washington|"
    r"(?:[A-Z][a-z]{2,8}\.?\s)(?:\d{1,2},\s)?\d{4})|\(Washington, D\.?\s?C\.?\s?:"
)
#: The title of a letter or an office: "Open letter to the President", "Research & Management at …".
_TITLED = re.compile(
    r"^\W{0,3}(?:[Oo]pen letters? (?:to|from)\b|Press Release\b|"
    r"(?:Return|Back|Skip) to (?:[A-Z]\w+|top|main)(?: \w+)?\W{0,3}$|"
    r"(?:[A-Z][a-z]{3,15}) & [A-Z][a-z]{3,15}(?: [A-Z][a-z]{3,15})? at [A-Z])"
)

#: A name that begins like a call: "Let's Encrypt depends on …".
_NAMED = re.compile(
    r"^\W{0,3}Let['’]s [A-Z][a-z]{2,15} (?!(?:an?|the|our|your|it|this|that|these|those|them|to|on|in|up|"
    r"and|for|with|all|more|"
    r"some|one|two|new)\b)[a-z]"
)

#: Shown by what is listed only where advice is announced.
OFFERED = {"offered as sellers do": _OFFERED}
#: Shown by what is not listed wherever it stands.
ERRANDS = {
    "a name that begins like a call": _NAMED,
    "what a law says of itself": _OF_ITSELF,
    "refers to another place": _REFERS,
    "draws readers on": _DRAWN_ON,
    "what was new on a day": _DATED,
    "a title": _TITLED,
    "a report that is cited": _CITED,
    "from when a text holds": _COMMENCES,
    "how a form is filled in": _FILLED_IN,
    "whom to ask": _ASKED,
    "by when something has to arrive": _RECEIVED,
    "only asks to note": _NOTED,
    "how more is shown": _CLICKED,
}
