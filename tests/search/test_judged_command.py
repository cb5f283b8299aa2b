"""`search eval` over a small shop: the table, the worst, JSON, faults."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from search.evaluation.judged import unknown, wishes
from search.evaluation.queries import known
from tests.search.judged_sample import GOOD, written
from tests.search.market import open_market


def test_names_that_do_not_exist_are_told_with_their_line(tmp_path: Path, db: None) -> None:
    open_market()
    text = GOOD.replace('name = "saree" }', 'craft = "weaving", district = "atlantis", attribute.colour = "pinkish" }')
    faults = unknown(wishes(written(tmp_path, text)), known())
    assert "wishes.toml:7: unknown district: atlantis" in faults
    assert "wishes.toml:7: unknown choice of colour: pinkish" in faults


def _evaluated(*arguments: str) -> str:
    said = StringIO()
    call_command("search", "eval", "--engine", "today", *arguments, stdout=said)
    return said.getvalue()


def test_the_command_asks_the_shop_and_prints_what_came_of_it(tmp_path: Path, db: None) -> None:
    open_market()
    folder = str(written(tmp_path))
    header, english, hindi, overall, *rest = _evaluated("--judged", folder, "--worst", "1").splitlines()
    assert header.split()[:2] == ["today", "queries"]
    assert english.split()[:3] == ["english", "1", "0.917"]  # 7 of 7 + 1 * 0.63093: the indigo one is not shown
    assert hindi.split()[:3] == ["hindi", "1", "0.000"]
    assert overall.split()[:3] == ["overall", "2", "0.459"]
    assert "लाल साड़ी" in rest[1] and "wishes.toml:10" in rest[1]
    assert [line.split(maxsplit=2) for line in rest[2:]] == [
        ["shown", "nothing"], ["wanted", "3", "Red saree"], ["wanted", "1", "Indigo saree"],
    ]  # fmt: skip


def test_the_command_tells_machines_too(tmp_path: Path, db: None) -> None:
    open_market()
    told = json.loads(_evaluated("--judged", str(written(tmp_path)), "--class", "english", "--json"))
    assert told["engine"] == "today"
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
