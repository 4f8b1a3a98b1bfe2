"""Results: the numbers that a paper reports, from tiles, sentences, list items and tables of figures.

A page on which numbers stand apart from their labels is read as a sheet (`extract.figures.sheets`), any other one as
running text. What a figure belongs to says the heading of its box, else the heading above it; a heading that names the
whole programme, or nothing in particular, makes it a figure of the programme.
"""

from corpus.lexicon import Lexicon
from corpus.pages import Table
from corpus.records import Notice
from extract.content import Content
from extract.cover import Cover
from extract.drafts import Draft
from extract.figures.paper import open_paper
from extract.figures.records import drafts
from extract.figures.sheets import SheetReader
from extract.figures.tables import is_figures, read_table
from extract.figures.text import TextReader
from models.language import Language


def read_results(
    content: Content, cover: Cover, language: Language, lexicon: Lexicon
) -> tuple[list[Draft], tuple[Notice, ...]]:
    """All figures of a paper, and what does not add up."""
    paper = open_paper(content, cover, lexicon)
    pages = ((page.number, SheetReader(paper, page)) for page in content.pages)
    sheets = {number: sheet for number, sheet in pages if sheet.is_sheet}
    begun: set[int] = set()
    text = TextReader(paper)
    for item in content.flow:
        page = item.places[0][0] if isinstance(item, Table) else item.page
        sheet = sheets.get(page)
        if sheet is not None and page not in begun:
            begun.add(page)
            sheet.read()
        if isinstance(item, Table):
            text.close()
            if sheet is None:
                read_table(paper, item, text.part)
            elif is_figures(paper, item):
                read_table(paper, item, sheet.part_of_table(item))
        elif sheet is None:
            text.read(item)
        elif item in sheet.prose and (part := sheet.part_of(item)) is not None:
            text.read(item, part)
    text.close()
    return drafts(paper, language), tuple(paper.notices)
