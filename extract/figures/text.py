"""Figures in running text: every sentence that holds a number, with the part that its heading or bold lead names."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.pages import Block, Line, Role
from extract.blocks import MARKER
from extract.breaks import paragraphs_in
from extract.figures.paper import Paper, Part, Told
from extract.figures.parts import PROGRAMME, Scope, is_note, names_area, scope_of
from extract.figures.sums import check_sentence
from extract.laid import LaidText
from extract.outline import glued, goes_on
from extract.periods import periods, reported
from extract.profile import load_profile
from extract.sentences import sentences
from extract.styles import body_style

RUNNING = (Role.PARAGRAPH, Role.LIST_ITEM, Role.CALLOUT)
_HEADINGS = (Role.HEADING, Role.TITLE)
_LONGEST_HEADING = 12  # words
_LONGEST_LEAD = 8
_EARLY = 12  # letters before a time that a short line tells


class TextReader:
    """Reads blocks in order, with the part that reigns; a paragraph that goes on over a page or column is one."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._headings: list[tuple[float, Scope]] = []  # those still open, with how high they stand
        self.part = paper.whole
        self._pending: tuple[Block, LaidText, Part] | None = None
        self._body = body_style(paper.content.blocks)
        self._depths = _depths(paper)

    def read(self, block: Block, part: Part | None = None) -> None:
        """A heading, or a paragraph of the part that reigns; of `part` where it is given."""
        if block.role in _HEADINGS or (part is None and block.role in RUNNING and self._stands_out(block)):
            self.close()
            self._read_heading(block)
        elif block.role in RUNNING and (parts := _entries(block)):
            self.close()
            self._read_entries(parts, part or self.part)
        elif block.role in RUNNING:
            self._read_paragraph(block, part or self.part)

    def close(self) -> None:
        """What is pending ends here."""
        if self._pending is None:
            return
        block, text, part = self._pending
        self._pending = None
        marker = block.marker or ""
        has_mark = bool(marker) and (not marker[:1].isdigit() or re.fullmatch(r"\d{1,2}(?:\.\d{1,2})*[.)]", marker))
        match = MARKER.match(text.text) if has_mark else None
        read_paragraph(self._paper, text.sliced(match.end(), len(text.text)) if match else text, part)

    def _read_paragraph(self, block: Block, part: Part) -> None:
        text = self._paper.content.read(block.lines)
        if self._pending is not None and goes_on(self._pending[0], block, self._pending[1]):
            joined = glued(self._pending[1], text, self._paper.content.spelling)
            self._pending = (block, joined, self._pending[2])
            return
        self.close()
        self._pending = (block, text, part)

    def _read_entries(self, entries: Sequence[Sequence[Line]], part: Part) -> None:
        """A box or list with one entry a line; a bold one names the part of those below it, and one may tell its time."""
        for lines in entries:
            text = self._paper.content.read(lines)
            if self._paper.quantities(text.text):
                read_paragraph(self._paper, text, part)
            elif all(line.bold for line in lines) and not self._body.bold and (scope := scope_of(text.text)).name:
                part = self._paper.part(scope)
            elif part is not self._paper.whole and part.period is None:
                part.period = next((p.text for p in periods(text.text) if p.start <= _EARLY), None)

    def _stands_out(self, block: Block) -> bool:
        """Whether a block that is no heading by its role is set as one: short, and bold or larger throughout."""
        text = block.text.rstrip()
        is_short = len(text.split()) <= _LONGEST_HEADING and not text.endswith((".", ";", ","))
        bold = not self._body.bold and all(line.bold for line in block.lines)
        larger = all(line.size_pt > 1.08 * self._body.size_pt for line in block.lines)
        return is_short and bool(block.lines) and (bold or larger) and not self._paper.quantities(text)

    def _read_heading(self, block: Block) -> None:
        if same_words(block.text, self._paper.title):
            self._headings.clear()
            self.part = self._paper.whole
            return
        if self._paper.has_cover and block.page == 1:
            return
        scope = scope_of(block.text)
        if scope.name is None and scope.period is not None and self.part is not self._paper.whole:
            self.part.period = self.part.period or scope.period.text  # a line with the time of the part above it
            return
        height = _height(block)
        self._headings = [entry for entry in self._headings if entry[0] > height]
        self._headings.append((height, scope))
        named = next((scope for _, scope in reversed(self._headings) if scope.name is not None), None)
        is_subtitle = self._depths.get(height, 0) == 1 and not self._paper.told and len(self._headings) == 1
        is_part = named is not None and (
            named.is_days or not is_subtitle or names_area(block.text, self._paper.lexicon)
        )
        self.part = self._paper.part(named) if named is not None and is_part else self._paper.whole


def _entries(block: Block) -> list[list[Line]]:
    """The entries of a block that is a list of short lines; empty where it is a paragraph."""
    found = paragraphs_in(block.lines) if len(block.lines) > 2 and block.marker is None else []
    return found if len(found) > 1 and len(found) >= len(block.lines) - 1 else []


def _depths(paper: Paper) -> dict[float, int]:
    """How many headings, the title aside, stand at each height."""
    found: dict[float, int] = {}
    for block in paper.content.blocks:
        if block.role in _HEADINGS and block.lines and not same_words(block.text, paper.title):
            found[_height(block)] = found.get(_height(block), 0) + 1
    return found


def _height(block: Block) -> float:
    """How high a heading stands, by its type."""
    line = block.lines[0]
    return line.size_pt + (0.2 if block.text.isupper() else 0.0) + (0.1 if line.bold else 0.0)


def same_words(one: str, two: str) -> bool:
    """Whether two texts have the same words, signs and case aside."""
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", two.casefold())


def read_paragraph(paper: Paper, text: LaidText, part: Part) -> None:
    """A paragraph; what stands before a colon, or in bold at the beginning of a line, names its part as a heading would."""
    cuts = [0, *(start for start in text.line_starts() if start and _bold_lead(text.sliced(start, len(text.text))))]
    for start, end in pairwise([*cuts, len(text.text)]):
        _read_led(paper, text.sliced(start, end), part)


def _read_led(paper: Paper, text: LaidText, part: Part) -> None:
    if is_note(text.text):
        return
    days = re.match(r"([^.:;]{6,100}?)\s?:\s", text.text)
    if days and (scope := scope_of(days.group(1))).is_days and not paper.quantities(days.group(1)):
        tell(paper, text, paper.part(scope))
        return
    lead = _bold_lead(text)
    scope = scope_of(text.text[:lead].rstrip(" .:–—-"))
    if lead and (scope.is_days or not paper.quantities(text.text[:lead])):
        part = part if scope.name is None else paper.part(scope)
        text = text.sliced(lead, len(text.text))
    tell(paper, text, part)


def tell(paper: Paper, read: LaidText, part: Part) -> None:
    """Every sentence that holds a number."""
    for start, end in sentences(read.text):
        sentence = read.sliced(start, end)
        found = paper.quantities(sentence.text)
        if part.is_days and part.period is None:
            part.period = next((p.text for p in periods(sentence.text) if p.grain != "years"), None)
        if found:
            check_sentence(paper, sentence, found)
            paper.told.append(Told(sentence, found, _part_of_sentence(sentence.text, part)))


def _part_of_sentence(text: str, part: Part) -> Part:
    """A sentence in a paper on action days may tell of the whole programme."""
    names = load_profile("results")["programme"]
    if part.scope == PROGRAMME or not part.is_days or not any(re.search(name, text) for name in names["names"]):
        return part
    if any(re.search(name, text, re.IGNORECASE) for name in names["none"]):
        return part
    return Part(PROGRAMME) if list(reported(text)) else part


def _bold_lead(text: LaidText) -> int:
    """How far the bold words reach with which a paragraph begins, if they end in a stop or colon; else 0."""
    end = 0
    for placed in text.words:
        if not placed.word.font.bold:
            break
        end = placed.end
    else:
        return 0
    lead = text.text[:end].rstrip()
    return end if lead.endswith((".", ":", "–", "—")) and len(lead.split()) <= _LONGEST_LEAD else 0


def is_prose(text: str) -> bool:
    """Whether a text is running text and neither tile nor label: it ends as a sentence does and is long enough.

    >>> is_prose("Officers from 12 countries inspected 640 vessels."), is_prose("13 408 arrests")
    (True, False)
    """
    words = text.split()
    small = sum(word[:1].islower() for word in words)
    return len(words) >= 5 and text.rstrip().endswith((".", "!", "?", ";", "”", ":", ".)")) and 2 * small >= len(words)
