"""Which language a name is in, and what languages are called."""

import pytest
from django.utils.translation import override

from frontend_templates.templatetags.zila import as_typed, in_its_language, lang_of, language_sign, spoken


@pytest.mark.parametrize(
    ("text", "reading", "said"),
    [
        ("Ganga Weavers", "hi", ' lang="en"'),
        ("Ganga Weavers", "en", ""),
        ("गंगा बुनकर", "en", ' lang="hi"'),
        ("गंगा बुनकर", "hi", ""),
        ("12 Madanpura, वाराणसी", "hi", ""),
        ("221001", "hi", ""),
        ("AU/99/0001", "hi", ""),
        ("care@ganga.example, +91 98765 43210", "hi", ""),
        ("12 Madanpura, Varanasi 221001", "hi", ' lang="en"'),
        ("B-12 Lane, care@ganga.example", "hi", ' lang="en"'),
        ("", "hi", ""),
    ],
)
def test_the_letters_of_a_name_say_its_language(text: str, reading: str, said: str) -> None:
    with override(reading):
        assert lang_of(text) == said


def test_a_name_in_a_sentence_is_marked_and_escaped() -> None:
    with override("hi"):
        assert in_its_language("<b>Silk</b>") == '<span lang="en">&lt;b&gt;Silk&lt;/b&gt;</span>'
        assert in_its_language("रेशम") == "रेशम"
        assert not hasattr(in_its_language("रेशम <b>"), "__html__")


def test_the_readers_own_words_are_told_apart_and_escaped() -> None:
    with override("hi"):
        assert as_typed("<b>silk") == '<span class="typed" lang="en">&lt;b&gt;silk</span>'
        assert as_typed("रेशम") == "रेशम"


def test_a_sign_stands_behind_a_name_in_the_other_language_only() -> None:
    assert [language_sign(code) for code in ("en", "hi", "", None)] == ["", " · हि", "", ""]
    with override("hi"):
        assert [language_sign(code) for code in ("en", "hi", "", None)] == [" · EN", "", "", ""]


def test_languages_have_names_in_both_languages() -> None:
    assert spoken(["hi", "lbj"]) == "Hindi, Ladakhi"
    with override("hi"):
        assert spoken(["en", "ur"]) == "अंग्रेज़ी, उर्दू"
