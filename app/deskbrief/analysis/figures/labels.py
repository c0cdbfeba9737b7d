"""Numbers that are no quantities: marks of footnotes, telephones, addresses, citations, versions, scores."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.figures.tokens import Token
from deskbrief.analysis.figures.units import LABELS

_STREET_WORDS = (
    "street st avenue ave road rd boulevard blvd lane ln drive dr parkway terrace plaza highway hwy"
)
_STREETS = frozenset(_STREET_WORDS.split())
#: Collections of laws and judgements that a number stands before: "107 Stat. 285", "45 C.F.R. § 302".
_REPORTERS = re.compile(
    r"(?:Stat\.|U\.?\s?S\.?\s?C\.?(?![A-Za-z])|C\.?\s?F\.?\s?R\.?(?![A-Za-z])|Fed\.\s?Reg\.|Cong\.\s?Rec\.|F\.\s?(?:2d|3d|Supp)"
    r"|F\.?\s?R\.?,?\s\d|United\sStates\sCode|Code\sof\sFederal\sReg|Federal\sRegister"
    r"|[A-Z][A-Z.][A-Z.\dd]{0,4}\s(?:§§?\s?)?\d{2,6}\b(?![,.]\d|\s[a-z]{3,})"
    r"|[A-Z][\w&.]{1,12}\s(?:[A-Z][\w&.]{0,8}\s){0,3}(?:L\.|Rev\.|J\.|L\.J\.|Q\.)"
    r"|S\.\s?Ct\.|L\.\s?Ed\.|U\.S\.\s\d|Eng\.\s?Rep\.|Cal\.\s|N\.[EWY]\.\s?2d|EWCA|EWHC|UKSC|O\.\s?J\.\s)"
)
#: Stages and grades, which are numbered where they have a capital: "Year 1 of the plan".
_STAGES = frozenset({"Year", "Week", "Month", "Day", "Grade", "Stage", "Round", "Band", "Zone", "Tranche"})
_FORMULA = frozenset("=<>≤≥±≈~^×§¶")
_RESULT_WORDS = "victory win defeat loss lead record draw tie vote votes decision ruling majority score rout"
_RESULTS = frozenset(_RESULT_WORDS.split())
#: Words of a street's name between its number and what tells that it is one.
_NAME = 4
#: The number of a part of a text, and the tokens of a year in brackets before that of a volume.
_PART, _YEAR, _CITED = re.compile(r"\d{1,3}\.\d{1,3}"), re.compile(r"1[89]\d\d|20\d\d"), 3
_TWO_YEARS = re.compile(r"(?:1[89]|20)\d\d(?:1[89]|20)\d\d")
_YEAR_WITH_MARK = re.compile(r"(?:19|20)\d\d\.\d{1,3}")


def labelled(text: str, tokens: Sequence[Token], at: int, after: int, *, count: bool) -> bool:
    """Tell whether the number at token `at`, which ends before token `after`, is a label and no quantity.

    `count` tells that it has neither unit nor currency.
    """
    if _after_a_label(tokens, at) or _is_a_mark(text, tokens[at]):
        return True
    if not count:
        return False
    return (
        _in_a_formula(tokens, at, after)
        or _is_in_a_series(tokens, at, after)
        or _is_an_age(tokens, after)
        or _is_of_two_years(tokens[at].text)
        or _opens_a_part(tokens, at, after)
        or _is_a_mark_of_a_thing(tokens, after)
        or _goes_on_in_brackets(tokens, after)
        or _is_a_telephone(tokens, at, after)
        or _is_an_address(tokens, at, after)
        or _YEAR_WITH_MARK.fullmatch(tokens[at].text) is not None
        or _REPORTERS.match(text, tokens[after - 1].end + 1) is not None
        or _is_a_score(tokens, at, after)
    )


def _after_a_label(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether what stands before token `at` makes its number a label: "Article 5", "[12]", "No. 7"."""
    before = at - 1
    if before >= 0 and tokens[before].text in {"#", "№"}:
        return True
    if before >= 1 and tokens[before].text == "." and tokens[before].end == tokens[before - 1].end + 1:
        before -= 1
        return tokens[before].lower in LABELS and len(tokens[before].text) <= 4
    if before < 0:
        return False
    token = tokens[before]
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if after == ")" and token.text != "(" and tokens[at].form == "number":
        return all(one.text != "(" for one in tokens[max(at - 8, 0) : at])
    if token.text in "[(":
        return after in {"]", ")"}
    return token.form == "word" and tokens[at].form == "number" and _labels(tokens, before)


def _labels(tokens: Sequence[Token], before: int) -> bool:
    """Tell whether a label stands there, or its plural before a list of numbers: "Articles 31 and | 32"."""
    if tokens[before].lower in LABELS or tokens[before].text in _STAGES:
        return True
    at = before
    while at >= max(before - 2 * _NAME, 1) and (
        tokens[at].form == "number" or tokens[at].lower in {"and", "or", ",", "to", "-", "–"}
    ):
        at -= 1
    plural = tokens[at].lower.endswith("s") or tokens[at].text == "Model"
    return at < before and tokens[at].lower in LABELS and plural


def _is_a_mark(text: str, token: Token) -> bool:
    """Tell whether a number is glued to the end of a sentence or clause: "results.19 Organizations"."""
    start = token.start
    if token.form != "number" or start < 2 or len(token.text) > 3 or text[start - 1] not in '.,;:!?”")’':
        return False
    before = text[start - 2]
    return before.isalpha() or before in ")”.’"


def _in_a_formula(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Tell whether a sign of a formula stands before the number, or it ends references: "[17,22]"."""
    if after < len(tokens) and tokens[after].text == "]":
        return True
    return at > 0 and tokens[at - 1].text in _FORMULA


def _opens_a_part(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Tell whether the number is that of a part or of a volume: "2.1 Crimes come …", "[1992] 14 EHRR"."""
    if at == 0 and after < len(tokens) and _PART.fullmatch(tokens[0].text):
        return tokens[after].text[:1].isupper()
    cited = [token.text for token in tokens[max(at - 3, 0) : at]]
    return (
        len(cited) == _CITED and (cited[0], cited[2]) == ("[", "]") and _YEAR.fullmatch(cited[1]) is not None
    )


def _is_a_mark_of_a_thing(tokens: Sequence[Token], after: int) -> bool:
    """Tell whether capitals are joined to the number: "a 0-RTT packet", "Form 10-Q"."""
    if (
        after + 1 >= len(tokens)
        or tokens[after].text not in "-‑"
        or tokens[after].start != tokens[after - 1].end
    ):
        return False
    named = tokens[after + 1]
    glued = named.start == tokens[after].end
    return glued and named.text.isupper()


def _goes_on_in_brackets(tokens: Sequence[Token], after: int) -> bool:
    """Tell whether letters in brackets are joined to the number of a rule: "15(d)"."""
    parts = tokens[after : after + 3]
    glued = len(parts) == 3 and parts[0].start == tokens[after - 1].end and parts[1].start == parts[0].end
    return glued and (parts[0].text, parts[2].text) == ("(", ")") and len(parts[1].text) <= 4


def _is_in_a_series(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Tell whether the number counts lines: it stands beside the one before or after it ("29 30 31").

    So do pages of an index ("189–90"), whose second number leaves out what is the same.
    """
    if after - at == 3 and tokens[at + 1].text in "-–":
        first, second = tokens[at].text, tokens[at + 2].text
        if first.isdigit() and second.isdigit() and len(second) < len(first) and int(second) < int(first):
            return True
    if after != at + 1 or not tokens[at].text.isdigit():
        return False
    number = int(tokens[at].text)
    beside = [(at - 1, -1), (at + 1, 1)]
    return any(
        0 <= place < len(tokens) and tokens[place].text.isdigit() and int(tokens[place].text) == number + by
        for place, by in beside
    )


def _is_an_age(tokens: Sequence[Token], after: int) -> bool:
    """Tell whether somebody is so many years old: "a 12-year-old child"."""
    words = [token.lower for token in tokens[after : after + 5] if token.text not in "-‑–"]
    return words[:2] in (["year", "old"], ["month", "old"], ["week", "old"]) and tokens[after].text in "-‑–"


def _is_of_two_years(number: str) -> bool:
    """Tell whether two years have lost the dash between them: "20192025"."""
    return _TWO_YEARS.fullmatch(number) is not None


def _is_a_telephone(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Tell whether two groups of digits follow a code in brackets, or a country's: "(202) 512-4400"."""
    if after - at < 2 or at < 1 or len(tokens[at].text) > 4:
        return False
    area = (
        at > 2 and tokens[at - 1].text == ")" and tokens[at - 2].text.isdigit() and tokens[at - 3].text == "("
    )
    return area or (tokens[at - 1].text == "+" and tokens[at - 1].end == tokens[at].start)


def _is_an_address(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Tell whether a street's name follows a whole number, or a state's letters stand before five digits."""
    number = tokens[at].text
    if after != at + 1 or not number.isdigit():
        return False
    if len(number) == 5 and at > 0 and len(tokens[at - 1].text) == 2 and tokens[at - 1].text.isupper():
        return True
    if _is_in_a_list_of_places(tokens, at):
        return True
    for place in range(after, min(after + _NAME, len(tokens))):
        if not tokens[place].text[:1].isupper():
            return False
        if place > after and tokens[place].lower in _STREETS:
            follows = tokens[place + 1].text if place + 1 < len(tokens) else "."
            return not follows[:1].islower() or follows in {"in", "and", "at", "on", "near"}
    return False


def _is_in_a_list_of_places(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a lone word with a capital stands behind the number: ", 901 Locust, Room 3"."""
    parts = [token.text for token in tokens[max(at - 1, 0) : at + 4]]
    return (
        len(parts) == 5
        and (parts[0], parts[3]) == (",", ",")
        and parts[2][:1].isupper()
        and not parts[2].endswith("s")
        and parts[4][:1].isupper()
    )


def _is_a_score(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Tell whether two numbers with a dash between them are the result of a game or vote: "a 3-1 win"."""
    if after - at != 3 or not all(tokens[place].text.isdigit() for place in (at, at + 2)):
        return False
    return after < len(tokens) and tokens[after].lower in _RESULTS
