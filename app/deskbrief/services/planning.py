"""Choosing what goes into a brief: the plan from which every format is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import MappingProxyType

from deskbrief.document.citing import renumbered
from deskbrief.document.edtf import display
from deskbrief.document.errors import ExportError
from deskbrief.document.model import Coverage, DateEvidence, Document
from deskbrief.document.outline import Name, Outline
from deskbrief.document.plan import (
    BriefPlan,
    Logo,
    PageSize,
    PlanKind,
    PlanSection,
    SourceFacts,
    Statement,
    Template,
)
from deskbrief.document.records import dataclass
from deskbrief.document.sizes import percent_read
from deskbrief.services import plansections as make
from deskbrief.services.curation import Curated
from deskbrief.services.notetaking import PlacedNote
from deskbrief.services.plansections import Cited
from deskbrief.services.references import References
from deskbrief.services.titles import document_title
from deskbrief.services.wholetext import passages
from deskbrief.services.worth import Worth


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefOptions:
    """What the reader says about a brief; empty strings are filled from the source.

    `prepared` is a date in ISO 8601. An empty `bottom_line` offers the source's best sentence as a quote.
    """

    prepared: str
    title: str = ""
    author: str = ""
    marking: str = ""
    page_size: PageSize = PageSize.A4
    logo: Logo | None = None
    bottom_line: str = ""
    template: Template = Template.ONE_PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSource:
    """Everything a brief is made from: a document as the reader has it.

    `names` are as the reader has them; None stands for those of the outline.
    """

    document: Document
    outline: Outline
    curated: Curated
    notes: tuple[PlacedNote, ...] = ()
    file_name: str = ""
    names: tuple[Name, ...] | None = None

    @property
    def title(self) -> str:
        """The title of the document, or the name of its file."""
        return document_title(self.document, self.file_name)


#: What each template holds, in order.
Maker = Callable[[Sequence[Cited], int], PlanSection]


def _text(sources: Sequence[Cited]) -> PlanSection:
    if len(sources) > 1:
        raise ExportError("The text with margin notes can be of one document only.", "Choose one document.")
    return passages(sources[0].document, sources[0].notes)


_SECTIONS: MappingProxyType[Template, tuple[Maker, ...]] = MappingProxyType(
    {
        Template.ONE_PAGE: (
            lambda sources, skip: make.points(sources, skip=skip),
            lambda sources, _: make.chronology(sources),
            lambda sources, _: make.recommendations(sources),
            lambda sources, _: make.notes(sources),
        ),
        Template.FULL: (
            lambda sources, skip: make.points(sources, skip=skip),
            lambda sources, _: make.chiefly(make.chronology(sources, undated=True)),
            lambda sources, _: make.chiefly(make.recommendations(sources, grouped=True)),
            lambda sources, _: make.chiefly(make.figures(sources)),
            lambda sources, _: make.chiefly(make.names(sources)),
            lambda sources, _: make.notes(sources, by_section=True),
        ),
        Template.CHRONOLOGY: (lambda sources, _: make.chronology(sources, undated=True),),
        Template.RECOMMENDATIONS: (lambda sources, _: make.recommendations(sources, grouped=True),),
        Template.NOTES: (lambda sources, _: make.notes(sources, by_section=True),),
        Template.NAMES: (lambda sources, _: make.names(sources), lambda sources, _: make.figures(sources)),
        Template.TEXT: (lambda sources, _: _text(sources),),
    }
)
#: A chronology of so many events leaves room for recommendations on the first page of a full brief.
SHORT_CHRONOLOGY = 10
#: Templates that begin with a bottom line of the source's own when the reader gives none.
_OFFERING = frozenset({Template.ONE_PAGE, Template.FULL})
_ADD = "Add one from a selection, or choose another brief."
_NOTHING = MappingProxyType(
    {
        Template.CHRONOLOGY: (
            "No dated event was found.",
            "Add one from a selection, or choose another brief.",
        ),
        Template.RECOMMENDATIONS: (
            "No recommendation was found.",
            "Add one from a selection, or choose another brief.",
        ),
        Template.NOTES: ("There are no notes yet.", "Mark a passage first, or choose another brief."),
        Template.NAMES: ("No names and no figures were found.", "Choose another brief."),
        Template.TEXT: ("The document holds no text.", "Choose another document."),
    }
)


def make_plan(source: BriefSource | Sequence[BriefSource], options: BriefOptions) -> BriefPlan:
    """Return the plan of a brief of one source or of several: pure data, the same for the same input.

    Raises `ExportError` when the sources hold nothing of what the template asks for.
    """
    given = [source] if isinstance(source, BriefSource) else list(source)
    references = References(numbered=len(given) > 1)
    sources = [cited(one, references) for one in given]
    bottom_line = _bottom_line(sources, options)
    skip = 1 if bottom_line and bottom_line.references else 0
    sections = [maker(sources, skip) for maker in _SECTIONS[options.template]]
    kept = advice_first([section for section in sections if section.rows], options.template)
    if not kept and options.template in _NOTHING:
        raise ExportError(*_NOTHING[options.template])
    facts = [facts_of(one) for one in given]
    plan = BriefPlan(
        title=options.title or title_of(given),
        source=facts[0],
        others=tuple(facts[1:]),
        prepared=options.prepared,
        author=options.author,
        marking=options.marking,
        page_size=options.page_size,
        logo=options.logo,
        language=given[0].document.metadata.language or "en",
        bottom_line=bottom_line,
        sections=kept,
        references=references.listed(),
        one_page=options.template is Template.ONE_PAGE,
    )
    return renumbered(plan)


def advice_first(sections: Sequence[PlanSection], template: Template) -> tuple[PlanSection, ...]:
    """Return the sections of a brief; a long chronology does not keep recommendations off its first page."""
    kinds = [section.kind for section in sections]
    both = {PlanKind.CHRONOLOGY, PlanKind.RECOMMENDATIONS} <= set(kinds)
    if template is not Template.FULL or not both:
        return tuple(sections)
    at = kinds.index(PlanKind.CHRONOLOGY)
    if len(sections[at].rows) <= SHORT_CHRONOLOGY:
        return tuple(sections)
    advice = sections[kinds.index(PlanKind.RECOMMENDATIONS)]
    rest = [section for section in sections if section is not advice]
    return (*rest[:at], advice, *rest[at:])


def cited(source: BriefSource, references: References) -> Cited:
    """Return `source` with what cites its passages."""
    return Cited(
        document=source.document,
        outline=source.outline,
        curated=source.curated,
        notes=source.notes,
        names=source.outline.names if source.names is None else source.names,
        citer=references.of(source.document, source.outline),
        worth=Worth(source.document, source.outline),
    )


def title_of(sources: Sequence[BriefSource]) -> str:
    """Return the title of a brief of `sources` that nobody gave another."""
    if len(sources) == 1:
        return sources[0].title
    others = len(sources) - 1
    return f"{sources[0].title}, and {others} other source{'s' if others > 1 else ''}"


def _bottom_line(sources: Sequence[Cited], options: BriefOptions) -> Statement | None:
    """Return the reader's bottom line, or the best sentence of a single source as a quote."""
    if options.bottom_line:
        return Statement(options.bottom_line)
    first = sources[0]
    best = next(iter(first.worth.sentences), None)
    if len(sources) > 1 or options.template not in _OFFERING or best is None:
        return None
    return Statement(make.quoted(first.document, best), first.citer.cite(best))


def facts_of(source: BriefSource) -> SourceFacts:
    """Return what a brief says of `source`, and before all what of it could not be read."""
    coverage = source.document.coverage
    lost = () if coverage.whole else coverage.remarks[:1]
    return SourceFacts(
        line=_source_line(source.document),
        file_name=source.file_name,
        sha256=source.document.sha256,
        title=source.title,
        remarks=(*lost, *source.outline.remarks),
    )


def _source_line(document: Document) -> str:
    meta = document.metadata
    parts = (
        ", ".join(dict.fromkeys(filter(None, (meta.byline, meta.publisher)))),
        f"{document.words:,} words, {_published_words(meta.published)}",
        _read_words(document.coverage),
        _paragraphs_words(document),
    )
    return "Source: " + " · ".join(filter(None, parts))


def _published_words(published: DateEvidence | None) -> str:
    """Return the date of a source; that of its file alone is a guess, and is not told as the source's own."""
    if published is None:
        return "undated"
    words = display(published.edtf)
    return f"undated, its file of {words}" if published.is_guess else words


def _paragraphs_words(document: Document) -> str:
    if any(block.label.startswith(("¶", "Art. ")) for block in document.blocks):
        return "cited by the source’s own numbers"
    return f"{document.paragraphs} paragraphs"


def _read_words(coverage: Coverage) -> str:
    if not coverage.whole:
        return "read in part"
    if coverage.share >= 1:
        return "read in full"
    # The sign stays at its number.
    share = percent_read(coverage.share).replace(" ", "\u00a0")
    return f"read {share} of the file"
