"""``unseen-assessment``: a threat assessment as a magazine, with blocks; drawn with reportlab in a shuffled order.

Run: ``python -m tests.golden.unseen.make.assessment``
"""

import math
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from corpus.sample.make.gold import GoldDocument, Span, pretty
from tests.golden.unseen.make import assessment_text as words
from tests.golden.unseen.make.lines import Face, break_lines, draw_lines, font
from tests.golden.unseen.make.magazine import (
    ACCENT,
    CROSS,
    DARK,
    HEIGHT,
    INK,
    LEFT,
    TINT,
    TOP,
    WIDTH,
    Block,
    Layout,
    draw_page,
    faces,
    lay_out,
    tighten,
)
from tests.golden.unseen.make.marked import plain

PDF = Path(__file__).resolve().parent.parent / "unseen-assessment.pdf"
FIRST_PAGE = 3
HEADER = f"{words.HEADER_LEFT} | {words.HEADER_RIGHT}"


def _cover(canvas: Canvas) -> list[Block]:
    blocks: list[Block] = []
    canvas.setFillColor(HexColor("#efe3cb"))
    canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
    canvas.setFillColor(ACCENT)
    canvas.rect(0, HEIGHT - 330, WIDTH, 10, stroke=0, fill=1)
    sans = font("Liberation Sans")
    for position, word in enumerate(words.COVER_SCATTER):
        turn = (-24, 90, 12, 0, -90, 31)[position]
        x, y, size = 70 + 84 * position, 130 + (position * 61) % 150, 13 + 3 * (position % 3)
        canvas.saveState()
        canvas.translate(x, HEIGHT - y)
        canvas.rotate(turn)
        canvas.setFillColor(HexColor("#c9ad7f"))
        canvas.setFont(sans, size)
        canvas.drawString(0, 0, word)
        canvas.restoreState()
        blocks.append(Block(1, "figure_text", word, _turned(x, y, turn, Face(sans, size, size).width(word), size)))
    title = Face(font("Liberation Sans Narrow:bold"), 34, 39)
    lines = break_lines(title, words.TITLE, 420, hyphenate=False)
    canvas.setFillColor(DARK)
    draw_lines(canvas, title, lines, LEFT, HEIGHT - 390, 440, justify=False)
    blocks.append(Block(1, "title", words.TITLE, (LEFT, 356, LEFT + 440, 356 + 39 * len(lines))))
    small = Face(sans, 10, 14)
    motto = Face(font("Liberation Serif:italic"), 17, 22)
    for face, text, y in (
        (motto, words.MOTTO, 530),
        *((small, line, 690 + 16 * position) for position, line in enumerate(words.COVER_LINES)),
        (small, words.COVER_SYNTHETIC, 780),
    ):
        canvas.setFillColor(INK)
        canvas.setFont(face.name, face.size)
        canvas.drawString(LEFT, HEIGHT - y, text)
        blocks.append(Block(1, "paragraph", text, (LEFT, y - face.size, LEFT + 440, y + 3)))
    canvas.showPage()
    return blocks


def _turned(x: float, y: float, degrees: float, width: float, size: float) -> tuple[float, float, float, float]:
    """The box of a word that was turned around its first letter's foot."""
    turn = math.radians(degrees)
    corners = [(0.0, 0.0), (width, 0.0), (0.0, size), (width, size)]
    xs = [x + a * math.cos(turn) - b * math.sin(turn) for a, b in corners]
    ys = [y - a * math.sin(turn) - b * math.cos(turn) for a, b in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _contents(canvas: Canvas, layout: Layout) -> list[Block]:
    """The contents: page numbers in a column of their own, far from the titles."""
    face = faces()
    blocks = [Block(2, "header", HEADER, (LEFT, 46 - 7.2, LEFT + face["small"].width(HEADER), 48))]
    canvas.setFillColor(DARK)
    canvas.setFont(face["small"].name, face["small"].size)
    canvas.drawString(LEFT, HEIGHT - 46, HEADER)
    canvas.setFont(face["chapter"].name, face["chapter"].size)
    canvas.drawString(LEFT, HEIGHT - TOP - 27, "In this report")
    blocks.append(Block(2, "heading", "In this report", (LEFT, TOP, LEFT + CROSS, TOP + 31)))
    y = TOP + 66
    numbers = []
    body = face["box"]
    for title, page in [*layout.starts.items(), ("Abbreviations", layout.pages[-1].number + 1)]:
        inside = title.split()[0].rstrip("0123456789.").isupper() and len(title.split()[0]) <= 3
        x = LEFT + (16 if inside else 0)
        canvas.setFillColor(INK)
        canvas.setFont(face["box title" if not inside else "box"].name, body.size)
        canvas.drawString(x, HEIGHT - y, title)
        numbers.append((page, y))
        blocks.append(Block(2, "toc", f"{title} {page}", (LEFT, y - 9, LEFT + 330, y + 3)))
        y += 19
    for page, at in numbers:
        canvas.setFillColor(ACCENT)
        canvas.drawRightString(LEFT + 320, HEIGHT - at, str(page))
    canvas.setFillColor(DARK)
    canvas.setFont(face["small"].name, face["small"].size)
    mark = "— 2 —"
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 806, mark)
    half = face["small"].width(mark) / 2
    blocks.append(Block(2, "footer", mark, (WIDTH / 2 - half, 806 - 7.2, WIDTH / 2 + half, 808)))
    canvas.showPage()
    return blocks


def _abbreviations(canvas: Canvas, number: int) -> list[Block]:
    face = faces()
    small = face["small"]
    width = small.width(HEADER)
    x = LEFT if number % 2 == 0 else LEFT + CROSS - width
    canvas.setFillColor(DARK)
    canvas.setFont(small.name, small.size)
    canvas.drawString(x, HEIGHT - 46, HEADER)
    blocks = [Block(number, "header", HEADER, (x, 46 - 7.2, x + width, 48))]
    canvas.setFont(face["chapter"].name, face["chapter"].size)
    canvas.drawString(LEFT, HEIGHT - TOP - 27, "Abbreviations")
    blocks.append(Block(number, "heading", "Abbreviations", (LEFT, TOP, LEFT + CROSS, TOP + 31)))
    y = TOP + 62.0
    for position, (short, long) in enumerate(words.ABBREVIATIONS):
        if position % 2 == 0:
            canvas.setFillColor(TINT)
            canvas.rect(LEFT - 4, HEIGHT - y - 5, CROSS + 8, 19, stroke=0, fill=1)
        canvas.setFillColor(ACCENT)
        canvas.setFont(face["box title"].name, 8.8)
        canvas.drawString(LEFT, HEIGHT - y, short)
        canvas.setFillColor(INK)
        canvas.setFont(face["box"].name, 8.8)
        canvas.drawString(LEFT + 80, HEIGHT - y, long)
        blocks.append(Block(number, "abbreviation", f"{short} {long}", (LEFT, y - 9, LEFT + CROSS, y + 3)))
        y += 19
    canvas.setFillColor(DARK)
    canvas.setFont(small.name, small.size)
    mark = f"— {number} —"
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 806, mark)
    half = small.width(mark) / 2
    blocks.append(Block(number, "footer", mark, (WIDTH / 2 - half, 806 - 7.2, WIDTH / 2 + half, 808)))
    canvas.showPage()
    return blocks


def make() -> list[Block]:
    """Draw the magazine; gives its blocks in reading order."""
    layout = lay_out(words.CHAPTERS, words.FOOTNOTES, FIRST_PAGE)
    canvas = Canvas(str(PDF), pagesize=(WIDTH, HEIGHT), invariant=True)
    canvas.setTitle("Threat assessment (synthetic)")
    blocks = _cover(canvas) + _contents(canvas, layout)
    for page in layout.pages:
        header, tab, footer = draw_page(canvas, page, HEADER, faces()["small"])
        blocks += [header, *page.top, *page.columns, *page.bottom, tab, *page.feet, footer]
    blocks += _abbreviations(canvas, layout.pages[-1].number + 1)
    canvas.save()
    tighten(PDF, blocks)
    return blocks


def _write_blocks(blocks: list[Block]) -> None:
    order = {id(block): position for position, block in enumerate(blocks, 1)}
    rows = []
    for block in blocks:
        row: dict[str, object] = {
            "order": order[id(block)],
            "page": block.page,
            "role": block.role,
            "text": block.text,
            "bbox": [round(edge, 1) for edge in block.box],
        }
        if block.continues:
            row["continues"] = order[id(block.continues)]
        rows.append(row)
    PDF.with_name(f"{PDF.stem}.blocks.json").write_text(pretty({"schema": 1, "blocks": rows}), encoding="utf-8")


def write_gold(blocks: list[Block]) -> None:
    """Write the blocks, and a threat for each lettered heading with what stands under it."""
    _write_blocks(blocks)
    gold = GoldDocument(
        PDF,
        title=words.TITLE,
        kind="threat_assessment",
        reference=words.REFERENCE,
        issuer="Europol",
        date="2044-03-14",
        language="en",
        cycle="2045-2048",
        marking="PUBLIC",
    )
    found: list[tuple[words.Item, list[words.Item]]] = []
    for item in (item for chapter in words.CHAPTERS for item in [words.Item("chapter", chapter.title), *chapter.items]):
        if item.kind in ("area", "threat", "section", "chapter"):
            found.append((item, []))
        elif item.kind in ("paragraph", "list_item"):
            found[-1][1].append(item)
    area = None
    for heading, items in (entry for entry in found if entry[0].number):
        spans: list[Span] = [
            {"page": block.page, "bbox": [round(edge, 1) for edge in block.box]}
            for block in blocks
            if block.role in ("paragraph", "list_item") and any(block.item is item for item in items)
        ]
        text = " ".join(plain(item.text) for item in items)
        key = "t" + str(heading.number).lower().replace(".", "_")
        gold.add(
            key,
            "threat",
            text,
            spans,
            number=heading.number,
            title=heading.text,
            parent=area if heading.kind == "threat" else None,
        )
        if heading.kind == "area":
            area = key
    gold.write()


if __name__ == "__main__":
    write_gold(make())
