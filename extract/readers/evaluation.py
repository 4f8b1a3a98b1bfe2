"""Evaluations: recommendations from headings, boxes, bold leads, lists and tables, each once.

A recommendation begins with its number at the head of a heading, box, paragraph or row. What stands below it up to the
next heading, label or the end of its box is its text. A table that repeats recommendations of the text adds addressees
where the text names none; sentences that only mention a recommendation, and those of others, are none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from corpus.geometry import Box, hull
from corpus.lexicon import Lexicon
from corpus.pages import Block, Cell, Role, Table
from extract.addressees import addressed_by, addressed_in, is_advice
from extract.content import Content
from extract.cover import Cover
from extract.drafts import Draft
from extract.labelled import Labelled, labelled
from extract.laid import LaidText, concatenated
from extract.lines import line_text
from extract.profile import Names, load_profile, names_of
from extract.sheets import frames_of, outermost

_BODY = (Role.PARAGRAPH, Role.LIST_ITEM, Role.HEADING, Role.TITLE, Role.CALLOUT)
_LONGEST_LABEL = 20  # words
_NOTHING = LaidText("", ())


@cache
def _names() -> Names:
    return names_of(load_profile("evaluation")["fields"])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load_profile("evaluation")["patterns"][name])


@dataclass(slots=True)
class _Advice:
    """A recommendation while it is read."""

    number: str | None
    label: LaidText = _NOTHING
    text: LaidText = _NOTHING
    named: tuple[str, ...] = ()  # in a line of its own, or by the heading of its group
    summed: tuple[str, ...] = ()  # in a table that repeats it
    frame: tuple[int, int] | None = None  # page and box that it stands in
    is_closed: bool = False
    is_inline: bool = False  # its text stands in the paragraph that its number opens
    is_bullet: bool = False


def read_evaluation(content: Content, cover: Cover, lexicon: Lexicon) -> list[Draft]:
    """All recommendations of an evaluation."""
    reader = _Reader(content, cover.title or "", lexicon)
    reader.read()
    return reader.drafts()


def number_at_start(text: str) -> tuple[str, int] | None:
    """The number of a recommendation at the head of a text, and where what follows it begins.

    None where the text only speaks of a recommendation ("Recommendation 3 of that time …").
    """
    match = re.match(r"(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?" + _pattern("number").pattern, text)
    if match is None:
        return None
    number = match["number"].strip()
    if not match["word"] and not re.match(r"R", number):
        return None
    rest = text[match.end() :]
    sign = re.match(r"\s*(?:[–—:·|.)/-]\s*|$)|\s+(?=[\"“‘(A-ZÀ-Þ0-9])", rest)
    if sign is None or re.match(r"\s*(?:and|or|to|,)\s*(?:R(?:ec)?\.? ?)?\d|[.,]\d", rest):
        return None
    return number, match.end() + sign.end()


class _Reader:
    """Goes through the evaluation once; tables come last, since most of them repeat the text."""

    def __init__(self, content: Content, title: str, lexicon: Lexicon) -> None:
        self._content = content
        self._title = title
        self._lexicon = lexicon
        self._found: list[_Advice] = []
        self._open: _Advice | None = None
        self._in_section = False  # below a heading on recommendations
        self._of_others = False
        self._group: tuple[str, ...] = ()
        self._frames = {page.number: frames_of(page) for page in content.pages}

    def read(self) -> None:
        blocks: list[Block] = []
        tables: list[tuple[Table, bool]] = []
        for item in self._content.flow:
            if isinstance(item, Table):
                self._read_blocks(blocks)
                blocks = []
                self._open = None
                tables.append((item, self._of_others))
            elif item.role in _BODY:
                blocks += _cut_at_numbers(item)
        self._read_blocks(blocks)
        for table, of_others in tables:
            if not of_others:
                self._read_table(table)

    # --- text ------------------------------------------------------------------------------------------------------

    def _read_blocks(self, blocks: Sequence[Block]) -> None:
        by_place = {(b.page, b.box.top): b for b in blocks}
        for piece in labelled(blocks, self._content, _names(), in_brackets=True):
            block = by_place.get((piece.page, piece.top))
            self._take(piece, block.box if block else None)

    def _take(self, piece: Labelled, box: Box | None) -> None:
        if piece.field is not None and not (piece.label and self._heads(piece.label)):
            self._take_labelled(piece)
            return
        text = piece.text.text or piece.label
        arrow = re.match(r"(?:→|➔|►|▶|=>|>)\s*", text)
        if arrow and self._open is not None:
            self._open.named = self._open.named or addressed_by(text[arrow.end() :], self._lexicon)
            self._open.is_closed = True
            return
        found = number_at_start(text)
        is_head = found is not None and (piece.stands_out or _begins_bold(piece.text) or len(text) <= found[1] + 2)
        if found is not None and is_head and not self._of_others:
            self._begin(found[0], piece.text.sliced(found[1], len(text)), piece, box)
            return
        if piece.stands_out and not is_advice(text):
            self._take_heading(piece)
            return
        item = re.match(r"\(?(?P<number>\d{1,2}|[a-z])[.)]\s+", text)
        if self._in_section and not self._of_others and self._begins_item(piece, item):
            rest = piece.text.sliced(item.end() if item else _mark(text), len(text))
            self._begin(item["number"] if item else None, rest, piece, box)
            return
        self._go_on(piece, box)

    def _heads(self, label: str) -> bool:
        """Whether a label alone is the heading of a section: plural, or where no recommendation is open."""
        return self._open is None or bool(re.search(r"\w{5,}s$", label.strip(" :")))

    def _begins_item(self, piece: Labelled, item: re.Match[str] | None) -> bool:
        """Whether a paragraph below a heading on recommendations is one of them: a numbered item, or a bold lead."""
        if item is not None and item["number"].isdigit():
            return self._open is None or self._open.number is None or _follows(self._open.number, item["number"])
        rest = piece.text.sliced(_mark(piece.text.text), len(piece.text.text))
        lead = _bold_length(rest)
        if 0 < lead < len(rest.text) and is_advice(rest.text):
            return self._open is None or self._open.number is None
        is_next = self._open is None or self._open.is_bullet
        return item is None and _mark(piece.text.text) > 0 and is_next and is_advice(piece.text.text)

    def _begin(self, number: str | None, rest: LaidText, piece: Labelled, box: Box | None) -> None:
        label, text = _label_and_text(rest)
        known = self._known(number)
        if known is not None and known.text.text:
            self._open = None
            return
        advice = known or _Advice(number)
        advice.label, advice.text = label, text
        advice.named = self._group
        advice.frame = self._frame(piece.page, box)
        advice.is_inline, advice.is_bullet = bool(text.text), number is None and _mark(piece.text.text) > 0
        if known is None:
            self._found.append(advice)
        self._open = advice

    def _go_on(self, piece: Labelled, box: Box | None) -> None:
        """A paragraph below a recommendation: its text, unless its box has ended."""
        advice = self._open
        if advice is None or advice.is_closed:
            return
        if advice.frame is not None and self._frame(piece.page, box) != advice.frame:
            self._open = None
            return
        is_whole = advice.text.text and not (piece.is_item or advice.text.text.rstrip().endswith((":", ",", ";")))
        if is_whole and advice.is_inline and advice.frame is None:
            self._open = None  # a paragraph of its own
            return
        text = piece.text.sliced(_mark(piece.text.text), len(piece.text.text))
        advice.text = concatenated([advice.text, text])

    def _take_labelled(self, piece: Labelled) -> None:
        advice = self._open
        if advice is None:
            return
        if piece.field == "addressees" and piece.text.text:
            advice.named = addressed_by(piece.text.text, self._lexicon)
        if piece.field == "recommendation":
            advice.text = piece.text if not advice.text.text else advice.text
            return
        if piece.field == "label":
            advice.label = piece.text if not advice.label.text else advice.label
            return
        advice.text = _without_bracket(advice.text)
        advice.is_closed = bool(advice.text.text)

    def _take_heading(self, piece: Labelled) -> None:
        text = (piece.text.text or piece.label).strip(" :")
        self._open = None
        if re.findall(r"\w+", text.casefold()) == re.findall(r"\w+", self._title.casefold()):
            return
        group = _pattern("group").match(re.sub(r"^\(?[\dA-Z.]{1,4}[.)]\s+", "", text))
        if group is not None and self._in_section:
            self._group = addressed_by(group["who"], self._lexicon)
            return
        in_section = bool(_pattern("section").search(text))
        self._of_others = bool(_pattern("others").search(text))
        self._in_section = in_section and not self._of_others
        self._group = addressed_by(group["who"], self._lexicon) if group is not None and in_section else ()

    def _frame(self, page: int, box: Box | None) -> tuple[int, int] | None:
        frames = self._frames.get(page, [])
        position = outermost(frames, box) if box is not None else None
        return (page, position) if position is not None else None

    def _known(self, number: str | None) -> _Advice | None:
        key = _key(number)
        return next((a for a in self._found if key and _key(a.number) == key), None)

    # --- tables ----------------------------------------------------------------------------------------------------

    def _columns(self, table: Table) -> tuple[dict[str, int], int] | None:
        for row in range(min(3, table.rows - 1)):
            found: dict[str, int] = {}
            for cell in table.row(row):
                if cell.row == row and cell.lines:
                    name = _names().field(self._content.read(cell.lines).text)
                    if name is not None:
                        found.setdefault(name, cell.column)
            if "recommendation" in found and len(found) >= 2:
                return found, row + 1
        return None

    def _read_table(self, table: Table) -> None:
        header = self._columns(table)
        if header is None:
            self._read_form(table)
            return
        columns, first = header
        if "status" in columns:
            return
        rows = [row for row in self._rows(table, columns, first) if row.text.text or row.label.text]
        told = [advice for advice in self._found if advice.text.text]
        repeats = bool(told) and sum(self._twin(row) is not None for row in rows) >= 0.5 * len(rows)
        in_order = bool(told) and not repeats and len(rows) == len(told)
        for position, row in enumerate(rows):
            twin = told[position] if in_order else self._twin(row)
            if twin is not None:
                twin.summed = twin.summed or row.named
                twin.number = twin.number or row.number
            elif not repeats:
                self._found.append(row)

    def _rows(self, table: Table, columns: dict[str, int], first: int) -> Iterator[_Advice]:
        last: _Advice | None = None
        for number in range(first, table.rows):
            cells = {c.column: c for c in table.row(number) if c.row == number and c.lines}
            texts = {name: self._content.read(cells[c].lines) for name, c in columns.items() if c in cells}
            if "recommendation" not in texts or (len(cells) == 1 and next(iter(cells.values())).column_span > 1):
                continue
            told = texts["recommendation"]
            printed = texts["number"].text.strip(" .()") if "number" in texts else None
            found = number_at_start(told.text) if printed is None else None
            if found is not None:
                printed, told = found[0], told.sliced(found[1], len(told.text))
            elif printed is not None:
                inner = number_at_start(printed)
                printed = inner[0] if inner is not None and inner[1] >= len(printed) else printed
            if "number" in columns and printed is None and last is not None:
                last.text = concatenated([last.text, told])  # a row without its number goes on
                continue
            label, text = _label_and_text(told)
            if "label" in texts:
                label, text = texts["label"], told
            named = (
                addressed_by("; ".join(self._lines(cells[columns["addressees"]])), self._lexicon)
                if "addressees" in texts
                else ()
            )
            last = _Advice(printed, label, text, named)
            yield last

    def _lines(self, cell: Cell) -> list[str]:
        """The entries of a cell: one a line where no line ends within an entry."""
        text = self._content.read(cell.lines)
        starts = [*text.line_starts(), len(text.text)]
        lines = [text.text[a:b].strip() for a, b in pairwise(starts)]
        known = all(self._lexicon.body(line) or line in load_profile("evaluation")["actors"]["names"] for line in lines)
        return lines if known else [text.text]

    def _twin(self, row: _Advice) -> _Advice | None:
        """The recommendation of the text that a row repeats: by its number, else by its words."""
        known = self._known(row.number)
        if known is not None:
            return known
        words = set(re.findall(r"\w{4,}", f"{row.label.text} {row.text.text}".casefold()))
        for advice in self._found:
            own = set(re.findall(r"\w{4,}", f"{advice.label.text} {advice.text.text}".casefold()))
            if words and len(words & own) >= 0.6 * len(words):
                return advice
        return None

    def _read_form(self, table: Table) -> None:
        """A table that is one recommendation, or several: number and label above, then labels and values."""
        for number in range(table.rows):
            cells = [c for c in table.row(number) if c.row == number and c.lines]
            if not cells:
                continue
            texts = [self._content.read(c.lines) for c in cells]
            place = (cells[0].parts[0].page, cells[0].parts[0].box.top)
            name = _names().exact(texts[0].text.strip(" :")) if len(texts[0].text) <= 60 else None
            found = number_at_start(texts[0].text)
            if found is not None:
                rest = concatenated([texts[0].sliced(found[1], len(texts[0].text)), *texts[1:]])
                self._begin(found[0], rest, Labelled(None, rest, *place), None)
            elif name is not None and len(cells) > 1:
                value = concatenated(texts[1:])
                inner = number_at_start(value.text) or (value.text, 0) if name == "number" else None
                if inner is not None:
                    self._begin(
                        inner[0],
                        value.sliced(inner[1], len(value.text)) if inner[1] else _NOTHING,
                        Labelled(None, value, *place),
                        None,
                    )
                else:
                    self._take_labelled(Labelled(name, value, *place))
            elif self._open is not None and len(cells) == 1:
                for piece in _labels_in(texts[0], cells[0], self._content):
                    self._take(piece, None)

    # --- records ---------------------------------------------------------------------------------------------------

    def drafts(self) -> list[Draft]:
        return [self._draft(advice) for advice in self._found if advice.text.text or advice.label.text]

    def _without_names(self, text: LaidText) -> tuple[LaidText, tuple[str, ...]]:
        """A text without the bracket at its end that holds nothing but those addressed, and who they are."""
        match = re.search(r"\s*[(\[](?P<names>[^()\[\]]{3,120})[)\]]\s*\.?$", text.text)
        if match is None:
            return text, ()
        known = load_profile("evaluation")["actors"]["names"]
        parts = re.split(r"\s*[;,/]\s*|\s+and\s+", match["names"])
        bare = [re.sub(r"^(?:the|to|for)\s+", "", part, flags=re.IGNORECASE) for part in parts]
        if not all(self._lexicon.body(part) or part in known for part in bare):
            return text, ()
        return text.sliced(0, match.start()), addressed_by("; ".join(bare), self._lexicon)

    def _draft(self, advice: _Advice) -> Draft:
        read, bracketed = self._without_names(_without_bracket(advice.text) if advice.text.text else advice.label)
        label = advice.label.text.rstrip(" .:–—-") or None
        people = advice.named or bracketed or addressed_in(read.text, self._lexicon) or advice.summed
        return Draft(
            "recommendation",
            read.text,
            read.spans(),
            number=advice.number,
            title=label,
            fields={"addressees": list(people)},
            confidence=0.95 if advice.number else 0.75,
        )


def _labels_in(text: LaidText, cell: Cell, content: Content) -> Iterator[Labelled]:
    del content
    yield Labelled(None, text, cell.parts[0].page, cell.parts[0].box.top)


def _key(number: str | None) -> str:
    """Numbers as they are compared: "R1", "Rec. 1" and "1" are one."""
    return re.sub(r"^r(?:ec)?(?=\d)", "", re.sub(r"[^\w.]|\.$|(?<=c)\.", "", (number or "").casefold()))


def _follows(last: str, number: str) -> bool:
    digits = re.findall(r"\d+", last)
    return bool(digits) and int(number) == int(digits[-1]) + 1


def _mark(text: str) -> int:
    """How long the bullet is with which a text begins."""
    match = re.match(r"[•▪●○◦‣➢■□*–—-]\s+", text)
    return match.end() if match else 0


def _begins_bold(text: LaidText) -> bool:
    return bool(text.words) and text.words[0].word.font.bold


def _bold_length(text: LaidText) -> int:
    """How far the bold words reach with which a text begins."""
    end = 0
    for placed in text.words:
        if not placed.word.font.bold:
            break
        end = placed.end
    return end


def _label_and_text(rest: LaidText) -> tuple[LaidText, LaidText]:
    """What follows a number: a label in another type or up to a sign, then the text; a label alone; or the text alone."""
    first = rest.words[0].word.font if rest.words else None
    if first is None:
        return _NOTHING, _NOTHING
    end = next(
        (p.start for p in rest.words if (p.word.font.bold, p.word.font.italic) != (first.bold, first.italic)), None
    )
    if end is not None and (first.bold or first.italic) and len(rest.text[:end].split()) <= _LONGEST_LABEL:
        return _tidy(rest.sliced(0, end)), _tidy(rest.sliced(end, len(rest.text)))
    words = len(rest.text.split())
    is_sentence = is_advice(rest.text) and (words >= 6 or rest.text.rstrip().endswith("."))
    is_long = words > _LONGEST_LABEL or is_sentence
    sign = re.match(r"(?P<label>[^.:;–—]{3,90}?)(?:\s[–—-]\s|:\s)(?=\S)", rest.text)
    if is_long and sign and not is_advice(sign["label"]) and is_advice(rest.text[sign.end() :]):
        return rest.sliced(0, sign.end("label")), rest.sliced(sign.end(), len(rest.text))
    return (_NOTHING, rest) if is_long else (rest, _NOTHING)


def _tidy(text: LaidText) -> LaidText:
    start = len(text.text) - len(text.text.lstrip(" .:–—-·|"))
    return text.sliced(start, len(text.text))


def _without_bracket(text: LaidText) -> LaidText:
    """A text without the bracket that opened a line of addressees behind it."""
    return text.sliced(0, len(text.text.rstrip(" ([")))


def _cut_at_numbers(block: Block) -> list[Block]:
    """A block that was joined over the number of a recommendation, as several."""
    cuts = [i for i, line in enumerate(block.lines) if i and line.bold and number_at_start(line_text(line))]
    cuts += [1] if not cuts and len(block.lines) > 1 and _is_bare_number(block) else []
    if not cuts:
        return [block]
    bounds = [0, *cuts, len(block.lines)]
    return [
        replace(
            block,
            lines=block.lines[a:b],
            box=hull(line.box for line in block.lines[a:b]),
            text=" ".join(map(line_text, block.lines[a:b])),
        )
        for a, b in pairwise(bounds)
    ]


def _is_bare_number(block: Block) -> bool:
    """Whether the first line of a block is a number alone, in bold."""
    found = number_at_start(line_text(block.lines[0]))
    return (
        found is not None
        and block.lines[0].bold
        and found[1] >= len(line_text(block.lines[0]))
        and not block.lines[1].bold
    )
