"""Charts in Word files: their titles and values are text, at their place."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.document.model import Document
from helpers.formats import docx
from helpers.reading import left_out, read, shape

C = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
YEARS = ("2022", "2023")


def cache(kind: str, values: Sequence[str | None], code: str = "") -> str:
    points = (
        f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values) if value is not None
    )
    form = f"<c:formatCode>{code}</c:formatCode>" if code else ""
    count = f'<c:ptCount val="{len(values)}"/>'
    held = f"<c:{kind}Cache>{form}{count}{''.join(points)}</c:{kind}Cache>"
    return f"<c:{kind}Ref><c:f>Sheet1!$A$2</c:f>{held}</c:{kind}Ref>"


def series(
    name: str, values: Sequence[str | None], categories: Sequence[str] = YEARS, code: str = "General"
) -> str:
    told = f"<c:tx>{cache('str', [name])}</c:tx>" if name else ""
    return (
        f'<c:ser><c:idx val="0"/>{told}<c:cat>{cache("str", categories)}</c:cat>'
        f"<c:val>{cache('num', values, code)}</c:val></c:ser>"
    )


def title(words: str) -> str:
    rich = f"<c:rich><a:bodyPr/><a:p><a:r><a:t>{words}</a:t></a:r></a:p></c:rich>"
    return f"<c:title><c:tx>{rich}</c:tx></c:title>" if words else ""


def chart(*plots: str, heading: str = "", axes: str = "", own: str = "") -> str:
    return (
        f"<c:chartSpace {C}>{own}<c:chart>{title(heading)}<c:plotArea><c:layout/>{''.join(plots)}{axes}"
        f"</c:plotArea></c:chart></c:chartSpace>"
    )


def bars(*every: str) -> str:
    return f"<c:barChart>{''.join(every)}</c:barChart>"


def shown(*charts: str, body: str = "") -> Document:
    """Return the document of a file with `charts`, one in each paragraph after the first."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
    relations = "".join(
        f'<Relationship Id="c{at}" Type="{kind}" Target="charts/chart{at}.xml"/>' for at in range(len(charts))
    )
    drawings = "".join(
        f'<w:p><w:r><w:drawing><c:chart {C} r:id="c{at}"/></w:drawing></w:r></w:p>'
        for at in range(len(charts))
    )
    text = "<w:p><w:r><w:t>Before.</w:t></w:r></w:p>"
    more = {f"word/charts/chart{at}.xml": one for at, one in enumerate(charts)}
    rels = f'<Relationships xmlns="urn:r">{relations}</Relationships>'
    return read(
        docx(
            f"{text}{body or drawings}{text.replace('Before', 'After')}",
            {**more, "word/_rels/document.xml.rels": rels},
        ),
        "a.docx",
    )


def test_a_chart_is_its_title_and_a_table_of_its_values_at_its_place():
    held = bars(series("North", ("0.35", "0.4"), code="0%"), series("South", ("0.1", None), code="0%"))
    document = shown(chart(held, heading="Water taken from the ground"))
    assert shape(document) == [
        ("paragraph", "Before."),
        ("caption", "Water taken from the ground"),
        ("table", " | North | South / 2022 | 35% | 10% / 2023 | 40% | "),
        ("paragraph", "After."),
    ]
    table = document.blocks[2]
    assert [cell.header for cell in table.rows[0].cells] == [True, True, True]
    assert [cell.header for cell in table.rows[1].cells] == [True, False, False]
    assert left_out(document) == {}
    assert document.coverage.remarks == ()


def test_titles_of_axes_name_the_columns():
    axes = f"<c:catAx>{title('Year')}</c:catAx><c:valAx>{title('Litres')}</c:valAx>"
    document = shown(chart(bars(series("North", ("41", "30"))), axes=axes))
    assert shape(document)[1] == ("table", "Year | North (Litres) / 2022 | 41 / 2023 | 30")


def test_what_several_series_are_measured_in_stands_behind_the_title():
    held = bars(series("North", ("41", "30")), series("South", ("4", "3")))
    axes = f"<c:valAx>{title('Litres')}</c:valAx>"
    assert shape(shown(chart(held, axes=axes)))[1] == ("caption", "Litres")
    assert shape(shown(chart(held, heading="Water", axes=axes)))[1] == ("caption", "Water (Litres)")


def test_a_chart_without_values_is_counted():
    document = shown(chart(bars(), heading="Water"))
    assert left_out(document) == {"words in charts": "Water"}


def test_a_chart_of_one_series_is_called_like_it_where_its_title_is_left_to_word():
    plot = f"<c:plotArea>{bars(series('Costs', ('4', '5')))}</c:plotArea>"
    empty = f"<c:chartSpace {C}><c:chart><c:title/>{plot}</c:chart></c:chartSpace>"
    assert shape(shown(empty))[1] == ("caption", "Costs")


def test_lines_and_bars_in_one_chart_stand_side_by_side():
    lines = f"<c:lineChart>{series('Price', ('7', '8'))}</c:lineChart>"
    document = shown(chart(bars(series("Costs", ("4", "5"))), lines))
    assert shape(document)[1] == ("table", " | Costs | Price / 2022 | 4 | 7 / 2023 | 5 | 8")


def test_categories_in_groups_are_named_by_both():
    def level(names: dict[int, str]) -> str:
        points = (f'<c:pt idx="{at}"><c:v>{name}</c:v></c:pt>' for at, name in names.items())
        return f"<c:lvl>{''.join(points)}</c:lvl>"

    inner, outer = level({0: "Q1", 1: "Q2", 2: "Q1"}), level({0: "2023", 2: "2024"})
    held = f"<c:multiLvlStrCache>{inner}{outer}</c:multiLvlStrCache>"
    levels = f"<c:cat><c:multiLvlStrRef>{held}</c:multiLvlStrRef></c:cat>"
    held = f"<c:ser>{levels}<c:val>{cache('num', ('1', '2', '3'))}</c:val></c:ser>"
    assert shape(shown(chart(bars(held))))[1] == ("table", "2023 Q1 | 1 / 2023 Q2 | 2 / 2024 Q1 | 3")


def test_points_of_a_scatter_chart_are_pairs():
    def cloud(name: str, across: Sequence[str], up: Sequence[str]) -> str:
        told = f"<c:tx>{cache('str', [name])}</c:tx>"
        return (
            f"<c:ser>{told}<c:xVal>{cache('num', across)}</c:xVal><c:yVal>{cache('num', up)}</c:yVal></c:ser>"
        )

    clouds = cloud("Wells", ("1", "2"), ("9", "8")), cloud("Springs", ("5",), ("3",))
    held = f"<c:scatterChart>{''.join(clouds)}</c:scatterChart>"
    axes = (
        f'<c:valAx><c:axPos val="b"/>{title("Depth")}</c:valAx>'
        f'<c:valAx><c:axPos val="l"/>{title("Yield")}</c:valAx>'
    )
    document = shown(chart(held, axes=axes))
    rows = "Series | Depth | Yield / Wells | 1 | 9 / Wells | 2 | 8 / Springs | 5 | 3"
    assert shape(document)[1] == ("table", rows)


def test_days_are_shown_as_days():
    days = f"<c:cat>{cache('num', ('45352', '45383'), 'mmm-yy')}</c:cat>"
    held = f"<c:ser>{days}<c:val>{cache('num', ('1', '2'))}</c:val></c:ser>"
    assert shape(shown(chart(bars(held))))[1] == ("table", "2024-03 | 1 / 2024-04 | 2")


def test_the_many_values_of_a_large_chart_are_counted_and_its_title_stays():
    many = [str(number) for number in range(200)]
    document = shown(chart(bars(series("Level", many, many)), heading="Levels by hour"))
    assert [kind for kind, _ in shape(document)] == ["paragraph", "caption", "paragraph"]
    assert "199\t199" in left_out(document)["values of large charts"]


def test_a_chart_that_is_shown_twice_is_read_once_and_one_that_is_missing_not_at_all():
    drawing = f'<w:p><w:r><w:drawing><c:chart {C} r:id="%s"/></w:drawing></w:r></w:p>'
    body = "".join(drawing % name for name in ("c0", "c0", "none"))
    document = shown(chart(bars(series("Costs", ("4", "5")))), body=body)
    assert [kind for kind, _ in shape(document)] == ["paragraph", "table", "paragraph"]


def test_a_chart_that_the_text_does_not_show_is_counted():
    document = shown(chart(bars(series("Costs", ("4", "5"))), heading="Old"), body="<w:p/>")
    assert left_out(document) == {"words in charts": "Old · Costs · 2022 · 2023 · 4 · 5"}


def test_what_describes_a_chart_is_kept_before_it():
    described = (
        '<w:p><w:r><w:drawing><wp:docPr xmlns:wp="urn:wp" id="1" descr="Costs rise."/>'
        f'<c:chart {C} r:id="c0"/></w:drawing></w:r></w:p>'
    )
    document = shown(chart(bars(series("Costs", ("4", "5")))), body=described)
    assert [(block.kind.value, block.alt) for block in document.blocks[1:3]] == [
        ("figure", "Costs rise."),
        ("table", ""),
    ]


CX = 'xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"'


def extended(heading: str = "Water lost on its way") -> str:
    """Return a chart of the newer kind: a waterfall of three categories."""
    names = "".join(f'<cx:pt idx="{at}">{name}</cx:pt>' for at, name in enumerate(("Taken", "Lost", "Left")))
    values = "".join(
        f'<cx:pt idx="{at}">{value}</cx:pt>' for at, value in enumerate(("0.9", "-0.25", "0.65"))
    )
    data = (
        f'<cx:data id="0"><cx:strDim type="cat"><cx:lvl ptCount="3">{names}</cx:lvl></cx:strDim>'
        f'<cx:numDim type="val"><cx:lvl ptCount="3" formatCode="0%">{values}</cx:lvl></cx:numDim>'
        "</cx:data>"
    )
    told = "<cx:tx><cx:txData><cx:f>C</cx:f><cx:v>Share</cx:v></cx:txData></cx:tx>"
    title_ = f"<cx:title><cx:tx><cx:txData><cx:v>{heading}</cx:v></cx:txData></cx:tx></cx:title>"
    return (
        f"<cx:chartSpace {CX}><cx:chartData>{data}</cx:chartData><cx:chart>{title_}<cx:plotArea>"
        f'<cx:plotAreaRegion><cx:series layoutId="waterfall">{told}<cx:dataId val="0"/></cx:series>'
        "</cx:plotAreaRegion></cx:plotArea></cx:chart></cx:chartSpace>"
    )


def test_a_chart_of_the_newer_kind_is_its_title_and_a_table_of_its_values():
    assert shape(shown(extended()))[1:3] == [
        ("caption", "Water lost on its way"),
        ("table", " | Share / Taken | 90% / Lost | -25% / Left | 65%"),
    ]


def test_a_chart_of_the_newer_kind_that_says_nothing_is_passed_over():
    empty = f"<cx:chartSpace {CX}><cx:chartData/><cx:chart/></cx:chartSpace>"
    assert [kind for kind, _ in shape(shown(empty))] == ["paragraph", "paragraph"]
