"""Running text for search: paragraphs, list items, notes and table rows, each with the headings that it stands under."""

from collections.abc import Iterator

from corpus.pages import Block, Role, Table
from corpus.records import Paragraph
from extract.content import Content
from extract.laid import LaidText, concatenated
from extract.outline import glued, goes_on

_HEADINGS = (Role.HEADING, Role.TITLE)
_MOST_HEADINGS = 3


def read_paragraphs(content: Content) -> tuple[Paragraph, ...]:
    """Everything that the document says outside its furniture, in reading order; headings count as paragraphs too."""
    return tuple(_paragraphs(content))


def _paragraphs(content: Content) -> Iterator[Paragraph]:
    stack: list[tuple[float, str]] = []
    pending: tuple[Block, LaidText] | None = None
    for item in content.flow:
        if isinstance(item, Table):
            yield from _rows(item, content, _path(stack))
            continue
        text = content.read(item.lines)
        if (
            pending is not None
            and item.role in (Role.PARAGRAPH, Role.LIST_ITEM)
            and goes_on(pending[0], item, pending[1])
        ):
            pending = (item, glued(pending[1], text, content.spelling))
            continue
        if pending is not None:
            yield _paragraph(pending[1], pending[0].role, _path(stack))
            pending = None
        if item.role in _HEADINGS:
            size = _weight(item)
            stack = [entry for entry in stack if entry[0] > size]
            yield _paragraph(text, item.role, _path(stack))
            stack.append((size, text.text))
        elif item.role in (Role.PARAGRAPH, Role.LIST_ITEM):
            pending = (item, text)
        elif text.text:
            yield _paragraph(text, item.role, _path(stack))
    if pending is not None:
        yield _paragraph(pending[1], pending[0].role, _path(stack))


def _paragraph(text: LaidText, role: Role, headings: tuple[str, ...]) -> Paragraph:
    return Paragraph(text.text, headings, text.spans(), role.value)


def _rows(table: Table, content: Content, headings: tuple[str, ...]) -> Iterator[Paragraph]:
    """Each row of a table as one paragraph, its cells from left to right."""
    for row in range(table.rows):
        cells = [content.read(cell.lines) for cell in table.row(row) if cell.row == row and cell.lines]
        if cells:
            text = concatenated(cells)
            yield Paragraph(text.text, headings, text.spans(), Role.TABLE.value)


def _path(stack: list[tuple[float, str]]) -> tuple[str, ...]:
    return tuple(text for _, text in stack[-_MOST_HEADINGS:])


def _weight(block: Block) -> float:
    """How high a heading stands: by its size, then by capitals and weight."""
    line = block.lines[0]
    return line.size_pt + (0.2 if block.text.isupper() else 0.0) + (0.1 if line.bold else 0.0)
