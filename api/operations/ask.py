"""A question to the workspace: the generation is brought up to date if it has to be, then searched."""

from collections.abc import Iterable, Iterator

from api.operations.workspace import Workspace
from index.fusion import MEANING_WEIGHT
from index.search import Found, search


def ask(
    workspace: Workspace, text: str, *, limit: int = 10, show_all: bool = False, weight: float = MEANING_WEIGHT
) -> Found:
    """Search what the workspace's user may see."""
    return next(iter(ask_many(workspace, [text], limit=limit, show_all=show_all, weight=weight)))


def ask_many(
    workspace: Workspace,
    texts: Iterable[str],
    *,
    limit: int = 10,
    show_all: bool = False,
    weight: float = MEANING_WEIGHT,
) -> Iterator[Found]:
    """Search several texts over one generation."""
    with workspace.seen() as view:
        generation = workspace.generation(view)
        for text in texts:
            yield search(
                text,
                generation=generation,
                view=view,
                encoder=workspace.encoder,
                lexicon=workspace.lexicon,
                limit=limit,
                show_all=show_all,
                weight=weight,
            )
