"""The words by which English attributes words to somebody."""

from __future__ import annotations

_SAYING = (
    "say tell warn argue claim state announce add note insist deny report declare suggest explain "
    "conclude stress emphasize emphasise acknowledge admit assert contend maintain confirm reveal "
    "observe remark reply respond comment mention point indicate allege affirm testify predict "
    "estimate complain caution promise vow pledge recall describe concede reiterate underline "
    "underscore highlight write tweet ask wonder joke quip shout whisper cry exclaim repeat continue "
    "begin counter object agree counsel advise urge recommend boast lament protest proclaim signal "
    "hint imply speculate reason propose"
)
#: Verbs that introduce words said, by their dictionary form.
SAYING = frozenset(_SAYING.split())
_DIRECT_ALONE = "describe ask wonder shout whisper cry repeat continue begin counter object respond recall"
_DIRECT_ALONE += " urge reason"
#: Verbs that need the words themselves in quotation marks: without them they tell something else.
DIRECT_ALONE = frozenset(_DIRECT_ALONE.split())
_UNSOURCED = "say believe think report understand allege claim rumour rumor suppose hold"
#: Passive verbs by which a text says something without saying who says so.
UNSOURCED = frozenset(_UNSOURCED.split())
#: Adverbs that do the same.
HEARSAY = frozenset(["reportedly", "allegedly", "purportedly", "supposedly"])
_NOBODY = (
    "plan plans schedule size need needs type age taste merit custom circumstances order rank law rule rules"
)
#: Nouns after "according to" that are nobody.
NOBODY = frozenset(_NOBODY.split())
#: Pronouns: those of one person, those of a group or thing, and those of the writer.
PERSONAL, IMPERSONAL = frozenset(["he", "she"]), frozenset(["it", "they"])
WRITER = frozenset(["i", "we", "you", "one"])
