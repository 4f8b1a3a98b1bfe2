"""Links between actions and clauses: judged when documents or the model changed, and only then."""

from collections.abc import Callable

from api.operations.workspace import Workspace
from corpus.markings import FULL
from index.coverage import cycles_of, judge_cycles
from models.judge import load_judge

Progress = Callable[[str, int, int, str], None]


def judge_all(workspace: Workspace, *, on_progress: Progress = lambda *_: None, actor: str = "local") -> int:
    """Judge every pair of every cycle that has aims and actions.

    Returns:
        how many actions were judged; 0 where the links that are held are up to date.
    """
    judge = load_judge()
    version = f"judge-{judge.version}+{workspace.encoder.card.version}"
    with workspace.store.seen_by(FULL) as view:
        if view.links_are_current(version):
            return 0
        cycles = cycles_of(view)
    links = judge_cycles(
        cycles,
        encoder=workspace.encoder,
        judge=judge,
        lexicon=workspace.lexicon,
        on_progress=lambda done, total: on_progress("Judging", done, total, "actions"),
    )
    with workspace.store.writing(actor) as writer:
        writer.put_links(links, version)
    return sum(len(cycle.actions) for cycle in cycles)
