"""docker-compose.yml keeps its promises: pinned images, health checks, ordinary users, secrets from outside."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from marketplace.command.clone import ROOT
from search.engines.elasticsearch import mapping

COMPOSE = ROOT / "docker-compose.yml"
DOCKERFILE = ROOT / "marketplace/docker/Dockerfile"
SEARCH_DOCKERFILE = ROOT / "marketplace/docker/elasticsearch.Dockerfile"
DOCUMENT: dict[str, Any] = yaml.safe_load(COMPOSE.read_text())
SERVICES: dict[str, dict[str, Any]] = DOCUMENT["services"]
ENDING = {"prepare", "search", "demo"}
SERVERS = sorted(set(SERVICES) - ENDING)
VARIABLE = re.compile(r"(?<!\$)\$\{(\w+)(:[-?])?([^}]*)\}")


def filled(text: str) -> str:
    """The text as compose would fill it in, where every variable without a default is its own name, long enough."""
    return VARIABLE.sub(lambda found: found[3] if found[2] == ":-" else found[1].lower() * 5, text)


def test_every_server_is_there() -> None:
    assert {"proxy", "web", "worker", "scheduler", "postgres", "valkey", "elasticsearch", "files", "prepare", "search"} <= set(
        SERVICES
    )


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_images_are_pinned_by_short_name(name: str) -> None:
    image, _, tag = SERVICES[name]["image"].partition(":")
    assert re.fullmatch(r"\d+(\.\d+)+[\w.-]*", tag), "no exact version"
    assert "." not in image, "names a registry host"


def test_the_images_that_ours_are_made_of_are_pinned() -> None:
    bases = re.findall(r"^FROM (\S+)", DOCKERFILE.read_text() + SEARCH_DOCKERFILE.read_text(), re.MULTILINE)
    assert len(bases) == 4
    assert all(re.fullmatch(r"[a-z/]+:\d+\.\d+\.\d+[\w.-]*", base) for base in bases), bases


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_nobody_is_root(name: str) -> None:
    service = SERVICES[name]
    assert service["user"].split(":")[0] not in {"", "0", "root"}
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]


@pytest.mark.parametrize("name", SERVERS)
def test_every_server_is_asked_how_it_is(name: str) -> None:
    check = SERVICES[name]["healthcheck"]
    assert check["test"][0] in {"CMD", "CMD-SHELL"}
    assert {"interval", "timeout", "retries"} <= set(check)


def test_only_the_proxy_is_reached_from_outside_and_only_from_this_machine() -> None:
    """The web server has few threads and waits for bodies without end: it must not face the Internet."""
    ports = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert set(ports) == {"proxy"}
    assert all(port.startswith("127.0.0.1:") for port in ports["proxy"])
    assert "inside" not in SERVICES["proxy"]["networks"]


def test_the_proxy_takes_requests_whole_and_in_time() -> None:
    (mounted,) = SERVICES["proxy"]["configs"]
    assert mounted["target"] == "/etc/nginx/nginx.conf"
    text = (ROOT / DOCUMENT["configs"][mounted["source"]]["file"]).read_text()
    said = dict(re.findall(r"^\s*(\w+) ([^;{]+);", text, re.MULTILINE))
    assert (said["proxy_request_buffering"], said["proxy_buffering"]) == ("on", "on")
    assert (said["client_header_timeout"], said["client_body_timeout"]) == ("10s", "10s")
    assert (said["underscores_in_headers"], said["ignore_invalid_headers"]) == ("off", "on")
    assert said["client_max_body_size"] == "1m"
    assert said["server"] == "web:8000" and said["proxy_pass"] == "http://web"
    assert "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;" in text
    temporary = re.findall(r"(?:_path|pid) (\S+);", text)
    assert len(temporary) == 6 and all(path.startswith("/tmp/") for path in temporary)  # nobody is root there
    assert SERVICES["web"]["environment"]["TRUSTED_PROXIES"] == "${TRUSTED_PROXIES:-2}"  # this one, and that with the certificate


@pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not installed")
def test_nginx_understands_the_proxys_file(tmp_path: Path) -> None:
    text = (
        (ROOT / DOCUMENT["configs"]["proxy"]["file"])
        .read_text()
        .replace("web:8000", "127.0.0.1:8000")
        .replace("/tmp/", f"{tmp_path}/")
    )
    (tmp_path / "nginx.conf").write_text(text)
    done = subprocess.run(["nginx", "-t", "-c", str(tmp_path / "nginx.conf")], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_search_engine_has_what_the_index_needs_and_a_version_that_the_client_speaks_to() -> None:
    service, text = SERVICES["elasticsearch"], SEARCH_DOCKERFILE.read_text()
    assert {"analysis-icu", "analysis-phonetic"} <= set(text.split())
    version = service["image"].partition(":")[2]
    assert f"FROM elasticsearch:{version}\n" in text
    context, dockerfile = service["build"]["context"], service["build"]["dockerfile"]
    assert ROOT / context / dockerfile == SEARCH_DOCKERFILE
    client = re.search(r"^elasticsearch==(8)\.(\d+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    assert client
    assert version.split(".")[0] == client[1] and int(version.split(".")[1]) >= int(client[2])
    assert service["environment"]["discovery.type"] == "single-node"
    assert service["mem_limit"] == "${ELASTICSEARCH_MEMORY:-2g}"
    for name in ("web", "worker", "scheduler"):
        assert SERVICES[name]["environment"]["ELASTICSEARCH_URL"].endswith("@elasticsearch:9200")
        assert "elasticsearch" not in SERVICES[name]["depends_on"], "the shop opens without it"


def test_what_lives_is_in_named_volumes() -> None:
    mounts = [mount for service in SERVICES.values() for mount in service.get("volumes", [])]
    assert {mount.split(":")[0] for mount in mounts} == set(DOCUMENT["volumes"])
    for name in ("postgres", "valkey", "elasticsearch", "files"):
        assert SERVICES[name]["volumes"], name


def test_secrets_come_from_outside_and_their_absence_is_told() -> None:
    found = {name: how for name, how, _ in VARIABLE.findall(COMPOSE.read_text())}
    for name in (
        "SECRET_KEY",
        "POSTGRES_PASSWORD",
        "VALKEY_PASSWORD",
        "ELASTIC_PASSWORD",
        "S3_SECRET_ACCESS_KEY",
        "ALLOWED_HOSTS",
    ):
        assert found[name] == ":?", name
    for name, service in SERVICES.items():
        for key, value in service.get("environment", {}).items():
            if re.search("PASSWORD|SECRET|AUTH", key):
                assert "${" in value, f"{name} has {key} written out"


def test_order_of_start_follows_health() -> None:
    for name in ("web", "worker", "scheduler"):
        needs = {what: how["condition"] for what, how in SERVICES[name]["depends_on"].items()}
        assert needs["prepare"] == "service_completed_successfully"
        assert {needs[what] for what in ("postgres", "valkey", "files")} == {"service_healthy"}


def test_the_settings_accept_what_compose_hands_over() -> None:
    """Production refuses a half-configured start; so this environment is whole."""
    environment = {key: filled(str(value)) for key, value in SERVICES["web"]["environment"].items()}
    environment |= {"PATH": os.defpath, "DJANGO_SETTINGS_MODULE": "marketplace.settings"}
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "ERROR"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", sorted(ENDING))
def test_production_accepts_the_commands_that_end_by_themselves(name: str) -> None:
    """Each gets as far as the database, which is not there: production itself refuses none of them."""
    service = SERVICES[name]
    environment = {key: filled(str(value)) for key, value in service["environment"].items()}
    environment |= {"PATH": f"{Path(sys.executable).parent}:{os.defpath}", "DJANGO_SETTINGS_MODULE": "marketplace.settings"}
    environment |= {"DATABASE_URL": "postgres://zila:zila@127.0.0.1:1/zila"}
    done = subprocess.run(service["command"], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert "This is production" not in done.stderr
    assert "Connection refused" in done.stderr, done.stderr


def test_the_programs_that_compose_calls_are_in_the_images() -> None:
    text = COMPOSE.read_text() + DOCKERFILE.read_text()
    for path in re.findall(r"marketplace/docker/[\w.]+", text):
        assert (ROOT / path).is_file(), path
    assert Path(f"{DOCKERFILE}.dockerignore").is_file()


# What the official image has by itself, and what the plugins of the Dockerfile add, of all that an index of ours may name.
PARTS_OF_THE_IMAGE = {
    "tokenizer": {"standard", "whitespace", "keyword"},
    "filter": {
        "lowercase",
        "decimal_digit",
        "indic_normalization",
        "hindi_normalization",
        "stemmer",
        "stop",
        "synonym_graph",
        "shingle",
    },
    "char_filter": {"html_strip", "mapping", "pattern_replace"},
}
PARTS_OF_PLUGINS = {
    "analysis-icu": {"icu_tokenizer", "icu_folding", "icu_normalizer", "icu_transform"},
    "analysis-phonetic": {"phonetic"},
}
LANGUAGES_OF_STEMMERS = {"english", "light_english", "minimal_english", "possessive_english", "hindi", "bengali"}
FIELDS_OF_THE_IMAGE = {"text", "keyword", "long", "integer", "double", "boolean", "date", "date_range", "geo_point", "completion"}


def test_the_search_engine_has_all_that_our_index_names() -> None:
    """Checked without Docker: the node of the tests has the plugins built in, and would not say that the image lacks one."""
    installed = set(SEARCH_DOCKERFILE.read_text().split()) & PARTS_OF_PLUGINS.keys()
    added = {part for plugin in installed for part in PARTS_OF_PLUGINS[plugin]}
    analysis = mapping.settings()["analysis"]
    named: dict[str, set[str]] = {kind: {own["type"] for own in analysis.get(kind, {}).values()} for kind in PARTS_OF_THE_IMAGE}
    for analyzer in analysis["analyzer"].values():
        named["tokenizer"].add(analyzer["tokenizer"])
        for kind in ("filter", "char_filter"):
            named[kind] |= set(analyzer.get(kind, ())) - analysis.get(kind, {}).keys()
    for kind, parts in named.items():
        assert parts <= PARTS_OF_THE_IMAGE[kind] | added, kind
    languages = {own["language"] for own in analysis["filter"].values() if own["type"] == "stemmer"}
    assert languages <= LANGUAGES_OF_STEMMERS
    assert {field["type"] for field in mapping.mappings()["properties"].values()} <= FIELDS_OF_THE_IMAGE
