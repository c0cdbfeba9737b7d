"""The formulas of web pages and books."""

from __future__ import annotations

from time import process_time

import pytest

from deskbrief.importers.html_extract import by_trafilatura, key_of
from deskbrief.importers.html_tree import parse_page
from helpers.formats import epub
from helpers.reading import read


def row(letters: str) -> str:
    """Return letters one after another as a part of a formula."""
    signs = "".join(f"<mi>{sign}</mi>" if sign.isalpha() else f"<mo>{sign}</mo>" for sign in letters)
    return f"<mrow>{signs}</mrow>"


SUM = f"<munderover><mo>∑</mo>{row('i=k')}<mi>n</mi></munderover>"
FORMS = [
    (f"<mfrac>{row('a+b')}<mi>c</mi></mfrac>", "(a+b)/c"),
    ("<mfrac linethickness='0'><mi>n</mi><mi>k</mi></mfrac>", "n¦k"),
    ("<msup><mi>x</mi><mn>2</mn></msup>", "x^2"),
    (f"<msup>{row('x+y')}<mn>2</mn></msup>", "(x+y)^2"),
    ("<msub><mi>CO</mi><mn>2</mn></msub>", "CO_2"),
    ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x_i^2"),
    (f"<msqrt>{row('n+m')}</msqrt>", "√(n+m)"),
    ("<mroot><mi>x</mi><mn>3</mn></mroot>", "3√x"),
    (f"{SUM}<msub><mi>x</mi><mi>i</mi></msub>", "∑_(i=k)^n x_i"),
    ("<mover><mi>x</mi><mo>¯</mo></mover>", "x\u0304"),
    ("<mover><mi>x</mi><mi>k</mi></mover>", "x^k"),
    ("<mn>2</mn><mfrac><mi>a</mi><mi>b</mi></mfrac><mi>c</mi>", "2 a/b c"),
    ("<mi>sin</mi><mo>\u2061</mo><mi>x</mi><mo>=</mo><mn>2</mn><mi>y</mi>", "sin x=2y"),
    ("<mi>y</mi><mtext>if</mtext><mi>x</mi>", "y if x"),
    ("<mfenced><mi>p</mi><mi>q</mi></mfenced>", "(p,q)"),
    (
        "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd></mtr></mtable>",
        "a, b; c",
    ),
    (
        "<mmultiscripts><mi>U</mi><none/><mi>k</mi><mprescripts/><mn>92</mn><mn>238</mn></mmultiscripts>",
        "_92^238U^k",
    ),
    ("<semantics><mi>x</mi><annotation encoding='application/x-tex'>x</annotation></semantics>", "x"),
    ("<mfrac><mi>a</mi></mfrac><mphantom><mi>z</mi></mphantom>", "a"),
]


@pytest.mark.parametrize(("maths", "text"), FORMS)
def test_formulas_stand_on_one_line(maths: str, text: str):
    assert read(f"<p>Let <math>{maths}</math> hold.</p>", "a.html").text == f"Let {text} hold."


def test_formulas_of_books_and_tables_stand_on_one_line():
    power = "<m:math><m:msup><m:mi>x</m:mi><m:mn>2</m:mn></m:msup></m:math>"
    table = f"<table><tr><th>Form</th><th>No</th></tr><tr><td>{power}</td><td>1</td></tr></table>"
    text = read(epub({"a.xhtml": f"<p>Let {power} hold.</p>{table}"}), "a.epub").text
    assert text.endswith("\n\nLet x^2 hold.\n\nForm\tNo\nx^2\t1")


def test_a_formula_that_a_picture_stands_for_is_read_once():
    hidden = "<span style='display: none;'><math><msub><mi>r</mi><mi>t</mi></msub></math></span>"
    page = f"<p>Let <b>{hidden}<img src='a.svg' alt='rt'></b> hold.</p>"
    assert read(page, "a.html").text == "Let r_t hold."


def test_deep_and_many_formulas_take_time_in_proportion():
    deep = "<msup>" * 3_000 + "<mi>x</mi>" + "</msup>" * 3_000
    many = "<math><msup><mi>x</mi><mn>2</mn></msup></math> "

    def taken(count: int) -> float:
        began = process_time()
        parse_page(f"<p><math>{deep}</math>{many * count}</p>")
        return process_time() - began

    assert "x" in "".join(parse_page(f"<p><math>{deep}</math></p>").itertext())
    assert min(taken(4_000) for _ in range(3)) < 12 * min(taken(1_000) for _ in range(3))


def test_sentences_with_formulas_are_part_of_the_article():
    letter = "<math><msup><mi>q</mi><mn>2</mn></msup></math>"
    told = (
        f"If the height of the tide over the sill of the dock is called {letter}, then the gate can be shut.",
        f"For any two gauges on the river, the difference {letter} is what the clerk writes into his book.",
        f"Only where the stream turns at the mole does the book have another {letter}, as he has noted.",
    )
    menu = "<nav><ul><li><a href='/a'>Docks</a></li><li><a href='/b'>Tides</a></li></ul></nav>"
    body = "".join(f"<p>{one}</p>" for one in told)
    foot = "<footer><p>Harbour office, Quay Street, open on weekdays from nine to five.</p></footer>"
    page = f"<html><body>{menu}<div><h1>Tides</h1>{body}</div>{foot}</body></html>"
    assert read(page, "a.html").text.count("q^2") == 3
    heard = by_trafilatura(parse_page(page)).heard.whole
    assert all(key_of(one.replace(letter, "q^2")) in heard for one in told)
