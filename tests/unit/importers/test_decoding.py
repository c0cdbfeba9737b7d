import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.importers.decoding import decode
from helpers.reading import read

WORDS = "Die Größe der Häfen, “quoted” – und mehr. " * 10


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode(), "utf-8"),
        (codecs.BOM_UTF8 + WORDS.encode(), "utf-8"),
        (WORDS.encode("utf-16"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), "utf-32-le"),
        (WORDS.encode("cp1252"), "cp1252"),
    ],
)
def test_the_encoding_is_found(data, encoding):
    decoded = decode(data)
    assert decoded.text == WORDS
    assert decoded.encoding == encoding


def test_utf16_without_a_mark_is_guessed_and_told():
    decoded = decode(("Plain words of a file. " * 20).encode("utf-16-le"))
    assert decoded.text.startswith("Plain words")
    assert any("UTF-16" in remark for remark in decoded.remarks)


@pytest.mark.parametrize(
    "text",
    [
        "Порт закрыт на зиму. Совет решил это в марте.\n",
        "Το λιμάνι έκλεισε το χειμώνα, και κανείς δεν το περίμενε.\n",
        "אגודת הנמל נפגשה בחודש מרץ ושמעה שהרציף שקע.\n",
        "港湾委員会は三月に会合を開き、古い岸壁が沈んだと聞いた。\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_found_in_other_scripts(text, encoding):
    assert read((text * 4).encode(encoding), "a.txt").text.startswith(text.strip())


def test_looks_that_terminals_and_printers_were_told_are_no_text():
    text = "N\bNA\bAM\bME\bE of _\bt_\bh_\be \x1b[1;31mquay\x1b[0m, c\b_a\b_lm\x1b]x\n"
    assert decode(text.encode()).text == "NAME of the quay, calm]x\n"
    assert decode(b"a\x1b[").text == "a["


def test_line_ends_are_made_one_kind_and_controls_dropped():
    decoded = decode(b"one\r\ntwo\rthree\x00\x07 four\n")
    assert decoded.text == "one\ntwo\nthree four\n"
    assert decoded.dropped == 2


def test_a_few_broken_bytes_do_not_change_the_encoding():
    data = ("Größe und Maß. " * 50).encode() + b"\xff\xfe broken"
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert "Größe und Maß" in decoded.text
    assert any("not readable" in remark for remark in decoded.losses)


@given(st.binary(max_size=400))
def test_any_bytes_decode(data):
    text = decode(data).text
    assert "\r" not in text
    assert "\x00" not in text
    text.encode("utf-8")


def test_letters_that_were_stored_in_a_wrong_encoding_are_put_right():
    found = decode("The ministerâ€™s cafÃ© â€“ a place for â€œtalksâ€\x9d.".encode())
    assert found.text == "The minister’s café – a place for “talks”."
    assert found.remarks == ("5 characters were in a wrong encoding and put right.",)


def test_a_few_odd_letters_are_left_as_they_are():
    text = "The letter Ã followed by © is no accident here: Ã©."
    assert decode(text.encode()).text == text


def test_ligatures_are_spelt_out_and_lead_back_to_the_file():
    document = read("The o\ufb03ce of the \ufb01rst \ufb02oor.\n")
    assert document.text == "The office of the first floor."
    source = "The o\ufb03ce of the \ufb01rst \ufb02oor.\n"
    for run in document.source_runs:
        kept = document.text[run.start : run.start + run.length]
        assert kept == source[run.source : run.source + run.length]
    assert "floor" not in source


def test_soft_hyphens_are_dropped_and_counted():
    document = read("The gov\xadern\xadment agreed.\n")
    assert document.text == "The government agreed."
    assert [(part.reason, part.chars) for part in document.coverage.left_out] == [
        ("soft hyphens and invisible characters", 2)
    ]


def test_lost_characters_make_the_file_a_part():
    broken = read("für die Bürger ".encode() * 9 + b"\xff")
    assert not broken.coverage.whole
    assert "not readable" in broken.coverage.remarks[0]
    assert read("für die Bürger").coverage.whole


# Neighbours among the encodings of Latin letters

POLISH = "Rada Ministrów przyjęła uchwałę w sprawie żłobków. Miasto zapłaci więcej, niż żądał zarząd dróg."
CZECH = "Vláda schválila návrh zákona o příspěvku na bydlení. Města žádají více peněz na údržbu škol."
HUNGARIAN = (
    "A kormány elfogadta az új törvényt a vízről. A települések több pénzt kérnek a kútakra és erdőkre."
)
ROMANIAN = (
    "Guvernul a adoptat hotărârea privind apa în oraşe. Primăriile cer bani şi ţin şedinţe în fiecare lună."
)
CROATIAN = "Vlada je prihvatila odluku o cijeni vode. Općine traže više novca za održavanje škola i kuća."
TURKISH = "İstanbul Büyükşehir Belediyesi bugün açıkladı. Şehirdeki ulaşım ağı için yeni bir bütçe ayrıldı."
LITHUANIAN = (
    "Vyriausybė patvirtino įstatymą dėl vandens. Savivaldybės prašo daugiau lėšų šuliniams ir mokykloms."
)
FRENCH = "Le ministère a décidé de réformer l’accès à l’eau. Les communes espèrent être aidées dès l’été."
GERMAN = "Die Gemeinden müssen größere Brunnen bauen. Über die Gebühren entscheidet der Rat erst später."
SPANISH = "El señor Nuñez habló con la región. ¿Qué hará el gobierno según el niño? Más atención, dijo."
PORTUGUESE = (
    "As câmaras não têm condições. A região pediu mais água e a comissão ainda não respondeu às questões."
)
DANISH = "Kommunerne får større brønde på øerne. Både rådet og vælgerne håber på en løsning næste år."
ICELANDIC = (
    "Sveitarfélögin þurfa að grafa dýpri brunna. Það kostar mikið fé og fólkið bíður enn eftir svörum."
)
HEBREW = (
    "הממשלה החליטה אתמול לשפר את מצב הבארות. ראש העיר אמר כי אין די כסף, וכי עשרים כפרים סובלים ממחסור במים."
)
RUSSIAN = "Правительство приняло решение о воде. Министр заявил, что двадцать сёл останутся без колодцев."


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        *(
            (words, name)
            for words in (POLISH, CZECH, HUNGARIAN, ROMANIAN)
            for name in ("cp1250", "iso8859_2")
        ),
        (CROATIAN, "cp1250"),
        (TURKISH, "cp1254"),
        (LITHUANIAN, "cp1257"),
        *((words, "cp1252") for words in (FRENCH, GERMAN, SPANISH, PORTUGUESE, DANISH, ICELANDIC)),
        (HEBREW, "cp1255"),
        (RUSSIAN, "cp1251"),
    ],
)
def test_neighbouring_encodings_are_told_apart(words, encoding):
    assert decode(words.encode(encoding)).text == words


@pytest.mark.parametrize(
    "words",
    [
        "The café in Córdoba, run by Señor Muñoz and Frau Müller, charged £5 — “far too much”, he said.",
        "Poland’s Lech Walesa met François Mitterrand; the naïve façade of 20° warmth cost 3½ million.",
        "§ 5 of the act — “wells” — applies to M. Béchet, Mr Åkesson and Ms Ðorðević’s heirs.".replace(
            "ć", "c"
        ),
        "It’s the ‘only’ price: £500, £600 or £700…",
    ],
)
def test_english_with_foreign_names_stays_what_it_is(words):
    assert decode(words.encode("cp1252")).text == words


def test_the_guess_is_told_in_words():
    (remark,) = decode(POLISH.encode("cp1250")).remarks
    assert remark == "The encoding of the text had to be guessed: Windows-1250."


@pytest.mark.parametrize("words", ["Der Präsident sagte: Größe", "Zażółć", "Ελλάδα", "政府今天"])
def test_one_broken_byte_does_not_spoil_a_short_file(words):
    decoded = decode(words.encode() + b" ist\xff wichtig.")
    assert decoded.text == f"{words} ist\ufffd wichtig."
    assert decoded.losses == ("One character was not readable and shown as \ufffd.",)
