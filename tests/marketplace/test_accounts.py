"""People's accounts: one per address, with a password that is not too weak."""

import pytest

from marketplace.accounts import actions
from marketplace.accounts.models import User
from marketplace.kit.refused import Refused
from tests.announced import announced
from tests.side_by_side import side_by_side

GOOD = "kaarigar-ki-dukaan-7"


@pytest.mark.django_db
def test_a_person_may_sign_in_and_the_news_carry_no_address() -> None:
    person = actions.create_person(email=" Asha@Example.ORG ", password=GOOD, first_name="आशा", language_code="hi")
    stored = User.objects.get()
    assert (stored.email, stored.first_name, stored.language_code, stored.is_staff) == ("asha@example.org", "आशा", "hi", False)
    assert stored.check_password(GOOD)
    assert announced() == [("PersonCreated", {"person": person.pk})]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"email": "asha"}, "INVALID", "email"),
        ({"email": ""}, "REQUIRED", "email"),
        ({"email": "ASHA@example.org"}, "EMAIL_TAKEN", "email"),
        ({"password": "short"}, "PASSWORD_TOO_SHORT", "password"),
        ({"password": "1234567890"}, "PASSWORD_TOO_COMMON", "password"),
        ({"password": "new.person@example.org"}, "PASSWORD_TOO_SIMILAR", "password"),
        ({"password": "\ud800" * 12}, "INVALID", "password"),
        ({"language_code": "xx"}, "INVALID", "language_code"),
        ({"last_name": "x" * 151}, "TOO_LONG", "last_name"),
    ],
)
def test_nonsense_is_refused(given: dict[str, str], code: str, field: str) -> None:
    actions.create_person(email="asha@example.org", password=GOOD)
    with pytest.raises(Refused) as refused:
        actions.create_person(**{"email": "new.person@example.org", "password": GOOD, **given})
    assert (refused.value.code, refused.value.field) == (code, field)
    assert User.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_address_at_the_same_moment_makes_one_account() -> None:
    made = side_by_side([lambda: actions.create_person(email="asha@example.org", password=GOOD)] * 4)
    assert User.objects.count() == 1
    assert [one.code for one in made if isinstance(one, Refused)] == ["EMAIL_TAKEN"] * 3
