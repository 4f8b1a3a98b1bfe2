"""``aimtrace explain``: what was seen on one page of a PDF, drawn over it."""

from pathlib import Path
from typing import Annotated, Any

import typer

from api.cli.console import emit_json, out, table, tell
from api.cli.options import JsonOption, open_settings
from corpus.errors import HomeUnusable, PathMissing

_LONGEST = 90


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: aimtrace explain st90210-41.pdf --page 4 --out page4.png")(explain)


def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A PDF.", show_default=False)],
    page: Annotated[int, typer.Option("--page", min=1, help="The page, counted from 1.")] = 1,
    png: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="PNG", help="The picture to write. Default: FILE-page-N.png.", show_default=False
        ),
    ] = None,
    json_to: JsonOption = None,
) -> None:
    """Show how a page was read: words, rules, cells, and blocks in their order, with role and level.

    For finding out why a record is missing or cut wrongly. Draws them over the page; --json says them instead, and draws
    where --out is given.
    """
    from api.operations.explain import explain_page
    from api.operations.files import printable
    from extract.profile import read_profiles

    if not file.exists():
        raise PathMissing(f"{printable(file)}: no such file.", remedy="Check the path.")
    settings = open_settings(None)
    target = png if png is not None or json_to is not None else Path(f"{file.stem}-page-{page}.png")
    profiles = read_profiles(settings.profiles_folder)
    seen, drawn = explain_page(file, page, settings.limits, profiles=profiles, draw=target is not None)
    if target is not None and drawn is not None:
        try:
            target.write_bytes(drawn)
        except OSError as exc:
            raise HomeUnusable(
                f"{printable(target)}: can't be written ({exc.strerror}).", remedy="Choose another file with --out."
            ) from exc
    if json_to is not None:
        emit_json(seen, json_to)
        return
    out.print(table(None, ("order", "role", "level", "text"), [_row(block) for block in seen["blocks"]], right=(0, 2)))
    words, cells = len(seen["words"]), len(seen["cells"])
    tell(
        f"Page {page}, read by {_READ_BY[seen['read_by']]}: {words} words, {cells} cells. Drawn: {printable(target or '')}"
    )


_READ_BY = {
    "text": "its own text",
    "ocr": "OCR",
    "scanner": "the text that a scanner laid under it",
    "nothing": "nobody",
}


def _row(block: dict[str, Any]) -> tuple[object, ...]:
    text = block["text"] if len(block["text"]) <= _LONGEST else block["text"][: _LONGEST - 1] + "…"
    return block["order"], block["role"].replace("_", " "), block.get("level"), text
