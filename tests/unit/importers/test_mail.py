"""Messages as their readers see them in a mail program: heads, bodies, quotes, attachments, damage."""

import base64
import quopri

import pytest

from deskbrief.document.errors import SourceError
from deskbrief.document.model import BlockKind, Document, InlineKind
from deskbrief.importers.job import read_source
from deskbrief.importers.source import Source
from helpers.pictures import picture
from helpers.reading import headings, left_out, of_kind, read, shape

WORDS = "The council met again and heard what the witnesses had to say about the wells of the valley."
HEAD = {
    "From": "Ann Lee <ann@example.org>",
    "To": "Bo Ek <bo@example.org>",
    "Subject": "Wells",
    "Message-ID": "<1@example.org>",
    "Date": "Tue, 3 Mar 2026 10:00:00 +0100",
    "MIME-Version": "1.0",
}


def raw(body: str | bytes, kind: str = "text/plain; charset=utf-8", **headers: str) -> bytes:
    held = {
        **HEAD,
        "Content-Type": kind,
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in held.items() if value)
    return head.encode() + b"\r\n" + (body if isinstance(body, bytes) else body.encode())


def mail(body: str | bytes, kind: str = "text/plain; charset=utf-8", **headers: str) -> Document:
    return read(raw(body, kind, **headers), "a.eml")


def parts(*held: str) -> str:
    return "".join(f"--b\r\n{part}\r\n" for part in held) + "--b--\r\n"


def part(kind: str, body: str, more: str = "") -> str:
    return f"Content-Type: {kind}\r\n{more}\r\n{body}"


def mixed(*held: str, kind: str = "mixed") -> Document:
    return mail(parts(*held), f'multipart/{kind}; boundary="b"')


# Heads


def test_the_subject_is_the_title_and_the_sender_the_byline():
    document = mail(WORDS)
    assert shape(document)[0] == ("title", "Wells")
    assert (document.metadata.title, document.metadata.byline) == ("Wells", "Ann Lee")


def test_who_wrote_to_whom_and_when_stands_below_the_title():
    document = mail(WORDS, Cc="cy@example.org")
    assert of_kind(document, BlockKind.BYLINE) == [
        "From Ann Lee, to Bo Ek, cy@example.org, Tue, 03 Mar 2026 10:00:00 +0100"
    ]


def test_many_receivers_are_counted():
    everyone = ", ".join(f"p{number}@example.org" for number in range(8))
    assert "p4@example.org and 3 more" in of_kind(mail(WORDS, To=everyone), BlockKind.BYLINE)[0]


def test_very_many_receivers_do_not_hide_each_other():
    everyone = ", ".join(f'"Person {number}, Office" <p{number}@example.org>' for number in range(200))
    assert "to Person 0, Office" in of_kind(mail(WORDS, To="", Cc=everyone), BlockKind.BYLINE)[0]


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("Tue, 3 Mar 2026 23:30:00 -0500", "2026-03-03"),
        ("3 Mar 2026 10:00 GMT", "2026-03-03"),
        ("Tue, 3 Mar 26 10:00:00 +0000", "2026-03-03"),
    ],
)
def test_the_day_is_that_of_the_sender(written, edtf):
    assert mail(WORDS, Date=written).metadata.published.edtf == edtf


@pytest.mark.parametrize("written", ["yesterday", "Tue, 45 Mar 2026 10:00:00 +0000", ""])
def test_a_day_that_cannot_be_is_none(written):
    document = mail(WORDS, Date=written)
    assert document.metadata.published is None
    assert WORDS in document.text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("=?utf-8?q?Gr=C3=BC=C3=9Fe_aus_K=C3=B6ln?=", "Grüße aus Köln"),
        ("=?utf-8?b?R3LDvMOfZQ==?=", "Grüße"),
        ("=?iso-8859-1?q?caf=E9?= and tea", "café and tea"),
        ("=?utf-8?q?one_?= =?utf-8?q?word?=", "one word"),
        ("A long\r\n subject", "A long subject"),
    ],
)
def test_encoded_subjects_are_read(written, shown):
    assert mail(WORDS, Subject=written).metadata.title == shown


@pytest.mark.parametrize(
    "written", ["=?utf-8?b?R3LDvMOfZ?=", "=?no-such?q?x?=", "=?utf-8?q?=FF=FE?=", "=?utf-8?"]
)
def test_broken_subjects_do_no_harm(written):
    document = mail(WORDS, Subject=written)
    assert WORDS in document.text
    document.text.encode("utf-8")


def test_an_encoded_sender_with_a_comma_is_one_person():
    assert (
        mail(WORDS, From="=?utf-8?q?M=C3=BCller=2C_Hans?= <h@example.org>").metadata.byline == "Müller, Hans"
    )


def test_a_sender_without_a_name_is_known_by_the_address():
    assert mail(WORDS, From="ann@example.org").metadata.byline == "ann@example.org"


@pytest.mark.parametrize("written", ["", "<>", "@@", '"open <a@b', "a@b, , <", "Ann ("])
def test_broken_senders_do_no_harm(written):
    assert WORDS in mail(WORDS, From=written).text


def test_a_message_without_a_subject_has_no_title():
    document = mail(WORDS, Subject="")
    assert (document.metadata.title, of_kind(document, BlockKind.TITLE)) == ("", [])


# Bodies


@pytest.mark.parametrize(
    ("encoding", "encode"),
    [
        ("quoted-printable", quopri.encodestring),
        ("base64", base64.encodebytes),
        ("8bit", bytes),
    ],
)
def test_each_way_of_transfer_is_undone(encoding, encode):
    text = "Größe und Maß der Häfen, ein langer Satz über das Wasser des Tales und seine Brunnen."
    assert text in mail(encode(text.encode()), Content_Transfer_Encoding=encoding).text


def test_soft_line_ends_of_quoted_printable_join_words():
    assert (
        "together again"
        in mail("The words are togeth=\r\ner again.", Content_Transfer_Encoding="quoted-printable").text
    )


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "iso-8859-15"])
def test_the_named_encoding_is_believed(charset):
    text = "Größe und Maß der Häfen."
    assert text in mail(text.encode(charset), f"text/plain; charset={charset}").text


def test_latin_1_is_read_as_mail_programs_read_it():
    assert "It’s “here”." in mail(b"It\x92s \x93here\x94.", "text/plain; charset=iso-8859-1").text


@pytest.mark.parametrize(
    "kind",
    ["text/plain", "text/plain; charset=", "text/plain; charset=no-such", "text/plain; charset=us-ascii"],
)
def test_without_a_true_encoding_it_is_guessed(kind):
    text = "Größe und Maß der Häfen. " * 5
    assert text.strip() in mail(text, kind).text


def test_a_message_without_headers_of_mime_is_plain_text():
    data = (
        b"From: ann@example.org\r\nMessage-ID: <1@x>\r\nReceived: by x\r\nSubject: Wells\r\n\r\n"
        + WORDS.encode()
    )
    document = read(data, "a.eml")
    assert (document.metadata.title, of_kind(document, BlockKind.PARAGRAPH)) == ("Wells", [WORDS])


def test_the_page_is_preferred_to_the_text():
    document = mixed(
        part("text/plain", "Plain form."), part("text/html", "<p>Page <b>form</b>.</p>"), kind="alternative"
    )
    assert of_kind(document, BlockKind.PARAGRAPH) == ["Page form."]
    assert [inline.kind for inline in document.inlines] == [InlineKind.STRONG]


def test_a_page_with_its_pictures_is_preferred_to_the_text():
    related = 'Content-Type: multipart/related; boundary="c"\r\n\r\n--c\r\n{}\r\n--c--'.format(
        part("text/html", "<p>Page form.</p>")
    )
    assert of_kind(
        mixed(part("text/plain", "Plain form."), related, kind="alternative"), BlockKind.PARAGRAPH
    ) == ["Page form."]


def test_the_text_of_an_invitation_is_read_and_its_calendar_is_not():
    document = mixed(
        part("text/plain", "Come at ten."), part("text/calendar", "BEGIN:VCALENDAR"), kind="alternative"
    )
    assert of_kind(document, BlockKind.PARAGRAPH) == ["Come at ten."]


def test_links_of_a_page_keep_their_address_and_scripts_go():
    page = '<p>See <a href="https://example.org/a">this</a> or <a href="javascript:x()">that</a>.</p>'
    document = mail(f"{page}<script>x()</script>", "text/html")
    assert of_kind(document, BlockKind.PARAGRAPH) == ["See this or that."]
    assert [inline.target for inline in document.inlines] == ["https://example.org/a"]


def test_a_message_without_any_text_is_refused_or_shows_its_head():
    assert "Wells" in mail("").text
    with pytest.raises(SourceError):
        mail("", From="", To="", Subject="", Date="")


# Flowed lines and quotes


def flowed(*lines: str, more: str = "") -> Document:
    return mail("\r\n".join(lines) + "\r\n", f"text/plain; charset=utf-8; format=flowed{more}")


def test_flowed_lines_are_joined():
    document = flowed(
        "The council met again and heard ", "what the witnesses had to say.", "", "Then it closed."
    )
    assert of_kind(document, BlockKind.PARAGRAPH) == [
        "The council met again and heard what the witnesses had to say.",
        "Then it closed.",
    ]


def test_stuffed_lines_lose_their_first_space():
    assert of_kind(flowed(" From the council came ", " nothing at all."), BlockKind.PARAGRAPH) == [
        "From the council came nothing at all."
    ]


def test_words_that_were_parted_at_a_line_end_are_joined_where_the_message_says_so():
    document = flowed("See https://example.org/a-very- ", "long-address for more.", more="; delsp=yes")
    assert "https://example.org/a-very-long-address" in document.text


def test_quoted_lines_are_quotes():
    document = mail("I agree with all of this.\r\n\r\n> We should wait.\r\n> There is time.\r\n>\r\n> Bo\r\n")
    assert of_kind(document, BlockKind.QUOTE) == ["We should wait. There is time.", "Bo"]
    assert of_kind(document, BlockKind.PARAGRAPH) == ["I agree with all of this."]


def test_flowed_quotes_are_joined_without_their_marks():
    document = flowed("> We should wait and see ", "> what the others say.", "", "I agree with that.")
    assert of_kind(document, BlockKind.QUOTE) == ["We should wait and see what the others say."]


def test_quotes_of_quotes_are_set_apart():
    document = mail(
        "> I do not think so.\r\n>> We should wait.\r\n> > There is time.\r\n> But thanks.\r\n\r\nYes.\r\n"
    )
    assert of_kind(document, BlockKind.QUOTE) == [
        "I do not think so.",
        "We should wait. There is time.",
        "But thanks.",
    ]


def test_a_page_quotes_by_its_elements():
    document = mail("<p>I agree.</p><blockquote><p>We should wait.</p></blockquote>", "text/html")
    assert of_kind(document, BlockKind.QUOTE) == ["We should wait."]


def test_the_signature_stays():
    assert "Ann Lee, Wells Office" in flowed(f"{WORDS}", "", "-- ", "Ann Lee, Wells Office").text


@pytest.mark.parametrize("dashes", ["-- ", "--"])
def test_the_lines_of_a_signature_are_no_headings_and_stay_apart(dashes):
    document = mail(f"{WORDS}\r\n\r\n{dashes}\r\nAnn Lee\r\nWELLS OFFICE\r\n1. Valley Road\r\n")
    assert shape(document)[2:] == [
        ("paragraph", WORDS),
        ("paragraph", "Ann Lee"),
        ("paragraph", "WELLS OFFICE"),
        ("paragraph", "1. Valley Road"),
    ]


def test_what_is_too_long_for_a_signature_is_read_as_text():
    document = mail("\n".join(["--", *(f"- {WORDS}" for _ in range(20))]))
    assert len(of_kind(document, BlockKind.LIST_ITEM)) == 20


# Attachments and forwarded messages


def attached(name: str, kind: str = "application/pdf") -> str:
    return part(kind, "x", f'Content-Disposition: attachment; filename="{name}"\r\n')


def test_one_attachment_is_named():
    document = mixed(part("text/plain", WORDS), attached("report.pdf"))
    assert document.coverage.remarks == ("One attachment is not shown: report.pdf.",)
    assert of_kind(document, BlockKind.PARAGRAPH) == [WORDS]


def test_several_attachments_are_counted_and_the_first_named():
    document = mixed(part("text/plain", WORDS), *(attached(f"{number}.pdf") for number in range(7)))
    assert document.coverage.remarks == ("7 attachments are not shown: 0.pdf, 1.pdf, 2.pdf, 3.pdf, 4.pdf ….",)


def test_the_text_of_an_attached_text_is_counted_and_not_part_of_the_message():
    document = mixed(part("text/plain", WORDS), attached("notes.txt", "text/plain"))
    assert of_kind(document, BlockKind.PARAGRAPH) == [WORDS]
    assert left_out(document) == {"attached texts": "notes.txt: x"}
    assert document.coverage.remarks == ("One attachment is not shown: notes.txt.",)


def test_attached_texts_are_sections_when_the_reader_takes_them_in():
    held = parts(part("text/plain", WORDS), attached("notes.txt", "text/plain"))
    data = raw(held, 'multipart/mixed; boundary="b"')
    document = read_source(Source("a.eml", "", data, take_in=frozenset({"attached texts"})))
    assert shape(document)[-3:] == [("paragraph", WORDS), ("heading", "notes.txt"), ("paragraph", "x")]
    assert document.coverage.taken_in == ("attached texts",)


def test_a_text_that_is_shown_beside_the_message_is_named():
    named = part("text/plain", "x", 'Content-Disposition: inline; filename="notes.txt"\r\n')
    document = mixed(part("text/plain", WORDS), named)
    assert shape(document)[-3:] == [("paragraph", WORDS), ("heading", "notes.txt"), ("paragraph", "x")]


def test_encoded_names_of_attachments_are_read():
    disposition = "Content-Disposition: attachment; filename*=utf-8''Gr%C3%B6%C3%9Fe.pdf\r\n"
    document = mixed(part("text/plain", WORDS), part("application/pdf", "x", disposition))
    assert document.coverage.remarks == ("One attachment is not shown: Größe.pdf.",)


def test_an_attachment_without_a_name_is_known_by_its_kind():
    document = mixed(part("text/plain", WORDS), part("image/png", "x"))
    assert document.coverage.remarks == ("One attachment is not shown: image/png.",)


def test_the_pictures_of_a_page_are_not_attachments():
    picture = part("image/png", "x", 'Content-ID: <p1>\r\nContent-Disposition: inline; filename="p.png"\r\n')
    page = part("text/html", '<p>Words <img src="cid:p1" alt="A map">.</p>')
    related = (
        f'Content-Type: multipart/related; boundary="c"\r\n\r\n--c\r\n{page}\r\n--c\r\n{picture}\r\n--c--'
    )
    assert mixed(related).coverage.remarks == ("One picture is not shown: “A map”.",)


def test_a_forwarded_message_is_a_section_with_its_own_head():
    inner = raw("The inner words are here.", Subject="Older", From="Cy <cy@example.org>", To="").decode()
    document = mixed(part("text/plain", WORDS), part("message/rfc822", inner))
    assert shape(document)[-3:] == [
        ("heading", "Older"),
        ("byline", "From Cy, Tue, 03 Mar 2026 10:00:00 +0100"),
        ("paragraph", "The inner words are here."),
    ]


def test_a_message_forwarded_in_a_forwarded_one_is_a_section_below():
    innermost = raw("Innermost.", Subject="Oldest").decode()
    inner = raw(
        f"--c\r\n{part('message/rfc822', innermost)}\r\n--c--",
        'multipart/mixed; boundary="c"',
        Subject="Older",
    )
    document = mixed(part("message/rfc822", inner.decode()))
    found = [(document.quote(b.span), b.level) for b in document.blocks if b.kind is BlockKind.HEADING]
    assert found == [("Older", 1), ("Oldest", 2)]


def test_a_forwarded_message_without_a_subject_is_called_so():
    inner = raw("The inner words.", Subject="").decode()
    assert of_kind(mixed(part("message/rfc822", inner)), BlockKind.HEADING) == ["Forwarded message"]


# Damage


@pytest.mark.parametrize(
    "kind",
    [
        "multipart/mixed",
        'multipart/mixed; boundary="',
        'multipart/mixed; boundary="never"',
        "text/plain; charset*=''",
        "text/plain; format*0*=utf-8''flowed",
        ";;;",
        "text",
    ],
)
def test_a_broken_kind_costs_no_words(kind):
    assert WORDS in mail(WORDS, kind).text


def test_a_part_that_is_cut_off_is_read_as_far_as_it_goes():
    document = mail(f"--b\r\nContent-Type: text/plain\r\n\r\n{WORDS}", 'multipart/mixed; boundary="b"')
    assert of_kind(document, BlockKind.PARAGRAPH) == [WORDS]


def test_broken_base64_does_no_harm():
    document = mail("R3LDvMOf=ZZZ!!!", Content_Transfer_Encoding="base64")
    document.text.encode("utf-8")
    assert document.metadata.title == "Wells"


def test_a_line_without_a_colon_among_the_headers_costs_no_words():
    data = raw(WORDS).replace(b"MIME-Version", b"this is no header\r\nMIME-Version")
    assert WORDS in read(data, "a.eml").text


def test_very_many_parts_are_not_all_read_and_that_is_told():
    document = mixed(*(part("text/plain", f"Part {number} of it.") for number in range(250)))
    assert "Part 199 of it." in document.text
    assert "Part 201 of it." not in document.text
    assert document.coverage.remarks == ("Only the first 200 parts of this message are shown.",)


# Lists as Word and Outlook write them


def outlook_item(level: int, marker: str, text: str) -> str:
    ignored = f"<span style='mso-list:Ignore'>{marker}<span>&nbsp;&nbsp; </span></span>"
    look = f"text-indent:-.25in;mso-list:l0 level{level} lfo1"
    inner = f"<![if !supportLists]>{ignored}<![endif]>{text}<o:p></o:p>"
    return f"<p class=MsoListParagraph style='{look}'>{inner}</p>"


def test_lists_of_outlook_are_lists():
    items = outlook_item(1, "·", "First") + outlook_item(2, "o", "Inner") + outlook_item(1, "2.", "Second")
    head = "From: a@example.org\nTo: b@example.org\nMessage-ID: <1@x>\nContent-Type: text/html\n\n"
    document = read(f"{head}<p class=MsoNormal>Hi,</p>{items}", "a.eml")
    found = [block for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    told = [(block.marker, block.depth, document.quote(block.span)) for block in found]
    assert told == [("•", 0, "First"), ("•", 1, "Inner"), ("2.", 0, "Second")]


ENVELOPE = "From ann@example.org Mon Mar  3 10:00:00 2025\n"
PLAIN = (
    "From: a@example.org\nTo: b@example.org\nMessage-ID: <1@x>\nMIME-Version: 1.0\nSubject: Wells\n\nWords.\n"
)


def test_a_message_with_the_line_of_its_mailbox_before_it_is_a_message():
    document = read(ENVELOPE + PLAIN, "a.eml")
    assert (document.metadata.title, document.metadata.format) == ("Wells", "mail")
    assert "Mon Mar" not in document.text


def boxed(*messages: str) -> Document:
    return read("\n".join(f"{ENVELOPE}{message}" for message in messages), "a.mbox")


def test_the_messages_of_a_mailbox_are_sections_with_their_heads():
    first = PLAIN.replace("\nSubject: Wells\n", "\nSubject: Wells\nDate: Mon, 3 Mar 2025 10:00:00 +0000\n")
    second = first.replace("Subject: Wells", "Subject: Re: Wells").replace("Mon, 3 Mar", "Tue, 4 Mar")
    document = boxed(first, second.replace("Words.", "More.\n\n> Words."))
    assert shape(document) == [
        ("heading", "Wells"),
        ("byline", "From a@example.org, to b@example.org, Mon, 03 Mar 2025 10:00:00 +0000"),
        ("paragraph", "Words."),
        ("heading", "Re: Wells"),
        ("byline", "From a@example.org, to b@example.org, Tue, 04 Mar 2025 10:00:00 +0000"),
        ("paragraph", "More."),
        ("quote", "Words."),
    ]
    assert (document.metadata.format, document.metadata.published.edtf) == ("mail", "2025-03-04")


@pytest.mark.parametrize("name", ["list.mbox", "2024-May.txt", "inbox"])
def test_an_archive_of_a_mailing_list_is_a_mailbox_whatever_it_is_called(name):
    def message(subject: str, words: str) -> str:
        head = "From ada at example.org  Sun May  5 10:00:00 2024\nFrom: ada at example.org (Ada Hall)\n"
        return f"{head}Date: Sun, 5 May 2024 10:00:00 +0000\nSubject: {subject}\n\n{words}\n\n"

    document = read(message("Wells", "They are dry.") + message("Re: Wells", "So they are."), name)
    assert headings(document) == [("Wells", 1), ("Re: Wells", 1)]
    assert of_kind(document, BlockKind.PARAGRAPH) == ["They are dry.", "So they are."]


def test_a_text_that_begins_with_from_is_no_message():
    text = "From Lisbon to Porto on 5 May 2024 by train\nNote: it was late\nSubject: trains.\n\nWords."
    assert read(text, "notes.txt").metadata.format == "text"


def test_headings_in_a_message_of_a_mailbox_stand_below_its_own():
    page = PLAIN.replace("Words.", "<h1>Part</h1><p>Words.</p>").replace(
        "MIME-Version: 1.0", "MIME-Version: 1.0\nContent-Type: text/html"
    )
    assert headings(boxed(page, PLAIN)) == [("Wells", 1), ("Part", 2), ("Wells", 1)]


def test_a_line_that_begins_like_a_mailbox_is_no_message():
    words = "It came.\n\nFrom here we go on.\n\n>From Ann it came on Monday Mar 3 2025."
    document = boxed(PLAIN.replace("Words.", words), PLAIN)
    assert headings(document) == [("Wells", 1), ("Wells", 1)]
    assert of_kind(document, BlockKind.PARAGRAPH)[1:3] == [
        "From here we go on.",
        "From Ann it came on Monday Mar 3 2025.",
    ]


def test_so_many_messages_of_a_mailbox_are_read_and_the_others_told():
    document = boxed(*[PLAIN] * 510)
    assert len(headings(document)) == 500
    assert document.coverage.remarks == ("Only the first 500 of 510 messages in this mailbox are read.",)
    assert not document.coverage.whole


def test_pictures_of_two_messages_keep_apart_when_they_have_one_name():
    def pictured(height: int) -> str:
        shown = part("text/html", '<p>Words.</p><img src="cid:p">')
        data = base64.encodebytes(picture(200, height)).decode()
        held = part("image/png", data, "Content-ID: <p>\r\nContent-Transfer-Encoding: base64\r\n")
        kind = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"'
        return PLAIN.replace("MIME-Version: 1.0", kind).replace("Words.", parts(shown, held))

    found = [block.picture for block in boxed(pictured(100), pictured(150)).blocks if block.picture]
    assert [held.height for held in found] == [100, 150]
    assert len({held.key for held in found}) == 2


@pytest.mark.parametrize("kind", ["text/plain", "text/plain; charset=us-ascii"])
def test_a_guess_at_the_encoding_is_told(kind):
    document = mail("Le ministère a décidé de réformer l’accès à l’eau.".encode("cp1252"), kind)
    assert "Le ministère a décidé de réformer l’accès à l’eau." in document.text
    assert document.coverage.remarks == ("The encoding of the text had to be guessed: Windows-1252.",)


def test_letters_that_are_lost_are_told():
    document = mail(b"The wells of K\xc3\xb6ln, K\xc3\xb6ln and K\xff.", "text/plain")
    assert not document.coverage.whole


CALENDAR = (
    "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Oslo\r\nDTSTART:19700329T020000\r\nEND:VTIMEZONE\r\n"
    "BEGIN:VEVENT\r\n"
    "SUMMARY:Walk to the\r\n  wells\r\nDTSTART;TZID=Oslo:20260310T093000\r\nDTEND;VALUE=DATE:20260311\r\n"
    'ORGANIZER;CN="Bo Ek":mailto:bo@example.org\r\nLOCATION:North gate\\, left\r\n'
    "DESCRIPTION:Bring boots.\\nAnd a map.\r\nUID:1\r\nBEGIN:VALARM\r\nDESCRIPTION:Ring\r\nEND:VALARM\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)
MEETING = (
    *("Walk to the wells", "When: 2026-03-10 09:30 (Oslo)", "Until: 2026-03-11", "Where: North gate, left"),
    *("Organiser: Bo Ek", "Bring boots.", "And a map."),
)


def test_an_invitation_is_read_as_people_write_it():
    document = mail(CALENDAR, "text/calendar; method=REQUEST; charset=utf-8")
    assert tuple(of_kind(document, BlockKind.PARAGRAPH)) == MEETING
    assert document.coverage.remarks == ()


def test_an_attached_invitation_is_counted_and_can_be_taken_in():
    name = 'Content-Disposition: attachment; filename="w.ics"\r\n'
    attached = part("text/calendar; charset=utf-8", CALENDAR, name)
    document = mixed(part("text/plain", WORDS), attached)
    assert "North gate, left" in left_out(document)["attached texts"]
    assert "Ring" not in left_out(document)["attached texts"]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "MIIB"),
        (
            'multipart/encrypted; protocol="application/pgp-encrypted"; boundary="b"',
            parts(part("application/pgp-encrypted", "Version: 1"), part("application/octet-stream", "-----")),
        ),
    ],
)
def test_a_message_that_is_encrypted_says_so(kind, body):
    document = mail(body, kind)
    assert not document.coverage.whole
    assert document.coverage.remarks[0].startswith("A message is encrypted or packed into its signature")
    assert "attachment" not in " ".join(document.coverage.remarks)


def test_a_message_that_breaks_off_says_so():
    whole = parts(part("text/plain", WORDS), part("text/plain", WORDS))
    kind = 'multipart/mixed; boundary="b"'
    assert mail(whole, kind).coverage.whole
    document = mail(whole[:-40], kind)
    assert document.coverage.remarks == (
        "A message breaks off, so the rest of it is missing. Get it again to have all of it.",
    )
    assert not document.coverage.whole
