"""The operator's doors to the news, and the limits that must fit each other."""

import io
import json
import re
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from marketplace import celery
from marketplace.news import tasks
from marketplace.news.announce import announce
from marketplace.news.models import Delivery, Event
from tests.marketplace.newsroom import CupBroken, CupFilled


def news(*words: str) -> str:
    """What `news …` prints."""
    out = io.StringIO()
    call_command("news", *words, stdout=out)
    return out.getvalue()


@pytest.fixture
def dead(cups: None) -> Delivery:
    """One dead delivery among others that wait or are done."""
    announce(CupBroken(cup=1, how="well"), CupFilled(cup=2), CupFilled(cup=3))
    Delivery.objects.filter(subject="cup:3").update(state="done", done_at="2020-01-01T00:00:00Z")
    Delivery.objects.filter(subject="cup:1").update(state="dead", attempts=5, error="ValueError: no broom")
    return Delivery.objects.get(state="dead")


def test_the_dead_are_listed_and_shown_with_their_error(dead: Delivery) -> None:
    listed = news("list", "--dead").splitlines()
    assert len(listed) == 1
    assert listed[0].startswith(f"{dead.pk}  dead  tests.sweep_up  tests.CupBroken  cup:1  attempts=5")
    assert listed[0].endswith("ValueError: no broom")
    assert len(news("list").splitlines()) == 3
    assert len(news("list", "--listener", "tests.pour").splitlines()) == 1
    shown = news("show", str(dead.pk))
    assert '{"cup": 1, "how": "well"}' in shown
    assert "ValueError: no broom" in shown
    with pytest.raises(CommandError, match="no delivery 0"):
        news("show", "0")


def test_the_dead_are_replayed_by_number_or_all(dead: Delivery, hear_news) -> None:
    with pytest.raises(CommandError, match="one of the two"):
        news("replay")
    with pytest.raises(CommandError):
        news("replay", "0")
    assert news("replay", str(dead.pk)) == "1 to be delivered anew.\n"
    assert news("replay", "--all") == "0 to be delivered anew.\n"
    assert hear_news() == 3
    assert not Delivery.objects.exclude(state="done").exists()


def test_the_backlog_is_told_per_listener(dead: Delivery) -> None:
    Delivery.objects.filter(listener="tests.pour", state="waiting").update(listener="tests.of_yesterday")
    lines = {line.split()[0]: line for line in news("lag").splitlines()}
    assert lines["tests.sweep_up"].split()[1:5] == ["0", "0", "0", "1"]
    assert lines["tests.count_cups"].split()[1:5] == ["1", "0", "0", "0"]
    assert lines["tests.of_yesterday"].endswith("nobody here hears this")
    ages = r"[\d.]+ s"  # which go on growing between the two
    assert re.sub(ages, "", news("status")) == re.sub(ages, "", news("lag"))


def test_what_was_done_is_pruned_by_command_and_by_the_clock(dead: Delivery) -> None:
    assert news("prune", "--days", "1") == "2 deliveries deleted.\n"
    assert Event.objects.count() == 3
    Delivery.objects.filter(subject="cup:2").update(state="done", done_at="2020-01-01T00:00:00Z")
    tasks.prune()
    assert Delivery.objects.get() == dead


def test_restored_events_are_put_first(dead: Delivery) -> None:
    Event.objects.update(transaction_id=2**50)
    assert news("restored").startswith("3 events")


def test_the_limits_fit_each_other() -> None:
    assert celery.SOFT < celery.HARD < celery.VISIBILITY < settings.NEWS_LEASE_SECONDS
    assert celery.SOFT - tasks.BUDGET_SECONDS > 30  # what a handler is promised
    conf = celery.app.conf
    assert (conf.accept_content, conf.task_serializer, conf.result_backend) == (["json"], "json", None)
    assert conf.task_acks_late
    assert not conf.task_reject_on_worker_lost
    assert conf.broker_transport_options["visibility_timeout"] == celery.VISIBILITY


def test_the_clock_delivers_every_second_or_two() -> None:
    celery.app.finalize()
    entry = celery.app.conf.beat_schedule["deliver the news"]
    assert celery.app.tasks[entry["task"]] == tasks.deliver
    assert timedelta(seconds=entry["schedule"]) <= timedelta(seconds=2)


@pytest.mark.django_db(transaction=True)
def test_the_bench_of_the_news_runs(environment) -> None:
    command = [sys.executable, "-P", "-m", "django", "bench", "news", "--seconds", "1", "--rate", "50", "--burst", "50"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=True)
    for line in ("calibration: ", "steady: announced ", "lag p50 ", "burst: announced ", "backlog of 50: delivered "):
        assert line in run.stdout
    assert not Event.objects.exists()


def test_the_bench_of_the_news_shares_nothing_with_an_open_shop(environment) -> None:
    look = (
        "import json; from marketplace.bench import bell; from marketplace.celery import app; from marketplace.news import wake\n"
        "from marketplace.news import listeners\n"
        "print(json.dumps([app.amqp.default_queue.name, wake._key('mark'), listeners.names(), list(app.conf.beat_schedule)]))"
    )
    apart = {**environment, "ZILA_BENCH_QUEUE": "bench-1"}
    command = [sys.executable, "-P", "-c", f"import django; django.setup()\n{look}"]
    done = subprocess.run(command, env=apart, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == ["bench-1", "news:bench-1:mark", ["marketplace.note_stroke"], ["deliver the news"]]
