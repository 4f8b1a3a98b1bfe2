"""One page of a file, explained, in a process that may die of it."""

from pathlib import Path
from typing import Any

from api.operations.files import check_bounds, printable
from api.operations.limits import Limits
from corpus.errors import FileOutcome
from extract.batch import open_workers
from extract.own_profiles import Texts
from extract.sketch import sketched


def explain_page(
    path: Path, number: int, limits: Limits, *, profiles: Texts = (), draw: bool = True
) -> tuple[dict[str, Any], bytes | None]:
    """What is seen on a page, as JSON, and drawn over its picture as PNG.

    Args:
        path: the file.
        number: the page, from 1.
        limits: what it may cost.
        profiles: what a user's files add to the words of profiles.
        draw: whether a picture is wanted.

    Raises:
        FileOutcome: the file is refused, or can't be read.
        UsageError: it has no such page.
    """
    try:
        check_bounds(path, limits)
        with open_workers(1, limits.seconds, limits.memory_bytes) as workers:
            return workers.submit(sketched, path, number, limits.pages, limits.ocr, profiles, draw=draw).result()
    except FileOutcome as exc:
        raise type(exc)(f"{printable(path)}: {exc.problem}", remedy=exc.remedy) from exc
