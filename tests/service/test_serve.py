"""`aimtrace serve` as a process on loopback, asked over real HTTP."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from aimtrace import __version__


@pytest.fixture(scope="module")
def server(sample_home: Path) -> Iterator[httpx.Client]:
    command = [sys.executable, "-m", "aimtrace", "serve", "--port", "0", "--home", str(sample_home)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    told = ""
    while (found := re.search(r"http://127\.0\.0\.1:\d+", told)) is None:
        line = process.stderr.readline()
        assert line, f"serve ended: {told}"
        told += line.rstrip("\n")
    with httpx.Client(base_url=found.group(), timeout=30) as client:
        yield client
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert "Traceback" not in err


def test_it_is_up_and_ready(server: httpx.Client) -> None:
    assert server.get("/healthz").json() == {"status": "up", "version": __version__}
    assert server.get("/readyz").json() == {"status": "ready"}


def test_search_answers_like_the_command_line(server: httpx.Client, sample_home: Path) -> None:
    found = server.get("/v1/search", params={"q": "fake papers", "limit": 5}).json()
    command = [sys.executable, "-m", "aimtrace", "search", "fake papers", "--limit", "5", "--json"]
    said = json.loads(subprocess.run([*command, "--home", str(sample_home)], capture_output=True, check=True).stdout)
    assert found["hits"] == said["hits"]
    assert len(found["hits"]) == 5


def test_nothing_relevant_is_said(server: httpx.Client) -> None:
    found = server.get("/v1/search", params={"q": "sourdough starter for rye bread"}).json()
    assert (found["nothing_relevant"], found["hits"]) == (True, [])


def test_documents_come_a_page_at_a_time(server: httpx.Client) -> None:
    sources: list[str] = []
    after = None
    while True:
        page = server.get("/v1/documents", params={"limit": 3} | ({"after": after} if after else {})).json()
        assert len(page["documents"]) <= 3
        sources += [document["source"] for document in page["documents"]]
        after = page["next"]
        if after is None:
            break
    assert len(sources) == len(set(sources)) == 10


def test_a_hit_leads_to_its_record(server: httpx.Client) -> None:
    hits = server.get("/v1/search", params={"q": "fake papers"}).json()["hits"]
    hit = next(hit for hit in hits if hit["record"])
    record = server.get(f"/v1/records/{hit['record']}").json()
    assert record["document"] == hit["document"]
    assert record["type"] == hit["type"]
    assert {"page": hit["page"], "bbox": hit["bbox"]} in record["spans"]


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/v1/records/no-such-record", 404, "not-held"),
        ("/v1/nothing", 404, "no-such-path"),
        ("/v1/search", 422, "malformed-request"),
        ("/v1/search?q=x&limit=0", 422, "malformed-request"),
        ("/v1/search?q=x&limit=many", 422, "malformed-request"),
        ("/v1/documents?limit=9999", 422, "malformed-request"),
    ],
)
def test_every_error_is_a_problem_document(server: httpx.Client, path: str, status: int, kind: str) -> None:
    answer = server.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["type"] == f"urn:aimtrace:problem:{kind}"
    assert problem["status"] == status
    assert problem["title"]


def test_a_method_that_is_not_there(server: httpx.Client) -> None:
    assert server.post("/v1/search").json()["type"] == "urn:aimtrace:problem:method-not-allowed"


def test_another_hosts_name_is_refused(server: httpx.Client) -> None:
    """A page elsewhere whose name resolves to this machine gets nothing (DNS rebinding)."""
    answer = server.get("/v1/search", params={"q": "fake papers"}, headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "papers" not in answer.text


def test_what_it_offers_is_described(server: httpx.Client) -> None:
    described = server.get("/openapi.json").json()
    assert {"/v1/search", "/v1/documents", "/v1/records/{record_id}", "/healthz", "/readyz"} <= set(described["paths"])


def test_a_port_that_is_taken_is_told(server: httpx.Client, sample_home: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "aimtrace",
        "serve",
        "--port",
        str(server.base_url.port),
        "--home",
        str(sample_home),
    ]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert run.returncode == 2
    assert "--port" in run.stderr
    assert "Traceback" not in run.stderr


def test_it_listens_on_this_machine_only(sample_home: Path) -> None:
    command = [sys.executable, "-m", "aimtrace", "serve", "--host", "0.0.0.0", "--home", str(sample_home)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert run.returncode == 2
    assert "127.0.0.1" in run.stderr
