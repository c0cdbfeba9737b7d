"""What shows that a name is a person's: the first name, initials before it, or how it is shortened."""

from __future__ import annotations

import re

from deskbrief.analysis.naming.known import ORGANISATION_WORDS, PLACE_WORDS
from deskbrief.analysis.naming.spelling import folded

#: First names that are neither words nor well-known places or firms.
_GIVEN = (
    "aaron abdullah adam adel adrian ahmad ahmed aisha alan albert alberto alec alejandro aleksandr alex "
    "alexander alexandra alexei alfonso alfred ali alice alicia alison alistair amanda amir amy ana "
    "andrea andreas andrei andrej andres andrew andrzej angela angus anil anita anjali anna anne annie "
    "anthony antoine antonio anwar archibald arjun arthur arun ashley ashok aurelio barack barbara "
    "bartholomew bashar beatrice ben benjamin bernard bernd bernie beth betsy betty beverley beverly "
    "bogdan boris brad brandon brenda brett brian bruce bryan camille carl carla carlos carmen carol "
    "caroline catherine cathy cecil cecilia celia chandra charles cheryl chloe chris christina christine "
    "christoph christopher claire clara claudia claudio clive colin craig cristina cynthia cyril daniel "
    "daniela danielle danny david deborah debra deepa deepak denise dennis derek desmond diana diane "
    "diego dieter dinesh dmitri dmitry dominic dominique donald donna doris dorothy douglas dragan duncan "
    "ed edgar edith edmund edna eduardo edward edwin eileen elaine eleanor elena eli elizabeth ellen "
    "elsie emilio emily emma emmanuel enrique eric erica erik erin ernest ernesto ernie esther ethan "
    "ethel eugene eva evan fatima fatimah federico felipe felix fergus fernando fiona frances francesca "
    "francesco francis francisco franklin franz fred frederick friedrich gabriel gareth gary gavin "
    "geoffrey george gerald gerard gerhard gerry gertrude gianni gilbert gina giovanni giuseppe gladys "
    "gloria gonzalo goran graham greg gregory guillermo gustavo guy gwen habib hamid hamza hanna hannah "
    "hans harold harriet harry hasan hassan heather hector heidi heinrich helen helena helmut henri "
    "henrik henry herbert herman hilda hillary hiroshi hisham horace howard hubert hugh hussein ian "
    "ibrahim igor indira ingrid irene irving isaac isabel isabella ismail ivan ivana ivor jack jacob "
    "jacqueline jacques jaime jake jamal james jamie jan jane janet janice jason javier jay jean jeff "
    "jeffrey jennifer jeremiah jeremy jerome jerry jesse jessica jesus jill jim jimmy jiri joan joann "
    "joanna joe joel johan johann johannes john johnny jon jonathan jorge jose josef joseph josephine "
    "josh joshua joyce juan judith judy julia julian julie julio jurgen justin karen karim karin karl "
    "katarzyna kate katherine kathleen kathryn kathy katie kavita keith kelly ken kenneth kevin khaled "
    "khalid kim kimberly klaus kofi konrad kristen kristin krzysztof kurt kwame kyle lakshmi larry laura "
    "lauren laurent lawrence leila leo leon leonard leonid leopold leslie lewis liam lilian linda lindsay "
    "lionel lisa liz lorenzo louis louise luca lucas lucia lucy luigi luis luke lydia lynn mabel maggie "
    "mahesh mahmood mahmoud malcolm manfred manish manuel marc marcel marco marcus marek margaret "
    "margarita maria marianne marie mario marion mark markus martha martin martina marwan mary mateo matt "
    "matthew matthias maureen maurice mauricio max meera megan mehmet melanie melinda melissa michael "
    "michel michelle miguel mike mikhail mildred millicent miriam mitch mitchell mohamed mohammad "
    "mohammed moira monica muhammad mukesh muriel mustafa nabil nadia nancy naomi narendra naresh nasser "
    "natalia natalie natasha nathan neil nelson neville ngozi nicholas nick nicola nicolas nicole nigel "
    "nikhil nikita nikolai nina noah noel nora norma norman oleg oleksandr olga oliver olivia olivier "
    "omar osama oscar otto pablo pamela patricia patrick paul paula pauline pavel pavlo pedro peggy percy "
    "peter petra philip philippe phillip phyllis pierre piotr pooja pradeep priya prudence rachel rachid "
    "radovan rafael rahul raj rajesh rajiv rakesh ralph ramesh ramon randy rashid ratko raul ravi ray "
    "raymond rebecca reginald renee ricardo richard rick rita rob robert roberto robin rodrigo roger "
    "rohit roland roman ron ronald rosa ross roy rudolf rufus rupert russell ruth ryan saleh sally salman "
    "sam samantha samuel sandra sanjay sanjeev sara sarah scott sean sebastian sergei sergey sergio seth "
    "shana sharon shaun sheila shinzo shirley silvia simon simone slobodan sofia sonia sophia sophie "
    "stacey stanislav stefan stella stephanie stephen steve steven stewart stuart sue sunil suresh susan "
    "susanna susanne sushma suzanne svetlana sybil sylvia tamara tarek tariq ted teresa terry theodora "
    "theodore theresa thomas tim timothy tina tobias todd tom tomasz tommy tony tracy trevor ulrich "
    "ursula vaclav vadim valentina valerie vanessa vera vernon vicente vicki victor vijay vikram viktor "
    "viktoria vincent vincenzo vinod vitaly vladimir volodymyr walid walter wayne wendy werner wilfred "
    "wilhelm william willy winifred winston wolfgang xavier yasmin yasser yevgeny yolanda yousef youssef "
    "yuri yusuf yves yvonne zainab zbigniew zoe zoran"
)
GIVEN = frozenset(_GIVEN.split())
#: Of these the names of women, and those that men and women have.
_HERS_WORDS = (
    "aisha alexandra alice alicia alison amanda amy ana angela anita anjali anna anne annie barbara "
    "beatrice beth betsy betty beverley beverly brenda carla carmen carol caroline catherine cathy "
    "cecilia celia cheryl chloe christina christine claire clara claudia cynthia daniela danielle deborah "
    "debra deepa denise diana diane donna doris dorothy edith edna eileen elaine eleanor elena elizabeth "
    "elsie emily emma erica erin esther ethel eva fatima fatimah fiona frances francesca gertrude gladys "
    "gloria gwen hanna hannah harriet heather heidi helen helena hilda hillary indira ingrid irene isabel "
    "isabella ivana jacqueline jane janet janice jennifer jessica jill joanna josephine joyce judith judy "
    "julia julie karen karin katarzyna kate katherine kathleen kathryn kathy katie kavita kristen kristin "
    "lakshmi laura lauren leila lilian linda lisa liz louise lucia lucy lydia mabel maggie margaret "
    "margarita maria marianne marie martha martina mary maureen meera megan melanie melinda melissa "
    "michelle mildred millicent miriam moira monica muriel nadia nancy naomi natalia natalie natasha "
    "ngozi nicole nina nora norma olga olivia pamela patricia paula pauline peggy petra phyllis pooja "
    "priya prudence rachel rebecca renee rita rosa ruth sally samantha sandra sara sarah shana sharon "
    "sheila shirley silvia sofia sonia sophia sophie stella stephanie sue susan susanna susanne sushma "
    "suzanne svetlana sybil sylvia tamara teresa theodora theresa tina ursula valentina valerie vanessa "
    "vera vicki viktoria winifred yasmin yolanda yvonne zainab zoe"
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
