"""Pages that are read off their pictures: which ones, by what, and what became of them.

A page whose text is missing or can't be trusted is drawn and read by OCR; words that the file does show are kept, and
only what they leave out is taken from the picture. What a scanner has read and laid under its picture is used where it is
good. One page at a time: no picture outlives its page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.errors import Failure
from corpus.geometry import Box, Turn
from corpus.pages import Page, Rule, Word
from corpus.records import Span
from extract.allowance import more_time
from extract.pdf import PdfFile
from extract.render import Picture, render
from extract.scans.engines import Setting, engine, remedy
from extract.scans.ink import is_paper
from extract.scans.legibility import LOST, Score, beside, combined, is_better, is_doubtful, may_be_scan, score
from extract.scans.letters import Engine
from extract.scans.ocr import Scan, read_picture, straightened
from extract.scans.settle import settle

SECONDS = 12.0  # what reading one picture may take; 2 to 6 on one core
_SCALE = 200 / 72  # pixels a point
_LEAST_SIDE = 1_600  # pixels of the longer side: pages in odd units are small
_GOOD_LAYER = 0.5  # the value of a scanner's words
_COARSEST = 0.1  # pixels a point of the largest picture that is drawn: letters of 80 points would have 8
_MOST_VAIN = 3  # garbled pages, one after the other, whose pictures say nothing better
_FEW_LETTERS = 12  # fewer on a whole page are what a photograph happens to show


@dataclass(frozen=True, slots=True)
class Legible:
    """All pages, those included that were read off their pictures.

    Args:
        pages: in order.
        by_scanner: numbers of the pages whose words a scanner has read.
        unread: of those that show something in which no letter could be read.
        doubtful: of those whose text may be wrong.
        certainty: of those that OCR has read, with how sure their letters are, in [0, 1].
        missing: what would read the rest, where it is not there; else empty.
    """

    pages: tuple[Page, ...]
    by_scanner: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()
    doubtful: tuple[int, ...] = ()
    certainty: Mapping[int, float] = field(default_factory=dict)
    missing: str = ""

    @property
    def turns(self) -> dict[int, Turn]:
        """How pages were turned that did not lie straight."""
        return {page.number: page.turn for page in self.pages if page.turn is not None}

    def place(self, page: int | None, box: Box | None) -> Box | None:
        """Where a box of a page, as it was read, stands on the page as displayed."""
        turn = self.turns.get(page) if page is not None else None
        return box if box is None or turn is None else turn.back(box).rounded()

    def places(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Places on pages as they were read as places on the pages as displayed."""
        return tuple(Span(span.page, self.place(span.page, span.box)) for span in spans)


def read_scanned(pdf: PdfFile, pages: Sequence[Page], setting: Setting = "rapidocr") -> Legible:
    """Read what the file itself does not say.

    Args:
        pdf: the open file, of which pictures are drawn.
        pages: its pages as they were read.
        setting: what reads pictures.
    """
    scores = [score(word.text for word in page.words) for page in pages]
    paper = combined(scores)
    out = list(pages)
    layered = [n for n, page in enumerate(pages) if may_be_scan(page) and _is_layer(page)]
    scanned = [n for n, page in enumerate(pages) if may_be_scan(page) and not _is_layer(page)]
    garbled = [n for n, own in enumerate(scores) if n not in layered and n not in scanned and is_doubtful(own, paper)]
    reader = engine(setting) if scanned or garbled else None
    for n in layered:
        out[n] = _with_layer(pages[n], _drawn(pdf, pages[n]))
    read: dict[int, Scan] = {}
    if reader is not None:
        read = _read(pdf, pages, scanned, {n: scores[n] for n in garbled}, reader)
    certainty: dict[int, float] = {}
    for n, scan in zip(read, settle(list(read.values())), strict=True):
        page = pages[n]
        found = _with_scan(page, scan) if n in scanned else _with_letters(page, scan)
        if n in garbled and not is_better(score(word.text for word in found.words), scores[n]):
            continue
        out[n] = found
        certainty[page.number] = scan.score
    return Legible(
        tuple(_without_lost(page) for page in out),
        by_scanner=tuple(pages[n].number for n in layered),
        unread=tuple(pages[n].number for n in scanned if n not in read and not pages[n].words),
        doubtful=tuple(pages[n].number for n in garbled if pages[n].number not in certainty),
        certainty=certainty,
        missing=remedy(setting) if reader is None and (scanned or garbled) else "",
    )


def _read(
    pdf: PdfFile, pages: Sequence[Page], scanned: Sequence[int], garbled: Mapping[int, Score], reader: Engine
) -> dict[int, Scan]:
    """What stands on the pictures of pages, by position; pages that can't be read are left out.

    Where the pictures of several garbled pages say nothing better than the file does, the others are not looked at: a long
    paper that only looks odd would take hours.
    """
    out = {}
    vain = 0
    for n in sorted((*scanned, *garbled)):
        if n in garbled and vain >= _MOST_VAIN:
            continue
        more_time(SECONDS)
        picture = _drawn(pdf, pages[n])
        if picture.x_scale < _COARSEST or picture.y_scale < _COARSEST:
            continue  # a page of a thousand meters
        if n in scanned and pages[n].words and not is_paper(picture):
            continue  # a photograph with a title
        try:
            out[n] = read_picture(picture, reader, turn=n in scanned)
        except Failure:
            continue
        if n in garbled:
            vain = 0 if is_better(score(word.text for word in out[n].words), garbled[n]) else vain + 1
    return out


def _drawn(pdf: PdfFile, page: Page) -> Picture:
    scale = max(_SCALE, _LEAST_SIDE / max(page.width, page.height))
    return render(pdf, page.number, scale)


def _is_layer(page: Page) -> bool:
    """Whether what a scanner has laid under its picture can be trusted."""
    if len(page.under) <= len(page.words):
        return False
    under = score(word.text for word in page.under)
    return not is_doubtful(under, under) and under.value >= _GOOD_LAYER


# --- pages of what was read ------------------------------------------------------------------------------------------


def _with_scan(page: Page, scan: Scan) -> Page:
    """A scan's page: what was read off its picture, beside the words that the file holds."""
    if sum(len(word.text) for word in scan.words) < _FEW_LETTERS:
        return page
    return _turned(page, scan.turn, scan.words, scan.rules)


def _with_layer(page: Page, picture: Picture) -> Page:
    """A scan's page whose words a scanner has read; its rules are those of the picture."""
    sheet = straightened(picture)
    words = page.under if sheet.turn is None else tuple(_moved(word, sheet.turn) for word in page.under)
    return _turned(page, sheet.turn, words, sheet.rules)


def _turned(page: Page, turn: Turn | None, words: Sequence[Word], rules: Sequence[Rule]) -> Page:
    width, height = (page.width, page.height) if turn is None else turn.size
    if turn is None:
        own, drawn, fills, images = page.words, page.rules, page.fills, page.images
    else:
        own = tuple(_moved(word, turn) for word in page.words)
        drawn = tuple(replace(rule, box=turn.forth(rule.box).rounded()) for rule in page.rules)
        fills = tuple(replace(fill, box=turn.forth(fill.box).rounded()) for fill in page.fills)
        images = tuple(turn.forth(image).rounded() for image in page.images)
    return replace(
        page,
        width=width,
        height=height,
        words=(*own, *beside(words, own)),
        rules=(*drawn, *rules),
        fills=fills,
        images=images,
        elements=(),
        under=(),
        turn=turn,
    )


def _moved(word: Word, turn: Turn) -> Word:
    return replace(word, box=turn.forth(word.box).rounded())


def _with_letters(page: Page, scan: Scan) -> Page:
    """A page whose fonts lie: the words of the picture, in the type and at the height of the file's words there."""
    return replace(page, words=tuple(_typed(word, page.words) for word in scan.words))


def _typed(word: Word, given: Sequence[Word]) -> Word:
    shares = [(box.area, other) for other in given if (box := word.box.intersection(other.box)) is not None]
    if not shares:
        return word
    _, nearest = max(shares, key=lambda share: share[0])
    if nearest.angle != word.angle:
        return word
    box = Box(word.box.x0, nearest.box.top, word.box.x1, nearest.box.bottom)
    return replace(nearest, text=word.text, box=box, glued=False)


def _without_lost(page: Page) -> Page:
    """A page without the signs that its fonts know no letter for."""
    if not any(LOST in word.text for word in page.words):
        return page
    words = (replace(word, text=word.text.replace(LOST, "")) for word in page.words)
    return replace(page, words=tuple(word for word in words if word.text))
