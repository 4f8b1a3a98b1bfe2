"""Options that several commands share, in an analyst's words; and the workspace that they open."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.console import tell

if TYPE_CHECKING:
    from api.cli.settings import Settings
    from api.operations.workspace import Workspace

HomeOption = Annotated[
    Path | None,
    typer.Option(
        "--home", help="The data folder. Default: AIMTRACE_HOME, else the user's data folder.", show_default=False
    ),
]
JsonOption = Annotated[
    str | None,
    typer.Option(
        "--json",
        metavar="[FILE]",
        help="Print JSON instead; into FILE where the command takes one.",
        show_default=False,
    ),
]
LimitOption = Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many, at most.")]
CycleOption = Annotated[
    str | None, typer.Option("--cycle", metavar="YYYY-YYYY", help="Only this cycle, as 2041-2044.", show_default=False)
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs", min=1, max=256, help="How many files are read at a time. Default: one a core.", show_default=False
    ),
]
ClusterOption = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="Read on the workers of this Dask scheduler, as tcp://10.0.0.5:8786.",
        show_default=False,
    ),
]


def open_settings(home: Path | None, **options: object) -> "Settings":
    from api.cli.settings import load_settings

    return load_settings(home=home, **options)


@contextmanager
def open_workspace(home: Path | None, **options: object) -> Iterator["Workspace"]:
    """The workspace of the settings, with the options of a command over them."""
    from api.operations.workspace import Workspace

    settings = open_settings(home, **options)
    given = settings.home, settings.model, settings.seen, settings.limits, tell, settings.profiles_folder
    with Workspace(*given) as workspace:
        yield workspace
