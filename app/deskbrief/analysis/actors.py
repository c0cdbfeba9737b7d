"""Nouns that can name somebody who acts or speaks, and nouns for things, deeds and states, which cannot."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.analysis.words import Word
from deskbrief.document.spans import Span

#: Kinds of entities that are never anybody.
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_ACTING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
#: Endings of words for deeds and states, words for bodies that end so, and words for means.
_DEEDS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ure", "ing", "ism")
_BODY_WORDS = (
    "government department parliament authority community commission organization organisation "
    "university administration institution association corporation facility legislature delegation coalition "
    "federation union nation opposition majority minority charity conference audience alliance foundation "
    "mission regiment establishment management leadership city entity population generation municipality "
    "locality celebrity utility witness business governess king being sibling offspring judiciary"
)
BODIES = frozenset(_BODY_WORDS.split())
_THING_WORDS = (
    "use vision law rule mean way effort plan strategy need lack area system mechanism data reform "
    "step focus process program programme project tool website site document product technology "
    "price cost tax rate text file package form model approach framework vote result report study "
    "work time care access question issue problem budget act bill code standard practice method "
    "knowledge power right benefit line account record number amount level change value language "
    "design content goal objective target purpose course decision principle policy idea task item "
    "thing case word name page table list amendment paper review "
    "web internet url guideline checklist protocol notice repository code matter incentive discount subsidy "
    "fee tariff sanction interface feature software hardware algorithm "
    "authenticator credential password certificate licence license contract treaty convention agreement "
    "resolution statement announcement declaration proposal recommendation finding conclusion evidence "
    "criterion threshold limit deadline timeline schedule period phase stage meeting hearing "
    "training curriculum lesson exam job salary wage pension loan debt trade investment "
    "infrastructure road bridge railway vehicle building housing "
    "energy power water food land climate emission fuel gas oil coal weapon missile bomb "
    "war peace conflict crisis attack threat risk danger effort step talk negotiation dialogue decade year "
    "month week day time place section chapter article paragraph sentence example option choice "
    "behavior behaviour pattern device "
    "phrase term expression definition wording medicine drug vaccine treatment fact situation circumstance "
    "alternative instrument tool device mechanism procedure routine rule requirement obligation duty "
    "window timer timeout sample token field header frame packet stream setting string parameter identifier "
    "character separator request message mailbox default layer registry register schedule letter "
    "box bag link folder format version copy draft grade score index ratio margin share portion quantity "
    "sum total cost expense revenue asset property land plot site venue room door wall floor roof window "
    "street path route lane track tunnel dock ship boat car truck train plane "
    "test trial check scan map chart graph diagram figure photo picture image video film song book "
    "blog post email mail envelope form questionnaire survey log diary note "
    "label sign symbol mark stamp seal logo brand title heading column row cell key lock button screen "
    "lamp wire cable pipe pump valve filter sensor camera phone computer server laptop printer "
    "scheme fund grant bond stock dividend premium deposit refund penalty fine sentence "
    "clause provision exception exemption waiver permit visa passport ticket badge "
    "strength weakness interest value factor aspect element component ingredient aim ambition priority "
    "result outcome output effect impact consequence answer reply response order command instruction "
    "crop tree forest river lake sea ocean beach island mountain soil seed fish meat bread "
    "dose tablet symptom disease illness injury wound pain temperature pressure speed weight height length "
    "width depth distance age colour color shape size"
)
_THINGS = frozenset(_THING_WORDS.split())
#: Words for people, and endings of such words.
_PEOPLE_WORDS = (
    "people person man woman child boy girl parent mother father family staff team crew member group party "
    "union police army navy force press media public citizen resident patient student pupil agent client "
    "nurse judge chief head chair host guest expert official deputy aide ally bank country state school "
    "hospital company firm court council board committee panel agency office ministry cabinet congress "
    "senate assembly bureau secretariat institute college church charity network industry body "
    "donor district region province village town island county household tribe community nation "
    "employee trustee nominee refugee migrant applicant participant consultant accountant tenant servant "
    "immigrant merchant president respondent correspondent superintendent analyst scientist journalist"
)
_PEOPLE = frozenset(_PEOPLE_WORDS.split())
_PEOPLE_END = ("er", "or", "ist", "ian", "eer", "man", "woman", "ee")

_PERSON_WORDS = (
    "activist ally ambassador banker combatant counterpart creditor critic delegate demonstrator diplomat "
    "doctor employer executive fighter force founder governor guerrilla insurgent investor journalist "
    "lawmaker lawyer leader lender militant minister nurse officer official opponent owner parent partner "
    "patient policeman politician protester rebel representative resident rival scientist senator "
    "shareholder soldier striker student supporter teacher terrorist troop union victim voter worker"
)
#: Nouns whose plural means several persons.
PERSONS = frozenset(_PERSON_WORDS.split())
_ONE_WORDS = (
    "chairman chairwoman chancellor commander commissioner congressman coordinator director farmer "
    "manager mayor plaintiff defendant president premier professor prosecutor researcher secretary "
    "speaker spokesman spokeswoman spokesperson man woman boy girl father mother son daughter brother "
    "sister husband wife king queen judge expert author captain general colonel inspector reporter "
    "witness"
)
#: Nouns that no "it" stands for; a force, a troop and a union are persons by the plural only.
_ONE = (PERSONS | frozenset(_ONE_WORDS.split())) - {"force", "troop", "union", "partner", "ally", "creditor"}


def is_one_person(noun: str) -> bool:
    """Tell whether a noun in lower case means one human being, so that no "it" stands for it."""
    return noun in _ONE


def can_act(word: Word) -> bool:
    """Tell whether a noun can name somebody who acts: a name, or no word for a thing or a deed."""
    if word.entity in _MEASURES:
        return False
    if word.entity in _ACTING or word.pos == "PROPN":
        return True
    lemma = word.lemma.lower()
    if word.pos != "NOUN" or lemma in _THINGS:
        return False
    return lemma in BODIES or not lemma.endswith(_DEEDS)


def is_thing(noun: str) -> bool:
    """Tell whether a noun in lower case names a thing, a deed or a state for certain."""
    if noun in BODIES:
        return False
    plain = noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
    return noun in _THINGS or plain in _THINGS or (plain.endswith(_DEEDS) and plain not in BODIES)


def is_somebody(word: Word) -> bool:
    """Tell whether a noun names people or a body of people for certain: a name, "owners", "the board"."""
    if word.entity in _ACTING:
        return True
    lemma = word.lemma.lower()
    named = is_body(lemma)
    return named and (word.pos == "PROPN" or can_act(word))


def is_body(noun: str) -> bool:
    """Tell whether a noun in lower case, singular or plural, is made like those for people and bodies."""
    forms = {noun, noun.removesuffix("s"), noun.removesuffix("es")}
    if noun.endswith("ies"):
        forms.add(f"{noun[:-3]}y")
    return any(
        form in BODIES or form in _PEOPLE or (form.endswith(_PEOPLE_END) and form not in _THINGS)
        for form in forms
    )


def head_of(words: Sequence[Word], span: Span) -> Word | None:
    """Return the word of a phrase that the others hang on, none when no word stands there."""
    inside = [at for at, word in enumerate(words) if span.start <= word.start and word.end <= span.end]
    heads = [at for at in inside if words[at].head not in inside or words[at].head == at]
    return words[heads[0]] if heads else None
