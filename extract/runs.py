"""How the text objects of a page are set: font, size, color, direction, told once for all that are set alike.

A trap that cost an afternoon: a "loose" character box has the font's height only where the font descriptor states ascent and
descent; LibreOffice's subsets do not, and the box shrinks to the glyph. Heights are therefore computed from base line and size.
"""

import math
from dataclasses import dataclass

from corpus.pages import Font
from extract import native
from extract.view import View
from extract.words import Run, run_of

_TINY_PT, _TINY_SHARE = 1.0, 500.0  # type below one point, on a page of a usual height, is not meant for readers

# Of text objects that are set alike: font, size, four parts of the matrix, red, green and blue, marked content.
_Style = tuple[int, float, float, float, float, float, int, int, int, int | None]


@dataclass(frozen=True, slots=True)
class _FontFacts:
    name: str
    bold: bool
    italic: bool
    ascent: float  # shares of the size
    descent: float


class Runs:
    """The runs of one page's text objects, without those of `unseen` ones, or of `only` some.

    What is known by an address lives no longer than a page: on the next one another font may stand there.
    """

    def __init__(
        self,
        text_page: int,
        view: View,
        own: frozenset[int],
        *,
        unseen: frozenset[int] = frozenset(),
        only: frozenset[int] | None = None,
    ) -> None:
        self.page, self.view = text_page, view
        self._own, self._unseen, self._only = own, unseen, only
        self._tiny = min(_TINY_PT, view.size[1] / _TINY_SHARE)
        self._fonts: dict[int, _FontFacts] = {}
        self._styles: dict[_Style, Run | None] = {}
        self._runs: dict[int, Run | None] = {}

    def of(self, address: int | None, position: int) -> Run | None:
        """What the letters of a text object share, the one at a position among them; None where they are left out."""
        if address is None:
            return None
        if address not in self._runs:
            self._runs[address] = self._read(address, position)
        return self._runs[address]

    def _read(self, address: int, position: int) -> Run | None:
        if address in self._unseen or (self._only is not None and address not in self._only):
            return None
        content = native.content_of(address) if address in self._own else -1
        style = (
            native.font_of(address) or 0,
            native.size_of(self.page, position),
            *native.letter_matrix_of(self.page, position)[:4],
            *native.fill_of(address)[:3],
            content if content >= 0 else None,
        )
        if style not in self._styles:
            self._styles[style] = self._styled(style)
        return self._styles[style]

    def _styled(self, style: _Style) -> Run | None:
        """The run of a style; None where it is too small to be read."""
        font, font_size, a, b, c, d, red, green, blue, content = style
        size = round(abs(font_size * math.hypot(c, d)), 2)
        if size < self._tiny:
            return None
        facts = self._fonts.get(font)
        if facts is None:
            facts = self._fonts[font] = _font_facts(font)
        dx, dy = self.view.direction(a, b)
        angle = round(math.degrees(math.atan2(dy, dx))) % 360
        type_face = Font(facts.name, size, facts.bold, facts.italic, red << 16 | green << 8 | blue)
        return run_of(type_face, facts.ascent, facts.descent, angle, content, is_level=dy == 0.0 and angle == 0)


def _font_facts(font: int) -> _FontFacts:
    name = native.font_name_of(font)
    name = name.split("+", 1)[1] if len(name) > 7 and name[6] == "+" else name
    flags, weight = native.font_style_of(font)
    lower = name.lower()
    bold = any(part in lower for part in ("bold", "black", "heavy", "semibold", "demi")) or bool(flags & 1 << 18)
    if not bold and weight >= 600 and not any(part in lower for part in ("regular", "light", "book", "roman")):
        bold = True
    italic = "italic" in lower or "oblique" in lower or bool(flags & 1 << 6)
    ascent, descent = native.font_reach_of(font)
    # Descriptors state anything from 0 to twice the truth, and the embedded font something else again. The box holds the
    # letters of text faces and nearly all of the em square above either base line or descent, which is what other tools
    # take for a letter's box (pdfminer, pdfplumber).
    stated = descent if -0.5 < descent < 0 else 0.0
    return _FontFacts(name, bold, italic, max(min(ascent, 1.0), 1.0 + stated, 0.95), max(min(stated, -0.2), -0.32))
