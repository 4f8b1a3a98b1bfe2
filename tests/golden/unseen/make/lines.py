"""Words set in lines: broken greedily, hyphenated, justified, with raised footnote marks and an optional drop cap.

reportlab's own paragraphs can't say which words stand in which line, and the gold of a magazine needs just that: a
paragraph that runs on in the next column is two blocks, and a word cut between them belongs to the first.
"""

import re
import subprocess
from dataclasses import dataclass
from functools import cache

import pyphen
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

_MARK = re.compile(r"\{(\d+)\}")
_CORE = re.compile(r"^([“(]*)([A-Za-z]{7,})([.,;:)”]*)$")
_LIGATURES = {"ffi": "\ufb03", "ffl": "\ufb04", "ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02"}
_BEFORE, _AFTER = 3, 3  # letters that a hyphen leaves on either side


@cache
def font(pattern: str) -> str:
    """Register the font that fontconfig finds for a pattern, and give its name in reportlab."""
    name = re.sub(r"\W+", "-", pattern)
    file = subprocess.run(["fc-match", "-f", "%{file}", pattern], check=True, capture_output=True, text=True).stdout
    pdfmetrics.registerFont(TTFont(name, file))
    return name


@cache
def _dictionary() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB")


@cache
def _has(name: str, letter: str) -> bool:
    return ord(letter) in pdfmetrics.getFont(name).face.charToGlyph


@dataclass(frozen=True)
class Face:
    """A font in a size, with the distance of its lines."""

    name: str
    size: float
    leading: float
    ligatures: bool = False

    def glyphs(self, text: str) -> str:
        """The letters as they are drawn: ligatures where the font has them."""
        if self.ligatures:
            for letters, ligature in _LIGATURES.items():
                if _has(self.name, ligature):
                    text = text.replace(letters, ligature)
        return text

    def width(self, text: str) -> float:
        return pdfmetrics.stringWidth(self.glyphs(text), self.name, self.size)


@dataclass(frozen=True)
class Piece:
    """A word or a part of one; ``mark`` is the footnote after it, ``cut`` says that the word goes on after a hyphen."""

    text: str
    mark: int = 0
    cut: bool = False


@dataclass(frozen=True)
class Line:
    """Pieces of one line; the last line of a paragraph is not justified. ``indent`` makes room for a drop cap."""

    pieces: tuple[Piece, ...]
    last: bool
    indent: float = 0.0


def _pieces(text: str) -> list[Piece]:
    found = []
    for word in text.split():
        mark = _MARK.search(word)
        found.append(Piece(_MARK.sub("", word), int(mark[1]) if mark else 0))
    return found


def _width(face: Face, piece: Piece) -> float:
    mark = pdfmetrics.stringWidth(str(piece.mark), face.name, face.size * 0.6) if piece.mark else 0.0
    return face.width(piece.text + ("-" if piece.cut else "")) + mark


def _cut(face: Face, piece: Piece, room: float) -> tuple[Piece, Piece] | None:
    """The longest beginning of a word that fits with a hyphen, and its rest."""
    parts = _CORE.match(piece.text)
    if parts is None:
        return None
    for position in sorted(_dictionary().positions(parts[2]), reverse=True):
        if position < _BEFORE or len(parts[2]) - position < _AFTER:
            continue
        head = Piece(parts[1] + parts[2][:position], cut=True)
        if _width(face, head) <= room:
            return head, Piece(parts[2][position:] + parts[3], piece.mark)
    return None


def break_lines(
    face: Face, text: str, width: float, *, hyphenate: bool = True, indents: tuple[float, ...] = ()
) -> list[Line]:
    """Break a text into lines of at most ``width`` points; the first ones are shorter by ``indents``."""
    waiting = _pieces(text)
    lines: list[Line] = []
    line: list[Piece] = []
    used = 0.0
    space = face.width(" ")
    while waiting:
        piece = waiting.pop(0)
        indent = indents[len(lines)] if len(lines) < len(indents) else 0.0
        before = space if line else 0.0
        if used + before + _width(face, piece) <= width - indent:
            line.append(piece)
            used += before + _width(face, piece)
            continue
        halves = _cut(face, piece, width - indent - used - before) if hyphenate else None
        if halves:
            line.append(halves[0])
            waiting.insert(0, halves[1])
        elif not line:
            line.append(piece)
        else:
            waiting.insert(0, piece)
        lines.append(Line(tuple(line), False, indent))
        line, used = [], 0.0
    if line:
        indent = indents[len(lines)] if len(lines) < len(indents) else 0.0
        lines.append(Line(tuple(line), True, indent))
    return lines


def spell(lines: list[Line], head: str = "", tail: list[Line] | None = None) -> str:
    """The words of some lines as typed: broken words joined.

    A word that the last line cuts is taken from ``tail``; the rest of one that the lines before had begun (``head``) is
    left out.
    """
    words: list[str] = []
    open_word = bool(head)
    for position, line in enumerate(lines):
        for piece in line.pieces:
            if open_word:
                if position or words:
                    words[-1] += piece.text
                open_word = False
            else:
                words.append(piece.text)
            if piece.cut:
                open_word = True
    if open_word and tail:
        words[-1] += tail[0].pieces[0].text
    return " ".join(words)


def marks(lines: list[Line]) -> list[int]:
    """Footnotes marked in some lines, in order."""
    return [piece.mark for line in lines for piece in line.pieces if piece.mark]


def draw_lines(
    canvas: Canvas,
    face: Face,
    lines: list[Line],
    x: float,
    y: float,
    width: float,
    *,
    justify: bool,
    center: bool = False,
) -> None:
    """Draw lines from baseline ``y`` (reportlab's origin) downwards."""
    for line in lines:
        natural = sum(_width(face, piece) for piece in line.pieces)
        gaps = len(line.pieces) - 1
        room = width - line.indent
        space = face.width(" ")
        if justify and not line.last and gaps:
            space = (room - natural) / gaps
        at = x + line.indent
        if center:
            at += (room - natural - gaps * space) / 2
        for position, piece in enumerate(line.pieces):
            canvas.setFont(face.name, face.size)
            text = face.glyphs(piece.text + ("-" if piece.cut else ""))
            follows = position < gaps and not piece.mark
            canvas.drawString(at, y, text + (" " if follows else ""))
            at += pdfmetrics.stringWidth(text, face.name, face.size)
            if piece.mark:
                canvas.setFont(face.name, face.size * 0.6)
                canvas.drawString(at, y + face.size * 0.36, str(piece.mark))
                at += pdfmetrics.stringWidth(str(piece.mark), face.name, face.size * 0.6)
            at += space
        y -= face.leading
