"""Recommendations in tables: one a row, or a form each. Most tables repeat what the text says, and add whom it is for."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from corpus.lexicon import Lexicon
from corpus.pages import Cell, Table
from extract.advice.addressees import addressed_by, is_actor
from extract.advice.advice import NOTHING, Advice, Collection
from extract.advice.numbering import number_at_start
from extract.advice.text import TextReader
from extract.breaks import paragraphs_in
from extract.cards import blocks_of_cell, is_cards
from extract.content import Content
from extract.labelled import Labelled
from extract.laid import LaidText, concatenated
from extract.profile import Names
from extract.values import is_empty

_LONGEST_NAME = 60  # letters of a label


class TableReader:
    """Reads the tables of one evaluation, after its text."""

    def __init__(self, content: Content, found: Collection, names: Names, lexicon: Lexicon, text: TextReader) -> None:
        self._content = content
        self._found = found
        self._names = names
        self._lexicon = lexicon
        self._text = text

    def read(self, table: Table) -> None:
        """A table of rows or forms; one that tells what became of recommendations told elsewhere only adds addressees."""
        header = self._header(table)
        if header is None:
            self._read_form(table)
            return
        columns, first = header
        rows = [row for row in self._rows(table, columns, first) if row.text.text or row.label.text]
        told = [advice for advice in self._found if advice.text.text]
        if told and "status" in columns and not any(self._found.twin(row) for row in rows):
            return  # those of others
        repeats = bool(told) and sum(self._found.twin(row) is not None for row in rows) >= 0.5 * len(rows)
        in_order = bool(told) and not repeats and len(rows) == len(told)
        for position, row in enumerate(rows):
            twin = told[position] if in_order else self._found.twin(row)
            if twin is not None and told:
                twin.summed = twin.summed or row.named
                twin.number = twin.number or row.number
            elif not repeats:
                self._found.add(row)

    def _header(self, table: Table) -> tuple[dict[str, int], int] | None:
        """The columns by field, and the first row below the header."""
        for row in range(min(3, table.rows - 1)):
            found: dict[str, int] = {}
            for cell in table.row(row):
                if cell.row == row and cell.lines:
                    name = self._names.field(self._content.read(cell.lines).text)
                    if name is not None:
                        found.setdefault(name, cell.column)
            others = len(found) + len(self._actors(table, row))
            if "recommendation" in found and others >= 2:
                return found, row + 1
        return None

    def _actors(self, table: Table, row: int) -> dict[int, str]:
        """Columns that are headed by a name, and hold crosses."""
        heads = {c.column: self._content.read(c.lines).text for c in table.row(row) if c.row == row and c.lines}
        return {column: text for column, text in heads.items() if is_actor(text, self._lexicon)}

    def _rows(self, table: Table, columns: Mapping[str, int], first: int) -> Iterator[Advice]:
        last: Advice | None = None
        actors = self._actors(table, first - 1)
        for number in range(first, table.rows):
            cells = {c.column: c for c in table.row(number) if c.row == number and c.lines}
            texts = {name: self._content.read(cells[c].lines) for name, c in columns.items() if c in cells}
            is_band = len(cells) == 1 and next(iter(cells.values())).column_span > 1
            if "recommendation" not in texts or is_band:
                continue
            printed, told = self._number(texts)
            if "number" in columns and printed is None and last is not None:
                last.text = concatenated([last.text, told])  # a row without its number goes on
                continue
            last = Advice(printed, *self._parts(told, texts))
            if "addressees" in texts:
                last.named = addressed_by("; ".join(self._entries(cells[columns["addressees"]])), self._lexicon)
            elif crossed := [n for c, n in actors.items() if c in cells and self._is_crossed(cells[c])]:
                last.named = addressed_by("; ".join(crossed), self._lexicon)
            yield last

    def _number(self, texts: Mapping[str, LaidText]) -> tuple[str | None, LaidText]:
        """The number of a row, in its own cell or before the text, and the text behind it."""
        told = texts["recommendation"]
        if "number" not in texts:
            found = number_at_start(told.text) or _enumerated(told.text)
            return (found[0], told.sliced(found[1], len(told.text))) if found is not None else (None, told)
        printed = texts["number"].text.strip(" .()")
        inner = number_at_start(printed)
        return (inner[0] if inner is not None and inner[1] >= len(printed) else printed), told

    def _parts(self, told: LaidText, texts: Mapping[str, LaidText]) -> tuple[LaidText, LaidText]:
        """Label and text of a row: in cells of their own, or in one, the label in other type or up to a sign."""
        if "label" in texts:
            return texts["label"], told
        label, text = self._found.label_and_text(told)
        if not text.text:
            return NOTHING, label  # what a row recommends, whether or not it ends in a stop
        return label, text

    def _is_crossed(self, cell: Cell) -> bool:
        text = self._content.read(cell.lines).text.strip()
        return len(text) <= 3 and not is_empty(text) and text.casefold() not in ("no", "n", "0")

    def _entries(self, cell: Cell) -> list[str]:
        """The entries of a cell: one a line where each line is a name."""
        text = self._content.read(cell.lines)
        starts = [*text.line_starts(), len(text.text)]
        lines = [text.text[a:b].strip() for a, b in pairwise(starts)]
        if all(is_actor(line.strip(" ,;"), self._lexicon) for line in lines):
            return lines
        paragraphs = paragraphs_in(cell.lines)
        return [self._content.read(p).text for p in paragraphs] if len(paragraphs) > 1 else [text.text]

    # --- forms -----------------------------------------------------------------------------------------------------

    def _read_form(self, table: Table) -> None:
        """A table that is one recommendation, or several: number and label above, then labels and values."""
        for number in range(table.rows):
            cells = [c for c in table.row(number) if c.row == number and c.lines]
            if not cells:
                continue
            texts = [self._content.read(c.lines) for c in cells]
            place = (cells[0].parts[0].page, cells[0].parts[0].box.top)
            name = self._names.exact(texts[0].text.strip(" :")) if len(texts[0].text) <= _LONGEST_NAME else None
            found = number_at_start(texts[0].text)
            if found is not None and not is_cards(table):
                rest = concatenated([texts[0].sliced(found[1], len(texts[0].text)), *texts[1:]])
                self._begin(found[0], rest, place)
            elif found is not None:
                self._begin(found[0], texts[0].sliced(found[1], len(texts[0].text)), place)
                self._text.read([block for cell in cells[1:] for block in blocks_of_cell(cell, self._content)])
            elif name is not None and len(cells) > 1:
                value = concatenated(texts[1:])
                inner = number_at_start(value.text) or ((value.text, len(value.text)) if name == "number" else None)
                if inner is not None:
                    self._begin(inner[0], value.sliced(inner[1], len(value.text)), place)
                else:
                    self._text.take_labelled(Labelled(name, value, *place))
            elif len(cells) == 1:
                self._text.read(list(blocks_of_cell(cells[0], self._content)))

    def _begin(self, number: str, rest: LaidText, place: tuple[int, float]) -> None:
        label, text = self._found.label_and_text(rest)
        self._text.begin(number, label, text, piece=Labelled(None, rest, *place), box=None)


def _enumerated(text: str) -> tuple[str, int] | None:
    """The number of an item within a cell: "1. Limit the number of actions"."""
    head, _, rest = text.partition(" ")
    return (head.strip("()."), len(head) + 1) if rest and head[:-1].strip("(").isdigit() and head[-1:] in ".)" else None
