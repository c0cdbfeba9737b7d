"""English words and patterns that tell a heading from a sentence, a caption, a byline or a button."""

from __future__ import annotations

import re

SMALL = frozenset(
    """a an and as at but by for from if in into nor of off on onto or over per so than that the to up upon
    via versus vs with within without yet its their our your his her my""".split()  # noqa: SIM905
)
VERBS = frozenset(
    """is are was were be been am has have had will would can could shall should may might must do does did
    isn't aren't wasn't weren't don't doesn't didn't won't can't couldn't wouldn't shouldn't hasn't haven't
    said says include includes included made make makes became become takes took shows showed found provides
    it's that's there's we're they're you're i'm we've they've i've you've let's here's
    what's""".split()  # noqa: SIM905
)
PRONOUNS = frozenset(
    """i we you he she it they me us him them this these those there""".split()  # noqa: SIM905
)
DETERMINERS = frozenset(
    """the a an this these those that our your their my his her its each every some
    any""".split()  # noqa: SIM905
)
QUESTIONS = frozenset(["how", "what", "why", "when", "where", "who", "which", "whose", "whom"])
LINKS = frozenset(
    """in on at for with from by if while as although because but and so or after before during since under
    over through however also then thus therefore additionally finally first second third not
    no""".split()  # noqa: SIM905
)

#: Words that a line ends with when a formula or a picture stood after it.
OPEN_ENDS = frozenset(
    ["giving", "where", "which", "as", "denoted", "written", "becomes", "yields", "namely", "i.e", "e.g"]
)
#: Given names that are common in English texts.
GIVEN_NAMES = frozenset(
    """aaron adam alan albert alex alexander alexandra alice alison allison amanda amy andrea andrew angela
    ann anna anne anthony antonio arthur ashley barbara ben benjamin beth betty bill bob brad brandon brenda
    brian bruce carl carlos carol caroline catherine charles charlie charlotte chris christian christina
    christine christopher claire colin craig cynthia dan daniel daniela danielle dave david dean deborah
    denise dennis diana diane donald donna doug douglas dylan ed edward elena elizabeth ellen emily emma
    eric erica erin ethan evan fiona frank fred gary george gerald gina glenn grace graham greg gregory
    hannah harold harry heather heidi helen henry holly howard ian isabel jack jacob james jamie jane janet
    jason jay jean jeff jeffrey jennifer jenny jeremy jerry jesse jessica jim joan joe joel john johnny jon
    jonathan jordan jorge jose joseph joshua joyce juan judith judy julia julian julie justin karen karl
    kate katherine kathleen kathryn katie keith kelly ken kenneth kevin kim kimberly kyle larry laura lauren
    lawrence lee leslie liam linda lisa lori louis louise lucas lucy luis luke lynn marc marcus margaret
    maria marie marilyn mark martha martin mary matt matthew megan melanie melissa michael michelle miguel
    mike mohamed mohammed molly monica nancy natalie nathan neil nicholas nick nicole noah nora oliver
    olivia oscar pamela patricia patrick paul paula peter phil philip phillip rachel ralph raymond rebecca
    richard rick robert robin roger ron ronald rose roy russell ruth ryan sally sam samantha samuel sandra
    sara sarah scott sean sharon shawn simon sofia sophia sophie stacy stella stephanie stephen steve steven
    stuart susan suzanne tara teresa terry theresa thomas tim timothy todd tom tony tracy tyler vanessa
    veronica victor victoria vincent virginia walter wayne wendy william zachary
    zoe""".split()  # noqa: SIM905
)

#: Headings that stand in texts of many kinds.
KNOWN = frozenset(
    [
        "abstract",
        "summary",
        "executive summary",
        "introduction",
        "background",
        "overview",
        "preface",
        "foreword",
        "scope",
        "purpose",
        "objective",
        "objectives",
        "aims",
        "methods",
        "method",
        "methodology",
        "materials and methods",
        "methods and materials",
        "results",
        "findings",
        "key findings",
        "discussion",
        "results and discussion",
        "conclusion",
        "conclusions",
        "concluding remarks",
        "recommendations",
        "recommendation",
        "next steps",
        "limitations",
        "references",
        "bibliography",
        "works cited",
        "further reading",
        "see also",
        "external links",
        "notes",
        "footnotes",
        "endnotes",
        "acknowledgements",
        "acknowledgments",
        "appendix",
        "appendices",
        "annex",
        "glossary",
        "definitions",
        "abbreviations",
        "contents",
        "table of contents",
        "index",
        "history",
        "context",
        "analysis",
        "implications",
        "outlook",
        "timeline",
        "data",
        "design",
        "discussion and conclusions",
        "conclusions and recommendations",
        "learning outcomes",
        "learning objectives",
        "key terms",
        "review questions",
        "about the author",
        "about the authors",
        "frequently asked questions",
        "faq",
        "getting started",
        "resources",
        "supporting information",
        "author contributions",
        "competing interests",
        "funding",
        "ethics statement",
        "statistical analysis",
        "study design",
        "participants",
        "procedure",
        "terms and definitions",
        "normative references",
        "security considerations",
        "privacy considerations",
        "the bottom line",
        "in summary",
        "final thoughts",
        "in conclusion",
        "requirements",
        "examples",
        "example",
    ]
)
#: Headings that are sections of their own wherever they stand.
OUTERMOST = frozenset(
    [
        "abstract",
        "executive summary",
        "introduction",
        "methods",
        "materials and methods",
        "methods and materials",
        "methodology",
        "results",
        "discussion",
        "results and discussion",
        "conclusion",
        "conclusions",
        "references",
        "bibliography",
        "see also",
        "external links",
        "acknowledgements",
        "acknowledgments",
        "further reading",
        "appendix",
        "glossary",
        "contents",
        "table of contents",
        "preface",
        "foreword",
        "discussion and conclusions",
        "supporting information",
        "index",
        "schedule",
        "schedules",
        "annex",
        "annexes",
        "appendices",
        "epilogue",
        "afterword",
        "prologue",
    ]
)

#: Headings that close a text, and so belong to no section before them.
CLOSING = frozenset(
    [
        "in conclusion",
        "next steps",
        "what's next",
        "what's next?",
        "looking ahead",
        "moving forward",
        "the bottom line",
        "summary",
        "final thoughts",
        "in summary",
        "wrapping up",
        "takeaways",
        "key takeaways",
        "lessons learned",
        "acknowledgements",
        "to wrap it up",
        "recommendations",
        "limitations",
        "notes",
        "sources",
    ]
)

CAPTION = re.compile(
    r"(?:fig|figure|table|chart|box|exhibit|map|plate|graphic|illustration|image|photo|video|screenshot|"
    r"credit|source|photograph|picture|caption)s?\b[. ]{0,2}(?:[A-Z]?[\d.\-]{1,7}[a-z]?\b|[:.(]|by |"
    r"courtesy |credit )",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"\((?:photo|image|credit|source|illustration|courtesy|left|right|above|artist|via)\b|©|\bvia Getty\b|"
    r"\b(?:photo|photograph|image|picture|illustration|portrait|graphic|screenshot)s? "
    r"(?:by|courtesy|from|credit)\b|"
    r"\bcourtesy of\b|\bAP Photo\b|\bGetty Images\b|\bShutterstock\b",
    re.IGNORECASE,
)
#: One of these stands in whatever `CREDIT` finds; looking for them first takes a fiftieth of the time.
CREDIT_HINTS = (
    *("(", "©", "photo", "image", "picture", "illustration", "portrait", "graphic", "screenshot", "courtesy"),
    *("getty", "shutterstock"),
)
#: How a letter or a speech begins and ends.
GREETING = re.compile(
    r"(?:dear|hello|hi|hey|greetings|welcome|good (?:morning|afternoon|evening)|ladies)\b", re.IGNORECASE
)
SIGN_OFF = re.compile(
    r"(?:sincerely|regards|yours|best|best wishes|kind regards|warm regards|cheers|thanks|thank you|"
    r"many thanks|love|respectfully|"
    r"cordially|happy \w{1,20}|see you|stay tuned|enclosures?|cc|attachments?|p\.?s)\b"
    r"[^.]{0,40}$",
    re.IGNORECASE,
)
#: The line that a letter opens with, and the line above the name under it.
SALUTATION = re.compile(
    r"(?:dear|hello|hi|hey|liebe[rs]?|sehr geehrte[rs]?|cher|chère|querid[oa]|estimad[oa]) .{1,60}[,!]",
    re.IGNORECASE,
)
FAREWELL = re.compile(
    r"(?:(?:with|many|kind|warm|best|yours|very|all|my|our|mit|freundlichen|herzliche) ){0,4}"
    r"(?:regards|sincerely|faithfully|truly|wishes|thanks|love|respectfully|cordially|cheers|yours|grüßen|"
    r"grüße)(?: yours)?,?",
    re.IGNORECASE,
)
#: Pointers to other texts, in some of the languages in which pages are saved.
POINTER = re.compile(
    r"(?:see also|see all|read also|also read|learn more|find out more|click here|you (?:may|might) |"
    r"more stories|top stories|trending|lire aussi|à lire|leggi anche|lee también|leia também|lesen sie|"
    r"mehr zum|siehe auch|weitere|lees ook|zobacz|читайте|map:|video:|photos:|editor's note|correction:|"
    r"update:|disclaimer|for more information|to learn more)",
    re.IGNORECASE,
)
#: What stands at the head of a press release.
NOTICE = re.compile(
    r"(?:for immediate release|embargoed|press release$|(?:media |press )?contacts?:|tel\b|phone:)",
    re.IGNORECASE,
)
SPEAKER = re.compile(r"(?:[QA]|[A-Z]{2,4}|[A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{1,20}){0,2}): \S")
BUTTON = re.compile(
    r"(?:share|advertisement|advertise|sponsored|subscribe|sign up|sign in|log in|read more|read next|"
    r"continue|"
    r"related|recommended|most read|most popular|more from|more on|more about|click|watch|listen|follow|"
    r"comments?|"
    r"leave a|add a|print|email|e-mail|save|tweet|found this|was this|view|see all|show|hide|close|menu|"
    r"download|"
    r"photos?|image|images|video|gallery|slideshow|loading|image caption|media caption|play|back to|skip to|"
    r"newsletter|copyright|all rights|this story|this article|this post|story continues|article continues)\b",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"(?:(?:by|written by|posted by|words by|story by|text by|authors?:|reported by|edited by|"
    r"from)\s{1,3}[A-Z@]|"
    r"—\s?[A-Z@]|– ?[A-Z@]|― ?[A-Z])",
)
POSTED = re.compile(r"^(?:posted|published|updated|last updated|last modified)\b|\bby [A-Z]", re.IGNORECASE)
BYLINE_START = re.compile(
    r"(?:by|written by|posted by|words by|story by|text by|authors?:)\s{1,3}\S", re.IGNORECASE
)
URL = re.compile(r"https?://|www\.|\w@\w|\b[a-z0-9-]{2,40}\.(?:com|org|net|gov|edu|io)\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
ABBREVIATION = re.compile(
    r"(?:\b[A-Za-z]\.){2,6}$|\b(?:etc|al|vs|Inc|Ltd|Co|Corp|Jr|Sr|St|No|Dr|Mr|Mrs|Ms|Prof|Vol|ed|eds|pp)\.$"
)

DOTTED = re.compile(r"(?:[A-Z]\.)?\d[\d.]{0,18}(?=[\s\u00a0—–:])|[A-Z]\.(?=[\s\u00a0])")
NAMED = re.compile(
    r"(?:chapter|section|part|appendix|annex|article|title|book|volume|schedule|step|tip|phase|lesson|unit|module|"
    r"rule|principle|question|case|example|exercise|theme|goal|objective|priority|option|scenario|day|week|stage|"
    r"myth|reason|mistake|strategy|pillar|action|finding|recommendation|task|item|issue|method|lemma|theorem|corollary|definition|experiment|study)"
    r" (?:\d{1,3}|[IVX]{1,5}|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
ROMAN = re.compile(r"[IVX]{1,6}[.)]?(?=[\s\u00a0—–:])")


def bare(text: str) -> str:
    """Return `text` in lower case without its number and end marks, to be looked up in a word list."""
    numbered = DOTTED.match(text)
    body = text[numbered.end() :] if numbered else text
    return body.strip(" \t.:;—–-*#_()[]").casefold()
