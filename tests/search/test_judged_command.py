"""`search eval` over a small shop: the table, the worst, JSON, faults."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from search.evaluation.judged import unknown, wishes
from search.evaluation.queries import known
from tests.search.judged_sample import GOOD, written
from tests.search.learnt import learn
from tests.search.market import open_market


def test_names_that_do_not_exist_are_told_with_their_line(tmp_path: Path, db: None) -> None:
    open_market()
    text = GOOD.replace('name = "saree" }', 'craft = "weaving", district = "atlantis", attribute.colour = "pinkish" }')
    faults = unknown(wishes(written(tmp_path, text)), known())
    assert "wishes.toml:7: unknown district: atlantis" in faults
    assert "wishes.toml:7: unknown choice of colour: pinkish" in faults


def _evaluated(*arguments: str) -> str:
    learn()
    said = StringIO()
    call_command("search", "eval", "--engine", "postgresql", *arguments, stdout=said)
    return said.getvalue()


def test_the_command_asks_the_shop_and_prints_what_came_of_it(tmp_path: Path, db: None) -> None:
    open_market()
    folder = str(written(tmp_path))
    header, english, hindi, overall, *rest = _evaluated("--judged", folder, "--worst", "1").splitlines()
    assert header.split()[:2] == ["postgresql", "queries"]
    assert [line.split()[:2] for line in (english, hindi, overall)] == [["english", "1"], ["hindi", "1"], ["overall", "2"]]
    of_english, of_hindi, of_both = (float(line.split()[2]) for line in (english, hindi, overall))
    assert of_english > 0.9 and 0 < of_hindi < of_english and of_both == pytest.approx((of_english + of_hindi) / 2, abs=0.002)
    assert "लाल साड़ी" in rest[1] and "wishes.toml:10" in rest[1]
    assert rest[2].split()[0] == "shown" and "saree" in rest[2]
    assert ["wanted", "3", "Red saree"] in [line.split(maxsplit=2) for line in rest[3:]]


def test_the_command_tells_machines_too(tmp_path: Path, db: None) -> None:
    open_market()
    told = json.loads(_evaluated("--judged", str(written(tmp_path)), "--class", "english", "--json"))
    assert told["engine"] == "postgresql"
    assert set(told["classes"]) == {"english", "overall"}
    assert told["classes"]["english"] | {"ndcg": None} == {
        "queries": 1, "ndcg": None, "mrr": [1, 1, 1], "success": [1, 1, 1], "zero": [0, 0, 0],
    }  # fmt: skip
    assert [query["text"] for query in told["queries"]] == ["red saree"]


def test_the_command_refuses_faulty_files(tmp_path: Path, db: None) -> None:
    open_market()
    with pytest.raises(CommandError, match=r"wishes.toml:3: nothing answers"):
        _evaluated("--judged", str(written(tmp_path, GOOD.replace('"red"', '"indigo"').replace('saree"', 'lamp"'))))
    with pytest.raises(CommandError, match=r"wishes.toml:6: unknown choice of colour: violet"):
        _evaluated("--judged", str(written(tmp_path, GOOD.replace('"red"', '"violet"'))))
