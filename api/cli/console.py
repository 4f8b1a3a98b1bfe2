"""What commands print: data to stdout, progress and errors to stderr, and nothing that a document could make dangerous.

Titles and file names reach a terminal here, so control characters and bidirectional marks are shown, not obeyed.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from api.operations.cells import csv_text, visible
from corpus.errors import AimtraceError, HomeUnusable

STDOUT = "-"

out = Console(highlight=False, soft_wrap=False)
err = Console(stderr=True, highlight=False)


def inert(text: object) -> str:
    """Text that is only text to a terminal and to Rich: controls and direction marks become visible signs."""
    return escape(visible(str(text)))


def emit_csv(columns: Sequence[str], rows: Iterable[Sequence[object]], to: str) -> None:
    """Write a table of inert cells to a file, or to stdout for `-`: RFC 4180, UTF-8."""
    _emit(csv_text(columns, rows), to)


def emit_json(value: Mapping[str, Any], to: str) -> None:
    """Write JSON to a file, or to stdout for `-`; the same value gives the same bytes."""
    _emit(json.dumps(value, ensure_ascii=False, indent=1) + "\n", to)


def _emit(text: str, to: str) -> None:
    if to == STDOUT:
        sys.stdout.write(text)
        return
    try:
        Path(to).write_text(text, encoding="utf-8", newline="")
    except OSError as exc:
        raise HomeUnusable(f"{to}: can't be written ({exc.strerror}).", remedy="Choose another file.") from exc


def table(
    title: str | None, columns: Sequence[str], rows: Sequence[Sequence[object]], *, right: Sequence[int] = ()
) -> Table:
    """A table of inert cells; the columns in `right` are numbers."""
    shown = Table(title=title, title_justify="left", title_style="bold", header_style="bold", box=None, pad_edge=False)
    for number, column in enumerate(columns):
        shown.add_column(column, justify="right" if number in right else "left", overflow="fold")
    for row in rows:
        shown.add_row(*(inert("" if cell is None else cell) for cell in row))
    return shown


def tell(message: str) -> None:
    """A remark for the user, beside the data."""
    err.print(inert(message), style="dim")


def report(error: AimtraceError) -> None:
    """One error, one line: what was wrong, and what to do."""
    err.print(f"[bold red]Error:[/] {inert(error.problem)} {inert(error.remedy)}".rstrip(), soft_wrap=True)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int, str], None]]:
    """A bar a stage on stderr, with rate and time left; silent where stderr is no terminal."""
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TaskID,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class RateColumn(ProgressColumn):
        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text("" if speed is None else f"{speed:.1f}/s", style="progress.data.speed", justify="right")

    bars = Progress(
        TextColumn("{task.description:<9}"),
        BarColumn(bar_width=28),
        MofNCompleteColumn(),
        RateColumn(),
        TimeRemainingColumn(compact=True, elapsed_when_finished=True),
        TextColumn("{task.fields[what]}"),
        console=err,
        transient=True,
        disable=not err.is_terminal,
    )
    stages: dict[str, TaskID] = {}

    def tick(stage: str, done: int, total: int, what: str) -> None:
        if stage not in stages:
            stages[stage] = bars.add_task(stage, total=total, what="")
        bars.update(stages[stage], completed=done, total=total, what=inert(what))

    with bars:
        yield tick


def megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
