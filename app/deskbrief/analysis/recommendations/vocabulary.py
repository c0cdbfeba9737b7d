"""Words that advice is given with."""

from __future__ import annotations

from deskbrief.document.outline import Strength

#: Modal verbs that ask, and how strongly.
MODALS = {
    "must": Strength.MUST,
    "shall": Strength.MUST,
    "should": Strength.SHOULD,
    "ought": Strength.SHOULD,
}
WEAK_MODALS = frozenset({"could", "might", "may", "can"})
#: Adjectives of "it is … to" and "it is … that", and how strongly they ask.
ADJECTIVES = {
    "imperative": Strength.MUST,
    "essential": Strength.MUST,
    "vital": Strength.MUST,
    "crucial": Strength.MUST,
    "critical": Strength.MUST,
    "necessary": Strength.MUST,
    "mandatory": Strength.MUST,
    "indispensable": Strength.MUST,
    "incumbent": Strength.MUST,
    "urgent": Strength.MUST,
    "important": Strength.SHOULD,
    "advisable": Strength.SHOULD,
    "prudent": Strength.SHOULD,
    "wise": Strength.SHOULD,
    "desirable": Strength.SHOULD,
    "preferable": Strength.SHOULD,
    "appropriate": Strength.SHOULD,
    "time": Strength.SHOULD,
}
#: Adjectives that offer something with "may" or "might": "it may be useful to …".
OFFERED = frozenset({"useful", "helpful", "worthwhile", "sensible", "beneficial", "worth"})
#: Verbs that say that somebody gives advice.
ADVISING = {
    "recommend": Strength.SHOULD,
    "urge": Strength.SHOULD,
    "propose": Strength.SHOULD,
    "suggest": Strength.COULD,
    "advise": Strength.SHOULD,
    "encourage": Strength.SHOULD,
    "advocate": Strength.SHOULD,
    "call": Strength.SHOULD,
    "implore": Strength.SHOULD,
    "request": Strength.SHOULD,
    "ask": Strength.SHOULD,
    "demand": Strength.MUST,
    "exhort": Strength.SHOULD,
    "invite": Strength.SHOULD,
    "appeal": Strength.SHOULD,
}
#: Nouns for advice, and how strongly it is given.
CARRYING = {
    "recommendation": Strength.SHOULD,
    "proposal": Strength.SHOULD,
    "call": Strength.SHOULD,
    "demand": Strength.MUST,
    "request": Strength.SHOULD,
    "suggestion": Strength.COULD,
    "appeal": Strength.SHOULD,
    "plea": Strength.SHOULD,
    "advice": Strength.SHOULD,
}
#: Verbs with which somebody tells what he says or thinks should be done.
_SAYING_WORDS = (
    "say argue believe think state tell note decide insist maintain suggest warn agree hold claim contend "
    "propose order rule require dictate indicate specify write report testify explain feel conclude "
    "demand ask recommend advise urge reply add complain stress emphasise emphasize declare announce "
    "assert submit stipulate imply presuppose provide direct mandate command request "
    "concur acknowledge accept underline underscore highlight reiterate affirm reaffirm caution opine "
    "observe remark point"
)
SAYING = frozenset(_SAYING_WORDS.split())
#: Subjects with which a document speaks for itself.
OWN_VOICE = frozenset(
    {"we", "i", "report", "paper", "article", "brief", "study", "author", "authors", "chapter"}
)
#: Nouns that head lists of things to do.
_ACTIONS_WORDS = (
    "action actions approach approaches initiative initiatives step steps measure measures recommendation "
    "recommendations strategy strategies option options policy policies reform reforms priority "
    "priorities proposal proposals intervention interventions solution solutions task tasks change "
    "changes principle principles practice practices commitment commitments move moves course agenda "
    "roadmap remedy remedies avenue avenues way ways pathway pathways component components element "
    "elements"
)
ACTIONS = frozenset(_ACTIONS_WORDS.split())
#: Nouns that head lists of something else.
_NOT_ACTIONS_WORDS = (
    "reason reasons cause causes risk risks implication implications example examples benefit benefits "
    "outcome outcomes result results effect effects finding findings motivation motivations motive "
    "motives consequence consequences challenge challenges question questions trend trends fact facts "
    "overview engagement engagements shift shifts problem problems concern concerns threat threats driver "
    "drivers impact impacts lesson lessons sign signs feature features advantage advantages disadvantage "
    "disadvantages opportunity opportunities scenario scenarios indicator indicators criteria criterion "
    "factor factors timeline timelines timetable timetables schedule schedules date dates calendar dates "
    "area areas topic topics theme themes sector sectors domain domains field fields aspect aspects issue "
    "issues category categories country countries data information details particulars fields"
)
NOT_ACTIONS = frozenset(_NOT_ACTIONS_WORDS.split())
#: Base forms that begin imperative sentences in reports and comments.
_IMPERATIVES_WORDS = (
    "abandon abolish accelerate accept acknowledge act adapt add address adhere adjust adopt advance "
    "advocate align allocate allow amend analyse analyze anchor apply appoint approve articulate ask "
    "assess assign assist assure attach avoid ban be become begin bolster boost bring broaden build call "
    "cancel carry cease champion change charge check choose clarify clean clear close collaborate collect "
    "combat combine commission commit communicate compel complete comply conduct confirm connect consider "
    "consolidate consult continue convene cooperate coordinate counter create cut decrease deepen define "
    "determine "
    "determine "
    "deliver demand demonstrate deploy design designate develop devise devote direct disclose discontinue "
    "discourage diversify do document double draft draw drop earmark educate elevate eliminate embed "
    "embrace empower enable enact encourage end endorse enforce engage enhance enlarge ensure equip "
    "establish evaluate examine exclude expand expedite explain explore express extend facilitate favor "
    "favour fight file finalise finalize finance find fix focus follow forbid force forge formalise "
    "formalize formulate foster fully fund gather get give go grant guarantee halt harmonise harmonize "
    "have help highlight hire hold honor honour identify implement impose improve include incorporate "
    "increase increasingly inform initiate innovate insist inspect institute institutionalise "
    "institutionalize integrate intensify introduce invest investigate invite involve issue join keep "
    "launch lay lead learn leave lengthen let leverage liberalise liberalize lift limit link list listen "
    "look lower maintain make manage mandate maximise maximize measure minimise minimize mitigate "
    "mobilise mobilize modernise modernize modify monitor move name negotiate never notify offer only "
    "open oppose optimise optimize order organise organize outlaw oversee participate pass pause pay "
    "permit phase place plan please pledge position postpone preserve press prevent prioritise prioritize "
    "prohibit promote propose prosecute protect provide publicise publicize publish punish pursue push "
    "put raise ratify reach read realign reassess rebuild recalibrate recognise recognize reconsider "
    "record recruit redefine redirect redouble reduce reevaluate refund refer reform refrain refuse regulate "
    "reinforce reject release rely remain remove renew repeal replace report request require research "
    "resist resolve respect respond restore restrict restructure rethink review revise revisit revoke "
    "scale secure seek send separate set share shift show sign simplify stand standardise standardize "
    "start state stay step stop streamline strengthen study submit support suspend sustain switch tackle "
    "tailor take target teach tell terminate test text tie tighten train transfer translate treat try "
    "turn undertake update upgrade uphold urge use utilise utilize verify view wait watch withdraw "
    "withhold work write"
)
IMPERATIVES = frozenset(_IMPERATIVES_WORDS.split())
#: Words of the list above that are as often nouns; they need the look of a verb beside them.
_NOUNS_TOO_WORDS = (
    "access act address approach attack ban boost call cause change charge check claim conduct control cut "
    "design document drop end exchange file finance focus fund grant help hold increase issue launch lead "
    "pay pull link list look "
    "measure move name offer order pass pause permit plan pledge position press produce "
    "progress protest push record reform release report request research review scale set share "
    "shift show sign sound stand start state step stop study support switch target test text "
    "train transfer trade turn update upgrade use view wait watch work"
)
NOUNS_TOO = frozenset(_NOUNS_TOO_WORDS.split())
