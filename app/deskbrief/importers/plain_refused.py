"""Short lines that head nothing, whatever stands around them: who is addressed, who speaks, who wrote it."""

from __future__ import annotations

import re

from deskbrief.importers import plain_words as words

#: A line with several questions heads something only when it has fewer words than this.
ASKING = 8
#: The longest line that names those to whom a speech is held.
LONGEST_ADDRESS = 160
#: How much of the end of a line is looked at for its last marks.
TAIL = 8
#: How many units from the end of a text the notes on its authors may stand.
NOTES = 10

#: Words with which a speech names those to whom it is held.
_ADDRESSED = re.compile(
    r"my|dear|fellow|distinguished|honou?red|honou?rable|esteemed|good|ladies|gentlemen|friends|colleagues|citizens"
    r"|members|senators|delegates|excellency|excellencies|majesty|highness|mrs?|madame?|sir|president|speaker"
    r"|chair(?:man|woman|person)?|secretary-general|ministers?|commissioner|parliament|congress|senate|house"
    r"|commons|lords|council|assembly|guests?|comrades|countrymen|americans|canadians|your|of|the|and|&|all"
    r"|everyone|morning|afternoon|evening",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(
    r"\b(?:wrote|writes|said|says|told .{1,40}|asked|asks|replied|answered|added|adds|explained|explains"
    r"|stated|states|argued|argues|put it|reads|read|as follows|goes|went|continued|concluded"
    r"|noted|notes|recalled|in the words of .{1,60}|according to .{1,60}):$",
    re.IGNORECASE,
)
#: A question in the record of a hearing, or in an interview, and the answer to it.
_ASKED = re.compile(r"(?:Q|Question)[.:] ")
_ANSWERED = re.compile(r"(?:A|Answer|The Witness)[.:] ", re.IGNORECASE)
#: What minutes say of a motion between its words: who moved it, and how the vote went.
_MOTION = re.compile(
    r"(?:it was )?(?:duly )?(?:moved|seconded)(?: by\b|:)[^.]{0,80}"
    r"|(?:(?:the )?motion(?: was)?:? )?(?:carried|defeated|lost|adopted)"
    r"(?: (?:unanimously|as amended|on division))?[.!]?",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[?!]{2,}[\"'”’)]?$")
_LISTED = re.compile(r"[;,] (?:and|or)$")
_TELLS = re.compile(r"(?:is|was|has|covers|writes|reports|works|leads|teaches|serves|joined)\b")


def heads_nothing(text: str, after: str) -> bool:
    """Tell whether a short line heads nothing; `after` is the text of the unit that follows.

    It says to whom a speech is held, whose words follow, or that one is moved; or it is part of a sentence.
    """
    if _MOTION.fullmatch(text):
        return True
    if _MARKS.search(text[-TAIL:]) or _LISTED.search(text[-TAIL:]):
        return True
    if text.endswith(",") and len(text) <= LONGEST_ADDRESS and words.GREETING.match(text):
        return True
    if text.endswith(":") and bool(after) and _LEADS_ON.search(text[-90:]):
        return True
    if text.endswith("?") and "? " in text and text.count(" ") >= ASKING and not text[0].isdigit():
        return True
    return is_address(text) or bool(_ASKED.match(text) and _ANSWERED.match(after))


def is_address(text: str) -> bool:
    """Tell whether `text` names those to whom a speech is held and nothing else."""
    if len(text) > LONGEST_ADDRESS or text[-1:] not in ",:;.!" or " " not in text:
        return False
    return all(_ADDRESSED.fullmatch(word.strip(",:;.!")) for word in text.split() if word[0] not in ",:;.!")


def is_note_on(name: str, after: str) -> bool:
    """Tell whether `after` says who the person called `name` is, as under an article that he or she wrote."""
    given = name.split(maxsplit=1)[0].casefold() if name else ""
    rest = after[len(name) :].lstrip(" ,")
    return given in words.GIVEN_NAMES and after.startswith(name) and _TELLS.match(rest) is not None
