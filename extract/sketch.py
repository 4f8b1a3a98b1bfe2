"""What was seen on a page, drawn over its picture."""

import io
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont

from corpus.geometry import Box
from corpus.pages import Block, Role
from extract.explain import Explanation, SeenCell
from extract.render import Picture

_FADED = 0.35  # of the page's picture, so that what is drawn over it stands out
_WORD, _RULE, _CELL, _WAY = (120, 170, 230), (240, 140, 20), (30, 150, 70), (110, 110, 110)
_COLORS = {
    Role.TITLE: (190, 20, 60),
    Role.HEADING: (190, 20, 60),
    Role.PARAGRAPH: (40, 80, 200),
    Role.LIST_ITEM: (120, 50, 190),
    Role.TABLE: (30, 150, 70),
    Role.CAPTION: (0, 130, 140),
    Role.CALLOUT: (200, 100, 0),
    Role.PULL_QUOTE: (200, 100, 0),
    Role.FIGURE_TEXT: (0, 130, 140),
    Role.FOOTNOTE: (130, 110, 40),
    Role.TOC: (90, 90, 160),
    Role.ABBREVIATION: (90, 90, 160),
    Role.HEADER: (110, 110, 110),
    Role.FOOTER: (110, 110, 110),
}
_TAG_PX, _CELL_TAG_PX = 15, 12

_Color = tuple[int, int, int]


def sketch(seen: Explanation) -> bytes:
    """A PNG of the page: words and rules thin, cells with row and column, blocks with order, role and level; a gray line
    goes from block to block in reading order."""
    paper = Image.fromarray(seen.picture.pixels)
    image = Image.blend(paper, Image.new("RGB", paper.size, "white"), _FADED)
    draw = ImageDraw.Draw(image)
    for word in seen.words:
        draw.rectangle(_pixels(word.box, seen.picture), outline=_WORD)
    for rule in seen.rules:
        draw.rectangle(_pixels(rule.box, seen.picture), outline=_RULE)
    for cell in seen.cells:
        draw.rectangle(_pixels(cell.box, seen.picture), outline=_CELL, width=2)
    blocks = [(block, _pixels(block.box.grown(1.5), seen.picture)) for block in seen.blocks]
    for block, box in blocks:
        draw.rectangle(box, outline=_COLORS[block.role], width=3)
    for one, two in pairwise(_way(blocks)):
        draw.line([one, two], fill=_WAY, width=2)
    for cell in seen.cells:
        _, _, x1, bottom = _pixels(cell.box, seen.picture)
        _tag(draw, (x1, bottom), _named(cell), _CELL, _CELL_TAG_PX, ends=True)
    for block, box in blocks:
        _tag(draw, box[:2], _told(block), _COLORS[block.role], _TAG_PX)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _pixels(box: Box, picture: Picture) -> tuple[int, int, int, int]:
    return (
        round(box.x0 * picture.x_scale),
        round(box.top * picture.y_scale),
        round(box.x1 * picture.x_scale),
        round(box.bottom * picture.y_scale),
    )


def _way(blocks: Sequence[tuple[Block, tuple[int, int, int, int]]]) -> Iterator[tuple[int, int]]:
    """Where each block begins, in reading order."""
    for _, (x0, top, _, _) in blocks:
        yield x0, top


def _told(block: Block) -> str:
    level = "" if block.level is None else f" {block.level}"
    goes_on = "" if block.continues is None else f" (of {block.continues})"
    return f"{block.order} {block.role.value.replace('_', ' ')}{level}{goes_on}"


def _named(cell: SeenCell) -> str:
    rows = f"{cell.row}" if cell.rows == 1 else f"{cell.row}-{cell.row + cell.rows - 1}"
    columns = f"{cell.column}" if cell.columns == 1 else f"{cell.column}-{cell.column + cell.columns - 1}"
    return f"{rows}, {columns}"


def _tag(
    draw: ImageDraw.ImageDraw, at: tuple[int, int], text: str, color: _Color, size: int, *, ends: bool = False
) -> None:
    """White text on a colored ground, whose lower left corner stands at a point; the lower right one if it `ends` there."""
    font = ImageFont.load_default(size)
    left, top, right, bottom = draw.textbbox((0, 0), text, font=font)
    width, height = right - left + 6, bottom - top + 4
    x = max(0, at[0] - width if ends else at[0])
    y = max(0, at[1] - height)
    draw.rectangle((x, y, x + width, y + height), fill=color)
    draw.text((x + 3 - left, y + 2 - top), text, font=font, fill="white")
