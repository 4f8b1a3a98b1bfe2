"""Roles of blocks: what each is for, by a small trained model on its text and its place; rules are its baseline.

Call-outs, pull quotes, captions, contents, abbreviations and notes must not be read as running text: a case in a box is no
part of an assessment. The model (`models.roles`, weights `blocks`) sees what the rules see, and what they say.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from corpus.geometry import Box
from corpus.pages import Block, Page, Role
from extract.blocks import block_of
from extract.frames import Drawn
from extract.layout import PageLayout, Placed
from extract.lines import Spelling
from extract.profile import load_profile
from models.roles import RoleModel

_NEAR_PT = 22.0  # a caption stands no further from its picture
_CONTENT_SHARE = 0.5  # of a document's words in boxes: then boxes hold its text, and no remarks
_GRAM = 4  # words that a pull quote repeats
_PROSE = 20  # words; what shorter blocks say is not repeated by a pull quote
_BANNER = 16  # words that a banner holds at most
_RULE_WEIGHT = 3.0  # of what the rules say among the features: larger ones are penalized less
_SURE = 0.5
FIXED = (Role.FOOTNOTE, Role.FIGURE_TEXT, Role.TABLE)  # told by the layout


@dataclass(frozen=True, slots=True)
class _Document:
    """What the blocks of a document have in common."""

    size_pt: float
    color: int
    boxed_share: float
    grams: Mapping[tuple[str, ...], int]
    toc_pages: frozenset[int]
    sections: Mapping[int, str]  # page and order of a block, to the heading it stands under
    banners: frozenset[int]  # boxes that hold a few words and no sentence


def assigned(
    layouts: Sequence[PageLayout], pages: Sequence[Page], spelling: Spelling, *, learned: bool = True
) -> list[PageLayout]:
    """The layouts with the roles of their blocks told; a call-out is one block.

    Args:
        layouts: of all pages.
        pages: as they were read.
        spelling: of the document.
        learned: by the trained model; else by the rules alone.
    """
    document = _document(layouts)
    by_number = {page.number: page for page in pages}
    rows = [row for layout in layouts for row in _rows(layout, by_number[layout.page], document)]
    roles = [row.rule for row in rows]
    if learned and rows:
        model = RoleModel.load("blocks")
        for at, (name, probability) in enumerate(model.best([row.features for row in rows])):
            if probability >= _SURE:
                roles[at] = Role(name)
    told = {id(row.item): role for row, role in zip(rows, roles, strict=True)}
    return [_with_roles(layout, told, spelling) for layout in layouts]


def examples(layouts: Sequence[PageLayout], pages: Sequence[Page]) -> list[tuple[Placed, Mapping[str, float], Role]]:
    """Each block whose role is open, with its features and what the rules say: what the model is trained on."""
    document = _document(layouts)
    by_number = {page.number: page for page in pages}
    return [
        (row.item, row.features, row.rule)
        for layout in layouts
        for row in _rows(layout, by_number[layout.page], document)
    ]


def _with_roles(layout: PageLayout, told: Mapping[int, Role], spelling: Spelling) -> PageLayout:
    """A page with roles put in, and the blocks of each call-out made one."""
    items: list[Placed] = []
    for item in layout.items:
        role = told.get(id(item))
        if item.block is None or role is None:
            items.append(item)
            continue
        block = replace(item.block, role=role)
        last = items[-1] if items else None
        joins = (
            role in (Role.CALLOUT, Role.PULL_QUOTE)
            and last is not None
            and last.block is not None
            and last.block.role is role
            and last.frame is item.frame
            and (item.frame is not None or role is Role.PULL_QUOTE)
        )
        if joins and last is not None and last.block is not None:
            block = replace(
                block_of((*last.block.lines, *block.lines), role, spelling, block.left), order=last.block.order
            )
            items[-1] = replace(last, block=block)
        else:
            items.append(replace(item, block=block))
    return replace(layout, items=tuple(items))


# --- the document --------------------------------------------------------------------------------------------------


def _document(layouts: Sequence[PageLayout]) -> _Document:
    placed = [(item, item.block) for layout in layouts for item in layout.items if item.block is not None]
    sizes: Counter[float] = Counter()
    colors: Counter[int] = Counter()
    in_boxes: dict[int, list[Block]] = {}
    for item, block in placed:
        if item.frame is not None:
            in_boxes.setdefault(id(item.frame), []).append(block)
        for word in (w for line in block.lines for w in line.words):
            sizes[round(word.font.size_pt, 1)] += len(word.text)
            colors[word.font.color] += len(word.text)
    usual = max(sizes, key=lambda size: sizes[size], default=10.0)
    total = sum(len(block.text) for _, block in placed)
    boxed = sum(len(block.text) for blocks in in_boxes.values() for block in blocks)
    contents = frozenset(layout.page for layout in layouts if _is_contents(layout))
    banners = frozenset(box for box, blocks in in_boxes.items() if _is_banner(blocks, usual))
    prose = [b for _, b in placed if len(b.text.split()) >= _PROSE and b.page not in contents]
    return _Document(
        usual,
        max(colors, key=lambda color: colors[color], default=0),
        boxed / max(1, total),
        Counter(gram for block in prose for gram in set(_grams(block.text))),
        contents,
        _sections(placed, banners),
        banners,
    )


def _sections(placed: Sequence[tuple[Placed, Block]], banners: frozenset[int]) -> dict[int, str]:
    """Each block's heading."""
    sections: dict[int, str] = {}
    heading = ""
    for item, block in placed:
        outside = item.frame is None or id(item.frame) in banners
        if block.role in (Role.HEADING, Role.TITLE) and outside:
            heading = block.text
        sections[id(item)] = heading
    return sections


def _grams(text: str) -> list[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return [tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1)]


_ENTRY = re.compile(r"^\d{1,3}\s+\S.{2,}|\S.*[\s.·…_]{2,}\d{1,3}$|\S.{3,}\s\d{1,3}$")


def _is_contents(layout: PageLayout) -> bool:
    """Whether a page is a table of contents: most of its lines begin or end with the number of a page, in order."""
    lines = [line for block in layout.blocks for line in block.lines]
    texts = [" ".join(w.text for w in line.words) for line in lines]
    entries = [text for text in texts if _ENTRY.match(text) and len(text) < 140]
    if len(entries) < 4 or len(entries) < 0.5 * len(texts):
        return False
    numbers = [_page_number(text) for text in entries]
    rising = sum(a <= b for a, b in pairwise(numbers))
    return rising >= 0.75 * (len(numbers) - 1)


def _page_number(text: str) -> int:
    first = re.match(r"\d{1,3}(?=\s)", text)
    last = re.search(r"\d{1,3}$", text)
    found = first or last
    return int(found.group()) if found else 0


# --- features ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    item: Placed
    features: Mapping[str, float]
    rule: Role


def _rows(layout: PageLayout, page: Page, document: _Document) -> list[_Row]:
    """The open blocks of a page with their features."""
    pictures = _pictures(layout, page)
    out: list[_Row] = []
    blocks = [item for item in layout.items if item.block is not None]
    for position, item in enumerate(blocks):
        assert item.block is not None
        if item.block.role in FIXED:
            continue
        before = blocks[position - 1].block if position else None
        after = blocks[position + 1].block if position + 1 < len(blocks) else None
        features = _features(item, item.block, before, after, page, pictures, document)
        rule = _rule(item, item.block, features)
        features[f"rule {rule.value}"] = _RULE_WEIGHT
        out.append(_Row(item, features, rule))
    return out


def _pictures(layout: PageLayout, page: Page) -> list[Box]:
    """Pictures, charts and drawings of a page."""
    charts = {
        id(i.frame): i.frame.box for i in layout.items if i.frame and i.block and i.block.role is Role.FIGURE_TEXT
    }
    found = [box for box in page.images if min(box.width, box.height) >= 24]
    empty = [f.box for f in page.fills if f.box.width >= 60 and f.box.height >= 40]
    texts = [i.block.box for i in layout.items if i.block is not None]
    found += [box for box in empty if not any(box.holds_center_of(text) for text in texts)]
    return [*found, *charts.values()]


def _features(
    item: Placed,
    block: Block,
    before: Block | None,
    after: Block | None,
    page: Page,
    pictures: Sequence[Box],
    document: _Document,
) -> dict[str, float]:
    words = [word for line in block.lines for word in line.words]
    size = max((line.size_pt for line in block.lines), default=document.size_pt)
    ratio = size / document.size_pt
    letters = sum(len(w.text) for w in words) or 1
    text = block.text
    count = len(text.split())
    column = item.column or block.box
    grams = _grams(text)
    own = int(count >= _PROSE)
    repeated = sum(document.grams[g] > own for g in grams) / len(grams) if grams else 0.0
    over, under = _distance(block.box, pictures)
    entries = sum(bool(_ENTRY.match(" ".join(w.text for w in line.words))) for line in block.lines)
    section = document.sections.get(id(item), "")
    found: dict[str, float] = {
        "smaller": min(0.5, max(0.0, 1 - ratio)) * 4,
        "larger": min(1.5, max(0.0, ratio - 1)),
        "much larger": float(ratio >= 1.7),
        "bold": sum(len(w.text) for w in words if w.font.bold) / letters,
        "italic": sum(len(w.text) for w in words if w.font.italic) / letters,
        "colored": sum(len(w.text) for w in words if w.font.color != document.color) / letters,
        "capitals": float(text.isupper() and len(text) > 3),
        "words": math.log1p(count) / 5,
        "few words": float(count <= 12),
        "one line": float(len(block.lines) == 1),
        "ends a sentence": float(text.rstrip().endswith((".", "!", "?", ".”", "”."))),
        "ends with a colon": float(text.rstrip().endswith(":")),
        "begins lower": float(text[:1].islower()),
        "marked": float(block.marker is not None),
        "bullet": float(block.marker is not None and not any(c.isalnum() for c in block.marker)),
        "quoted": float(text[:1] in '“"„«‘' and text.rstrip(" .")[-1:] in '”"“»’'),
        "repeats": repeated,
        "in a ground": float(item.frame is not None and item.frame.drawn is Drawn.GROUND),
        "in a frame": float(item.frame is not None and item.frame.drawn is Drawn.FRAME),
        "beside a bar": float(item.frame is not None and item.frame.drawn is Drawn.BAR),
        "in a picture": float(item.frame is not None and item.frame.drawn is Drawn.PICTURE),
        "boxes hold the text": float(document.boxed_share >= _CONTENT_SHARE),
        "below a picture": float(over <= _NEAR_PT),
        "above a picture": float(under <= _NEAR_PT),
        "rules around": float(_has_rules(block.box, page)),
        "says figure": float(bool(_captioned().match(text))),
        "first page": float(block.page == 1),
        "second page": float(block.page == 2),
        "top": float(block.box.top < 0.2 * page.height),
        "foot": float(block.box.bottom > 0.85 * page.height),
        "contents page": float(block.page in document.toc_pages),
        "entries": entries / max(1, len(block.lines)),
        "among abbreviations": float(bool(_named("abbreviations").search(section))),
        "among notes": float(bool(_named("notes").search(section))),
        "acronym first": float(bool(re.match(r"(?:[A-Z][\w@&/-]*[A-Z]\w*|[A-Z]{2,})\s+[A-Za-z(]", text))),
        "numbered note": float(bool(re.match(r"\(?\d{1,3}[.)]?\s", text))),
        "centered": float(_is_centered(block, column)),
        "aside": float(item.aside),
        "in a banner": float(item.frame is not None and id(item.frame) in document.banners),
        "narrow": float(block.box.width < 0.6 * column.width),
        "gap above": min(3.0, _gap(before, block) / size),
        "gap below": min(3.0, _gap(block, after) / size),
        "below a heading": float(before is not None and before.role is Role.HEADING),
    }
    return found


def _distance(box: Box, pictures: Sequence[Box]) -> tuple[float, float]:
    """How far the nearest picture ends above a block, and how far the nearest one begins below it."""
    over = [box.top - p.bottom for p in pictures if p.overlap_x(box) > 0.3 * box.width and box.top - p.bottom >= -4]
    under = [p.top - box.bottom for p in pictures if p.overlap_x(box) > 0.3 * box.width and p.top - box.bottom >= -4]
    return min(over, default=math.inf), min(under, default=math.inf)


def _has_rules(box: Box, page: Page) -> bool:
    """Whether a rule runs closely above a block or below it, over most of its width."""
    return any(
        rule.is_horizontal
        and rule.box.overlap_x(box) >= 0.8 * box.width
        and (0 <= box.top - rule.box.bottom <= 14 or 0 <= rule.box.top - box.bottom <= 14)
        for rule in page.rules
    )


def _is_centered(block: Block, column: Box) -> bool:
    left, right = block.box.x0 - column.x0, column.x1 - block.box.x1
    return left > 8 and right > 8 and abs(left - right) <= 0.08 * column.width


def _gap(one: Block | None, two: Block | None) -> float:
    if one is None or two is None or one.page != two.page or one.box.overlap_x(two.box) <= 0:
        return 30.0
    return max(0.0, two.box.top - one.box.bottom)


@cache
def _captioned() -> re.Pattern[str]:
    words = [w for by in load_profile("roles")["captions"].values() for w in by]
    return re.compile(rf"(?:{'|'.join(words)})\b", re.IGNORECASE)


@cache
def _named(section: str) -> re.Pattern[str]:
    """Headings of a kind of section."""
    words = [w for by in load_profile("roles")[section].values() for w in by]
    return re.compile(rf"^(?:\W|\d|annex|[IVX]+\.?)*(?:{'|'.join(words)})\b", re.IGNORECASE)


def _is_banner(blocks: Sequence[Block], usual: float) -> bool:
    """Whether a box is a banner: what it holds is set apart in type, a label and no sentence."""
    text = " ".join(block.text for block in blocks)
    letters = bool(re.search(r"[^\W\d_]{3}", text))
    if len(blocks) > 3 or len(text.split()) > _BANNER or not letters or _captioned().match(text):
        return False
    if any(block.text.rstrip().endswith((".", ":", ";", "!", "”")) for block in blocks):
        return False
    lines = [line for block in blocks for line in block.lines]
    return any(line.bold or line.size_pt > 1.1 * usual for line in lines) or text.isupper()


# --- the rules -----------------------------------------------------------------------------------------------------


def _rule(item: Placed, block: Block, f: Mapping[str, float]) -> Role:
    """What the rules alone say: the baseline of the model."""
    in_box = item.frame is not None and not f["boxes hold the text"]
    if f["contents page"] and f["entries"] >= 0.5:
        return Role.TOC
    if f["among notes"] and f["numbered note"] and block.role is not Role.HEADING:
        return Role.FOOTNOTE
    if f["among abbreviations"] and f["acronym first"] and not f["larger"]:
        return Role.ABBREVIATION
    if f["much larger"] and block.page == 1 and re.search(r"[^\W\d_]{2}", block.text):
        return Role.TITLE
    if in_box and f["in a banner"]:
        return Role.HEADING
    if f["quoted"] and f["repeats"] > 0.5 and (f["italic"] > 0.8 or f["larger"] > 0.1):
        return Role.PULL_QUOTE
    if in_box and not (f["larger"] > 0.5 and f["few words"]):
        return Role.CALLOUT
    if (f["below a picture"] or f["above a picture"]) and (f["says figure"] or f["smaller"] > 0.2 or f["italic"] > 0.8):
        return Role.CAPTION
    if f["says figure"] and (f["smaller"] > 0.2 or f["italic"] > 0.8):
        return Role.CAPTION
    if f["aside"] and block.role is not Role.HEADING and (f["smaller"] > 0.2 or f["italic"] > 0.8):
        return Role.CALLOUT
    repeats = f["repeats"] > 0.5 and f["ends a sentence"]  # words of a heading come again too
    if (f["quoted"] or repeats) and (f["italic"] > 0.8 or f["larger"] > 0.1) and block.marker is None:
        return Role.PULL_QUOTE
    return block.role
