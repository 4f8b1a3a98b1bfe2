"""Links, reviewers' decisions and gaps."""

from pathlib import Path

import pytest

from api.operations.workspace import Workspace
from corpus.markings import OPEN
from corpus.records import Decision, Evidence, Pair, Record, Status
from index.coverage import COVERS, assess, decided

CYCLE = "2041-2044"
ACTION = Record(id="a", type="action", text="Train officers to spot printed guns")
CLAUSE = Record(id="c", type="clause", text="weapons that are printed at home", parent="aim", fields={"role": "rider"})
RECORDS = {"a": ACTION, "c": CLAUSE}
SUGGESTED = Pair("a", "c", "aim", 1, 0.4, Evidence(ACTION.text, CLAUSE.text))


def decision(status: Status, level: int | None, *, action: str = "a", text: str = ACTION.text) -> Decision:
    return Decision(
        action=action,
        clause="c",
        action_document="p",
        clause_document="q",
        action_text=text,
        clause_text=CLAUSE.text,
        status=status,
        level=level,
        actor="kim",
    )


def test_a_decision_stands_over_a_suggestion() -> None:
    pairs, unplaced = decided([SUGGESTED], [decision("confirmed", 3)], RECORDS)
    assert [(p.level, p.status, p.probability) for p in pairs] == [(3, "confirmed", 0.4)]
    assert not unplaced


def test_the_newest_decision_counts() -> None:
    pairs, _ = decided([SUGGESTED], [decision("confirmed", 3), decision("rejected", None)], RECORDS)
    assert [p.status for p in pairs] == ["rejected"]


def test_a_decision_on_a_pair_that_was_not_suggested_adds_it() -> None:
    pairs, _ = decided([], [decision("confirmed", 2)], RECORDS)
    assert [(p.action, p.clause, p.aim, p.level, p.status) for p in pairs] == [("a", "c", "aim", 2, "confirmed")]


def test_a_decision_finds_its_record_again_by_its_words() -> None:
    old = decision("confirmed", 2, action="gone", text="Train officers to spot printed  guns.")
    pairs, unplaced = decided([SUGGESTED], [old], RECORDS)
    assert [p.status for p in pairs] == ["confirmed"]
    assert not unplaced


def test_a_decision_whose_record_is_gone_is_listed_not_lost() -> None:
    old = decision("confirmed", 2, action="gone", text="Quite another action about olive oil")
    pairs, unplaced = decided([SUGGESTED], [old], RECORDS)
    assert [p.status for p in pairs] == ["suggested"]
    assert unplaced == [old]


@pytest.fixture(scope="module")
def sample(sample_home: Path) -> Workspace:
    return Workspace(sample_home)


def test_what_is_no_gap_is_covered_and_the_other_way_round(sample: Workspace) -> None:
    with sample.seen() as view:
        report = assess(view, CYCLE)
        clauses = {r.id: r for _, r in view.records.of_types(("clause",))}
        actions = {r.id: r for _, r in view.records.of_types(("action",))}
        of_cycle = {d.id for d in view.documents.all() if d.cycle == CYCLE}
        clauses = {i: r for i, r in clauses.items() if view.records.get(i)[1] in of_cycle}
        actions = {i: r for i, r in actions.items() if view.records.get(i)[1] in of_cycle}
    covering = [p for p in report.pairs if p.level >= COVERS]
    assert {p.clause for p in covering} | set(report.gaps.clauses_without_action) == set(clauses)
    assert not {p.clause for p in covering} & set(report.gaps.clauses_without_action)
    assert {p.action for p in covering} | set(report.gaps.actions_without_aim) == set(actions)
    assert {p.aim for p in covering} | set(report.gaps.aims_without_action) == {c.parent for c in clauses.values()}


def test_each_link_is_backed_by_words_of_both_texts(sample: Workspace) -> None:
    with sample.seen() as view:
        report = assess(view, CYCLE)
        for pair in report.pairs:
            action, clause = view.records.get(pair.action)[0], view.records.get(pair.clause)[0]
            assert pair.evidence.action in action.text or pair.evidence.action in (action.title or "")
            assert pair.evidence.clause in clause.text
            assert pair.aim == clause.parent
            assert 0 <= pair.probability <= 1
            assert pair.level in (1, 2, 3)


def test_an_action_that_serves_a_rider_serves_the_core(sample: Workspace) -> None:
    with sample.seen() as view:
        levels = {(p.action, p.clause): p.level for p in assess(view, CYCLE).pairs}
        clauses = {r.id: r for _, r in view.records.of_types(("clause",))}
    cores = {c.parent: c.id for c in clauses.values() if c.fields["role"] == "core"}
    for (action, clause), level in levels.items():
        core = cores[clauses[clause].parent]
        if level >= COVERS and clause != core:
            assert levels.get((action, core), 0) >= COVERS


def test_a_withdrawn_action_serves_nothing(sample: Workspace) -> None:
    with sample.seen() as view:
        withdrawn = {r.id for _, r in view.records.of_types(("action",)) if r.fields.get("status") == "withdrawn"}
        assert not {p.action for p in assess(view).pairs} & withdrawn


def test_a_cycle_without_a_plan_has_no_gaps_it_is_unknown(sample: Workspace) -> None:
    with sample.seen() as view:
        report = assess(view, "2037-2040")
    assert report.cycles_without_plan == ("2037-2040",)
    assert report.gaps.clauses_without_action == ()
    assert report.pairs == ()


def test_links_of_papers_that_may_not_be_seen_are_not_there(sample: Workspace, sample_home: Path) -> None:
    with Workspace(sample_home, clearance=OPEN) as public, sample.seen() as all_view, public.seen() as view:
        seen = {r.id for _, r in view.records.of_types(("action", "clause"))}
        report = assess(view)
        assert {p.action for p in report.pairs} | {p.clause for p in report.pairs} <= seen
        assert len(report.pairs) < len(assess(all_view).pairs)
