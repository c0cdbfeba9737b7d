import json

import pytest

from helpers.reading import read

WORDS = (
    "<p>" + "The council of the northern region met on Monday and talked about the harbours. " * 4 + "</p>"
)


def byline(head: str = "", above: str = "", below: str = "", after: str = "") -> str:
    page = (
        f"<html><head><title>Harbours and ships</title>{head}</head><body><article>{above}"
        f"<h1>Harbours and ships</h1>{below}{WORDS * 5}</article>{after}</body></html>"
    )
    return read(page, "page.html").metadata.byline


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


SITE = '<meta property="og:site_name" content="The Daily">'


@pytest.mark.parametrize(
    "author",
    [
        "Ann Lee",
        {"@type": "Person", "name": "Ann Lee"},
        [{"@type": "Person", "name": ["Ann Lee"]}],
        {"@id": "#ann"},
        [{"@id": "#ann"}],
        "By Ann Lee",
    ],
)
def test_every_shape_of_structured_data_is_read(author):
    graph = {"@graph": [{"@type": "NewsArticle", "author": author}, {"@id": "#ann", "name": "Ann Lee"}]}
    assert byline(ld(graph)) == "Ann Lee"


def test_the_author_of_a_picture_or_of_a_comment_is_not_that_of_the_page():
    data = [
        {"@type": "ImageObject", "author": "Pat Poe"},
        {"@type": "Comment", "author": {"name": "Kim Poe"}},
        {"@type": "Article", "creator": "Ann Lee"},
    ]
    assert byline(ld(data)) == "Ann Lee"


def test_the_author_of_the_work_that_a_page_reviews_is_not_that_of_the_page():
    reviewed = {"@type": "CreativeWork", "author": {"@type": "Person", "name": "The Two Ministries"}}
    assert byline(ld({"@type": "ClaimReview", "itemReviewed": reviewed})) == ""
    review = {"@type": "ClaimReview", "itemReviewed": reviewed, "author": {"name": "Ann Lee"}}
    assert byline(ld(review)) == "Ann Lee"


def test_who_made_a_statement_that_is_shown_is_not_the_author():
    name = '<div class="statement-author"><h4 class="author">The Two Ministries</h4></div>'
    assert byline(below=f'<div class="statement">{name}</div>') == ""
    assert byline(below=name) == "The Two Ministries"


def test_all_authors_are_named():
    article = ld({"@type": "Article", "author": {"name": "Ann Lee"}})
    assert byline(article + '<meta name="author" content="Ann Lee, Bo Ray">') == "Ann Lee, Bo Ray"
    several = "".join(f'<meta name="citation_author" content="{name}">' for name in ("Ann Lee", "Bo Ray"))
    assert byline(several) == "Ann Lee, Bo Ray"


@pytest.mark.parametrize(
    "shown",
    [
        '<p class="byline">By <a rel="author">Ann Lee</a> and <a rel="author">Bo Ray</a></p>',
        '<ul class="authors"><li class="author">Ann Lee</li><li class="author">Bo Ray</li></ul>',
        '<p><a href="/author/ann-lee">Ann Lee</a> &amp; <a href="/author/bo-ray">Bo Ray</a></p>',
        "<div><span>By</span><span>by Ann Lee and Bo Ray</span></div>",
        '<div class="x9f"><div>By</div><div>Ann Lee and Bo Ray</div></div>',
    ],
)
def test_what_the_page_shows_below_its_title_is_its_byline(shown):
    found = byline(SITE + '<meta name="author" content="The Daily">', below=shown)
    assert [name for name in ("Ann Lee", "Bo Ray") if name in found] == ["Ann Lee", "Bo Ray"]
    assert "By" not in found


def test_a_byline_above_the_title_counts():
    above = '<header><span class="post-author">Ann Lee</span> <span class="date">5 May 2020</span></header>'
    assert byline(above=above) == "Ann Lee"


def test_bylines_of_comments_and_other_pages_do_not_count():
    after = (
        '<section id="comments"><p class="comment-author">Kim Poe says</p>'
        '<cite class="author">Kim Poe</cite></section>'
        '<aside class="related"><span class="byline">By Pat Poe</span></aside>'
    )
    assert byline(below="<address>By <a>Ann Lee</a></address>", after=after) == "Ann Lee"


@pytest.mark.parametrize("name", ["Admin", "Staff", "https://example.org/ann", "January"])
def test_what_names_nobody_is_no_author(name):
    assert byline(f'{SITE}<meta name="author" content="{name}">') == ""


def test_a_person_counts_more_than_the_staff():
    head = '<meta name="author" content="Daily Staff">'
    assert byline(head, below='<p class="byline">By Ann Lee</p>') == "Ann Lee"
    assert byline(head) == "Daily Staff"


def test_a_page_that_shows_its_site_as_its_author_has_that_one():
    after = '<p class="author">Photographs of Pat Poe</p><p>By Kim Poe</p>'
    assert byline(SITE, below="<div>Written by The Daily on May 5, 2020</div>", after=after) == "The Daily"


def test_a_label_of_the_page_tells_whether_its_data_are_an_author():
    card = '<meta name="twitter:label1" content="{}"><meta name="twitter:data1" content="{}">'
    assert byline(card.format("Written by", "Ann Lee")) == "Ann Lee"
    assert byline(card.format("Reading time", "Four Minutes")) == ""


def test_the_publisher_is_the_author_only_where_nobody_else_is_named():
    house = ld({"@type": "NewsArticle", "publisher": {"name": "Northport Press"}})
    meta = '<meta name="author" content="Northport Press">'
    assert byline(house + meta, below='<p class="byline">Ann Lee</p>') == "Ann Lee"
    assert byline(house + meta) == "Northport Press"
    assert byline(f'{SITE}<meta name="author" content="The Daily">') == "The Daily"


def test_a_person_and_a_team_are_not_an_office():
    data = ld({"@type": "Article", "author": [{"name": "Ann Lee"}, {"name": "Gear Team"}]})
    assert byline(f'{data}<meta name="author" content="Northport Press">') == "Ann Lee, Gear Team"


def test_names_in_boxes_below_one_another_are_two():
    boxes = '<div class="bylines"><div>Ingrid Berg</div><div>Marlene Lund</div></div>'
    assert byline(below=boxes) == "Ingrid Berg, Marlene Lund"
    assert byline(below='<div class="byline"><div>By</div><div>Ingrid Berg</div></div>') == "Ingrid Berg"


def test_buttons_beside_a_byline_are_no_names():
    shown = '<div class="author-box">Twitter Facebook</div>'
    assert byline('<meta name="author" content="Ann Lee">', below=shown) == "Ann Lee"
    assert byline(below='<div class="byline">Bookmark Share</div>') == ""


def test_a_name_in_bold_type_signs_the_text():
    assert byline(below="<p><strong>Ann Leeroy</strong></p>") == "Ann Leeroy"
    assert byline(below="<p><strong>Harbours ahead</strong></p>") == ""


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        ('By <span class="by__name">Ann Lee</span><span class="by__title">Head of news</span>', "Ann Lee"),
        (
            '<b>Ann Lee</b><i class="job">Head</i> <b>Bo Ray</b><i class="job">Host</i>',
            "Ann Lee, Bo Ray",
        ),
        ("文● 山田太郎", "山田太郎"),
        ("[山田太郎]", "山田太郎"),
        ("Submitted on Monday", ""),
    ],
)
def test_what_a_byline_tells_of_its_authors_is_no_part_of_their_names(shown, names):
    assert byline(below=f'<div class="byline">{shown}</div>') == names


def test_readers_answers_are_known_by_what_their_place_is_called():
    answers = "<p>I do not agree with any of this, and said so before in many words.</p>" * 20
    page = f'<html><body class="has-comments"><h1>Wells</h1><article class="with-comments">{WORDS * 8}'
    page += f'<div id="sf_comment_list">{answers}</div></article></body></html>'
    text = read(page, "page.html").text
    assert "council of the northern" in text
    assert "do not agree" not in text


def test_an_office_is_named_whole():
    assert byline('<meta name="dcterms.creator" content="Centre for Inland Ferries and Bridges">') == (
        "Centre for Inland Ferries and Bridges"
    )


@pytest.mark.parametrize(
    "below",
    [
        '<p><span class="author">Written by</span><span class="author-name">Ann Lee</span></p>',
        '<p class="byline">Medically reviewed by Bo Ray, MD — Written by Ann Lee on May 3, 2020</p>',
        '<p class="byline">Reported and written by Ann Lee</p>',
    ],
)
def test_words_that_say_that_somebody_wrote_it_are_no_part_of_a_name(below):
    assert byline(below=below) == "Ann Lee"


def test_a_label_behind_a_name_in_the_code_of_a_page_is_no_author():
    assert byline('<meta name="author" content="Ann Lee, Written by">') == "Ann Lee"
