"""What was seen on a page, drawn over its picture."""

import io
from collections.abc import Collection
from itertools import pairwise
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from corpus.geometry import Box
from corpus.pages import Block, Role
from extract.explain import Explanation, SeenCell, explain, explanation_json
from extract.own_profiles import Texts
from extract.profile import use_profiles
from extract.render import Picture
from extract.scans.engines import Setting

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
_TAG_PX, _CELL_TAG_PX, _LEGEND_PX = 14, 11, 30

_Color = tuple[int, int, int]
_Pixels = tuple[int, int, int, int]  # x0, top, x1, bottom


def sketch(seen: Explanation) -> bytes:
    """A PNG of the page: words and rules thin, cells with row and column, blocks in the color of their role with order and
    level at their left; a gray line goes from block to block in reading order, and a legend stands below."""
    page = Image.fromarray(seen.picture.pixels)
    image = Image.new("RGB", (page.width, page.height + _LEGEND_PX), "white")
    image.paste(Image.blend(page, Image.new("RGB", page.size, "white"), _FADED))
    draw = ImageDraw.Draw(image)
    for word in seen.words:
        draw.rectangle(_pixels(word.box, seen.picture), outline=_WORD)
    for rule in seen.rules:
        draw.rectangle(_pixels(rule.box, seen.picture), outline=_RULE)
    cells = [(cell, _pixels(cell.box, seen.picture)) for cell in seen.cells]
    for _, box in cells:
        draw.rectangle(box, outline=_CELL, width=2)
    blocks = [(block, _pixels(block.box.grown(1.5), seen.picture)) for block in seen.blocks]
    for block, box in blocks:
        draw.rectangle(box, outline=_COLORS[block.role], width=3)
    for (_, one), (_, two) in pairwise(blocks):
        draw.line([one[:2], two[:2]], fill=_WAY, width=1)
    for cell, (_, _, x1, bottom) in cells:
        _tag(draw, (x1, bottom), _named(cell), _CELL, _CELL_TAG_PX, above=True)
    for block, (x0, top, _, _) in blocks:
        _tag(draw, (x0, top), _told(block), _COLORS[block.role], _TAG_PX)
    _legend(draw, page.height, {block.role for block in seen.blocks}, bool(cells))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def sketched(
    source: Path, number: int, max_pages: int, ocr: Setting, profiles: Texts, *, draw: bool
) -> tuple[dict[str, Any], bytes | None]:
    """What was seen on a page as JSON, and its picture where one is wanted: for a process of its own.

    Raises: as `extract.explain.explain`.
    """
    use_profiles(profiles)
    seen = explain(source, number, max_pages=max_pages, ocr=ocr)
    return explanation_json(seen), sketch(seen) if draw else None


def _pixels(box: Box, picture: Picture) -> _Pixels:
    return (
        round(box.x0 * picture.x_scale),
        round(box.top * picture.y_scale),
        round(box.x1 * picture.x_scale),
        round(box.bottom * picture.y_scale),
    )


def _told(block: Block) -> str:
    """Its order, its level, and the block that it goes on with."""
    level = "" if block.level is None else f" L{block.level}"
    goes_on = "" if block.continues is None else f" of {block.continues}"
    return f"{block.order}{level}{goes_on}"


def _named(cell: SeenCell) -> str:
    rows = f"{cell.row}" if cell.rows == 1 else f"{cell.row}-{cell.row + cell.rows - 1}"
    columns = f"{cell.column}" if cell.columns == 1 else f"{cell.column}-{cell.column + cell.columns - 1}"
    return f"{rows}, {columns}"


def _legend(draw: ImageDraw.ImageDraw, top: int, roles: Collection[Role], has_cells: bool) -> None:
    font = ImageFont.load_default(_TAG_PX)
    entries = [(role.value.replace("_", " "), color) for role, color in _COLORS.items() if role in roles]
    entries += [("cell: row, column", _CELL)] if has_cells else []
    x = 8.0
    for text, color in (*entries, ("word", _WORD), ("rule", _RULE), ("order", _WAY)):
        draw.rectangle((x, top + 8, x + _TAG_PX, top + 8 + _TAG_PX), outline=color, width=3)
        draw.text((x + _TAG_PX + 5, top + 6), text, font=font, fill="black")
        x += _TAG_PX + 5 + draw.textlength(text, font=font) + 16


def _tag(
    draw: ImageDraw.ImageDraw, at: tuple[int, int], text: str, color: _Color, size: int, *, above: bool = False
) -> None:
    """White text on a colored ground, to the left of a point: below it, or above."""
    font = ImageFont.load_default(size)
    left, top, right, bottom = draw.textbbox((0, 0), text, font=font)
    width, height = right - left + 5, bottom - top + 5
    x = max(0.0, at[0] - width)
    y = max(0.0, at[1] - height if above else at[1])
    draw.rectangle((x, y, x + width, y + height), fill=color)
    draw.text((x + 2 - left, y + 2 - top), text, font=font, fill="white")
