"""Which of the common languages a text is in, told by its letters and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

#: How much of a text is looked at, and how many of its words must be among a language's commonest.
LOOK, FEWEST = 20_000, 5

_WORD = re.compile(r"[^\W\d_]{1,30}")
_COMMON = {
    "en": "the and of to that was for it with as on be at by this not are but from or have has which should",
    "de": "der die und das den von ist des mit für im dem nicht auf ein eine auch sich wurde werden",
    "fr": "de un en le la les des et du une est dans que pour qui sur par au plus avec ce pas sont été",
    "es": "de y un el la los las del que en una por con para es se su como más al fue han entre",
    "it": "e un in il la di che della per una con non sono del gli dei delle nel alla più anche dal stato",
    "pt": "de e um o os da do das dos que em uma para com não por mais como foi ao pela são também",
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
#: Frequent English words that are no words of the languages that share its letters.
_ENGLISH = frozenset(
    """the and of to that is was for it with as his on be at by this had not are but from or have they which
    you were their would there been has when who will more if out what up about into than them can only
    other time could these two may then do any some should its our also after
    most""".split()  # noqa: SIM905
)
#: So many words of a short text, and this share of them, must be frequent English ones.
_FEWEST_ENGLISH, _ENGLISH_SHARE = 12, 0.18
#: The letters that tell a language in each script from others, and all that its texts are written in.
_OWN_LETTERS = {
    "ja": "\u3040-\u30ff",
    "ko": "\uac00-\ud7af",
    "zh": "\u4e00-\u9fff",
    "fa": "\u067e\u0686\u0698\u06a9\u06af\u06cc",
    "ar": "\u0620-\u064a",
    "he": "\u05d0-\u05ea",
    "hi": "\u0900-\u097f",
    "th": "\u0e00-\u0e7f",
}
_ALL_LETTERS = _OWN_LETTERS | {"ja": "\u3040-\u30ff\u4e00-\u9fff", "fa": "\u0620-\u06cc"}
_SCRIPTS = [
    (tongue, re.compile(f"[{own}]"), re.compile(f"[{_ALL_LETTERS[tongue]}]"))
    for tongue, own in _OWN_LETTERS.items()
]
_ANY_SCRIPT = re.compile("[\u05d0-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
#: The share of a script's letters at which it is the text's own, and at which it surely is.
_SHARE, _SURE = 0.15, 0.5
#: The share of common words at which a text surely is in a language, and so many times those of another.
_SURE_WORDS, _TIMES = 0.12, 2


def tongue_of(text: str, named: str = "") -> str:
    """Return the language of `text` as an ISO 639-1 code, "" when it cannot be told.

    `named` is what the document says of itself, such as "de-AT"; it is believed.
    """
    if named:
        return named.replace("_", "-").partition("-")[0].lower()
    return tongue_by_letters(text) or _by_words(_words(text))


def settled_tongue(text: str, named: str) -> str:
    """Return the language of `text`, "" when it cannot be told, where what it says of itself may be wrong.

    Programs write their own language into documents in others, so English and all that is not English are
    told apart by the text where that is beyond doubt. Between other languages the name is believed.
    """
    told = tongue_of(text, named) if named else ""
    counts = Counter(_words(text))
    sure = _tongue_by_letters(text, _SURE) or _sure_by_words(counts)
    if sure and (not told or (told == "en") is not (sure == "en")):
        return sure
    return told or ("en" if _is_english(counts) else "")


def tongue_by_letters(text: str) -> str:
    """Return the language whose script `text` is written in, "" for scripts that many languages share."""
    return _tongue_by_letters(text, _SHARE)


def _tongue_by_letters(text: str, share: float) -> str:
    look = text[:LOOK]
    written = "".join(_ANY_SCRIPT.findall(look))
    if not written:
        return ""
    letters = sum(map(str.isalpha, look)) or 1
    for tongue, own, script in _SCRIPTS:
        if len(own.findall(written)) > _SHARE * letters and len(script.findall(written)) > share * letters:
            return tongue
    return ""


def _words(text: str) -> list[str]:
    """Return the first words of `text` in small letters; single capitals are initials or strokes: "I I I"."""
    found = _WORD.findall(text[:LOOK])
    return [word.lower() for word in found if len(word) > 1 or word.islower()]


def _by_words(words: list[str]) -> str:
    scores = _scores(Counter(words))
    best = max(scores, key=lambda tongue: scores[tongue])
    return best if scores[best] >= max(FEWEST, len(words) // 20) else ""


def _sure_by_words(counts: Counter[str]) -> str:
    """Return the language of which many common words are counted; "" when English is too near, or not."""
    scores = _scores(counts)
    english = scores.pop("en")
    best = max(scores, key=lambda tongue: scores[tongue])
    least = max(FEWEST, _SURE_WORDS * counts.total())
    if scores[best] >= max(least, _TIMES * english):
        return best
    return "en" if english >= max(least, _TIMES * scores[best]) else ""


def _is_english(counts: Counter[str]) -> bool:
    """Tell whether enough of the words of a short text are frequent English ones."""
    english = sum(counts[word] for word in _ENGLISH)
    return counts.total() >= _FEWEST_ENGLISH and english >= _ENGLISH_SHARE * counts.total()


def _scores(counts: Counter[str]) -> dict[str, int]:
    """Return how many of the words counted are among the commonest of each language."""
    return {tongue: sum(counts[word] for word in common.split()) for tongue, common in _COMMON.items()}
