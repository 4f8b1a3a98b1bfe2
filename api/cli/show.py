"""``aimtrace show``: one document as a tree, each entry with its page."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.tree import Tree

from api.cli.console import emit_json, inert, out
from api.cli.options import HomeOption, JsonOption, open_workspace
from corpus.errors import NotHeld, UsageError

if TYPE_CHECKING:
    from corpus.records import Document, Notice, Record

_LONGEST = 150
_COLORS = {
    "priority": "bold cyan",
    "area": "cyan",
    "aim": "default",
    "clause": "dim",
    "goal": "bold cyan",
    "action": "default",
}


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: aimtrace show 90210/41")(show)


def show(
    document: Annotated[str, typer.Argument(metavar="DOC", help="Its id, file name or number.", show_default=False)],
    home: HomeOption = None,
    json_to: JsonOption = None,
) -> None:
    """Show what a document says: cycle, priorities, areas, aims, clauses; goals and actions; with pages."""
    from corpus.contract import extraction_json
    from corpus.records import Extraction

    with open_workspace(home) as workspace, workspace.seen() as view:
        found = view.documents.named(document)
        if not found:
            raise NotHeld(f"No document {document!r} is held.", remedy="aimtrace status lists what is held.")
        if len(found) > 1:
            names = ", ".join(f"{d.source} ({d.id})" for d in found)
            raise UsageError(f"{document!r} names {len(found)} documents: {names}.", remedy="Give an id.")
        records = view.records.of(found[0].id)
        notices = view.documents.notices(found[0].id)
    if json_to is not None:
        emit_json(extraction_json(Extraction(found[0], tuple(records), tuple(notices))), json_to)
        return
    out.print(document_tree(found[0], records, notices))


def document_tree(document: "Document", records: "Sequence[Record]", notices: "Sequence[Notice]" = ()) -> Tree:
    """The document's records as a tree, with what should be checked; records without a parent hang on the document."""
    title = document.title or document.source
    about = [document.reference, document.date, document.kind.replace("_", " "), document.marking]
    tree = Tree(f"[bold]{inert(title)}[/]\n[dim]{inert(' · '.join(str(a) for a in about if a))}[/]")
    root = tree.add(f"[bold]cycle {inert(document.cycle)}[/]") if document.cycle else tree
    children: dict[str | None, list[Record]] = {}
    for record in records:
        children.setdefault(record.parent, []).append(record)
    _hang(root, None, children)
    if not records:
        root.add("[dim]no records are read from documents of this kind yet; its text can be searched[/]")
    if notices:
        branch = tree.add(f"[yellow]{len(notices)} to check[/]")
        for notice in notices:
            page = f" [dim]p. {notice.page}[/]" if notice.page is not None else ""
            branch.add(f"{inert(notice.message)}{page}")
    return tree


def _hang(branch: Tree, parent: str | None, children: "Mapping[str | None, Sequence[Record]]") -> None:
    for record in children.get(parent, ()):
        number = f"{record.number} " if record.number else ""
        said = record.title if record.title and record.type not in ("aim", "clause", "request") else record.text
        said = said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
        pages = _pages(record)
        role = f" {record.fields['role']}" if record.type == "clause" and "role" in record.fields else ""
        color = _COLORS.get(record.type, "default")
        label = f"[dim]{record.type}{role}[/] [{color}]{inert(number)}{inert(said)}[/] [dim]{pages}[/]"
        _hang(branch.add(label), record.id, children)


def _pages(record: "Record") -> str:
    pages = list(dict.fromkeys(span.page for span in record.spans))
    return "" if not pages else f"p. {pages[0]}" if len(pages) == 1 else f"p. {pages[0]}-{pages[-1]}"
