"""The downloader of official documents, against a real host on this machine."""

import gzip
import hashlib
import json
import random
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlsplit

import pytest

from corpus import download
from corpus.download import _led_to
from corpus.errors import BadSetting, NotHeld, SourceError
from corpus.sources import LOCK, Access, Fetched, Source, fetch, fetch_many, find_source, load_sources

PDF = b"%PDF-1.7\n" + random.Random(1).randbytes(300_000)
OTHER_PDF = b"%PDF-1.7\n" + random.Random(2).randbytes(300_000)

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers each path by what the test put there, and keeps a note of what was asked."""

    protocol_version = "HTTP/1.1"
    host: "Host"

    def do_GET(self) -> None:
        self.host.asked.append((self.path, self.headers.get("Range")))
        self.host.answers[self.path](self)

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def hang_up(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, *_: Any) -> None:
        """Nothing on the screen of whoever runs the tests."""


@dataclass
class Host:
    """A host on a free port of this machine."""

    address: str
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    def source(self, path: str = "/doc", **rest: Any) -> Source:
        given = {"id": "st90001-31", "title": "A paper", "publisher": "Council", "access": "public", **rest}
        return Source(address=f"{self.address}{path}", **given)


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    handler = type("Handler", (Handler,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        handler.host = Host(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield handler.host
        server.shutdown()
        thread.join()


def whole(body: bytes) -> Answer:
    """The body, whatever part was asked for."""
    return lambda handler: handler.answer(200, body)


def in_parts(body: bytes, tag: str = '"1"') -> Answer:
    """The part that was asked for, as long as the asker holds the same version."""

    def reply(handler: Handler) -> None:
        asked, version = handler.headers.get("Range"), handler.headers.get("If-Range", tag)
        if asked is None or version != tag:
            handler.answer(200, body, ETag=tag)
            return
        start = int(asked.removeprefix("bytes=").rstrip("-"))
        if start >= len(body):
            handler.answer(416, Content_Range=f"bytes */{len(body)}")
        else:
            handler.answer(206, body[start:], Content_Range=f"bytes {start}-{len(body) - 1}/{len(body)}", ETag=tag)

    return reply


def cut_once(body: bytes, after: int, then: Answer, tag: str = '"1"') -> Answer:
    """The connection breaks within the first answer; later ones are another's."""
    tries: list[int] = []

    def reply(handler: Handler) -> None:
        tries.append(1)
        if len(tries) > 1:
            then(handler)
            return
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.send_header("ETag", tag)
        handler.end_headers()
        handler.wfile.write(body[:after])
        handler.wfile.flush()
        handler.hang_up()

    return reply


def to(address: str, status: int = 302) -> Answer:
    """Leads on to another address."""
    return lambda handler: handler.answer(status, Location=address)


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def held(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def refusal_of(source: Source, folder: Path) -> SourceError:
    with pytest.raises(SourceError) as refused:
        fetch(source, folder)
    assert "\n" not in str(refused.value)
    assert refused.value.remedy
    return refused.value


def test_a_public_document_is_fetched_once(host: Host, tmp_path: Path) -> None:
    """The file, its hash, and a second run that asks nobody."""
    host.answers["/doc"] = whole(PDF)
    got = fetch(host.source(), tmp_path / "in")
    assert got == Fetched(host.source(), tmp_path / "in" / "st90001-31.pdf", digest(PDF), was_there=False)
    assert got.path.read_bytes() == PDF
    assert fetch(host.source(), tmp_path / "in") == replace(got, was_there=True)
    assert host.asked == [("/doc", None)]
    assert held(tmp_path / "in") == {"st90001-31.pdf", LOCK}


def test_progress_grows_to_the_size_of_the_document(host: Host, tmp_path: Path) -> None:
    """A bar that is drawn from it fills, and never runs back."""
    host.answers["/doc"] = whole(PDF)
    told: list[tuple[int, int | None]] = []
    fetch(host.source(), tmp_path, on_progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (len(PDF), len(PDF))


def test_a_cut_download_goes_on_where_it_stopped(host: Host, tmp_path: Path) -> None:
    """A report of a hundred pages over a weak line: what came is not asked for again."""
    host.answers["/doc"] = cut_once(PDF, 200_000, then=in_parts(PDF))
    assert "same command again" in refusal_of(host.source(), tmp_path).remedy
    kept = (tmp_path / ".st90001-31.part").stat().st_size
    assert 0 < kept <= 200_000
    told: list[tuple[int, int | None]] = []
    got = fetch(host.source(), tmp_path, on_progress=lambda done, total: told.append((done, total)))
    assert got.path.read_bytes() == PDF
    assert host.asked == [("/doc", None), ("/doc", f"bytes={kept}-")]
    assert kept < told[0][0] <= told[-1][0] == told[-1][1] == len(PDF)
    assert held(tmp_path) == {"st90001-31.pdf", LOCK}


def test_a_host_that_knows_no_parts_is_read_from_the_start(host: Host, tmp_path: Path) -> None:
    """The whole behind the half would be a damaged file."""
    host.answers["/doc"] = cut_once(PDF, 200_000, then=whole(PDF))
    refusal_of(host.source(), tmp_path)
    assert fetch(host.source(), tmp_path).path.read_bytes() == PDF


def test_a_part_from_another_place_is_not_pasted_in(host: Host, tmp_path: Path) -> None:
    """A host that answers with another range than asked gives no document."""

    def elsewhere(handler: Handler) -> None:
        handler.answer(206, PDF[250_000:], Content_Range=f"bytes 250000-{len(PDF) - 1}/{len(PDF)}")

    host.answers["/doc"] = cut_once(PDF, 200_000, then=elsewhere)
    refusal_of(host.source(), tmp_path)
    refusal_of(host.source(), tmp_path)
    assert not (tmp_path / "st90001-31.pdf").exists()
    host.answers["/doc"] = in_parts(PDF)
    assert fetch(host.source(), tmp_path).path.read_bytes() == PDF


def test_a_download_that_was_complete_before_the_kill_is_taken(host: Host, tmp_path: Path) -> None:
    """All bytes had come when the machine went down; the host has no more to give."""
    (tmp_path / ".st90001-31.part").write_bytes(PDF)
    (tmp_path / ".st90001-31.part.version").write_text('"1"')
    host.answers["/doc"] = in_parts(PDF)
    assert fetch(host.source(), tmp_path).path.read_bytes() == PDF
    assert host.asked == [("/doc", f"bytes={len(PDF)}-")]
    assert held(tmp_path) == {"st90001-31.pdf", LOCK}


@pytest.mark.parametrize("of_it", [1000, len(PDF) + 5])
def test_a_part_of_an_unknown_version_is_gone_on_with_only_if_it_will_be_checked(
    host: Host, tmp_path: Path, of_it: int
) -> None:
    """Some hosts tell no version. A known hash finds two halves that don't belong together; without one, all comes anew."""
    host.answers["/doc"] = in_parts(PDF)
    part = tmp_path / ".st90001-31.part"
    part.write_bytes((PDF + b"extra")[:of_it])
    assert fetch(host.source(), tmp_path).path.read_bytes() == PDF
    part.write_bytes((PDF + b"extra")[:of_it])
    (tmp_path / "st90001-31.pdf").unlink()
    if of_it > len(PDF):
        assert "another part" in refusal_of(host.source(sha256=digest(PDF)), tmp_path).problem
    assert fetch(host.source(sha256=digest(PDF)), tmp_path).path.read_bytes() == PDF
    assert [asked for _, asked in host.asked][:2] == [None, f"bytes={of_it}-"]


def test_halves_of_two_versions_never_become_one_file(host: Host, tmp_path: Path) -> None:
    """A publisher replaces a paper between two tries; what is kept must be one of its versions."""
    host.answers["/doc"] = cut_once(PDF, 200_000, then=in_parts(OTHER_PDF, '"2"'))
    refusal_of(host.source(), tmp_path)
    assert fetch(host.source(), tmp_path).path.read_bytes() == OTHER_PDF


@pytest.mark.parametrize("tag", ['"2"', None])
def test_a_host_that_minds_no_version_gives_no_mixture(host: Host, tmp_path: Path, tag: str | None) -> None:
    """It answers with the rest of the new paper though the half of the old one is told: its own tag gives it away."""

    def rest(handler: Handler) -> None:
        start = int(handler.headers["Range"].removeprefix("bytes=").rstrip("-"))
        tags = {} if tag is None else {"ETag": tag}
        handler.answer(206, OTHER_PDF[start:], Content_Range=f"bytes {start}-{len(PDF) - 1}/{len(PDF)}", **tags)

    known = host.source(sha256=digest(OTHER_PDF))
    host.answers["/doc"] = cut_once(PDF, 200_000, then=rest)
    for _ in range(2):
        refusal_of(known, tmp_path)
    assert held(tmp_path) == set()
    host.answers["/doc"] = in_parts(OTHER_PDF, '"2"')
    assert fetch(known, tmp_path).path.read_bytes() == OTHER_PDF


def test_a_host_that_compresses_gives_the_same_document(host: Host, tmp_path: Path) -> None:
    """Some content networks compress whatever they send."""

    def squeezed(handler: Handler) -> None:
        if "gzip" in handler.headers.get("Accept-Encoding", ""):
            handler.answer(200, gzip.compress(PDF), Content_Encoding="gzip")
        else:
            handler.answer(200, PDF)

    host.answers["/doc"] = squeezed
    assert fetch(host.source(), tmp_path).path.read_bytes() == PDF


def test_a_host_that_compresses_unasked_gives_the_same_document(host: Host, tmp_path: Path) -> None:
    """Its lengths count other bytes than those of the file: they are not believed."""
    packed = gzip.compress(PDF)
    host.answers["/doc"] = lambda handler: handler.answer(200, packed, Content_Encoding="gzip", ETag='"1"')
    told: list[tuple[int, int | None]] = []
    got = fetch(host.source(), tmp_path, on_progress=lambda done, total: told.append((done, total)))
    assert got.path.read_bytes() == PDF
    assert told[-1] == (len(PDF), None)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("location", ["/moved", "moved", "{host}/moved"])
def test_a_redirect_on_the_same_host_is_followed(host: Host, tmp_path: Path, location: str, status: int) -> None:
    """Registers move their papers about."""
    host.answers["/doc"] = to(location.format(host=host.address), status)
    host.answers["/moved"] = whole(PDF)
    assert fetch(host.source(), tmp_path).path.read_bytes() == PDF


@pytest.mark.parametrize("location", ["http://localhost:{port}/doc", "//localhost:{port}/doc", "file:///etc/hostname"])
def test_a_redirect_to_another_host_is_refused(host: Host, tmp_path: Path, location: str) -> None:
    """The manifest names whom a user talks to; a host may not send her elsewhere, not even by another name."""
    port = urlsplit(host.address).port
    host.answers["/start"] = to(location.format(port=port))
    host.answers["/doc"] = whole(PDF)
    refusal_of(host.source("/start"), tmp_path)
    assert [path for path, _ in host.asked] == ["/start"]
    assert held(tmp_path) == set()


def test_a_redirect_in_circles_ends(host: Host, tmp_path: Path) -> None:
    """A broken register costs a handful of requests and says so."""
    host.answers["/a"], host.answers["/b"] = to("/b"), to("/a")
    assert "circles" in refusal_of(host.source("/a"), tmp_path).problem
    assert len(host.asked) <= 10


def test_a_redirect_to_nonsense_costs_only_that_document(host: Host, tmp_path: Path) -> None:
    """One bad header of one host must not end a fetch of twenty papers."""
    host.answers["/bad"], host.answers["/doc"] = to("http://[nowhere"), whole(PDF)
    wanted = [host.source("/bad", id="bad"), host.source(id="good")]
    outcomes = [outcome for _, outcome in fetch_many(wanted, tmp_path, on_progress=lambda *_: None)]
    assert isinstance(outcomes[0], SourceError)
    assert isinstance(outcomes[1], Fetched)


@pytest.mark.parametrize(
    ("address", "location", "refused"),
    [
        ("https://council.test/a", "http://council.test/a", True),
        ("https://council.test/a", "ftp://council.test/a", True),
        ("https://council.test/a", "https://council.test/b", False),
        ("http://council.test/a", "https://council.test/b", False),
    ],
)
def test_a_redirect_does_not_leave_tls(address: str, location: str, refused: bool) -> None:
    """On a first fetch no hash is known: whoever sits in between could put any PDF in its place."""
    if refused:
        with pytest.raises(SourceError, match="not followed"):
            _led_to("a", address, location)
    else:
        assert _led_to("a", address, location) == location


@pytest.mark.parametrize("address", ["http://[nowhere", "no address", "http://council.test:99999999/"])
def test_an_address_that_is_none_is_told(tmp_path: Path, address: str) -> None:
    """An analyst mistyped a line of the manifest: it costs that paper, and the message quotes it."""
    source = Source("st90001-31", "A paper", "Council", "public", address=address)
    assert address in refusal_of(source, tmp_path).problem


@pytest.mark.parametrize("status", [204, 403, 404, 500, 503])
def test_an_answer_without_a_document_is_told_by_its_number(host: Host, tmp_path: Path, status: int) -> None:
    """404 means look for the paper elsewhere, 503 come back later."""
    host.answers["/doc"] = lambda handler: handler.answer(status, b"" if status == 204 else b"%PDF-no")
    assert str(status) in refusal_of(host.source(), tmp_path).problem
    assert held(tmp_path) == set()


@pytest.mark.parametrize("body", [b"<html><title>Please log in</title></html>", b"", b"x" * 2000 + b"%PDF-1.7"])
def test_what_is_no_pdf_is_not_kept(host: Host, tmp_path: Path, body: bytes) -> None:
    """A consent page under a paper's name would be ingested as that paper; the next try must begin anew."""
    host.answers["/doc"] = whole(body)
    assert "PDF" in refusal_of(host.source(), tmp_path).problem
    assert held(tmp_path) == set()
    host.answers["/doc"] = in_parts(PDF)
    assert fetch(host.source(), tmp_path).path.read_bytes() == PDF


def test_a_known_hash_is_checked_before_anything_is_kept(host: Host, tmp_path: Path) -> None:
    """The manifest says which file was read when it was written."""
    host.answers["/doc"] = whole(OTHER_PDF)
    refused = refusal_of(host.source(sha256=digest(PDF)), tmp_path)
    assert digest(PDF)[:12] in refused.problem
    assert digest(OTHER_PDF)[:12] in refused.problem
    assert held(tmp_path) == set()
    host.answers["/doc"] = whole(PDF)
    assert fetch(host.source(sha256=digest(PDF)), tmp_path).sha256 == digest(PDF)


def test_a_file_that_the_publisher_replaced_is_refused_until_a_person_agrees(host: Host, tmp_path: Path) -> None:
    """The first fetch writes the hash down; a paper that changes in silence is noticed, and its line says how to agree."""
    host.answers["/doc"] = whole(PDF)
    fetch(host.source(), tmp_path).path.unlink()
    host.answers["/doc"] = whole(OTHER_PDF)
    assert LOCK in refusal_of(host.source(), tmp_path).remedy
    assert held(tmp_path) == {LOCK}
    (tmp_path / LOCK).unlink()
    assert fetch(host.source(), tmp_path).sha256 == digest(OTHER_PDF)


def test_a_file_that_was_changed_here_is_fetched_again(host: Host, tmp_path: Path) -> None:
    """What stands in the folder is what the publisher gave, or nothing."""
    host.answers["/doc"] = whole(PDF)
    path = fetch(host.source(), tmp_path).path
    path.write_bytes(OTHER_PDF)
    again = fetch(host.source(), tmp_path)
    assert not again.was_there
    assert path.read_bytes() == PDF


@pytest.mark.parametrize("access", sorted(set(get_args(Access)) - {"public"}))
def test_a_paper_that_is_not_public_is_named_and_nobody_is_asked(host: Host, tmp_path: Path, access: str) -> None:
    """Not even a request: leaked copies are none of our business, and a log of the host is a hint."""
    host.answers["/doc"] = whole(PDF)
    assert access in refusal_of(host.source(access=access), tmp_path / "in").problem
    assert host.asked == []
    assert not (tmp_path / "in").exists()


def test_a_public_paper_without_an_address_is_refused(tmp_path: Path) -> None:
    """An address is not guessed from the number."""
    refusal_of(Source("st90001-31", "A paper", "Council", "public"), tmp_path)


def test_a_host_that_is_not_there_is_told_by_its_name(tmp_path: Path, host: Host) -> None:
    """No network, or a firewall: the message names the host that was tried, and running again is safe."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        free = f"127.0.0.1:{probe.getsockname()[1]}"
    gone = Source("st90001-31", "A paper", "Council", "public", address=f"http://{free}/doc")
    assert free in refusal_of(gone, tmp_path).problem


def test_a_host_that_hangs_up_is_told(host: Host, tmp_path: Path) -> None:
    """No answer at all is another thing than an empty one."""
    host.answers["/doc"] = Handler.hang_up
    assert "can't be reached" in refusal_of(host.source(), tmp_path).problem


def test_a_document_without_end_is_not_read_to_its_end(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A host must not be able to fill the disk."""
    monkeypatch.setattr(download, "_MOST_BYTES", 100_000)
    host.answers["/doc"] = whole(PDF)
    with pytest.raises(SourceError, match="larger"):
        fetch(host.source(), tmp_path)
    assert not (tmp_path / "st90001-31.pdf").exists()


def test_the_lock_lists_every_document_in_order(host: Host, tmp_path: Path) -> None:
    """It is checked in beside the manifest and read in a diff."""
    host.answers["/one"], host.answers["/two"] = whole(PDF), whole(OTHER_PDF)
    fetch(host.source("/two", id="b"), tmp_path)
    fetch(host.source("/one", id="a"), tmp_path)
    text = (tmp_path / LOCK).read_text(encoding="utf-8")
    assert list(json.loads(text).items()) == [("a", digest(PDF)), ("b", digest(OTHER_PDF))]
    assert text.endswith("}\n")


def test_a_lock_that_is_no_json_is_told(host: Host, tmp_path: Path) -> None:
    """Without it a changed paper would pass unseen, so it is not written over in silence."""
    (tmp_path / LOCK).write_text("<<<<<<< ours", encoding="utf-8")
    host.answers["/doc"] = whole(PDF)
    assert LOCK in refusal_of(host.source(), tmp_path).problem
    assert (tmp_path / LOCK).read_text(encoding="utf-8") == "<<<<<<< ours"


def test_a_folder_that_cannot_be_written_is_told(host: Host, tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "in").write_text("in the way")
    host.answers["/doc"] = whole(PDF)
    assert "in" in refusal_of(host.source(), tmp_path / "in").problem


def test_one_document_that_fails_costs_only_itself(host: Host, tmp_path: Path) -> None:
    """A fetch of the whole manifest gives what can be had, and a reason for each that can't."""
    host.answers["/doc"] = whole(PDF)
    host.answers["/gone"] = lambda handler: handler.answer(404)
    wanted = [host.source("/gone", id="a"), host.source(id="b"), host.source(id="c", access="limite")]
    told: set[str] = set()
    outcomes = list(fetch_many(wanted, tmp_path, on_progress=lambda source, _done, _total: told.add(source.id)))
    assert [source.id for source, _ in outcomes] == ["a", "b", "c"]
    assert [type(outcome) for _, outcome in outcomes] == [SourceError, Fetched, SourceError]
    assert told == {"b"}


def test_the_manifest_that_ships_can_be_used() -> None:
    """Ids are file names and unique; papers that are not public have no address to be fetched from."""
    shipped = load_sources()
    ids = [source.id for source in shipped]
    assert ids
    assert len(ids) == len(set(ids))
    assert all(Path(identity).name == identity and not identity.startswith(".") for identity in ids)
    for source in shipped:
        assert source.access in get_args(Access)
        assert source.access == "public" or source.address is None
        assert find_source(shipped, source.id) is source


def test_what_ships_is_fetched_over_tls() -> None:
    """On its first fetch no hash is known yet: a network in between could give any PDF."""
    addresses = [source.address for source in load_sources() if source.address is not None]
    assert [address for address in addresses if urlsplit(address).scheme != "https"] == []


def test_an_id_that_is_not_in_the_manifest_is_not_held() -> None:
    """The remedy says where the ids are."""
    with pytest.raises(NotHeld, match="st1-99") as refused:
        find_source(load_sources(), "st1-99")
    assert refused.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        "[[source]\n",
        "",
        '[[source]]\nid = "a"\n',
        '[[source]]\nid = "a"\ntitle = "A"\npublisher = "Council"\naccess = "public"\nadress = "https://council.test"\n',
    ],
)
def test_a_manifest_of_the_wrong_form_is_refused(text: str) -> None:
    """A mistyped key would otherwise be a paper that is never fetched."""
    with pytest.raises(BadSetting, match=r"sources\.toml") as refused:
        load_sources(text)
    assert refused.value.remedy
