"""The words by which English attributes words to somebody."""

from __future__ import annotations

_SAYING = (
    "say tell warn argue claim state announce add note insist deny report declare suggest explain "
    "conclude stress emphasize emphasise acknowledge admit assert contend maintain confirm reveal "
    "observe remark reply respond comment mention point indicate allege affirm testify predict "
    "estimate complain caution promise vow pledge recall describe concede reiterate underline "
    "underscore highlight write tweet ask wonder joke quip shout whisper cry exclaim repeat continue "
    "begin counter object agree counsel advise urge recommend boast lament protest proclaim signal "
    "hint imply speculate reason propose inform notify"
)
#: Verbs that introduce words said, by their dictionary form.
SAYING = frozenset(_SAYING.split())
_DIRECT_ALONE = "describe ask wonder shout whisper cry repeat continue begin counter object respond recall"
_DIRECT_ALONE += " urge reason"
#: Verbs that need the words themselves in quotation marks: without them they tell something else.
DIRECT_ALONE = frozenset(_DIRECT_ALONE.split())
_UNSOURCED = "say believe think report understand allege claim rumour rumor suppose hold"
_LABELLING = (
    "accuse brand call condemn criticise criticize denounce describe dismiss dub hail label praise slam"
)
#: Verbs that give words to what they are said of: 'called the plan "a waste"'; only quoted words are said.
LABELLING = frozenset(_LABELLING.split())
#: Of these the verbs that need no more than a name: 'called the claim "a lie"'.
NAMING = frozenset(["brand", "call", "dub", "label"])
_CLAIMS = (
    "allegation appeal argument assertion call claim comment cry demand plea pledge promise remark "
    "statement suggestion threat warning word"
)
#: Nouns for what somebody else has said: "Roe's claim that".
CLAIMS = frozenset(_CLAIMS.split())
_CARRIERS = (
    "article banner book chant film graffiti graffito headline hymn leaflet letter line lyric message "
    "motto petition phrase placard poem post poster report sign slogan song speech sticker t-shirt title "
    "tweet verse"
)
#: Nouns for what carries words: 'the slogan "..."'.
CARRIERS = frozenset(_CARRIERS.split())
#: Claims that "for" leads from.
DEMANDS = frozenset(["appeal", "call", "cry", "demand", "plea"])
_VOICING = (
    "announce chant claim cry declare insist post proclaim publish scream say shout sing suggest tell tweet"
)
_VOICING += " write yell"
#: Verbs whose gerund gives voice to the words of the one of whom it tells: "accused him of shouting".
VOICING = frozenset(_VOICING.split()) | LABELLING
#: Verbs for what somebody holds to be so.
BELIEVING = frozenset(["believe", "doubt", "expect", "fear", "think"])
#: Passive verbs by which a text says something without saying who says so.
UNSOURCED = frozenset(_UNSOURCED.split())
#: Adverbs that do the same.
HEARSAY = frozenset(["reportedly", "allegedly", "purportedly", "supposedly"])
_NOBODY = (
    "plan plans schedule size need needs type age taste merit custom circumstances order rank law rule rules "
    "priority priorities share degree level formula criterion criteria experience importance principle "
    "method procedure definition instruction instructions protocol standard standards value height date "
    "preference ability wish wishes tradition scale score weight number amount frequency location gender "
    "status income purpose gravity severity kind category class colour color shape function set season "
    "timeline timelines calendar map chart requirement requirements roster condition conditions "
    "logic theory model classification recipe design specification practice usage"
)
#: Nouns after "according to" that are nobody.
NOBODY = frozenset(_NOBODY.split())
_DOCUMENTS = (
    "report study survey poll paper analysis assessment review article book document statement account data "
    "estimate research literature letter memo memorandum plan guide guidance audit chapter transcript notice "
    "newspaper magazine journal press release website site page bulletin record indictment complaint lawsuit "
    "filing affidavit ruling decision order resolution agreement treaty constitution bill act law strategy "
    "testimony email message post tweet headline editorial column interview figures projection forecast "
    "statistics census media announcement declaration communique brief draft file note "
    "comment guideline blueprint brochure"
)
#: Writings, which speak as their writers do.
DOCUMENTS = frozenset(_DOCUMENTS.split())
#: Verbs by which facts show something: with a thing for a subject they tell of no speech.
SHOWING = frozenset(
    [
        "suggest",
        "indicate",
        "reveal",
        "imply",
        "signal",
        "confirm",
        "underline",
        "underscore",
        "highlight",
        "hint",
        "point",
        "reason",
        "tell",
    ]
)
_OFFICES = (
    "president chancellor minister premier senator governor mayor king queen pope ambassador secretary "
    "chairman chairwoman chair director commissioner spokesman spokeswoman spokesperson judge justice "
    "general prosecutor sheriff coach professor commander prince princess bishop archbishop administrator"
)
#: Offices by which a person is called once his name is known.
OFFICES = frozenset(_OFFICES.split())
#: Words before an office that its holder has left, or has not yet.
NOT_NOW = frozenset(["former", "ex", "late", "then", "future", "vice", "deputy", "assistant"])
#: Pronouns: those of one person, those of a group or thing, and those of the writer.
PERSONAL, IMPERSONAL = frozenset(["he", "she"]), frozenset(["it", "they"])
WRITER = frozenset(["i", "we", "you", "one"])
