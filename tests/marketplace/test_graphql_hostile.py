"""Hostile requests: each is refused, with its code, and nothing of the house is told."""

import pytest
from django.test import Client

from marketplace.bench.hostile import Attack, attacks

pytestmark = pytest.mark.django_db

ATTACKS = attacks()
SECRETS = (b"Traceback", b"psycopg", b"SELECT ", b"catalog_", b"marketplace_", b"/site-packages/")


def test_there_are_enough_of_them() -> None:
    assert len(ATTACKS) >= 60
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_attack_is_refused_with_its_code(attack: Attack) -> None:
    from marketplace.channels.actions import create

    create(slug="india", name="India", currency_code="INR", is_default=True)
    response = Client().post("/graphql/", data=attack.body, content_type=attack.kind)
    answer = response.json()
    assert answer["errors"] and all(error["extensions"]["code"] for error in answer["errors"])
    assert attack.code in [error["extensions"]["code"] for error in answer["errors"]]
    assert response.status_code < 500
    assert len(response.content) < 20_000
    assert not any(secret in response.content for secret in SECRETS)
