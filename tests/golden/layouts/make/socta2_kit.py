"""What the threat assessments ``zoo-socta2-*`` share: texts cut anew, page numbers known, blocks of the margin.

They are modelled on the structures of the real editions, so that the sample corpus's sentences come under other
headings, in other depths and other company. Two things are new to their blocks: what stands in an outer margin is the
last column of a right page and the first of a left one, and a run-in heading is part of its paragraph, although it is
the title of a threat.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from corpus.sample.make import threat_assessment_2041 as sample
from corpus.sample.make.gold import GoldDocument, pretty
from corpus.sample.make.magazine import Piece
from tests.golden.layouts.make.conclusion_texts import without_notes
from tests.golden.layouts.make.inks import Ink, Inks, Measured, set_twice
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import made
from tests.golden.layouts.make.report import Report, blocks
from tests.golden.layouts.make.threat_texts import THREATS, Threat

SYNTHETIC = "SYNTHETIC – invented for testing software"

Section = tuple[str, tuple[str, ...]]
"""A heading that names no threat, and its paragraphs."""


# --- texts -----------------------------------------------------------------------------------------------------------


def said(key: str, *only: int, years: int = 0, notes: bool = False, extras: bool = False, **words: str) -> list[Piece]:
    """Paragraphs and lists of one of the sample corpus's threats, moved by some years.

    Args:
        only: which of them, counted from 0; all, where none is named.
        notes: keep footnotes.
        extras: keep call-outs and pull quotes; ``only`` counts them, too.
        words: replacements, the keys with underscores for spaces.
    """
    (threat,) = (threat for threat in THREATS if threat.key == key)
    kinds = ("paragraph", "items", "callout", "wide_callout", "quote") if extras else ("paragraph", "items")
    pieces = [piece for piece in threat.pieces if piece.kind in kinds]
    moved = [later(piece, years, **words) for position, piece in enumerate(pieces) if not only or position in only]
    return moved if notes else [_without_notes(piece) for piece in moved]


def _without_notes(piece: Piece) -> Piece:
    return replace(piece, text=without_notes(piece.text), items=tuple(without_notes(item) for item in piece.items))


def p(text: str) -> Piece:
    return Piece("paragraph", text)


def items(*texts: str) -> Piece:
    return Piece("items", items=texts)


def threat(
    key: str, title: str, *pieces: Piece | Sequence[Piece], number: str | None = None, parent: str | None = None
) -> Threat:
    """A threat from pieces and lists of pieces."""
    flat: list[Piece] = []
    for piece in pieces:
        flat += [piece] if isinstance(piece, Piece) else piece
    return Threat(key, number, title, parent, tuple(flat))


def sections(pieces: Sequence[Piece], years: int = 0) -> dict[str, tuple[str, ...]]:
    """Paragraphs by sub-heading (``""`` before the first) of a chapter of the sample corpus."""
    found: dict[str, tuple[str, ...]] = {"": ()}
    title = ""
    for piece in pieces:
        if piece.kind == "subhead":
            title = piece.title
        elif piece.kind == "paragraph":
            found[title] = (*found.get(title, ()), later(without_notes(piece.text), years))
    return found


def foreword(years: int = 0) -> tuple[str, ...]:
    """The foreword without the paragraph that counts the threats."""
    paragraphs = sections(sample.FOREWORD, years)[""]
    return tuple(text for text in paragraphs if not text.startswith("Seven key threats"))


def findings(years: int = 0) -> tuple[str, ...]:
    return tuple(later(item, years) for item in sample.FINDINGS[0].items)


def means(years: int = 0) -> dict[str, tuple[str, ...]]:
    return sections(sample.MEANS, years)


def places(years: int = 0) -> dict[str, tuple[str, ...]]:
    return sections(sample.PLACES, years)


def outlook(years: int = 0) -> tuple[str, ...]:
    return sections(sample.OUTLOOK, years)[""]


def method(years: int = 0) -> dict[str, tuple[str, ...]]:
    """How the assessment was made; the sentence on a table of scores is left out."""
    found = sections(sample.methodology(Piece("raw")), years)
    return {title: tuple(text.replace(" Table 1 explains the scores.", "") for text in found[title]) for title in found}


ABBREVIATIONS = sample.ABBREVIATIONS


# --- blocks ----------------------------------------------------------------------------------------------------------


@dataclass
class Sheets(Report):
    """The blocks of a report; some of them stand in a margin or in a column of their own beside the text."""

    beside: set[str] = field(default_factory=set)

    def aside(self, role: str, text: str) -> Ink:
        """Ink a block that stands beside the text; it is read with its side's column, wherever it was inked."""
        ink = self.block(role, text, whole=True)
        self.beside.add(ink.key)
        return ink

    def run_in(self, text: str) -> Ink:
        """Ink a heading that opens a paragraph; as a block it is part of what is inked next."""
        return self.block("run_in", text)


def _settled(report: Sheets, measured: Measured) -> None:
    """Put each block beside the text behind the last block of its page, or before the first where it stands left."""
    order = [key for key in report.roles if key not in report.beside]
    flow = [key for key in order if report.roles[key][1] == "flow"]
    waiting: list[tuple[str, bool, str]] = []
    for key in report.roles:
        if key not in report.beside:
            continue
        (page,) = measured.pages(key)
        here = [other for other in flow if page in measured.pages(other)]
        left = _left_edge(measured, [key], page) < _left_edge(measured, here, page)
        waiting.append((key, left, here[0] if left else here[-1]))
    # Blocks of one margin are read from the top down.
    waiting.sort(key=lambda item: measured.letters[item[0]][0].box[1])
    for key, left, neighbour in waiting:
        if left:
            order.insert(order.index(neighbour), key)
    for key, left, neighbour in reversed(waiting):
        if not left:
            order.insert(order.index(neighbour) + 1, key)
    report.roles = {key: report.roles[key] for key in order}


def _left_edge(measured: Measured, keys: Sequence[str], page: int) -> float:
    return min(letter.box[0] for key in keys for letter in measured.letters[key] if letter.page == page)


def _joined(found: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Blocks, each run-in heading joined to its paragraph."""
    for before, block in pairwise([{"role": ""}, *found]):
        if block["role"] == "run_in":
            continue
        if before["role"] == "run_in":
            edges = list(zip(before["bbox"], block["bbox"], strict=True))
            box = [*map(min, edges[:2]), *map(max, edges[2:])]
            yield {**block, "text": f"{before['text']} {block['text']}", "bbox": box}
        else:
            yield block


def publish(report: Sheets, measured: Measured, threats: Sequence[Threat], **document: object) -> None:
    """Write gold and blocks of a threat assessment.

    Raises:
        ValueError: a threat has no assessment, or a text that is no threat's was inked as one's.
    """
    unknown = {threat.key for threat in threats} ^ report.threats.keys()
    if unknown:
        raise ValueError(f"{measured.pdf.name}: threats set but not told, or told but not set: {sorted(unknown)}")
    gold = GoldDocument(
        measured.pdf, **{"kind": "threat_assessment", "issuer": "Europol", "language": "en", **document}
    )
    for one in threats:
        keys = report.threats[one.key]
        gold.add(
            one.key,
            "threat",
            measured.text(keys),
            measured.spans(keys),
            number=one.number,
            title=one.title,
            parent=one.parent,
        )
    gold.write()
    _settled(report, measured)
    path = measured.pdf.with_name(f"{measured.pdf.stem}.blocks.json")
    path.write_text(pretty({"schema": 1, "blocks": list(_joined(blocks(report, measured)))}), encoding="utf-8")


# --- running ---------------------------------------------------------------------------------------------------------

Setter = Callable[[Sheets, Mapping[str, int], Path], None]
"""Sets the report on a path; prints the page numbers that it is given by heading (empty in the first draft)."""


def set_report(pdf: Path, setter: Setter, *, drafts: int = 1) -> tuple[Sheets, Measured]:
    """Set a report that prints page numbers of its own: first drafts, from which the pages are read, then the paper."""
    reports: list[Sheets] = []
    pages: Mapping[str, int] = {}

    def produce(inks: Inks, path: Path) -> None:
        report = Sheets(inks)
        reports.append(report)
        setter(report, pages, path)

    for _ in range(drafts):
        with tempfile.TemporaryDirectory() as folder:
            draft = set_twice(Path(folder) / pdf.name, produce, Path(folder))
        pages = {draft.texts[key]: draft.letters[key][0].page for key in _headings(reports[-1])}
    measured = made(pdf, produce)
    return reports[-2], measured


def _headings(report: Sheets) -> list[str]:
    """Keys of headings and titles, last first, so that of two that read alike the first one counts."""
    return [key for key, (role, _) in reversed(report.roles.items()) if role in ("heading", "run_in", "title")]


def cut(text: str, *beginnings: str) -> list[str]:
    """A text in parts, each later one beginning with the words given.

    >>> cut("Heroin is short. Cannabis is strong.", "Cannabis")
    ['Heroin is short.', 'Cannabis is strong.']
    """
    places = [0, *(text.index(beginning) for beginning in beginnings), len(text)]
    return [text[start:end].strip() for start, end in pairwise(places)]
