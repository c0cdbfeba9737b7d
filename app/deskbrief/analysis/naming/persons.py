"""What shows that a name is a person's: the first name, initials before it, or how it is shortened."""

from __future__ import annotations

import re

from deskbrief.analysis.naming.known import ORGANISATION_WORDS, PLACE_WORDS
from deskbrief.analysis.naming.spelling import folded

#: First names that are neither words nor well-known places or firms.
_GIVEN = (
    "aaron abdullah adam adel adrian ahmad ahmed aisha alan albert alberto alejandro aleksandr alex "
    "alexander alexandra alexei alfonso alfred ali alice alicia alison amanda amir amy ana andrea andreas "
    "andrei andres andrew andrzej angela anita anna anne annie anthony antoine antonio anwar arthur ashley "
    "barack barbara beatrice ben benjamin bernard bernd bernie beth betsy betty boris brad brandon brenda "
    "brett brian bruce bryan camille carl carla carlos carmen carol caroline catherine cathy cecilia celia "
    "chandra charles cheryl chloe chris christina christine christoph christopher claire clara claudia "
    "claudio colin craig cristina cynthia daniel daniela danielle danny david deborah debra denise dennis "
    "derek diana diane diego dieter dmitri dmitry dominic dominique donald donna doris dorothy douglas ed "
    "eduardo edward edwin eileen elaine eleanor elena eli elizabeth ellen emilio emily emma emmanuel enrique "
    "eric erica erik erin ernest ernesto esther ethan eugene eva evan fatima fatimah federico felipe felix "
    "fernando fiona francesca francesco francis francisco franklin franz fred frederick friedrich gabriel "
    "gareth gary gavin geoffrey george gerald gerard gerhard gerry gianni gilbert gina giovanni giuseppe "
    "gloria gonzalo graham greg gregory guillermo gustavo guy habib hamid hanna hannah hans harold harry "
    "hassan heather hector heidi heinrich helen helena helmut henri henrik henry herbert herman hillary "
    "hiroshi howard hugh hussein ian ibrahim igor ingrid irene isaac isabel isabella ismail ivan jack jacob "
    "jacqueline jacques jaime jake james jamie jan jane janet janice jason javier jay jean jeff jeffrey "
    "jennifer jeremy jerome jerry jesse jessica jesus jill jim jimmy joan joann joanna joe joel johan johann "
    "johannes john johnny jon jonathan jorge jose josef joseph josh joshua joyce juan judith judy julia "
    "julian julie julio jurgen justin karen karin karl kate katherine kathleen kathryn kathy katie keith "
    "kelly ken kenneth kevin khaled khalid kim kimberly klaus kofi konrad kristen kristin kurt kyle larry "
    "laura lauren laurent lawrence leila leo leon leonard leonid leslie lewis liam linda lindsay lisa liz "
    "lorenzo louis louise luca lucas lucia lucy luigi luis luke lydia lynn maggie mahmoud manfred manuel "
    "marc marcel marco marcus margaret margarita maria marianne marie mario marion mark markus martha martin "
    "martina mary mateo matt matthew matthias maureen maurice mauricio max megan mehmet melanie melinda "
    "melissa michael michel michelle miguel mike mikhail miriam mitch mitchell mohamed mohammad mohammed "
    "monica muhammad mustafa nadia nancy naomi narendra natalia natalie natasha nathan neil nelson nicholas "
    "nick nicola nicolas nicole nigel nikita nikolai nina noah noel nora norman olga oliver olivia olivier "
    "omar oscar osama otto pablo pamela patricia patrick paul paula pauline pavel pedro peggy peter petra "
    "philip philippe phillip pierre piotr rachel rachid rafael rahul raj ralph ramon randy raul ray raymond "
    "rebecca renee ricardo richard rick rita rob robert roberto robin rodrigo roger roland roman ron ronald "
    "rosa ross roy rudolf rupert russell ruth ryan sally salman sam samantha samuel sandra sanjay sara sarah "
    "scott sean sebastian sergei sergey sergio seth shana sharon shaun sheila shinzo shirley silvia simon "
    "simone sofia sonia sophia sophie stacey stefan stella stephanie stephen steve steven stewart stuart sue "
    "susan susanna susanne suzanne svetlana sylvia tamara tariq ted teresa terry theodore theresa thomas "
    "timothy tim tina todd tom tommy tony tracy trevor ulrich ursula valerie vanessa vera vicente vicki "
    "victor vincent vincenzo viktor vladimir volodymyr walter wayne wendy werner wilhelm william willy "
    "winston wolfgang xavier yasmin yolanda yousef youssef yuri yusuf yves yvonne zoe"
)
GIVEN = frozenset(_GIVEN.split())
#: Of these the names of women, and those that men and women have.
_HERS_WORDS = (
    "aisha alexandra alice alicia alison amanda amy ana angela anita anna anne annie barbara beatrice "
    "beth betsy betty brenda carla carmen carol caroline catherine cathy cecilia celia cheryl chloe "
    "christina christine claire clara claudia cynthia daniela danielle deborah debra denise diana diane "
    "donna doris dorothy eileen elaine eleanor elena elizabeth emily emma erica erin esther eva fatima "
    "fatimah fiona francesca gloria hanna hannah heather heidi helen helena hillary ingrid irene isabel "
    "isabella jacqueline jane janet janice jennifer jessica jill joanna joyce judith judy julia julie "
    "karen karin kate katherine kathleen kathryn kathy katie kristen kristin laura lauren leila linda "
    "lisa liz louise lucia lucy lydia maggie margaret margarita maria marianne marie martha martina mary "
    "maureen megan melanie melinda melissa michelle miriam monica nadia nancy naomi natalia natalie "
    "natasha nicole nina nora olga olivia pamela patricia paula pauline peggy petra rachel rebecca renee "
    "rita rosa ruth sally samantha sandra sara sarah shana sharon sheila shirley silvia sofia sonia "
    "sophia sophie stella stephanie sue susan susanna susanne suzanne svetlana sylvia tamara teresa "
    "theresa tina ursula valerie vanessa vera vicki yasmin yolanda yvonne zoe"
)
_HERS = frozenset(_HERS_WORDS.split())
_EITHER_WORDS = (
    "adel adrian alex andrea ashley bernie camille chandra chris dominique gabriel jaime jamie jan jay "
    "jean jesse joan kelly kim kyle leslie lindsay lynn marion max nicola nikita noel robin ron sam shaun "
    "simone stacey terry tracy"
)
_EITHER = frozenset(_EITHER_WORDS.split())
#: Words that stand inside of names of persons and begin surnames.
_PARTICLES = "al el bin ibn bint van von der den de del della di da dos du la le ben abu ter"
PARTICLES = frozenset(_PARTICLES.split())
#: Initials, but for those of countries and bodies.
_INITIALS = re.compile(
    r"(?!U\.\s?[SKN]\.|E\.\s?U\.|D\.\s?C\.|A\.\s?D\.|B\.\s?C\.)(?:[A-Z]\.\s?){1,3}[A-Z][a-z’'-]{2,20}$"
)
_PART = re.compile(
    r"(?:[A-Z]\.){1,3}|[^\W\d_][^\W\d_’'-]{0,30}(?:[’'-][^\W\d_]{1,30}){0,3}\.?|Jr\.?|Sr\.?|I{1,3}|IV"
)
#: Words of the longest name of a person.
MOST_WORDS = 6


def is_like_a_person(written: str) -> bool:
    """Tell whether a first name or initials make `written` look like the name of a person."""
    words = written.split()
    if not 2 <= len(words) <= MOST_WORDS or not all(_PART.fullmatch(word) for word in words):
        return False
    told = {word.lower().strip(".") for word in words[1:]}
    if told & (ORGANISATION_WORDS | PLACE_WORDS) or written.isupper():
        return False
    if any(word[0].islower() and re.split("[-‑]", word)[0] not in PARTICLES for word in words):
        return False
    first = folded(words[0]).partition("-")[0]
    return first in GIVEN or _INITIALS.fullmatch(written) is not None


def pronoun_of(name: str) -> str:
    """Return the pronoun that the first name in `name` asks for, "" when it tells none."""
    first = folded(name).split()[0] if name.split() else ""
    if first in _HERS:
        return "she"
    return "he" if first in GIVEN - _EITHER else ""


def shortened(name: str) -> list[str]:
    """Return the ends of a person's name by which he is called: "Laden", "bin Laden"."""
    words = folded(name).split()
    last = len(words) - 1
    while last > 1 and words[last].strip(".") in {"jr", "sr", "ii", "iii", "iv"}:
        last -= 1
    ends = [" ".join(words[last:])] if last < len(words) - 1 else []
    at = last
    while at > 0:
        ends.append(" ".join(words[at : last + 1]))
        if words[at - 1] not in PARTICLES:
            break
        at -= 1
    bare = words[last].removeprefix("al-").removeprefix("el-")
    return [*ends, bare] if bare != words[last] else ends
