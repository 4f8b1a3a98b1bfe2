"""Coverage: every action of a cycle against every clause of its aims, and what nothing covers.

Judged per clause: an aim is one sentence of a core and several riders, and per sentence every action on the topic would
"cover" it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.anchors import place
from corpus.lexicon import Lexicon
from corpus.records import Decision, Document, Evidence, Gaps, Link, Pair, Record
from corpus.store import View
from models.encoder import Encoder
from models.features import ActionText, ClauseText, pair_features
from models.judge import Judge, evidence_words

COVERS = 2  # the level from which an action covers a clause
_BLOCK = 512  # actions judged at once, which bounds the memory

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class CycleTexts:
    """The aims and actions of one cycle; `records` are all records of its documents by id."""

    cycle: str
    clauses: tuple[Record, ...]
    actions: tuple[Record, ...]
    records: Mapping[str, Record]
    plans: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What covers what, and the gaps.

    `cycles_without_plan` are those of which no action plan is held: nothing can be said of their clauses. `unplaced` are
    decisions whose texts are held no longer. `clauses` and `actions` count those that were judged.
    """

    pairs: tuple[Pair, ...]
    gaps: Gaps
    cycles_without_plan: tuple[str, ...] = ()
    unplaced: tuple[Decision, ...] = ()
    clauses: int = 0
    actions: int = 0


def cycles_of(view: View, only: str | None = None) -> list[CycleTexts]:
    """The cycles that have aims or actions, oldest first."""
    documents = [d for d in view.documents.all() if d.cycle is not None and only in (None, d.cycle)]
    found = []
    for cycle in sorted({d.cycle for d in documents if d.cycle}):
        own = [d for d in documents if d.cycle == cycle]
        by_document = {d.id: view.records.of(d.id) for d in own}
        records = {r.id: r for rs in by_document.values() for r in rs}
        clauses = tuple(r for r in records.values() if r.type == "clause")
        actions = tuple(r for r in records.values() if r.type == "action")
        plans = tuple(d for d in own if any(r.type == "action" for r in by_document[d.id]))
        if clauses or actions:
            found.append(CycleTexts(cycle, clauses, actions, records, plans))
    return found


def judge_cycles(
    cycles: Sequence[CycleTexts],
    *,
    encoder: Encoder,
    judge: Judge,
    lexicon: Lexicon,
    on_progress: Progress = lambda _done, _total: None,
) -> list[Link]:
    """Judge every pair of each cycle; those above level 0 are links."""
    total = sum(len(c.actions) for c in cycles)
    done = 0
    version = f"judge-{judge.version}+{encoder.card.version}"
    links: list[Link] = []
    for cycle in cycles:
        clauses = [clause_text(record, cycle.records) for record in cycle.clauses]
        for start in range(0, len(cycle.actions), _BLOCK):
            actions = cycle.actions[start : start + _BLOCK]
            texts = [action_text(record) for record in actions]
            features = pair_features(texts, clauses, encoder=encoder, weights=judge.weights, lexicon=lexicon)
            levels, probabilities = judge.judge(features)
            for row, action in enumerate(actions):
                if action.fields.get("status") == "withdrawn":
                    continue
                judged = {
                    clause.id: (int(levels[row, column]), float(probabilities[row, column]))
                    for column, clause in enumerate(cycle.clauses)
                }
                judged = _cores_raised(judged, cycle)
                links += _links(action, texts[row], cycle, clauses, judged, judge, version)
            done += len(actions)
            on_progress(done, total)
    return links


def _cores_raised(judged: dict[str, tuple[int, float]], cycle: CycleTexts) -> dict[str, tuple[int, float]]:
    """An action that serves a rider serves the core too, at level 2 at least."""
    out = dict(judged)
    core_of = {c.parent: c.id for c in cycle.clauses if c.fields.get("role") == "core"}
    for clause in cycle.clauses:
        level, probability = judged[clause.id]
        core = core_of.get(clause.parent)
        if level >= COVERS and core is not None and core != clause.id:
            old_level, old_probability = out[core]
            out[core] = (max(old_level, COVERS), max(old_probability, probability))
    return out


def _links(
    action: Record,
    text: ActionText,
    cycle: CycleTexts,
    clauses: Sequence[ClauseText],
    judged: Mapping[str, tuple[int, float]],
    judge: Judge,
    version: str,
) -> Iterable[Link]:
    for clause, clause_words in zip(cycle.clauses, clauses, strict=True):
        level, probability = judged[clause.id]
        if level == 0:
            continue
        of_action, of_clause = evidence_words(text, clause_words, judge.weights)
        pair = Pair(
            action=action.id,
            clause=clause.id,
            aim=clause.parent or "",
            level=level,
            probability=round(probability, 4),
            evidence=Evidence(of_action, of_clause),
        )
        yield Link(pair, version)


def action_text(record: Record) -> ActionText:
    return ActionText(record.title or "", record.text)


def clause_text(record: Record, records: Mapping[str, Record]) -> ClauseText:
    """A clause with the core of its aim and the labels above it."""
    aim = records.get(record.parent or "")
    core = record.text
    labels: list[str] = []
    if aim is not None:
        core = next(
            (
                r.text
                for r in records.values()
                if r.parent == aim.id and r.type == "clause" and r.fields.get("role") == "core"
            ),
            aim.text,
        )
        at = aim.parent
        while at is not None and at in records:
            labels.insert(0, records[at].title or records[at].text)
            at = records[at].parent
    return ClauseText(record.text, core, tuple(labels), record.fields.get("role") == "rider")


def assess(view: View, cycle: str | None = None) -> Report:
    """What the stored links and the reviewers' decisions say of a cycle, or of all."""
    cycles = cycles_of(view, cycle)
    known = {r.id for c in cycles for r in (*c.clauses, *c.actions)}
    records = {record.id: record for c in cycles for record in c.records.values()}
    decisions = view.links.decisions()
    pairs, unplaced = decided(
        [p for p in view.links.all() if p.action in known and p.clause in known], decisions, records
    )
    covering = [p for p in pairs if p.level >= COVERS and p.status != "rejected"]
    covered = {p.clause for p in covering}
    serving = {p.action for p in covering}
    with_plan = [c for c in cycles if c.plans]
    clauses = [clause for c in with_plan for clause in c.clauses]
    aims = dict.fromkeys(clause.parent for clause in clauses if clause.parent)
    served_aims = {clause.parent for clause in clauses if clause.id in covered}
    gaps = Gaps(
        aims_without_action=tuple(aim for aim in aims if aim not in served_aims),
        clauses_without_action=tuple(clause.id for clause in clauses if clause.id not in covered),
        actions_without_aim=tuple(a.id for c in with_plan if c.clauses for a in c.actions if a.id not in serving),
    )
    return Report(
        tuple(pairs),
        gaps,
        tuple(c.cycle for c in cycles if c.clauses and not c.plans),
        unplaced=tuple(unplaced) if cycle is None else (),
        clauses=len(clauses),
        actions=sum(len(c.actions) for c in cycles),
    )


def decided(
    pairs: Sequence[Pair], decisions: Sequence[Decision], records: Mapping[str, Record]
) -> tuple[list[Pair], list[Decision]]:
    """Suggested pairs with the newest decision on each put over them, and the decisions that find no place.

    A decision whose records changed with their text is placed by its words; a decided pair that was not suggested is added.
    """
    newest: dict[tuple[str, str], Decision] = {}
    unplaced: list[Decision] = []
    for decision in decisions:
        action = _now(decision.action, decision.action_text, "action", records)
        clause = _now(decision.clause, decision.clause_text, "clause", records)
        if action is None or clause is None:
            unplaced.append(decision)
        else:
            newest[(action, clause)] = decision
    suggested = {(pair.action, pair.clause): pair for pair in pairs}
    out = [_with_decision(pair, newest[key]) if key in newest else pair for key, pair in suggested.items()]
    for (action, clause), decision in newest.items():
        if (action, clause) not in suggested:
            aim = records[clause].parent or ""
            blank = Pair(action, clause, aim, 0, 0.0, Evidence(records[action].text, records[clause].text))
            out.append(_with_decision(blank, decision))
    return out, unplaced


def _now(identity: str, text: str, record_type: str, records: Mapping[str, Record]) -> str | None:
    """The record that a decision means: by id, else by its words."""
    if identity in records:
        return identity
    placement = place(text, {r.id: r.text for r in records.values() if r.type == record_type})
    return None if placement is None else placement.record


def _with_decision(pair: Pair, decision: Decision) -> Pair:
    level = pair.level if decision.level is None else decision.level
    return Pair(pair.action, pair.clause, pair.aim, level, pair.probability, pair.evidence, decision.status)
