"""Expressions that speak for or against a recommendation, by the name of what they show."""

from __future__ import annotations

import re

_ATTRIBUTION = re.compile(
    r"\b(?:officials|guidance|standards?|criteria|orders?|protocols?|polic(?:y|ies)|"
    r"manuals?|regulations?|laws?|acts?|"
    r"statutes?|rules?|practices|principles|reports?|memorand(?:um|a)|agreements?|requirements?|"
    r"circulars?|plans?|bills?)\b[^.]{0,60}?\b"
    r"(?:states?|stated|says?|said|requires?|required|dictates?|indicates?|indicated|calls? for|"
    r"called for|notes?|noted|specif(?:y|ies)|direct(?:s|ed)?|"
    r"recommends?|recommended|provides? that|establish(?:es)?|identif(?:y|ies|ied))\b|\bunder (?:the|"
    r"an?|this|these|federal|state|ESEA)\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\baccording to\b|\bin the (?:view|opinion|words) of\b", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:said|stated|told|noted|reported|explained|decided|agreed|testified|asked|described|argued|"
    r"insisted|believed|thought|concluded|warned|recalled|suggested|replied|complained|maintained|wrote|"
    r"proposed|recommended|ruled|held|ordered|demanded)\b",
    re.IGNORECASE,
)
_HAVE = re.compile(
    r"\b(?:should|must|could|ought to)(?: not|n['’]t)?(?: also| already| simply|"
    r" never)? have (?!to\b)[a-z]{1,12}"
    r"(?:ed|en|own|ne|ught|ade|id|un|et|elt|ept|ent)\b",
    re.IGNORECASE,
)
_ABLE = re.compile(
    r"\bshould (?:not )?(?:be able to|have the (?:right|option|ability|opportunity)|be allowed to|"
    r"be permitted to)\b",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"\b(?:should|must|need to|needs to)(?: also| not| only)? be (?:required|limited|prohibited|barred|"
    r"banned|held|made|given|provided|notified|removed|forced|obligated|subject)\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\bthere (?:should|must|needs? to|ought to|has to|have to) be\b|\bthere (?:needs?|shall)\b",
    re.IGNORECASE,
)
_NEGATED_NEED = re.compile(
    r"\b(?:do|does|did|would|is|was) ?(?:not|n['’]t) (?:need|have|require)\b|\bno need\b|\bneed not\b|"
    r"\bneedn['’]t\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:do|does|did) ?(?:not|n['’]t) (?:believe|think|feel|agree|see why|understand|know)\b|"
    r"\bwhether [^.;]{2,60} should\b|\bwhether or not\b",
    re.IGNORECASE,
)
_I_THINK = re.compile(
    r"\bI (?:also |strongly |do |just |really |would |truly |firmly )?(?:think|believe|feel|agree|"
    r"suggest|propose|recommend|would|hope|urge|ask|request|submit)\b|\bin my opinion\b|"
    r"\bmy (?:suggestion|recommendation|proposal|advice|opinion|view)\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\bplease\b|\blet['’]?s\b|^\W{0,3}let\b|\bwhy not\b|\bhow about\b|\bI hope\b|"
    r"\bwould be (?:nice|better|helpful|great|good|wise|best)\b|\bwant to see\b|"
    r"\b(?:would|['’]d) (?:also |really |very much )?(?:like|love|prefer|want)(?: for)? "
    r"(?:to see|there to be|to have|to restrict|it if|th(?:e|is|at|ese)\b|all\b|any\b)|"
    r"\b(?:my|our) (?:suggestion|recommendation|proposal|advice)s? (?:is|are|would be)\b",
    re.IGNORECASE,
)
_CAN_THERE = re.compile(
    r"^\W{0,3}(?:can|could|would|will) (?:there|we|you|they|the|someone|somebody)\b|"
    r"^\W{0,3}why (?:not|can['’]t|don['’]t|doesn['’]t|isn['’]t|aren['’]t|couldn['’]t)\b|"
    r"^\W{0,3}shouldn['’]t\b",
    re.IGNORECASE,
)
_NEEDS_NOUN = re.compile(
    r"\b(?:we|they|you|there|system|agents?|consumers?|people|states?|country|government|industry|laws?|"
    r"rules?|regulations?|website|congress|agency|public) (?:also |really |desperately |definitely |"
    r"urgently )?"
    r"(?:needs?|is a need for|is an urgent need for) (?!to\b)[a-z]|\bin (?:dire |urgent |great )?need of\b",
    re.IGNORECASE,
)
_NO_MORE = re.compile(r"^\W{0,3}(?:no|stop|enough|do not|don['’]t|never|and no)\b", re.IGNORECASE)
_CONDITION_FIRST = re.compile(
    r"^\W{0,3}(?:and |but |so |then )?(?:if|when|once|unless|until|before|after|where|in order|in cases?)\b",
    re.IGNORECASE,
)
_SUBORDINATE_FIRST = re.compile(
    r"^\W{0,3}(?:because|since|which|who|that(?! is why\b)|although|while|whereas|as)\b", re.IGNORECASE
)
_EVALUATION = re.compile(
    r"\bshould(?: not|n['’]t)? (?:be (?:ashamed|noted|concern\w{0,4}|aware|clear|easy|"
    r"obvious|enough|fine|ok|okay|fair|hard|ideal|free|proud|happy|content|grateful|thankful|"
    r"difficult|burdensome|simple|a problem|no problem|surprised|surprising)|have no (?:problem|trouble|"
    r"reason)|want to|already|know|come as|recall|matter|care|go without saying)\b",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"\bshould(?: not|n['’]t)?(?: also)? be (?:illegal|legal|unlawful|against the law|a crime)\b",
    re.IGNORECASE,
)
_ANYONE = re.compile(
    r"^\W{0,3}(?:(?:generally|thus|therefore|accordingly|here|under [^,]{2,60}), )?an? [a-z]{2,20} "
    r"(?:[a-z]{2,20} )?(?:must|shall|need not|may)\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\bshould (?:generally |usually |soon |then )?(?:resolve (?:itself|themselves|generally|within)|"
    r"subside|wear off|clear up(?! (?:the|an?|its|their|any|all|this|that|these|those|what)\b)|"
    r"(?:disappear|go away) (?:by itself|by themselves|on (?:its|their) own|within|after|over time|soon|"
    r"quickly|in (?:an?|a few|\d+|two|three|some) (?:hour|day|week|month|year)))s?\b|"
    r"\bshould (?:now |soon |then |also |only |probably |normally |usually |generally |easily |"
    r"just |eventually )?"
    r"(?:arrive|last|suffice|recover|heal|work(?: fine| well| as)?(?=[\s.,;!]*$)|expect|see (?:a|an|"
    r"the|some|your)|"
    r"notice (?:a|an|the|that)|look (?:like|something|smooth|about)|feel (?:a|an|the|like|smooth|firm)|"
    r"take (?:about|around|roughly|approximately|less|no more|only|you|a few|an?|\d)|"
    r"be (?:ready|back|here|over|in service|in operation|finished|visible|home|complete by|done by|"
    r"available (?:by|in|on|from|at)|apparent|evident|visible to|"
    r"good to go)|come (?:out|to about)|"
    r"help (?:you|us|explain)|result in|lead to|"
    r"have (?:received|arrived|enough))\b"
    r"|\b(?:this|that|these|those|it|which) should (?:also |then )?"
    r"(?:help reduce|make it (?:easier|possible|clear))\b"
    r"|^\W{0,3}(?:(?:and|but|so|all)\s)?(?:this|these|which) should "
    r"(?!not\b|never\b|be\b|also\b|only\b|always\b|"
    r"include|cover|contain|apply|stop|change|happen|remain|have\b|go\b|extend|involve|consist|take into|"
    r"start|begin|continue|focus|address|reflect|form\b|become|require|set\b|specify|state\b|describe|"
    r"identify|list\b|provide|consider|ensure)[a-z]{2,20}"
    r"|\bshould (?:fall|rise|drop|grow|improve|return|continue|increase|decline|pick up|slow|"
    r"ease)\b[^.;]{0,40}"
    r"\b(?:next|soon|shortly|later|over time|this (?:year|week|month|summer|winter))\b",
    re.IGNORECASE,
)
_EPISTEMIC = re.compile(
    r"\bmust be (?:a |an |the |some )?(?:mistake|reason|kidding|nice|one|someone|crazy|true|aware|"
    r"the case)\b|"
    r"\bmust (?:admit|say|confess|wonder|seem|have)\b|\bif (?:i|you|we) must\b|\bshould (?:the|an?|"
    r"any|it|they|he|she|i) "
    r"[a-z]{1,15} (?:not )?[a-z]{2,15}[^.]{0,80}, ",
    re.IGNORECASE,
)
_SHOULD_IT = re.compile(
    r"(?:^|[:;]\s)\W{0,3}(?:should|must|shall|ought)\b[^.]{0,300}\?\W{0,3}$|^\W{0,3}whether\b", re.IGNORECASE
)
_PREAMBLE = re.compile(
    r"^\W{0,3}(?:recalling|noting|recogni[sz]ing|reaffirming|considering|bearing in mind|whereas|having|"
    r"acknowledging|welcoming|emphasi[sz]ing|stressing|concerned|convinced|mindful|deeply|guided by|"
    r"decides|"
    r"resolves|reaffirms|recalls|notes|welcomes|takes note)\b",
    re.IGNORECASE,
)
_WHY = re.compile(r"\b(?:why|how|what|which|who|where|when) (?:should|must|would|do|does)\b", re.IGNORECASE)
#: "why", but not that of "that is why", which leads to what follows.
_WHY_ALONE = r"(?<![Tt]hat is )(?<![Tt]his is )(?<![Ww]hich is )(?<![Tt]hat['’]s )why"
_IDEA = re.compile(
    r"\bquestions? (?:of|as to|is|about) (?:what|how|who|whether|which|why)\b|"
    r"\b(?:idea|principle|theory|notion|assumption|premise|concept|logic|thinking|expectation|hope) "
    r"(?:(?:behind|of|underlying|here)[^.;]{0,40} )?(?:is|was|being) that\b"
    r"|(?-i:(?<=[a-z,] )(?:how|what|" + _WHY_ALONE + r") (?:[a-z'’-]{1,20} ){1,6}(?:should|must|ought)\b)"
    r"(?! (?:really |now )?(?:do|happen|change)(?: now| instead)? is\b)"
    r"|\b(?:what|how|" + _WHY_ALONE + r"|who|where) "
    r"(?:they|it|he|she|we|one|people|you|the \w{2,20}|a \w{2,20}) "
    r"(?:should|must|ought)\b(?! (?:really |now )?(?:do|happen|change)(?: now| instead)? is\b)",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\bit should be (?:clear|obvious|evident|apparent|plain)\b|"
    r"\b(?:please note|(?:important|necessary|essential|crucial|vital) to (?:note|remember|recognise|"
    r"recognize|understand|know)|keep in mind|bear in mind|must be (?:noted|remembered|stressed|said)|"
    r"should (?:also |however |always |perhaps )?be (?:noted|remembered|stressed|pointed out|emphasi[sz]ed|"
    r"borne in mind)|"
    r"should (?:come as|go without saying)|"
    r"must be (?:concluded|inferred|presumed|assumed|acknowledged|admitted|conceded)|"
    r"(?:one|you) (?:(?:only|just|simply) (?:needs?|has|have)|(?:needs?|has|have) only) to "
    r"(?:look|ask|see|consider|think|wonder|recall|read|compare|remember)\b|"
    r"(?:one|you) (?:also )?(?:needs?|has|have) to (?:wonder|ask (?:yourself|oneself))\b|"
    r"one (?:also )?(?:needs?|has) to (?:ask (?:whether|why|how|what|who|if)|recall|remember that)\b|"
    r"(?:we|one|you) (?:must|should) (?:also |always |never |not )?"
    r"(?:remember|forget|recall)(?=,|:| (?:that|how|what|when|why)\b)|"
    r"(?:have to|must|should|need to) (?:say|admit|confess|add|stress|point out) "
    r"(?:that|I|we|it|this|there))\b",
    re.IGNORECASE,
)
_TO_THE_READER = re.compile(
    r"\b(?:for|to) (?:more|further|additional|details|learn)\b[^.]{0,200}\b(?:see|visit|contact|"
    r"read|consult|click)\b|"
    r"^\W{0,3}(?:and |or |but |just |so |then |please |also |now )?(?:just |please )?(?:imagine|think|"
    r"look|see|note|notice|remember|recall|forget|suppose|assume|picture|"
    r"consider (?:the (?:case|example|following)|this|how|what)|recall|thank|thanks|agree|"
    r"ask (?:yourself|anyone|the)|guess|"
    r"tell me|explain to me|take (?:the (?:case|example)|for example|a look)|compare|witness|observe|"
    r"let me|let us (?:look|turn|begin|start|assume|suppose)|say (?:i|you|we)|trust me|believe me|"
    r"contact|click|visit|view|follow (?:us|live|our|along|the latest)|"
    r"read (?:more|on|the|about|our|paper|full)|"
    r"sign up|subscribe|download|share this|follow us|call us|email us|learn more|"
    r"find out|check out|get started|walk into|zoom (?:in|out)|fast[- ]forward|step back|rewind|"
    r"scroll (?:through|down)|flip through|stay tuned|enjoy|meet (?:the|our)|book (?:a|your|now)|"
    r"(?:do not|don['’]t) (?:worry|panic|miss|fret|be fooled|hesitate|take my word)|"
    r"join (?:us|here|now|today|our|the (?:conversation|discussion|waitlist))|"
    r"discover (?:how|our|what|why|more)|"
    r"explore our|try (?:it|our)|say (?:hello|goodbye)|(?:register|apply|shop|buy|order) (?:now|here|today)|"
    r"let['’]s (?:now )?(?:try|turn|look|start|begin|dive|face it|say|see|talk|imagine|assume|move on|"
    r"go back))\b",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:by law|is required by|are required to|is required to|required under|must comply|"
    r"in order to|applicants? must|to qualify|to be eligible)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"\brecommendations?\s*[#(]?\s?\d|^\W{0,3}recommendations?\s?:|\(recommendation", re.IGNORECASE
)
_QUOTED = re.compile(r"^\W{0,2}[“\"][^”\"]{3,300}[”\"]\W{0,3}$")
_FIRST = re.compile(r"\b(?:my|me|I|I['’]m|I['’]ve)\b")
_ASKING = re.compile(
    r"\b(?:sh?oul?d|shoud|must|ought|needs?|ha(?:s|ve) to|shouldn['’]t|shall|should)\b", re.IGNORECASE
)
_DEMAND = re.compile(
    r"\b(?:require|force|make|allow|limit|prohibit|forbid|ban|mandate|prevent|stop|end)\b", re.IGNORECASE
)
_ENSURING = re.compile(
    r"\bshould (?:also |then )?(?:ensure|direct|develop|establish|take (?:the )?(?:steps|action)|"
    r"implement|require|"
    r"consider|work with|update|revise|assess|evaluate|identify|clarify|issue|document|conduct|"
    r"include|determine|create|"
    r"adopt|strengthen|improve|expand|increase|support|provide|make|set|review)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\bare (?:not )?(?:limited|required|obliged|expected|supposed) to\b", re.IGNORECASE)

#: The title of an entry of a list of work, with its number: "remove the old installer #418".
_ENTRY = re.compile(r"\s#\d{2,7}\W{0,3}$|^\W{0,3}TODO\b")
#: Where else to look: "See recommendation 12", "Additionally, see our page".
_SEE = re.compile(
    r"^\W{0,3}(?:additionally,? |also,? |please |\d{1,3} )?see (?:also )?[\w“\"(\[{]"
    r"|^\W{0,3}for (?:an?|the|more|further|details|information|full)\b[^.,;]{0,120},? "
    r"(?:please )?(?:see|refer to)\b",
    re.IGNORECASE,
)
#: What becomes of recommendations: "The Government accepts the following recommendations".
_ANSWERED = re.compile(
    r"^\W{0,3}(?:[^,;.:]{2,60} )?(?:accept|note|support|reject|welcome|acknowledge)(?:s|ed)? "
    r"(?:all |most |some |these |the )?(?:following |\d{1,3} )?recommendations?\b",
    re.IGNORECASE,
)

#: Shows "should have told" where no model has parsed the sentence.
PERFECT = _HAVE
#: Shown by sentences of every kind.
ALWAYS = {
    "a wish": _WISH,
    "asks whether it can be done": _CAN_THERE,
    "needs something": _NEEDS_NOUN,
    "a ban in few words": _NO_MORE,
    "marked as a recommendation": _MARKED,
    "only a quotation": _QUOTED,
    "an entry by its number": _ENTRY,
    "only refers to another place": _SEE,
    "what becomes of recommendations": _ANSWERED,
}
#: Shown by sentences that ask for something.
WHEN_ASKING = {
    "attributed": _ATTRIBUTION,
    "according to somebody": _ACCORDING,
    "speech": _SAID,
    "should be able to": _ABLE,
    "should be required to": _REQUIRED,
    "there should be": _THERE,
    "need denied": _NEGATED_NEED,
    "doubted": _DOUBT,
    "the writer's opinion": _I_THINK,
    "a condition first": _CONDITION_FIRST,
    "a subordinate clause": _SUBORDINATE_FIRST,
    "a judgement": _EVALUATION,
    "should be a crime": _LEGAL,
    "a rule for anyone": _ANYONE,
    "what is to be expected": _EXPECTED,
    "a guess": _EPISTEMIC,
    "asks why": _WHY,
    "asks whether it should be": _SHOULD_IT,
    "a preamble or a decision": _PREAMBLE,
    "only asks to take note": _NOTE,
    "to the reader": _TO_THE_READER,
    "tells a rule of law": _LAW,
    "about the writer": _FIRST,
    "should do what institutions do": _ENSURING,
    "told as a duty": _BOUND,
    "explains an idea": _IDEA,
}
#: Shown by sentences in which no asking wording was found.
WHEN_NOT_ASKING = {"a word that asks": _ASKING, "speaks of a demand": _DEMAND}
