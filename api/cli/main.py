"""The command line: wiring, and errors to one line and an exit code.

Commands import their own rooms when they run, so that ``aimtrace --help`` starts at once.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from api.cli.console import report, tell
from corpus.errors import AimtraceError

INTERRUPTED = 130
DEBUG = "AIMTRACE_DEBUG"  # set: an unforeseen failure shows its traceback

app = typer.Typer(
    name="aimtrace",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="From the EU's crime-priority PDFs to records that can be searched, linked and checked.",
    epilog="Start here: aimtrace demo",
)

# Commands in the order in which a newcomer meets them.
COMMANDS = (
    "demo",
    "ingest",
    "show",
    "search",
    "coverage",
    "status",
    "extract",
    "explain",
    "doctor",
    "serve",
    "sources",
)


def _version(asked: bool) -> None:
    if asked:
        from aimtrace import __version__

        typer.echo(f"aimtrace {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Options that stand before the command."""


for _name in COMMANDS:
    import_module(f"api.cli.{_name}").register(app)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command line; never a traceback for a user."""
    given = normalized(list(sys.argv[1:] if arguments is None else arguments))
    try:
        app(args=given, prog_name="aimtrace", standalone_mode=True)
    except SystemExit as exc:
        if exc.code == INTERRUPTED:
            tell("Interrupted; what was done is kept. Run the same command to go on.")
        raise
    except AimtraceError as exc:
        report(exc)
        sys.exit(exc.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader of our output has gone
        sys.exit(0)
    except Exception as exc:
        if os.environ.get(DEBUG):
            raise
        report(_unforeseen(exc))
        sys.exit(1)


def _unforeseen(exc: Exception) -> AimtraceError:
    """A failure that no operation foresaw, in one line; what the exception says may quote a text, so only its type is told."""
    if isinstance(exc, OSError) and exc.strerror:
        where = f"{exc.filename}: " if exc.filename else ""
        return AimtraceError(f"{where}{exc.strerror}.", remedy="Nothing that was kept is lost; mend it and run again.")
    return AimtraceError(
        f"aimtrace failed in a way that it does not know ({type(exc).__name__}).",
        remedy=f"What was kept is not lost. Set {DEBUG}=1 to see where it happened, and report it.",
    )


def normalized(arguments: list[str]) -> list[str]:
    """`--json` may stand alone (stdout) or, where a command writes a file, before its name."""
    takes_file = bool({"coverage", "link"} & set(arguments[:1])) or "--batch" in arguments
    out: list[str] = []
    for position, argument in enumerate(arguments):
        out.append(argument)
        if argument == "--json":
            following = arguments[position + 1] if position + 1 < len(arguments) else None
            if not takes_file or following is None or (following.startswith("-") and following != "-"):
                out.append("-")
    return out
