"""Recommendations in running text.

One begins with its number at the head of a heading, box or paragraph, or as an item of a list below a heading on
recommendations. What stands below it up to the next heading, label or the end of its box is its text. Sentences that only
mention a recommendation, and those of others, are none.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.geometry import Box, hull
from corpus.lexicon import Lexicon
from corpus.pages import Block, Line, Role
from extract.advice.addressees import addressed_by, is_advice
from extract.advice.advice import NOTHING, Advice, Collection, without_bracket
from extract.advice.numbering import bullet_length, follows, number_at_start, pattern
from extract.content import Content
from extract.frames import find_frames
from extract.labelled import Labelled, labelled
from extract.laid import LaidText, concatenated
from extract.lines import line_text
from extract.profile import Names
from extract.sentences import sentences

BODY = (Role.PARAGRAPH, Role.LIST_ITEM, Role.HEADING, Role.TITLE, Role.CALLOUT)
_ITEM = re.compile(r"\(?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}|[a-z])[.)]\s+|(?P<plain>\d{1,2}(?:\.\d{1,2}){1,2})\s+")
_ARROW = re.compile(r"(?:→|➔|►|▶|=>|>)\s*")


class TextReader:
    """Goes through the running text once."""

    def __init__(self, content: Content, title: str, found: Collection, names: Names, lexicon: Lexicon) -> None:
        self._content = content
        self._title = title
        self._found = found
        self._names = names
        self._lexicon = lexicon
        self._open: Advice | None = None
        self._in_section = False  # below a heading on recommendations
        self._group: tuple[str, ...] = ()
        self.of_others = False  # below a heading on those of others
        self._frames = {page.number: [f.box for f in find_frames(page, page.words)] for page in content.pages}

    def read(self, blocks: Sequence[Block]) -> None:
        """Read blocks between two tables."""
        cut = [part for block in blocks for part in _cut_at_numbers(block)]
        by_place = {(b.page, b.box.top): b for b in cut}
        for piece in labelled(cut, self._content, self._names, in_brackets=True):
            block = by_place.get((piece.page, piece.top))
            self.take(piece, block.box if block else None)

    def read_told(self) -> None:
        """Sentences anywhere that say that something is recommended; for a paper that sets out none."""
        for block in self._content.blocks:
            if block.role not in BODY or not block.lines:
                continue
            text = self._content.read(block.lines)
            for start, end in sentences(text.text):
                if pattern("opening").match(text.text[start:end]):
                    self._tell(text.sliced(start, end), block)

    def _tell(self, sentence: LaidText, block: Block) -> None:
        """A sentence with its number in a bracket at its end, if it has one."""
        bracket = re.search(r"\s*\((?P<inner>[^()]{2,40})\)\s*\.?$", sentence.text)
        found = number_at_start(bracket["inner"]) if bracket else None
        told = sentence.sliced(0, bracket.start()) if bracket and found else sentence
        piece = Labelled(None, told, block.page, block.box.top)
        self.begin(found[0] if found else None, NOTHING, told, piece=piece, box=None)

    def close(self) -> None:
        """What follows belongs to no recommendation that is open."""
        self._open = None

    # --- pieces ----------------------------------------------------------------------------------------------------

    def take(self, piece: Labelled, box: Box | None = None) -> None:
        """One piece of text."""
        if piece.field is not None and not (piece.label and self._heads(piece.label)):
            self.take_labelled(piece)
            return
        text = piece.text.text or piece.label
        arrow = _ARROW.match(text)
        if arrow and self._open is not None:
            self._open.named = self._open.named or addressed_by(text[arrow.end() :], self._lexicon)
            self._open.is_closed = True
            return
        bullet = bullet_length(piece.text.text)
        found = number_at_start(text[bullet:])
        is_head = found is not None and (
            piece.stands_out or _is_bold_at(piece.text, bullet) or len(text) <= found[1] + 2
        )
        if found is not None and is_head and not self.of_others:
            named, rest = self._found.names_first(piece.text.sliced(bullet + found[1], len(text)))
            self.begin(found[0], *self._found.label_and_text(rest), piece=piece, box=box, named=named)
        elif piece.stands_out and not is_advice(text) and not self._is_item(piece, _ITEM.match(text)):
            self._take_heading(piece)
        elif not self._take_item(piece, box):
            self._go_on(piece, box)

    def _heads(self, label: str) -> bool:
        """Whether a label alone is the heading of a section: plural, or where no recommendation is open."""
        return self._open is None or bool(re.search(r"\w{5,}s$", label.strip(" :")))

    def _is_item(self, piece: Labelled, item: re.Match[str] | None) -> bool:
        """Whether a piece that stands out is an item in bold with its text behind it."""
        return item is not None and self._in_section and 0 < _bold_length(piece.text) < len(piece.text.text)

    def _take_item(self, piece: Labelled, box: Box | None) -> bool:
        """Begin a recommendation that its place tells: an item of a list below a heading on recommendations, or a numbered
        paragraph that says that something is recommended."""
        text = piece.text.text
        item = _ITEM.match(text)
        number = (item["number"] or item["plain"]) if item else None
        rest = piece.text.sliced(item.end() if item else bullet_length(text), len(text))
        is_told = item is not None and bool(pattern("opening").match(rest.text))
        if self.of_others or not (is_told or (self._in_section and self._begins_item(piece, number, rest))):
            return False
        label, advice = self._found.label_and_text(rest)
        if label.text and not advice.text:
            label, advice = NOTHING, label  # an item is what is recommended, whether or not it ends in a stop
        self.begin(number, label, advice, piece=piece, box=box)
        return True

    def _begins_item(self, piece: Labelled, number: str | None, rest: LaidText) -> bool:
        """Whether a paragraph below a heading on recommendations is one of them: a numbered item, a bullet, or a bold lead."""
        if number is not None and number[:1].isdigit():
            return self._open is None or self._open.number is None or follows(self._open.number, number)
        lead = _bold_length(rest)
        if 0 < lead < len(rest.text) and is_advice(rest.text):
            return self._open is None or self._open.number is None
        is_next = self._open is None or self._open.is_bullet
        return number is None and bullet_length(piece.text.text) > 0 and is_next and is_advice(piece.text.text)

    def begin(
        self,
        number: str | None,
        label: LaidText,
        text: LaidText,
        *,
        piece: Labelled,
        box: Box | None,
        named: tuple[str, ...] = (),
    ) -> None:
        """A recommendation begins; where it only repeats one, nothing is open."""
        advice = Advice(number, label, text, named=named, group=self._group)
        known = self._found.known(number)
        same = next((a for a in known if self._repeats(a, advice)), None)
        if same is not None and same.text.text:
            self._open = None
            return
        if same is not None:
            same.label, same.text, same.named, same.group = label, text, advice.named, advice.group
            advice = same
        else:
            self._found.add(advice)
        advice.frame = self._frame(piece.page, box)
        advice.is_inline, advice.is_bullet = bool(text.text), number is None and bullet_length(piece.text.text) > 0
        self._open = advice

    def _repeats(self, known: Advice, advice: Advice) -> bool:
        """Whether what has the number of another one is the same; each group may count anew."""
        if advice.group != known.group and known.group and advice.group:
            return False
        words = advice.words()
        return not words or len(words & known.words()) >= 0.5 * min(len(words), len(known.words()) or 1)

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
        text = piece.text.sliced(bullet_length(piece.text.text), len(piece.text.text))
        advice.text = concatenated([advice.text, text])

    def take_labelled(self, piece: Labelled) -> None:
        """What a label says of the open recommendation."""
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
        without_bracket(advice)
        advice.is_closed = bool(advice.text.text)

    def _take_heading(self, piece: Labelled) -> None:
        """A heading: the label of a recommendation whose number stands alone above it, or of a section or group."""
        advice = self._open
        if (
            advice is not None
            and not advice.label.text
            and not advice.text.text
            and not advice.is_closed
            and piece.text.text
        ):
            advice.label = piece.text
            return
        text = (piece.text.text or piece.label).strip(" :")
        self._open = None
        if re.findall(r"\w+", text.casefold()) == re.findall(r"\w+", self._title.casefold()):
            return
        group = pattern("group").match(re.sub(r"^\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Z])[.)]?\s+", "", text))
        if group is not None and self._in_section:
            self._group = addressed_by(group["who"], self._lexicon)
            return
        in_section = bool(pattern("section").search(text))
        self.of_others = bool(pattern("others").search(text))
        self._in_section = in_section and not self.of_others
        self._group = addressed_by(group["who"], self._lexicon) if group is not None and in_section else ()

    def _frame(self, page: int, box: Box | None) -> tuple[int, int] | None:
        frames = self._frames.get(page, [])
        at = next((i for i, frame in enumerate(frames) if box is not None and frame.holds_center_of(box)), None)
        return (page, at) if at is not None else None


def _is_bold_at(text: LaidText, start: int) -> bool:
    word = next((p.word for p in text.words if p.start >= start), None)
    return word is not None and word.font.bold


def _bold_length(text: LaidText) -> int:
    """How far the bold words reach with which a text begins."""
    end = 0
    for placed in text.words:
        if not placed.word.font.bold:
            break
        end = placed.end
    return end


def _cut_at_numbers(block: Block) -> list[Block]:
    """A block that was joined over the number of a recommendation or a heading, as several."""
    cuts = [i for i, line in enumerate(block.lines) if i and _stands_alone(line, block.lines[i - 1])]
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


def _stands_alone(line: Line, above: Line) -> bool:
    """Whether a line begins with a number in bold, or is bold below one that is not."""
    first = line.words[0].font.bold
    is_heading = all(w.font.bold for w in line.words) and not any(w.font.bold for w in above.words)
    return (first and number_at_start(line_text(line)) is not None) or is_heading


def _is_bare_number(block: Block) -> bool:
    """Whether the first line of a block is a number alone, in bold."""
    first = line_text(block.lines[0])
    found = number_at_start(first)
    return found is not None and block.lines[0].bold and found[1] >= len(first) and not block.lines[1].bold
