"""The store: what was written comes back, whole, in order, and only to those who may see it."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import migrations
from corpus.errors import HomeUnusable, NotHeld, StoreCorrupt, StoreForeign
from corpus.markings import FULL, OPEN, Clearance, Marking
from corpus.records import (
    Decision,
    Document,
    Evidence,
    Extraction,
    LedgerEntry,
    Link,
    Pair,
    Passage,
    Record,
    document_id,
)
from corpus.schema import HEAD, metadata
from corpus.store import FILE, Store, View, connection, origin, writer
from tests.strategies import Keeping, Shelf, keepings, ledger_entries, shelves

# Many documents a test: neither the clock nor a fixture that all examples share is what is tested here.
thorough = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def plan(number: int, *texts: str, marking: Marking | None = None, **about: Any) -> Keeping:
    """A small document of its own number: an action and a passage for each text."""
    sha256 = f"{number:016x}" + "0" * 48
    document = Document(document_id(sha256), sha256, f"plan-{number}.pdf", 1, marking=marking, **about)
    records = [Record(f"{number:08x}{place:08x}", "action", text) for place, text in enumerate(texts)]
    passages = [Passage(f"{record.id}0000", document.id, record.text, record=record.id) for record in records]
    return Keeping(Extraction(document, tuple(records), text_hash=f"{number:064x}"), tuple(passages))


def put(store: Store, *found: Keeping, provenance: str = "reader=1") -> None:
    with store.writing("tester") as writing:
        for keeping in found:
            writing.put_document(keeping.extraction, keeping.passages, provenance)


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose store is at the newest migration and holds nothing."""
    home = tmp_path_factory.mktemp("blank")
    Store.open(home).close()
    return home


@pytest.fixture
def new_store(blank: Path, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Makes a store that holds nothing, as often as it is asked."""
    made: list[Store] = []

    def make() -> Store:
        home = tmp_path / str(len(made))
        shutil.copytree(blank, home)
        made.append(Store.open(home))
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.fixture
def store(new_store: Callable[[], Store]) -> Store:
    return new_store()


# What was written comes back


@thorough
@given(keepings())
def test_a_document_comes_back_with_all_that_was_read_from_it(store: Store, keeping: Keeping) -> None:
    """Every answer, export and review is made from these values."""
    put(store, keeping, provenance="reader=7")
    document = keeping.document
    with store.seen_by(FULL) as seen:
        assert seen.documents.get(document.id) == document
        assert seen.documents.provenance(document.id) == "reader=7"
        assert tuple(seen.documents.notices(document.id)) == keeping.extraction.notices
        assert tuple(seen.records.of(document.id)) == keeping.extraction.records
        assert all(seen.records.get(r.id) == (r, document.id) for r in keeping.extraction.records)
        own = [(p, rank, cycle) for p, rank, cycle in seen.passages.all() if p.document == document.id]
        assert tuple(passage for passage, _, _ in own) == keeping.passages
        assert {cycle for _, _, cycle in own} <= {document.cycle}
        assert seen.passages.many([p.id for p in keeping.passages]) == {p.id: p for p in keeping.passages}


@thorough
@given(st.lists(ledger_entries, max_size=5, unique_by=lambda entry: entry.path))
def test_every_file_that_was_looked_at_keeps_its_line(store: Store, entries: list[LedgerEntry]) -> None:
    """Nothing is lost: a file that failed is a row with a reason."""
    with store.writing("tester") as writing:
        for entry in entries:
            writing.put_ledger(entry)
    with store.seen_by(Clearance(Marking.TRES_SECRET_UE)) as seen:
        assert all(seen.ledger.find(entry.path) == entry for entry in entries)
        for entry in entries:
            if entry.sha256 is not None:
                assert entry in seen.ledger.with_hash(entry.sha256)


def test_a_path_has_one_line_that_of_its_last_attempt(store: Store) -> None:
    """A file that failed yesterday and was read today counts once."""
    with store.writing("tester") as writing:
        writing.put_ledger(LedgerEntry("in/a.pdf", "aa" * 32, "failed", "timeout", "It took too long."))
        writing.put_ledger(LedgerEntry("in/a.pdf", "aa" * 32, "ok"))
        writing.put_ledger(LedgerEntry("in/b.pdf", "aa" * 32, "duplicate"))
    with store.seen_by(FULL) as seen:
        assert [(entry.path, entry.outcome) for entry in seen.ledger.all()] == [
            ("in/a.pdf", "ok"),
            ("in/b.pdf", "duplicate"),
        ]
        assert seen.ledger.outcomes() == {"ok": 1, "duplicate": 1}
        assert [entry.path for entry in seen.ledger.with_hash("aa" * 32)] == ["in/a.pdf", "in/b.pdf"]


def test_a_file_with_an_old_name_keeps_its_line_too(store: Store) -> None:
    """Archives hold names in Latin 1; one of them must not end the ingest of a folder."""
    path = os.fsdecode(b"in/r\xe9sultats.pdf")
    for outcome in ("failed", "ok"):
        with store.writing("tester") as writing:
            writing.put_ledger(LedgerEntry(path, "aa" * 32, outcome))
    with store.seen_by(FULL) as seen:
        (entry,) = seen.ledger.all()
        assert seen.ledger.find(path) == seen.ledger.find(entry.path) == entry
    assert entry.path == r"in/r\xe9sultats.pdf"


def test_a_document_with_an_old_name_is_kept_under_it(store: Store) -> None:
    """The name is what a user knows the paper by; it must reach JSON and the store."""
    kept = plan(1, "Search parcels")
    document = replace(kept.document, source=os.fsdecode(b"r\xe9sultats.pdf"))
    put(store, Keeping(replace(kept.extraction, document=document), kept.passages))
    with store.seen_by(FULL) as seen:
        assert [found.source for found in seen.documents.named(r"r\xe9sultats")] == [r"r\xe9sultats.pdf"]


@thorough
@given(shelves())
def test_links_and_decisions_come_back(new_store: Callable[[], Store], shelf: Shelf) -> None:
    """What a machine judged and what a person decided, each in its own list."""
    store = new_store()
    fill(store, shelf)
    with store.seen_by(FULL) as seen:
        assert sorted(seen.links.all(), key=repr) == sorted((link.pair for link in shelf.links), key=repr)
        decided = seen.links.decisions()
        assert [replace(d, actor="", at="") for d in decided] == list(shelf.decisions)
        assert {d.actor for d in decided} <= {"tester"}
        assert all(d.at for d in decided)


# Writing again


@settings(thorough, max_examples=20)
@given(keepings())
def test_putting_a_document_twice_is_putting_it_once(new_store: Callable[[], Store], keeping: Keeping) -> None:
    """An ingest that was killed runs again over what it has done."""
    once, twice = new_store(), new_store()
    put(once, keeping)
    put(twice, keeping)
    put(twice, keeping)
    asked = asked_of([keeping])
    assert all_reads(once, FULL, asked) == all_reads(twice, FULL, asked)


def test_reading_anew_keeps_the_vectors_of_passages_that_stay(store: Store) -> None:
    """Encoding is the slowest step: the same text is not encoded twice, a changed one always is."""
    first = plan(1, "Search parcels", "Seize boats")
    put(store, first, plan(2, "Train analysts"))
    stays, goes = (passage.id for passage in first.passages)
    with store.writing("tester") as writing:
        writing.put_vectors("m1", [(stays, b"1"), (goes, b"2"), (plan(2, "").passages[0].id, b"3")])
        writing.put_vectors("m2", [(stays, b"4")])
    put(store, Keeping(replace(first.extraction, records=first.extraction.records[:1]), first.passages[:1]))
    with store.seen_by(FULL) as seen:
        assert list(seen.passages.vectors("m1")) == [(stays, b"1"), (plan(2, "").passages[0].id, b"3")]
        assert list(seen.passages.vectors("m2")) == [(stays, b"4")]
    put(store, first)
    with store.seen_by(FULL) as seen:
        assert [passage.id for passage in seen.passages.without_vector("m1")] == [goes]


def test_reading_anew_keeps_every_decision(store: Store) -> None:
    """A reviewer's afternoon survives a new release of the reader, and the removal of a document that comes back."""
    aims, actions = plan(1, "To search parcels"), plan(2, "Search parcels at ports")
    put(store, aims, actions)
    action, clause = actions.extraction.records[0], aims.extraction.records[0]
    decision = Decision(
        action.id,
        clause.id,
        actions.document.id,
        aims.document.id,
        action.text,
        clause.text,
        "confirmed",
        3,
        actor="ana",
    )
    with store.writing("tester") as writing:
        writing.decide(decision)
        writing.decide(replace(decision, status="rejected", level=0, reason="another port", actor=""))
    put(store, plan(2, "Search all parcels at ports"))
    with store.writing("tester") as writing:
        writing.delete_document(aims.document.id)
    with store.seen_by(FULL) as seen:
        assert seen.links.decisions() == []
    put(store, aims)
    with store.seen_by(FULL) as seen:
        decided = seen.links.decisions()
        assert [(d.status, d.actor, d.reason) for d in decided] == [
            ("confirmed", "ana", None),
            ("rejected", "tester", "another port"),
        ]
        assert {d.action_text for d in decided} == {"Search parcels at ports"}


def test_a_document_that_is_deleted_leaves_nothing_to_find(store: Store) -> None:
    """Whoever asks for a paper to be removed is owed that its passages and vectors go with it."""
    gone, stays = plan(1, "Search parcels", marking=Marking.LIMITE), plan(2, "Seize boats")
    put(store, gone, stays)
    with store.writing("tester") as writing:
        writing.put_vectors("m1", [(gone.passages[0].id, b"1"), (stays.passages[0].id, b"2")])
        writing.put_ledger(LedgerEntry("in/1.pdf", gone.document.sha256, "ok", document=gone.document.id))
        pair = Pair(gone.extraction.records[0].id, stays.extraction.records[0].id, "a", 2, 0.5, Evidence("", ""))
        writing.put_links([Link(pair, "j")], "j")
        writing.delete_document(gone.document.id)
    with store.seen_by(FULL) as seen:
        assert seen.documents.all() == [stays.document]
        assert [passage.document for passage, _, _ in seen.passages.all()] == [stays.document.id]
        assert list(seen.passages.vectors("m1")) == [(stays.passages[0].id, b"2")]
        assert seen.links.all() == []
        assert seen.ledger.all() == []
        assert seen.records.counts() == {"action": 1}
    assert store.problems() == []


def test_vectors_of_one_model_leave_those_of_another(store: Store) -> None:
    """Two models may be compared side by side; writing one again replaces only its own."""
    keeping = plan(1, *(f"Action {number}" for number in range(1200)))
    put(store, keeping)
    ids = [passage.id for passage in keeping.passages]
    with store.writing("tester") as writing:
        writing.put_vectors("m1", [(identity, b"old") for identity in reversed(ids)])
        writing.put_vectors("m2", [(ids[0], b"other")])
        writing.put_vectors("m1", [(identity, b"new") for identity in ids])
        writing.put_vectors("m1", [])
    with store.seen_by(FULL) as seen:
        assert list(seen.passages.vectors("m1")) == [(identity, b"new") for identity in ids]
        assert list(seen.passages.vectors("m2")) == [(ids[0], b"other")]
        assert len(seen.passages.many([*ids, "never-held"])) == seen.passages.count() == 1200
        assert len(seen.passages.without_vector("m2")) == 1199


def test_links_know_when_they_are_out_of_date(store: Store) -> None:
    """Coverage is judged again when a document or the judge changed, and only then."""
    put(store, plan(1, "Search parcels"))

    def current(model: str) -> bool:
        with store.seen_by(FULL) as seen:
            return seen.links_are_current(model)

    assert not current("j1")
    with store.writing("tester") as writing:
        writing.put_links([], "j1")
    assert current("j1")
    assert not current("j2")
    with store.writing("tester") as writing:
        writing.put_ledger(LedgerEntry("in/a.pdf", None, "failed"))
        writing.decide(Decision("a", "b", "c", "d", "", "", "confirmed"))
    assert current("j1")
    put(store, plan(2, "Seize boats"))
    assert not current("j1")


def test_only_what_is_searched_moves_the_number_that_the_index_follows(store: Store) -> None:
    """A derived index is built anew when a passage or vector changed, and not for a decision."""

    def number() -> int:
        with store.seen_by(FULL) as seen:
            return seen.newest_change_of_passages()

    assert number() == 0
    put(store, plan(1, "Search parcels"))
    first = number()
    with store.writing("tester") as writing:
        writing.put_links([], "j1")
        writing.decide(Decision("a", "b", "c", "d", "", "", "confirmed"))
        writing.put_ledger(LedgerEntry("in/a.pdf", None, "failed"))
    assert number() == first > 0
    with store.writing("tester") as writing:
        writing.put_vectors("m1", [(plan(1, "").passages[0].id, b"1")])
    second = number()
    with store.writing("tester") as writing:
        writing.delete_document(plan(1).document.id)
    assert number() > second > first


def test_a_write_that_breaks_off_leaves_nothing(store: Store) -> None:
    """A document and its line in the ledger are kept together or not at all."""
    put(store, plan(1, "Search parcels"))

    def break_off() -> None:
        with store.writing("tester") as writing:
            writing.put_document(plan(2, "Seize boats").extraction, plan(2, "Seize boats").passages, "")
            writing.delete_document(plan(1).document.id)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    with store.seen_by(FULL) as seen:
        assert seen.documents.all() == [plan(1).document]
        assert seen.passages.count() == 1


# Looking things up


@settings(thorough, max_examples=20)
@given(st.lists(keepings(), max_size=5, unique_by=lambda keeping: keeping.document.id), st.integers(1, 3))
def test_paging_gives_every_document_once(new_store: Callable[[], Store], found: list[Keeping], limit: int) -> None:
    """A client that follows the cursor misses nothing, also where a page ends on the last one."""
    store = new_store()
    put(store, *found)
    with store.seen_by(FULL) as seen:
        paged: list[Document] = []
        for _ in range(len(found) + 1):  # one page a document at most, and the empty one
            part = seen.documents.page(paged[-1].id if paged else None, limit)
            assert len(part) <= limit
            paged += part
        assert paged == seen.documents.all() == sorted((k.document for k in found), key=lambda d: d.id)
        assert seen.documents.count() == len(found)


@pytest.mark.parametrize(
    "name",
    [
        "00000000000000ab",
        "00000000000000",
        "plan-171.pdf",
        "Plan-171",
        "90001/1/31 REV 1",
        " 90001/1/31  rev 1 ",
        "ST 90001 2031 REV 1",
    ],
)
def test_a_document_is_found_by_what_a_user_calls_it(store: Store, name: str) -> None:
    """Its id or the beginning of it, its file, its number in either form."""
    about = {"reference": "90001/1/31 REV 1", "register_id": "ST 90001 2031 REV 1"}
    put(store, plan(0xAB, "Search parcels", **about), plan(0xFF << 60, "Seize boats"))
    with store.seen_by(FULL) as seen:
        assert [document.source for document in seen.documents.named(name)] == ["plan-171.pdf"]


@pytest.mark.parametrize("name", ["", "00000", "plan", "90001/31", "search parcels"])
def test_a_name_that_fits_nothing_finds_nothing(store: Store, name: str) -> None:
    """A short beginning of an id, or a number of another version, is not this document."""
    put(store, plan(0xAB, "Search parcels", reference="90001/1/31 REV 1"))
    with store.seen_by(FULL) as seen:
        assert seen.documents.named(name) == []


def test_what_is_not_held_is_told_with_a_remedy(store: Store) -> None:
    """An id from another home, or of a document that was removed."""
    with store.seen_by(FULL) as seen:
        for get in (seen.documents.get, seen.records.get):
            with pytest.raises(NotHeld, match="0123456789abcdef") as missing:
                get("0123456789abcdef")
            assert missing.value.remedy


# Clearance


def fill(store: Store, shelf: Shelf, ledger: list[LedgerEntry] | None = None) -> None:
    """A shelf into a store, with vectors for some of its passages."""
    put(store, *shelf.keepings)
    passages = [passage.id for keeping in shelf.keepings for passage in keeping.passages]
    with store.writing("tester") as writing:
        writing.put_vectors("m1", [(i, i.encode()) for i in passages if int(i[-1], 16) % 2])
        writing.put_links(shelf.links, "judge 1")
        for decision in shelf.decisions:
            writing.decide(decision)
        for entry in ledger or []:
            writing.put_ledger(entry)


def part_of(shelf: Shelf, clearance: Clearance) -> Shelf:
    """What of a shelf somebody may see: the documents, and what hangs on these alone."""
    seen = {k.document.id for k in shelf.keepings if clearance.sees(k.document.marking)}
    of_record = {r.id: k.document.id for k in shelf.keepings for r in k.extraction.records}
    return Shelf(
        tuple(k for k in shelf.keepings if k.document.id in seen),
        tuple(n for n in shelf.links if {of_record[n.pair.action], of_record[n.pair.clause]} <= seen),
        tuple(d for d in shelf.decisions if {d.action_document, d.clause_document} <= seen),
    )


def asked_of(found: list[Keeping], ledger: list[LedgerEntry] | None = None) -> dict[str, set[str]]:
    """All that may be asked about documents, by those who know of them."""
    return {
        "documents": {k.document.id for k in found},
        "names": {n for k in found for n in (k.document.source, k.document.reference, k.document.id[:8]) if n},
        "texts": {k.extraction.text_hash for k in found},
        "records": {r.id for k in found for r in k.extraction.records},
        "passages": {p.id for k in found for p in k.passages},
        "paths": {e.path for e in ledger or []},
        "hashes": {e.sha256 for e in ledger or [] if e.sha256},
    }


def reads(seen: View, asked: Mapping[str, set[str]]) -> dict[tuple[str, str], object]:
    """Every reader of a view, asked for everything."""

    def each(kind: str, ask: Callable[[str], object]) -> dict[str, object]:
        return {key: _answer(ask, key) for key in sorted(asked[kind])}

    types = ["aim", "action", "clause", "priority"]
    return {
        ("documents", "all"): seen.documents.all(),
        ("documents", "page"): [seen.documents.page(after, 2) for after in (None, *sorted(asked["documents"]))],
        ("documents", "find"): each("documents", seen.documents.find),
        ("documents", "get"): each("documents", seen.documents.get),
        ("documents", "named"): each("names", seen.documents.named),
        ("documents", "count"): seen.documents.count(),
        ("documents", "notices"): each("documents", seen.documents.notices),
        ("documents", "provenance"): each("documents", seen.documents.provenance),
        ("documents", "made_by"): seen.documents.made_by(),
        ("documents", "with_text"): each("texts", seen.documents.with_text),
        ("records", "of"): each("documents", seen.records.of),
        ("records", "get"): each("records", seen.records.get),
        ("records", "of_types"): seen.records.of_types(types),
        ("records", "counts"): seen.records.counts(),
        ("passages", "all"): list(seen.passages.all()),
        ("passages", "many"): seen.passages.many(sorted(asked["passages"])),
        ("passages", "count"): seen.passages.count(),
        ("passages", "without_vector"): seen.passages.without_vector("m1"),
        ("passages", "vectors"): list(seen.passages.vectors("m1")),
        ("links", "all"): seen.links.all(),
        ("links", "decisions"): seen.links.decisions(),
        ("links", "model"): seen.links.model(),
        ("ledger", "all"): seen.ledger.all(),
        ("ledger", "find"): each("paths", seen.ledger.find),
        ("ledger", "with_hash"): each("hashes", seen.ledger.with_hash),
        ("ledger", "outcomes"): seen.ledger.outcomes(),
        ("ledger", "newest"): seen.ledger.newest(),
    }


def _answer(ask: Callable[[str], object], key: str) -> object:
    try:
        return ask(key)
    except NotHeld as exc:
        return str(exc)


def all_reads(store: Store, clearance: Clearance, asked: Mapping[str, set[str]]) -> dict[tuple[str, str], object]:
    with store.seen_by(clearance) as seen:
        return reads(seen, asked)


def test_every_reader_of_a_view_is_under_the_tests_of_clearance(store: Store) -> None:
    """Who adds a reader adds it to `reads` above; what tells only that something was written needs no clearance."""
    rooms = {"documents", "records", "passages", "links", "ledger"}
    numbers = {"clearance", "newest_change_of_passages", "links_are_current"}
    with store.seen_by(FULL) as seen:
        assert {name for name in dir(seen) if not name.startswith("_")} == rooms | numbers
        methods = {(room, name) for room in rooms for name in dir(getattr(seen, room)) if not name.startswith("_")}
        assert methods == set(reads(seen, asked_of([])))


@thorough
@given(shelves(), st.sampled_from([OPEN, Clearance(Marking.EUROPOL_BPL), FULL]))
def test_what_may_not_be_seen_is_answered_like_what_is_not_held(
    new_store: Callable[[], Store], shelf: Shelf, clearance: Clearance
) -> None:
    """Nobody is shown, counted or hinted what is above her clearance: a store without it would answer the same."""
    whole, allowed = new_store(), new_store()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "_now", lambda: "2031-05-12T09:00:00+00:00")
        fill(whole, shelf)
        fill(allowed, part_of(shelf, clearance))
    asked = asked_of(list(shelf.keepings))
    answered, expected = all_reads(whole, clearance, asked), all_reads(allowed, clearance, asked)
    assert answered == expected


@pytest.mark.parametrize("hidden", ["action", "clause", "both", "neither"])
def test_a_link_is_seen_by_who_sees_both_of_its_ends(store: Store, hidden: str) -> None:
    """The words of both sides stand in a link and in a decision: one end above the clearance hides it."""
    secret = {end: Marking.LIMITE if hidden in (end, "both") else None for end in ("action", "clause")}
    one, two = plan(1, "Search parcels", marking=secret["action"]), plan(2, "To search", marking=secret["clause"])
    put(store, one, two)
    action, clause = one.extraction.records[0], two.extraction.records[0]
    pair = Pair(action.id, clause.id, clause.id, 2, 0.5, Evidence(action.text, clause.text))
    decision = Decision(
        action.id, clause.id, one.document.id, two.document.id, action.text, clause.text, "confirmed", 2
    )
    with store.writing("tester") as writing:
        writing.put_links([Link(pair, "judge 1")], "judge 1")
        writing.decide(decision)
    for clearance, seen_there in ((OPEN, hidden == "neither"), (FULL, True)):
        with store.seen_by(clearance) as seen:
            assert len(seen.links.all()) == len(seen.links.decisions()) == seen_there


def test_who_sees_no_link_is_not_told_what_judged_it(store: Store) -> None:
    """`aimtrace status` would tell that a plan is held which its reader may not know of."""
    put(store, plan(1, "To search parcels"), plan(2, "Search parcels", marking=Marking.LIMITE))
    pair = Pair(
        plan(2, "").extraction.records[0].id, plan(1, "").extraction.records[0].id, "", 2, 0.5, Evidence("", "")
    )
    with store.writing("tester") as writing:
        writing.put_links([Link(pair, "judge 1")], "judge 1")
    with store.seen_by(OPEN) as seen:
        assert seen.links.all() == []
        assert seen.links.model() is None


@settings(thorough, max_examples=20)
@given(
    st.lists(ledger_entries, max_size=6, unique_by=lambda entry: entry.path),
    st.sampled_from([OPEN, Clearance(Marking.EUROPOL_BPL)]),
)
def test_the_ledger_tells_nothing_of_files_above_a_clearance(
    new_store: Callable[[], Store], entries: list[LedgerEntry], clearance: Clearance
) -> None:
    """A path, a count or a time of a file that she may not know of is a hint, also where the file was refused."""
    whole, allowed = new_store(), new_store()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "_now", lambda: "2031-05-12T09:00:00+00:00")
        fill(whole, Shelf((), (), ()), entries)
        fill(allowed, Shelf((), (), ()), [entry for entry in entries if clearance.sees(entry.marking)])
    asked = asked_of([], entries)
    assert all_reads(whole, clearance, asked) == all_reads(allowed, clearance, asked)


def test_who_may_see_all_that_is_held_sees_what_was_refused(store: Store) -> None:
    """The owner of the store must learn that a classified file stands in her folder."""
    refused = LedgerEntry("in/a.pdf", "aa" * 32, "refused", "restricted", "Refused.", marking=Marking.RESTREINT_UE)
    with store.writing("tester") as writing:
        writing.put_ledger(refused)
    with store.seen_by(FULL) as seen:
        assert seen.ledger.all() == [refused]
        assert seen.ledger.outcomes() == {"refused": 1}


@pytest.mark.parametrize(("outcome", "why"), [("refused", "encrypted"), ("failed", "crash")])
def test_a_file_whose_marking_was_never_read_is_not_shown_as_public(store: Store, outcome: Any, why: str) -> None:
    """An encrypted plan may be anything: its name is for those who may see everything."""
    with store.writing("tester") as writing:
        writing.put_ledger(LedgerEntry("in/plan-drugs.pdf", "aa" * 32, outcome, why, "It was not read."))
    with store.seen_by(OPEN) as seen:
        assert seen.ledger.all() == []


# Opening


@pytest.mark.parametrize(
    "name",
    [
        "plain",
        "with spaces and ümläut",
        "a#b&c=d;e",
        "é\u0301",
        "100%25",
        "why?",
    ],
)
def test_the_store_stands_in_its_home_whatever_the_folder_is_called(tmp_path: Path, name: str) -> None:
    """A path is no address: `?` does not end it, and `%25` is not decoded."""
    home = tmp_path / "homes" / name
    with Store.open(home) as store:
        put(store, plan(1, "Search parcels"))
    assert (home / FILE).is_file()
    assert list((tmp_path / "homes").iterdir()) == [home]


def test_an_empty_folder_becomes_a_store_at_the_newest_migration(tmp_path: Path) -> None:
    """The migrations make the very tables that the code writes to, and opening again has nothing to do."""
    with Store.open(tmp_path / "deep" / "home") as store:
        assert store.problems() == []
        with store.writing("tester") as writing:
            context = MigrationContext.configure(writing.connection)
            assert context.get_current_revision() == HEAD
            assert compare_metadata(context, metadata) == []
    before = (tmp_path / "deep" / "home" / FILE).read_bytes()
    Store.open(tmp_path / "deep" / "home").close()
    assert (tmp_path / "deep" / "home" / FILE).read_bytes() == before


def test_the_newest_migration_is_the_one_that_the_code_knows() -> None:
    """A migration that is added without its number would never be run."""
    assert ScriptDirectory(str(Path(migrations.__file__).parent)).get_current_head() == HEAD


def test_a_store_opens_again_with_all_that_it_held(blank: Path, tmp_path: Path) -> None:
    """Closing and opening is nothing: there is no state beside the file."""
    shutil.copytree(blank, tmp_path / "home")
    with Store.open(tmp_path / "home") as store:
        put(store, plan(1, "Search parcels"))
    with Store.open(tmp_path / "home") as store, store.seen_by(FULL) as seen:
        assert seen.documents.all() == [plan(1).document]


def make_database(home: Path, *statements: str) -> Path:
    """A database that another program, or another version, might have left in a home."""
    home.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(home / FILE) as database:
        for statement in statements:
            database.execute(statement)
    database.close()
    return home / FILE


def test_a_store_that_does_not_bear_our_number_yet_is_known_by_its_tables(blank: Path, tmp_path: Path) -> None:
    """The first stores were made without it: they open, lose nothing, and bear it from then on."""
    home = tmp_path / "home"
    shutil.copytree(blank, home)
    with Store.open(home) as store:
        put(store, plan(1, "Search parcels"))
    file = make_database(home, "PRAGMA application_id = 0")
    for _ in range(2):
        with Store.open(home) as store, store.seen_by(FULL) as seen:
            assert seen.documents.all() == [plan(1).document]
        assert int.from_bytes(file.read_bytes()[68:72], "big") == origin.APPLICATION_ID


VERSIONED = ("CREATE TABLE alembic_version (version_num TEXT)", "CREATE TABLE notes (text TEXT)")


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE notes (text TEXT)",),
        (*VERSIONED, "INSERT INTO alembic_version VALUES ('8f2c01ab')"),
        (*VERSIONED, f"INSERT INTO alembic_version VALUES ('{HEAD}')"),
        (*VERSIONED, "INSERT INTO alembic_version VALUES ('0000')"),
    ],
)
def test_a_database_of_another_program_is_refused(tmp_path: Path, statements: tuple[str, ...]) -> None:
    """`--home` was pointed at the folder of something else: nothing may be written there."""
    make_database(tmp_path, *statements)
    with pytest.raises(StoreForeign) as refused:
        Store.open(tmp_path)
    assert FILE in refused.value.problem
    assert refused.value.remedy


@pytest.mark.parametrize("mode", ["delete", "wal"])
@pytest.mark.parametrize("number", [0, 252006674])
def test_a_database_of_another_program_is_left_as_it_was(tmp_path: Path, mode: str, number: int) -> None:
    """Refusing it is not enough: an older program can't open a file that was turned into another mode."""
    about = (f"PRAGMA journal_mode = {mode}", f"PRAGMA application_id = {number}")
    file = make_database(tmp_path, *about, "CREATE TABLE notes (text TEXT)")
    before = file.read_bytes()
    with pytest.raises(StoreForeign):
        Store.open(tmp_path)
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_database_that_another_program_has_open_is_refused_too(tmp_path: Path) -> None:
    """What it has just written stands beside the file, not yet in it."""
    make_database(tmp_path, "PRAGMA journal_mode = wal")
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("CREATE TABLE notes (text TEXT)")
        with pytest.raises(StoreForeign):
            Store.open(tmp_path)
        other.execute("INSERT INTO notes VALUES ('still ours')")
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_store_of_a_newer_version_is_refused_and_says_so(blank: Path, tmp_path: Path) -> None:
    """Going back to an older release must not damage what the newer one keeps, nor leave files beside it."""
    shutil.copytree(blank, tmp_path / "home")
    file = make_database(tmp_path / "home", "UPDATE alembic_version SET version_num = '9999'")
    before = file.read_bytes()
    with pytest.raises(StoreForeign, match="9999") as refused:
        Store.open(tmp_path / "home")
    assert "Update aimtrace" in refused.value.remedy
    assert file.read_bytes() == before
    assert list((tmp_path / "home").iterdir()) == [file]


def damage(file: Path, start: int, data: bytes) -> None:
    with file.open("r+b") as stream:
        stream.seek(start)
        stream.write(data)


@pytest.mark.parametrize("kind", ["garbage", "truncated", "overwritten"])
def test_a_damaged_file_is_told_as_such(blank: Path, tmp_path: Path, kind: str) -> None:
    """The message names the file and says that a backup can take its place; nothing is made anew over it."""
    shutil.copytree(blank, tmp_path / "home")
    file = tmp_path / "home" / FILE
    if kind == "garbage":
        file.write_bytes(b"these are no pages of a database" * 400)
    elif kind == "truncated":
        os.truncate(file, file.stat().st_size // 2)
    else:
        damage(file, 4096, b"\xff" * (file.stat().st_size - 4096))
    with pytest.raises(StoreCorrupt, match=FILE) as refused, Store.open(tmp_path / "home") as store:
        store.problems()
    assert refused.value.remedy


def test_damage_that_opening_does_not_meet_is_found_by_the_check(blank: Path, tmp_path: Path) -> None:
    """`aimtrace doctor` must find what the first query would not."""
    shutil.copytree(blank, tmp_path / "home")
    make_database(
        tmp_path / "home",
        "INSERT INTO notices (document_id, ordinal, code, message) VALUES ('gone', 0, 'c', 'm')",
    )
    with Store.open(tmp_path / "home") as store:
        (problem,) = store.problems()
    assert "notices" in problem
    assert "documents" in problem


@pytest.mark.parametrize("in_the_way", ["", "home", f"home/{FILE}/x"])
def test_a_home_that_cannot_be_made_is_told(tmp_path: Path, in_the_way: str) -> None:
    """A file where a folder should be, or the other way round."""
    home = tmp_path / "parent" / "home"
    blocked = tmp_path / "parent" / in_the_way
    blocked.parent.mkdir(parents=True, exist_ok=True)
    blocked.write_text("in the way")
    with pytest.raises(HomeUnusable, match="home") as refused:
        Store.open(home)
    assert "--home" in refused.value.remedy


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    """A share that is mounted read only."""
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(HomeUnusable) as refused:
            Store.open(tmp_path)
    finally:
        tmp_path.chmod(0o700)
    assert refused.value.remedy


# Several at once


def test_a_reader_sees_the_last_whole_state_while_another_writes(store: Store) -> None:
    """Searching goes on during an ingest, and never sees half a document."""
    put(store, plan(1, "Search parcels"))
    with Store.open(store.path.parent) as other, store.writing("tester") as writing:
        writing.put_document(plan(2, "Seize boats").extraction, plan(2, "Seize boats").passages, "")
        with other.seen_by(FULL) as seen:
            assert seen.documents.count() == 1
            assert seen.passages.count() == 1
    with store.seen_by(FULL) as seen:
        assert seen.documents.count() == seen.passages.count() == 2


def test_a_reader_sees_one_state_for_as_long_as_it_reads(store: Store) -> None:
    """A page that lists documents and then counts them must not disagree with itself."""
    put(store, plan(1, "Search parcels"))
    with Store.open(store.path.parent) as other, other.seen_by(FULL) as seen:
        assert seen.documents.count() == 1
        put(store, plan(2, "Seize boats"))
        assert len(seen.documents.all()) == seen.documents.count() == 1


def test_a_writer_that_waited_in_vain_is_told_why(blank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another ingest runs in the same home for hours: the second one says so instead of hanging."""
    monkeypatch.setattr(connection, "_BUSY_MS", 20)
    shutil.copytree(blank, tmp_path / "home")
    with Store.open(tmp_path / "home") as one, Store.open(tmp_path / "home") as two, one.writing("first"):
        with pytest.raises(HomeUnusable, match="another process") as refused, two.writing("second"):
            pass
        assert refused.value.remedy


def test_views_and_writers_are_all_that_a_store_gives() -> None:
    """Reading needs a clearance, writing an actor; a third way in would need neither."""
    assert {name for name in vars(Store) if not name.startswith("_")} == {
        "open",
        "close",
        "seen_by",
        "writing",
        "problems",
    }
