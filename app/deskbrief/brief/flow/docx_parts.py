"""The parts of a Word file that are the same for every brief, but for a few words."""

from __future__ import annotations

from types import MappingProxyType
from xml.sax.saxutils import quoteattr

from deskbrief.document.notes import Role

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE = "http://schemas.microsoft.com/office/drawing"
#: English Metric Units in a point.
EMU = 12_700
_PARTS = ("styles", "numbering", "settings", "footnotes", "header", "footer")

CONTENT_TYPES = (
    f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    + "".join(f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{part}+xml"/>' for part in _PARTS)
    + '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    '<Override PartName="/docProps/app.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
)
PACKAGE_RELATIONS = (
    f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATED}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_RELATED}/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
)
HEADER_ID, FOOTER_ID, LOGO_ID = "rId5", "rId6", "rId7"
#: The part that holds the picture of the logo.
LOGO_PART = "media/logo.png"
SETTINGS = (
    f"{XML}<w:settings {W}>"
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
ROLES = MappingProxyType(
    {
        Role.YELLOW: "F2D44D",
        Role.GREEN: "8DCE9C",
        Role.BLUE: "9CC7EE",
        Role.PINK: "F2A7B8",
        Role.PURPLE: "C6A8EA",
        Role.ORANGE: "F3B56B",
    }
)
SANS, SERIF, MONO = "Calibri", "Georgia", "Consolas"


def document_relations(*, logo: bool) -> str:
    """Return what the main part refers to; a `logo` is among it where there is one."""
    targets = [(part, f"{part}.xml") for part in _PARTS] + ([("image", LOGO_PART)] if logo else [])
    held = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATED}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, start=1)
    )
    return f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">{held}</Relationships>'


def logo_drawing(size: tuple[float, float], words: str) -> str:
    """Return the logo as a picture in a line, `size` points wide and high; without `words` an ornament."""
    width, height = (round(EMU * side) for side in size)
    extent = f'cx="{width}" cy="{height}"'
    ornament = (
        f'<a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative xmlns:adec='
        f'"{_OFFICE}/2017/decorative" val="1"/></a:ext></a:extLst>'
    )
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"'
        f' xmlns:wp="{_DRAWING}/wordprocessingDrawing"><wp:extent {extent}/>'
        f'<wp:docPr id="1" name="Logo" descr={quoteattr(words)} xmlns:a="{_DRAWING}/main">'
        f"{'' if words else ornament}</wp:docPr>"
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{LOGO_ID}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def numbering(starts: list[int]) -> str:
    """Return the lists: number 1 has bullets, and each further one counts from a start of its own."""
    bullets = _level('<w:start w:val="1"/><w:numFmt w:val="bullet"/>', "•")
    numbers = _level('<w:start w:val="1"/><w:numFmt w:val="decimal"/>', "%1.")
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="singleLevel"/>'
        f"{level}</w:abstractNum>"
        for at, level in enumerate((bullets, numbers))
    )
    own = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        for at, start in enumerate(starts, start=2)
    )
    first = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f"{XML}<w:numbering {W}>{kinds}{first}{own}</w:numbering>"


def _level(begin: str, text: str) -> str:
    indent = '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr>'
    return f'<w:lvl w:ilvl="0">{begin}<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{indent}</w:lvl>'


def styles(language: str, *, close: bool = False) -> str:
    """Return the styles; `language` is that of the text, and what is to fit one page is set `close`."""
    default = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{SERIF}" w:hAnsi="{SERIF}" w:cs="Times New Roman" w:eastAsia="MS Mincho"/>'
        f'<w:color w:val="1D2329"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="{language}"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="288"'
        ' w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    heads = "".join(_heading(level) for level in range(2, 7))
    marks = "".join(
        _style(
            "character",
            f"Mark{role.value.title()}",
            f"Mark {role}",
            run=f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>',
        )
        for role, fill in ROLES.items()
    )
    remarks = "".join(
        _style(
            *("paragraph", f"Remark{role.value.title()}", f"Remark {role}"),
            paragraph=f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{fill}"/></w:pBdr>'
            '<w:spacing w:after="60"/><w:ind w:left="240"/>',
            run=_sans(19),
        )
        for role, fill in ROLES.items()
    )
    whole = f"{XML}<w:styles {W}>{default}{_FIXED}{heads}{marks}{remarks}</w:styles>"
    for usual, closer in _CLOSER if close else ():
        whole = whole.replace(usual, closer)
    return whole


def _style(
    kind: str, identity: str, name: str, *, paragraph: str = "", run: str = "", default: bool = False
) -> str:
    based = "" if default or kind != "paragraph" else '<w:basedOn w:val="Normal"/>'
    inside = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    inside += f"<w:rPr>{run}</w:rPr>" if run else ""
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}"{first} w:styleId="{identity}"><w:name w:val="{name}"/>{based}'
        f"<w:qFormat/>{inside}</w:style>"
    )


def _sans(size: int, colour: str = "", *, bold: bool = False) -> str:
    return (
        f'<w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}" w:cs="Arial"/>'
        + ("<w:b/><w:bCs/>" if bold else "")
        + (f'<w:color w:val="{colour}"/>' if colour else "")
        + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _heading(level: int) -> str:
    before, size, colour = (320, 20, "1F5F8B") if level == 2 else (240, 22 if level == 3 else 21, "1D2329")
    spacing = f'<w:keepNext/><w:spacing w:before="{before}" w:after="80"/><w:outlineLvl w:val="{level - 1}"/>'
    caps = "<w:caps/>" if level == 2 else ""
    look = _sans(size, colour, bold=True).replace("<w:color", f"{caps}<w:color", 1)
    return _style("paragraph", f"Heading{level}", f"heading {level}", paragraph=spacing, run=look)


#: Spaces between lines and paragraphs, in twentieths of a point, and those of a page that is to hold more.
_CLOSER = (
    ('w:before="320" w:after="80"', 'w:before="140" w:after="30"'),
    ('w:before="160" w:after="160"', 'w:before="60" w:after="60"'),
    ('w:before="160" w:after="60" w:line="252"', 'w:before="60" w:after="40" w:line="240"'),
    ('w:val="39"', 'w:val="33"'),
    ('w:after="120" w:line="288"', 'w:after="40" w:line="250"'),
    ('w:after="40" w:line="252"', 'w:after="10" w:line="240"'),
    ('w:after="40" w:line="240"', 'w:after="0" w:line="240"'),
)
_FIXED = "".join(
    (
        _style("paragraph", "Normal", "Normal", default=True),
        _style(
            *("paragraph", "Heading1", "heading 1"),
            paragraph='<w:keepNext/><w:spacing w:before="160" w:after="60" w:line="252" w:lineRule="auto"/>'
            '<w:outlineLvl w:val="0"/>',
            run='<w:b/><w:bCs/><w:sz w:val="39"/><w:szCs w:val="39"/>',
        ),
        _style("paragraph", "Marking", "Marking", paragraph='<w:jc w:val="right"/>', run=_sans(18, "1D2329")),
        _style("paragraph", "Masthead", "Masthead", run=_sans(17, "5D6670")),
        _style("paragraph", "Source", "Source", run=_sans(18, "5D6670")),
        _style("paragraph", "Aside", "Aside", run=_sans(17, "5D6670")),
        _style(
            "paragraph",
            "Cell",
            "Table text",
            paragraph='<w:spacing w:after="40" w:line="252" w:lineRule="auto"/>',
            run=_sans(19),
        ),
        _style(
            "paragraph",
            "CellHead",
            "Table head",
            paragraph='<w:keepNext/><w:spacing w:after="40"/>',
            run=_sans(18, "5D6670", bold=True),
        ),
        _style(
            *("paragraph", "BottomLine", "Bottom line"),
            paragraph='<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="1F5F8B"/></w:pBdr>'
            '<w:shd w:val="clear" w:color="auto" w:fill="F3F1EA"/><w:spacing w:before="160" w:after="160"/>'
            '<w:ind w:left="200"/>',
            run='<w:sz w:val="23"/><w:szCs w:val="23"/>',
        ),
        _style("paragraph", "ListBullet", "List Bullet", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        _style("paragraph", "ListNumber", "List Number"),
        _style(
            "paragraph",
            "Quote",
            "Quote",
            paragraph='<w:spacing w:after="60"/><w:ind w:left="360" w:right="360"/>',
            run='<w:i/><w:iCs/><w:color w:val="3C444C"/>',
        ),
        _style(
            *("paragraph", "Code", "Code"),
            paragraph='<w:spacing w:after="0"/><w:ind w:left="240"/>',
            run=f'<w:rFonts w:ascii="{MONO}" w:hAnsi="{MONO}" w:cs="Courier New"/>'
            '<w:sz w:val="18"/><w:szCs w:val="18"/>',
        ),
        _style("paragraph", "Header", "header", run=_sans(17, "5D6670")),
        _style(
            "paragraph",
            "Footer",
            "footer",
            paragraph='<w:tabs><w:tab w:val="right" w:pos="9986"/></w:tabs>',
            run=_sans(17, "5D6670"),
        ),
        _style(
            "paragraph",
            "FootnoteText",
            "footnote text",
            paragraph='<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
            run=_sans(18),
        ),
        _style(
            "character", "FootnoteReference", "footnote reference", run='<w:vertAlign w:val="superscript"/>'
        ),
        _style("character", "Muted", "Muted", run='<w:color w:val="5D6670"/>'),
        _style("character", "Warning", "Warning", run='<w:color w:val="A3271F"/>'),
        _style("character", "Checked", "Checked", run='<w:color w:val="1B6B4A"/>'),
    )
)
