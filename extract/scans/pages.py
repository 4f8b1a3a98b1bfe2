"""Pages that are read off their pictures: which ones, by what, and what became of them.

A page whose text is missing or can't be trusted is drawn and read by OCR; words that the file does show are kept, and
only what they leave out is taken from the picture. What a scanner has read and laid under its picture is used where it is
good. One page at a time: no picture outlives its page.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.errors import Failure
from corpus.geometry import Box, Turn
from corpus.pages import Page, Rule, Word
from extract.allowance import more_time
from extract.pdf import PdfFile
from extract.render import Picture, render
from extract.scans.engines import DEFAULT, Setting, engine, remedy
from extract.scans.ink import find_ink, is_paper
from extract.scans.legibility import LOST, combined, is_better, is_doubtful, score
from extract.scans.legible import Legible
from extract.scans.letters import Engine
from extract.scans.ocr import Scan, read_picture, straightened
from extract.scans.settle import settle

SECONDS = 12.0  # what reading one picture may take; 2 to 6 on one core
MOST = 500  # pages of one document that are read by OCR
_SCALE = 200 / 72  # pixels a point
_LEAST_SIDE = 1_600  # pixels of the longer side: pages in odd units are small
_COARSEST = 0.1  # pixels a point of the largest picture that is drawn: letters of 80 points would have 8
_GOOD_LAYER = 0.5  # the value of a scanner's words
_COVERS, _BARE_COVERS = (
    0.5,
    0.2,
)  # of the page: pictures that may be a scan, beside a few words and where there are none
_FEW_WORDS = 80  # beside a scan: what a registry prints on it
_OUTLINES = 300  # shapes on a page without words: letters may have been drawn as such
_FEW_LETTERS, _UNSURE = 12, 0.75  # fewer on a whole page, or less sure ones, are what a picture happens to show
_MOST_VAIN = 3  # pages, one after the other, whose font was suspected and whose pictures say nothing better
_BLANK = 0.002  # of a page: less ink is dust


class Need(StrEnum):
    """Why a page's own words are not enough."""

    LAYER = "layer"  # a scanner has read it, and its words lie under the picture
    SCAN = "scan"
    FONT = "font"  # a font says wrongly which letters it holds


def read_scanned(pdf: PdfFile, pages: Sequence[Page], setting: Setting = DEFAULT) -> Legible:
    """Read what the file itself does not say.

    Args:
        pdf: the open file, of which pictures are drawn.
        pages: its pages as they were read.
        setting: what reads pictures.
    """
    needs = needs_of(pages)
    wanted = [page for page in pages if needs.get(page.number, Need.LAYER) is not Need.LAYER]
    reader = engine(setting) if wanted else None
    silent: set[int] = set()
    read: dict[int, tuple[Page, float]] = {}
    if reader is not None:
        looks = list(_looks(pdf, wanted[:MOST], needs, reader))
        silent = {look.page.number for look in looks if look.is_silent}
        read = _read(looks)
    layered = {number for number, need in needs.items() if need is Need.LAYER}
    badly = {page.number for page in wanted if reader is None and page.under}  # better than nothing
    layers = {n: _with_layer(pages[n - 1], _drawn(pdf, pages[n - 1])) for n in sorted(layered | badly)}
    rest = [page for page in wanted if page.number not in read and page.number not in silent]
    return Legible(
        tuple(_without_lost(read[p.number][0] if p.number in read else layers.get(p.number, p)) for p in pages),
        {number: certainty for number, (_, certainty) in read.items()},
        by_scanner=tuple(sorted(layered)),
        unread=tuple(p.number for p in rest if needs[p.number] is Need.SCAN and not p.words and p.number not in badly),
        doubtful=tuple(p.number for p in rest if needs[p.number] is Need.FONT or p.number in badly),
        remedy=remedy(setting) if rest and reader is None else "",
    )


# --- which pages -----------------------------------------------------------------------------------------------------


def needs_of(pages: Sequence[Page]) -> dict[int, Need]:
    """Pages that have to be read by other means, by number, in order."""
    scores = [score(word.text for word in page.words) for page in pages]
    paper = combined(scores)
    needs = {}
    for page, own in zip(pages, scores, strict=True):
        if _is_picture(page):
            needs[page.number] = Need.LAYER if _is_layer(page) else Need.SCAN
        elif is_doubtful(own, paper):
            needs[page.number] = Need.FONT
    return needs


def _is_picture(page: Page) -> bool:
    """Whether a page may be a scan, a photograph with a title, or text that is drawn as shapes."""
    if len(page.words) > _FEW_WORDS:
        return False
    if not page.words and len(page.fills) + len(page.rules) >= _OUTLINES:
        return True
    return bool(page.images) and covered(page) >= (_COVERS if page.words else _BARE_COVERS)


def covered(page: Page, steps: int = 24) -> float:
    """The share of the page that pictures cover."""
    inside = 0
    for row in range(steps):
        for column in range(steps):
            x, y = (column + 0.5) / steps * page.width, (row + 0.5) / steps * page.height
            inside += any(box.x0 <= x <= box.x1 and box.top <= y <= box.bottom for box in page.images)
    return inside / steps**2


def _is_layer(page: Page) -> bool:
    """Whether what a scanner has laid under its picture can be trusted."""
    if len(page.under) <= len(page.words):
        return False
    under = score(word.text for word in page.under)
    return not is_doubtful(under, under) and under.value >= _GOOD_LAYER


# --- reading them ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Look:
    """What was seen on the picture of a page. It `is_silent` if nothing is missed where no text was read: the page is a
    photograph, or blank."""

    page: Page
    need: Need
    scan: Scan | None = None
    is_silent: bool = False


def _looks(pdf: PdfFile, pages: Sequence[Page], needs: Mapping[int, Need], reader: Engine) -> Iterator[_Look]:
    """Look at the pictures of pages, one after the other. Where those of several pages whose font is suspected say nothing
    better than the file does, others of that kind are left out: a long paper that only looks odd would take hours."""
    vain = 0
    for page in pages:
        need = needs[page.number]
        if need is Need.FONT and vain >= _MOST_VAIN:
            continue
        more_time(SECONDS)
        look = _look(pdf, page, need, reader)
        yield look
        if need is Need.FONT and look.scan is not None:
            seen, given = (score(word.text for word in words) for words in (look.scan.words, page.words))
            vain = 0 if is_better(seen, given) else vain + 1


def _look(pdf: PdfFile, page: Page, need: Need, reader: Engine) -> _Look:
    picture = _drawn(pdf, page)
    if min(picture.x_scale, picture.y_scale) < _COARSEST:
        return _Look(page, need)  # a page of a thousand meters
    is_photograph = need is Need.SCAN and not is_paper(picture)
    if is_photograph and page.words:
        return _Look(page, need, is_silent=True)
    try:
        scan = read_picture(picture, reader, turn=need is Need.SCAN)
    except Failure:
        return _Look(page, need)
    if need is Need.SCAN and (scan.letters < _FEW_LETTERS or scan.score < _UNSURE):
        is_blank = not page.images or float(find_ink(picture).mean()) < _BLANK
        return _Look(page, need, is_silent=is_photograph or is_blank)
    return _Look(page, need, scan)


def _drawn(pdf: PdfFile, page: Page) -> Picture:
    scale = max(_SCALE, _LEAST_SIDE / max(page.width, page.height))
    return render(pdf, page.number, scale)


def _read(looks: Sequence[_Look]) -> dict[int, tuple[Page, float]]:
    """The pages that OCR has read, by number, with how sure their letters are."""
    seen = [(look, look.scan) for look in looks if look.scan is not None]
    out = {}
    for (look, _), scan in zip(seen, settle([scan for _, scan in seen]), strict=True):
        page = look.page
        found = _with_scan(page, scan) if look.need is Need.SCAN else _with_letters(page, scan)
        given = score(word.text for word in page.words)
        if look.need is Need.SCAN or is_better(score(word.text for word in found.words), given):
            out[page.number] = found, scan.score
    return out


# --- pages of what was read ------------------------------------------------------------------------------------------


def _with_scan(page: Page, scan: Scan) -> Page:
    """A scan's page: what was read off its picture, beside the words that the file holds."""
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


def beside(words: Sequence[Word], taken: Sequence[Word]) -> list[Word]:
    """Words that stand where none of the others does."""
    boxes = [word.box.grown(1.0) for word in taken]
    return [word for word in words if not any(_shares(word.box, box) for box in boxes)]


def _shares(one: Box, two: Box) -> bool:
    both = one.intersection(two)
    return both is not None and both.area > 0.3 * min(one.area, two.area)


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
    return replace(nearest, text=word.text, box=box, glued=word.glued)


def _without_lost(page: Page) -> Page:
    """A page without the signs that its fonts know no letter for."""
    if not any(LOST in word.text for word in page.words):
        return page
    words = (replace(word, text=word.text.replace(LOST, "")) for word in page.words)
    return replace(page, words=tuple(word for word in words if word.text))
