"""Which of the common languages a text is in, told by its letters and its commonest words."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: How much of a text is looked at, and how many of its words must be among a language's commonest.
LOOK, FEWEST = 20_000, 5

_WORD = re.compile(r"[^\W\d_]{1,30}")
_COMMON = {
    "de": "der die und das den von ist des mit für im dem nicht auf ein eine auch sich wurde werden",
    "fr": "le la les des et du une est dans que pour qui sur par au plus avec ce pas sont été",
    "es": "el la los las del que en una por con para es se su como más al fue han entre",
    "it": "il la di che della per una con non sono del gli dei delle nel alla più anche dal stato",
    "pt": "o os da do das dos que em uma para com não por mais como foi ao pela são também",
    "nl": "de het een van en in op te dat voor met zijn niet is aan door ook werd bij naar",
    "sv": "och att det som en är av för med till den har inte ett om på från kan vid också",
    "da": "og at det som en er af for med til den har ikke et om på fra kan ved også blev",
    "nb": "og at det som en er av for med til den har ikke et om på fra kan ved også ble",
    "pl": "i w na się z do nie jest że o od przez za po jak oraz był która który są",
    "cs": "a v se na je že o z do s jako pro by ale byl který která jsou nebo po",
    "tr": "ve bir bu da için ile de olarak çok daha gibi olan kadar sonra ancak göre en türkiye",
    "fi": "ja on ei että se oli hän ovat mutta kun myös tai joka sen mukaan kuin vuonna",
    "hu": "a az és hogy nem is egy volt ez meg már csak szerint vagy mint után évben",
    "ro": "și în de la cu pe un o din nu care este mai că pentru sunt prin după",
    "id": "yang dan di dari untuk dengan pada ini itu dalam tidak adalah oleh akan telah",
    "ru": "и в не на что с по как из для это от был к за его при года",
    "uk": "і в не на що з та до як із для це від був за його при року",
    "el": "και το να του της στην από με για είναι που των στο τα",
}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("fa", re.compile("[\u067e\u0686\u0698\u06af\u06cc]")),
    ("ar", re.compile("[\u0620-\u064a]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
#: The share of a script's letters at which it is the text's own.
_SHARE = 0.15


def tongue_of(text: str, named: str = "") -> str:
    """Return the language of `text` as an ISO 639-1 code, "" when it cannot be told.

    `named` is what the document says of itself, such as "de-AT"; it is believed.
    """
    if named:
        return named.replace("_", "-").partition("-")[0].lower()
    return tongue_by_letters(text) or _by_words(_WORD.findall(text[:LOOK].lower()))


def tongue_by_letters(text: str) -> str:
    """Return the language whose script `text` is written in, "" for scripts that many languages share."""
    look = text[:LOOK]
    letters = sum(sign.isalpha() for sign in look) or 1
    found = (tongue for tongue, pattern in _SCRIPTS if len(pattern.findall(look)) > _SHARE * letters)
    return next(found, "")


def _by_words(words: list[str]) -> str:
    scores = {tongue: sum(word in common for word in words) for tongue, common in _tables().items()}
    best = max(scores, key=lambda tongue: scores[tongue])
    return best if scores[best] >= max(FEWEST, len(words) // 20) else ""


def _tables() -> Mapping[str, frozenset[str]]:
    return {tongue: frozenset(words.split()) for tongue, words in _COMMON.items()}
