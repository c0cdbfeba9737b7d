"""Which language a text is in, where what it says of itself may be wrong."""

import pytest

from deskbrief.document.tongues import settled_tongue

GERMAN = (
    "Die Ministerin hat nicht gesagt, dass der Vertrag mit den Ländern für das Jahr gilt und nicht länger."
)
ENGLISH = "The minister has not said that the treaty with the countries is for the year and not for longer."
SPANISH = (
    "El 5 de mayo de 2023 el Gobierno aprobó un decreto. En marzo de 2024 se reunió la comisión de la región."
)
JAPANESE = "大臣は会議で述べた。これは重要である。"
#: More than half of its letters are shared with Chinese.
JAPANESE_OF_OFFICES = "港湾委員会は三月に会合を開き、古い岸壁が沈下したと報告を受けた。"
CHINESE = "港口委员会在三月开会，听说旧码头下沉了。"
PERSIAN = "کمیته بندر در ماه مارس تشکیل جلسه داد و گزارش شد که اسکله قدیمی فرو رفته است و کسی آن را ندید."
ARABIC = "اجتمعت لجنة الميناء في مارس وقيل إن الرصيف القديم قد غرق ولم يتوقع أحد ذلك."


@pytest.mark.parametrize(
    ("text", "named", "tongue"),
    [
        (GERMAN, "en-US", "de"),
        (GERMAN, "de-AT", "de"),
        (GERMAN, "", "de"),
        (ENGLISH, "pl-PL", "en"),
        (ENGLISH, "en", "en"),
        (ENGLISH, "", "en"),
        (SPANISH, "", "es"),
        (SPANISH, "gl", "gl"),
        (JAPANESE, "en", "ja"),
        (JAPANESE_OF_OFFICES, "", "ja"),
        (CHINESE, "", "zh"),
        (PERSIAN, "", "fa"),
        (ARABIC, "", "ar"),
        (f"{ENGLISH} {ENGLISH} {JAPANESE}", "en", "en"),
        (f"{ENGLISH} {GERMAN}", "en", "en"),
        (f"{ENGLISH} {GERMAN}", "de", "de"),
        ("Der Vertrag", "en", "en"),
        ("Kwrx lplk pqwe.", "", ""),
    ],
)
def test_english_and_other_languages_are_told_apart_by_the_text(text, named, tongue):
    assert settled_tongue(text, named) == tongue


def test_strokes_that_were_read_as_letters_tell_no_language():
    text = (
        "I I I\n\nI I I I\n\n" * 80
        + "The report of the agency was written for the court and it was not read. " * 20
    )
    assert settled_tongue(text, "") in {"", "en"}
    assert settled_tongue(text, "en") == "en"
