"""What comes out of real papers: ``python -m benchmarks.real [--folder FOLDER] [--json FILE] [--wrong]``.

The papers lie beside the checkout and not in it; without them there is nothing to measure. Three figures: headings and list
items against the structure that people made of two papers, rows of a long table against a table that another hand made of
it, and what became of each file: its outcome, what its front page is read as, its records.
"""

import argparse
import csv
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table as Shown

from corpus.errors import FileOutcome, Refusal
from corpus.pages import Role
from extract.content import Content, read_content
from extract.pdf import open_pdf
from extract.pipeline import extract
from models.language import Language

FOLDER = Path(__file__).resolve().parent.parent.parent / "shared" / "real"
LEAST_ALIKE = 80  # of 100: a title that is found
_CUT = re.compile(r"\s*(?:\.\.\.|…)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading or list item: of the structure that people made, or one of ours. `parent` is another one's position."""

    title: str
    level: int
    parent: int | None


@dataclass(frozen=True, slots=True)
class Structure:
    """How many entries were there, were found, and stand where they should; what is wrong in words."""

    entries: int
    found: int
    levels: int
    parents: int
    parents_possible: int
    wrong: tuple[str, ...]

    @property
    def recall(self) -> float:
        return self.found / self.entries

    @property
    def level(self) -> float:
        return self.levels / max(1, self.found)

    @property
    def parent(self) -> float:
        return self.parents / max(1, self.parents_possible)


def read_structure(path: Path) -> list[Entry]:
    """The entries of a structure file without its first, the document itself; a parent that is the document is None."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Entry(row["title"], int(row["level"]), int(row["parent"]) - 1 if int(row["parent"]) > 0 else None)
        for row in rows[1:]
    ]


def our_structure(content: Content) -> list[Entry]:
    """Headings and list items as we read them."""
    blocks = [b for b in content.blocks if b.role in (Role.HEADING, Role.LIST_ITEM) and b.level is not None]
    at = {block.order: position for position, block in enumerate(blocks)}
    return [Entry(b.text, b.level or 0, None if b.parent is None else at.get(b.parent)) for b in blocks]


def compare_structure(gold: Sequence[Entry], ours: Sequence[Entry]) -> Structure:
    """Pair off entries in their order, each gold one with the next of ours that is alike; then compare level and parent.

    The parent is right where it is the entry that was paired off with the gold's parent; where both have none, too.
    """
    pairs = dict(_paired(gold, ours))
    levels = parents = possible = 0
    wrong = [f"not found: {entry.title[:90]}" for at, entry in enumerate(gold) if at not in pairs]
    for at, entry in enumerate(gold):
        mine = pairs.get(at)
        if mine is None:
            continue
        if ours[mine].level == entry.level:
            levels += 1
        else:
            wrong.append(f"level {ours[mine].level}, not {entry.level}: {entry.title[:70]}")
        possible += 1
        expected = None if entry.parent is None else pairs.get(entry.parent, -1)
        if ours[mine].parent == expected:
            parents += 1
        else:
            parent = ours[mine].parent
            above = None if parent is None else ours[parent].title[:40]
            wanted = None if entry.parent is None else gold[entry.parent].title[:40]
            wrong.append(f"parent {above!r}, not {wanted!r}: {entry.title[:50]}")
    return Structure(len(gold), len(pairs), levels, parents, possible, tuple(wrong))


def _paired(gold: Sequence[Entry], ours: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """Positions of entries that are one and the same, in order on both sides as far as possible (each once)."""
    texts = [_plain(entry.title) for entry in ours]
    start, used = 0, set()
    for at, entry in enumerate(gold):
        title = _plain(_CUT.sub("", entry.title))
        ahead = [n for n in (*range(start, len(ours)), *range(start)) if n not in used]
        best = next((n for n in ahead if alike(title, texts[n]) >= 97), None)
        if best is None:
            scores = [(alike(title, texts[n]), -abs(n - start), n) for n in ahead]
            best = max(scores)[2] if scores and max(scores)[0] >= LEAST_ALIKE else None
        if best is not None:
            used.add(best)
            start = best + 1
            yield at, best


def alike(title: str, text: str) -> float:
    """How alike a title of the gold and a text of ours are, 0 to 100; long items are cut in the gold, and so are they here."""
    if len(title) >= 50:
        text = text[: len(title)]
    if abs(len(title) - len(text)) > 0.4 * max(len(title), len(text)):
        return 0.0
    matcher = SequenceMatcher(None, title, text, autojunk=False)
    return 100 * matcher.ratio() if matcher.quick_ratio() >= 0.75 else 0.0


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).replace("\xad", "").split()).casefold()


# --- the long table --------------------------------------------------------------------------------------------------


def rows_that_hold(content: Content, path: Path) -> tuple[int, list[str]]:
    """How many rows of a semicolon CSV (`identifier`, `regime_name`) one row of our tables holds, letter by letter; and
    the identifiers that none does."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        wanted = [(row["identifier"], row["regime_name"]) for row in csv.DictReader(file, delimiter=";")]
    rows: dict[str, list[str]] = {}
    for table in content.tables:
        for number in range(table.rows):
            cells = [content.read(cell.lines).text for cell in table.row(number) if cell.row == number]
            text = " ".join(cells)
            for word in re.findall(r"\w+", text):
                rows.setdefault(word, []).append(_letters(text))
    missed = [name for name, title in wanted if not any(_letters(title) in text for text in rows.get(name, []))]
    return len(wanted) - len(missed), missed


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain.casefold() if c.isalnum())


# --- every file ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one file: outcome, its document's own fields, or why there are none."""

    name: str
    outcome: str
    fields: dict[str, Any]
    reason: str | None


def read_all(folder: Path) -> Iterator[Read]:
    language = Language()
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() != ".pdf":
            continue
        try:
            found = extract(path, path.name, language=language)
        except FileOutcome as refused:
            outcome = "refused" if isinstance(refused, Refusal) else "failed"
            yield Read(path.name, outcome, {}, refused.problem)
            continue
        document = found.document
        fields = {
            "kind": document.kind,
            "reference": document.reference,
            "register_id": document.register_id,
            "date": document.date,
            "marking": document.marking and document.marking.value,
            "issuer": document.issuer,
            "language": document.language,
            "subject_codes": list(document.subject_codes),
            "title": document.title,
            "pages": document.pages,
            "records": dict(sorted(Counter(record.type for record in found.records).items())),
        }
        yield Read(path.name, "degraded" if found.degraded else "ok", fields, found.degraded)


def read_manifest(folder: Path) -> dict[str, Any]:
    """What the manifest says of each file's front page, by file name."""
    path = folder / "manifest.json"
    entries = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
    return {entry["file"]: entry for entry in entries}


def wrong_facts(read: Read, entry: dict[str, Any]) -> list[str]:
    """Facts of a Council cover, as typed from the page, that were read otherwise."""
    cover = entry.get("cover")
    if not cover:
        return []
    number = " ".join(part for part in (cover["number"], cover["revision"]) if part)
    wanted = {"reference": number, "date": cover["date"], "subject_codes": cover["codes"]}
    return [
        f"{key}: {read.fields.get(key)!r}, not {value!r}"
        for key, value in wanted.items()
        if read.fields.get(key) != value
    ]


def content_of(path: Path) -> Content:
    with open_pdf(path) as pdf:
        return read_content(pdf.facts(), list(pdf.pages()))


def structures(folder: Path) -> dict[str, Structure]:
    """The figures of each file that has a structure beside it."""
    out = {}
    for path in sorted(folder.glob("*.structure.csv")):
        name = path.name.removesuffix(".structure.csv")
        out[name] = compare_structure(read_structure(path), our_structure(content_of(folder / f"{name}.pdf")))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the papers lie")
    parser.add_argument("--json", type=Path, help="write all figures to a file")
    parser.add_argument("--wrong", action="store_true", help="say what is wrong")
    options = parser.parse_args()
    console = Console(width=190)
    folder: Path = options.folder
    if not folder.is_dir():
        console.print("There are no real papers beside the checkout; nothing was measured.")
        return
    figures: dict[str, Any] = {"structure": {}, "files": {}}
    shown = Shown(title="Headings and list items", title_justify="left")
    for column in ("paper", "entries", "recall", "level", "parent"):
        shown.add_column(column, justify="left" if column == "paper" else "right")
    for name, found in structures(folder).items():
        figures["structure"][name] = {
            "entries": found.entries,
            "recall": found.recall,
            "level": found.level,
            "parent": found.parent,
        }
        shown.add_row(
            name, str(found.entries), *(f"{value:.3f}" for value in (found.recall, found.level, found.parent))
        )
        for line in found.wrong if options.wrong else ():
            console.print(f"  {name}: {line}", markup=False, highlight=False)
    console.print(shown)
    for path in sorted(folder.glob("*-table.csv")):
        held, missed = rows_that_hold(content_of(path.with_suffix(".pdf")), path)
        figures["table"] = {"rows": held + len(missed), "held": held, "missed": missed}
        console.print(f"{path.stem}: {held} of {held + len(missed)} rows hold their identifier and name")
        if options.wrong:
            console.print(f"  missed: {', '.join(missed)}", markup=False, highlight=False)
    manifest = read_manifest(folder)
    shown = Shown(title="Files", title_justify="left")
    for column in ("paper", "outcome", "kind", "reference", "date", "marking", "title", "records", "reason", "wrong"):
        shown.add_column(column, overflow="fold")
    for read in read_all(folder):
        wrong = wrong_facts(read, manifest.get(read.name, {}))
        figures["files"][read.name] = {"outcome": read.outcome, **read.fields, "reason": read.reason, "wrong": wrong}
        cells = [str(read.fields.get(key) or "–") for key in ("kind", "reference", "date", "marking", "title")]
        records = " ".join(f"{count} {kind}" for kind, count in read.fields.get("records", {}).items())
        shown.add_row(read.name, read.outcome, *cells, records or "–", read.reason or "–", "; ".join(wrong) or "–")
    console.print(shown)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
