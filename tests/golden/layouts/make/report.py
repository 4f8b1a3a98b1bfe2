"""Threat assessments: what role each text of a report plays, and the reading order of its blocks.

A maker asks for inks by role, in the order in which a reader reads; the order of a page follows from it and from the
lane in which a text stands: the header, what crosses the columns at the top, the text (in the maker's order), what
crosses at the bottom, notes, the footer.
"""

from dataclasses import dataclass, field
from typing import Any

from corpus.sample.make.gold import GoldDocument, pretty
from corpus.sample.make.typeset import words_between
from tests.golden.layouts.make.inks import Ink, Inks, Measured, Stretch
from tests.golden.layouts.make.threat_texts import Threat

_LANES = ("header", "top", "flow", "bottom", "note", "footer")


@dataclass
class Report:
    """The blocks of a report while its source is built."""

    inks: Inks
    roles: dict[str, tuple[str, str]] = field(default_factory=dict)
    threats: dict[str, list[str]] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    _owner: str | None = None
    _count: int = 0

    def block(self, role: str, text: str, lane: str = "flow", *, whole: bool = False) -> Ink:
        """Ink a block. ``whole``: it is one block wherever its letters stand on the page, as a table is."""
        self._count += 1
        key = f"b{self._count}"
        repeated = lane in ("header", "footer")
        ink = self.inks(key, text, repeated=repeated, notes=True)
        self.roles[key] = (role, lane)
        for at in range(1, len(ink.note_colours) + 1):
            self.roles[f"{key}/note{at}"] = ("footnote", "note")
        if whole or repeated:
            self.whole.add(key)
        return ink

    def begin(self, threat: Threat | None) -> None:
        """Paragraphs and items from here on are this threat's assessment (or nobody's)."""
        self._owner = threat.key if threat else None
        if threat:
            self.threats[threat.key] = []

    def paragraph(self, text: str, role: str = "paragraph") -> Ink:
        ink = self.block(role, text)
        if self._owner:
            self.threats[self._owner].append(ink.key)
        return ink

    def item(self, text: str) -> Ink:
        return self.paragraph(text, "list_item")


def _stretches(report: Report, measured: Measured, key: str) -> list[Stretch]:
    found = measured.stretches(key)
    if key not in report.whole:
        return found
    pages: dict[int, list[Stretch]] = {}
    for stretch in found:
        pages.setdefault(stretch.page, []).append(stretch)
    return [_union(parts) for parts in pages.values()]


def _union(parts: list[Stretch]) -> Stretch:
    boxes = [part.bbox for part in parts]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return Stretch(parts[0].page, parts[0].start, parts[-1].end, box)


def blocks(report: Report, measured: Measured) -> list[dict[str, Any]]:
    """The blocks file's list, in reading order."""
    placed = []
    for position, (key, (_, lane)) in enumerate(report.roles.items()):
        for at, stretch in enumerate(_stretches(report, measured, key)):
            placed.append(((stretch.page, _LANES.index(lane), position, at), key, stretch))
    placed.sort(key=lambda item: item[0])
    first: dict[str, int] = {}
    found = []
    for order, ((_, _, _, at), key, stretch) in enumerate(placed, 1):
        text = measured.text(key)
        cut = key not in report.whole and len(measured.letters[key]) != stretch.end - stretch.start
        block: dict[str, Any] = {
            "order": order,
            "page": stretch.page,
            "role": report.roles[key][0],
            "text": words_between(text, stretch.start, stretch.end) if cut else text,
            "bbox": list(stretch.bbox),
        }
        if not block["text"]:
            continue  # nothing but the end of a word that began in another block
        first.setdefault(key, order)
        if at and key not in report.whole:
            block["continues"] = first[key]
        found.append(block)
    return found


def write_report(report: Report, measured: Measured, threats: list[Threat], **document: object) -> None:
    """Gold and blocks of a threat assessment."""
    pdf = measured.pdf
    gold = GoldDocument(pdf, **{"kind": "threat_assessment", "issuer": "Europol", "language": "en", **document})
    for threat in threats:
        keys = report.threats[threat.key]
        gold.add(
            threat.key,
            "threat",
            measured.text(keys),
            measured.spans(keys),
            number=threat.number,
            title=threat.title,
            parent=threat.parent,
        )
    gold.write()
    path = pdf.with_name(f"{pdf.stem}.blocks.json")
    path.write_text(pretty({"schema": 1, "blocks": blocks(report, measured)}), encoding="utf-8")
