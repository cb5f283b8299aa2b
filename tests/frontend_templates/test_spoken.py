"""Which language a name is in, and what languages are called."""

import pytest
from django.utils.translation import override

from frontend_templates.templatetags.zila import in_its_language, lang_of, spoken


@pytest.mark.parametrize(
    ("text", "reading", "said"),
    [
        ("Ganga Weavers", "hi", ' lang="en"'),
        ("Ganga Weavers", "en", ""),
        ("गंगा बुनकर", "en", ' lang="hi"'),
        ("गंगा बुनकर", "hi", ""),
        ("12 Madanpura, वाराणसी", "hi", ""),
        ("221001", "hi", ""),
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


def test_languages_have_names_in_both_languages() -> None:
    assert spoken(["hi", "lbj"]) == "Hindi, Ladakhi"
    with override("hi"):
        assert spoken(["en", "ur"]) == "अंग्रेज़ी, उर्दू"
