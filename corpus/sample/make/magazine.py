"""A two-column magazine set in typst, and the reading order of its blocks.

Each block remembers its role and its lane: whether it runs in the columns, crosses them at the top or at the bottom,
or stands outside the text. From lanes and measured places the order of a page follows: header, what crosses at the
top, the columns from left to right, what crosses at the bottom, footnotes, footer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.sample.make.typeset import Paper, Stretch, escape, words_between

_LANES = ("header", "side", "top", "page", "column", "bottom", "note", "footer")
_MIDDLE_PT = 297.6  # of an A4 page

INDIGO, AMBER, PALE, GREY = 'rgb("#2b2a5e")', 'rgb("#b4531a")', 'rgb("#f3ece4")', "luma(95)"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a chapter: ``kind`` is paragraph, items, callout, wide_callout, quote, threat, subhead or raw."""

    kind: str
    text: str = ""
    title: str = ""
    items: Sequence[str] = ()
    number: str | None = None
    key: str = ""
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter begins on a page of its own; its title crosses the columns and is repeated in the side tab."""

    title: str
    tab: str
    pieces: Sequence[Piece]
    columns: int = 2
    key: str = ""


@dataclass
class Magazine:
    """Markup of a magazine, and what is known of each block of it before it is measured."""

    paper: Paper
    heads: tuple[str, str]
    roles: dict[str, tuple[str, str]] = field(default_factory=dict)
    threats: dict[str, list[str]] = field(default_factory=dict)
    _whole: set[str] = field(default_factory=set)
    _count: int = 0
    _owner: str | None = None  # the threat to which the assessment being set belongs

    def block(
        self, role: str, lane: str, text: str, *, key: str = "", markup: str | None = None, whole: bool = False
    ) -> str:
        """Ink one block; ``whole``: it is not broken, so that its letters make one box wherever they stand."""
        if not key:
            self._count += 1
            key = f"b{self._count}"
        before = set(self.paper.keys)
        inked = self.paper.ink(
            key, text, markup=markup, note_keys=f"{key}/note", repeated=lane in ("header", "side", "footer")
        )
        self.roles[key] = (role, lane)
        for note in sorted(set(self.paper.keys) - before - {key}):
            self.roles[note] = ("footnote", "note")
        if whole:
            self._whole.add(key)
        return inked

    def preamble(self, title: str, day: tuple[int, int, int]) -> str:
        left = self.block("header", "header", self.heads[0], key="head-even")
        right = self.block("header", "header", self.heads[1], key="head-odd")
        number = self.paper.ink("folio", "0", markup="#counter(page).display()", repeated=True)
        self.roles["folio"] = ("footer", "footer")
        year, month, date = day
        born = f"datetime(year: {year}, month: {month}, day: {date})"
        return f"""#set document(title: "{title}", author: "synthetic", date: {born})
#set text(font: "Noto Serif", size: 9.9pt, lang: "en", region: "GB", hyphenate: true)
#set par(justify: true, leading: 0.74em, spacing: 1.05em)
#set columns(gutter: 9mm)
#set footnote.entry(separator: line(length: 22%, stroke: 0.4pt), gap: 0.4em)
#show footnote.entry: set text(size: 7.6pt)
#set list(marker: text(fill: {AMBER})[▪], indent: 2pt, spacing: 0.7em)
#let head = context if calc.odd(counter(page).get().first()) {{
  align(right, text(font: "Noto Sans", size: 7pt, fill: {GREY})[{right}])
}} else {{ text(font: "Noto Sans", size: 7pt, fill: {GREY})[{left}] }}
#let foot = context align(if calc.odd(counter(page).get().first()) {{ right }} else {{ left }},
  text(font: "Noto Sans", size: 8pt, weight: "bold", fill: {INDIGO})[{number}])
#let tab(body) = context {{
  let odd = calc.odd(counter(page).get().first())
  let label = text(font: "Noto Sans", size: 7.5pt, weight: "bold", fill: white, hyphenate: false, body)
  place(if odd {{ top + right }} else {{ top + left }}, dy: 95mm, block(fill: {INDIGO}, width: 8mm, height: 62mm,
    align(center + horizon, rotate(if odd {{ 90deg }} else {{ -90deg }}, reflow: true, label))))
}}
#let area(body) = block(above: 1.5em, below: 0.8em, sticky: true, {{
  set par(justify: false)
  text(font: "Noto Sans", size: 15pt, weight: "bold", fill: {INDIGO}, hyphenate: false, body)
}})
#let under(body) = block(above: 1.3em, below: 0.7em, sticky: true, {{
  set par(justify: false)
  text(font: "Noto Sans", size: 11.5pt, weight: "bold", fill: {AMBER}, hyphenate: false, body)
}})
#let box-out(body) = block(fill: {PALE}, stroke: (left: 2.5pt + {AMBER}), inset: 8pt, width: 100%, breakable: false, {{
  set par(justify: false)
  text(font: "Noto Sans", size: 8.8pt, hyphenate: false, body)
}})
#let pull(body) = block(inset: (y: 7pt), width: 100%, breakable: false,
  stroke: (top: 0.8pt + {INDIGO}, bottom: 0.8pt + {INDIGO}), {{
  set par(justify: false)
  align(center, text(size: 13.5pt, style: "italic", fill: {INDIGO}, hyphenate: false, body))
}})
#let caption(body) = block(above: 0.5em, {{
  set par(justify: false)
  text(font: "Noto Sans", size: 7.6pt, fill: {GREY}, body)
}})
"""

    def chapter(self, chapter: Chapter) -> str:
        tab = self.block("header", "side", chapter.tab.upper())
        title = self.block("heading", "top" if chapter.columns == 2 else "page", chapter.title, key=chapter.key)
        heading = f'text(font: "Noto Sans", size: 22pt, weight: "bold", fill: {INDIGO})[{title}]'
        if chapter.columns == 2:
            banner = f'#place(top, scope: "parent", float: true, clearance: 6mm, block(width: 100%, {heading}))'
        else:
            banner = f"#block(below: 7mm, {heading})"
        page = (
            f'#set page(paper: "a4", columns: {chapter.columns}, margin: (x: 18mm, top: 25mm, bottom: 22mm), '
            f"header: head, footer: foot, background: tab[{tab}])"
        )
        self._owner = None
        body = [self._piece(piece, "column" if chapter.columns == 2 else "page") for piece in chapter.pieces]
        return "\n\n".join([page, banner, *body])

    def _piece(self, piece: Piece, lane: str) -> str:
        match piece.kind:
            case "raw":
                return piece.text
            case "paragraph":
                return self._assessed("paragraph", lane, piece.text)
            case "items":
                return "\n".join("- " + self._assessed("list_item", lane, item) for item in piece.items)
            case "callout" | "wide_callout":
                crosses = piece.kind == "wide_callout"
                text = f"{piece.title} {piece.text}"
                markup = f"#strong[{escape(piece.title)}] #linebreak() {escape(piece.text)}"
                inked = self.block("callout", "bottom" if crosses else lane, text, markup=markup, whole=True)
                return (
                    f'#place(bottom, scope: "parent", float: true, box-out[{inked}])'
                    if crosses
                    else f"#box-out[{inked}]"
                )
            case "quote":
                return f"#pull[{self.block('pull_quote', lane, piece.text, whole=True)}]"
            case "threat":
                self._owner = piece.key
                self.threats[piece.key] = []
                label = f"{piece.number} {piece.title}" if piece.number else piece.title
                style = "under" if piece.parent else "area"
                return f"#{style}[{self.block('heading', lane, label, key=piece.key + '/label')}]"
            case "subhead":
                self._owner = None
                return f"#under[{self.block('heading', lane, piece.title)}]"
        raise ValueError(f"no kind of piece: {piece.kind!r}")

    def _assessed(self, role: str, lane: str, text: str) -> str:
        self._count += 1
        key = f"b{self._count}"
        if self._owner:
            self.threats[self._owner].append(key)
        return self.block(role, lane, text, key=key)

    def figure_words(self, words: str, lane: str, *, size: str = "7pt") -> str:
        """A label within a figure."""
        inked = self.block("figure_text", lane, words, whole=True)
        return f'#text(font: "Noto Sans", size: {size}, hyphenate: false)[#set par(justify: false);{inked}]'

    # --- after the paper is set ---------------------------------------------------------------------------------

    def blocks(self) -> list[dict[str, Any]]:
        """The blocks file's list: every block or part of one, in reading order."""
        placed = [
            (self._order(key, stretch), key, at, stretch)
            for key in self.roles
            for at, stretch in enumerate(self.stretches(key))
        ]
        placed.sort(key=lambda item: item[0])
        first_of: dict[str, int] = {}
        found = []
        for order, (_, key, at, stretch) in enumerate(placed, 1):
            block: dict[str, Any] = {
                "order": order,
                "page": stretch.page,
                "role": self.roles[key][0],
                "text": self._text(key, stretch),
                "bbox": list(stretch.bbox),
            }
            if self.roles[key][1] in ("column", "page"):
                first_of.setdefault(key, order)
                if at:
                    block["continues"] = first_of[key]
            found.append(block)
        return found

    def stretches(self, key: str) -> list[Stretch]:
        """A block's stretches; one on each page for what is not broken or runs on every page."""
        found = self.paper.stretches(key)
        if key not in self._whole and self.roles[key][1] in ("column", "page", "top"):
            return found
        pages: dict[int, list[Stretch]] = {}
        for stretch in found:
            pages.setdefault(stretch.page, []).append(stretch)
        if key in self._whole and len(pages) != 1:
            raise AssertionError(f"{key} is broken over pages {sorted(pages)}")
        return [_union(parts) for parts in pages.values()]

    def _order(self, key: str, stretch: Stretch) -> tuple[float, ...]:
        lane = self.roles[key][1]
        column = 0.0 if lane not in ("column", "note") or stretch.bbox[0] < _MIDDLE_PT else 1.0
        return (stretch.page, _LANES.index(lane), column, stretch.bbox[1], stretch.bbox[0])

    def _text(self, key: str, stretch: Stretch) -> str:
        lane = self.roles[key][1]
        if key == "folio":
            return str(stretch.page)
        text = self.paper.text(key)
        if key in self._whole or lane not in ("column", "page"):
            return text
        return words_between(text, stretch.start, stretch.end)


def _union(parts: list[Stretch]) -> Stretch:
    boxes = [part.bbox for part in parts]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return Stretch(parts[0].page, parts[0].start, parts[-1].end, box)


def blocks_path(pdf: Path) -> Path:
    return pdf.with_name(f"{pdf.stem}.blocks.json")
