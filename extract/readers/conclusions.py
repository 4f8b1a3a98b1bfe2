"""Conclusions and web pages: priorities, areas, aims, clauses, requests.

Priorities stand in a table (priority beside its aims) or in running text: nested lists, bullets, headings, sentences.
Requests are operative paragraphs whose verb stands before those whom it asks.
"""

from corpus.lexicon import Lexicon
from extract.aims.build import with_clauses
from extract.aims.lists import read_lists
from extract.aims.requests import read_requests
from extract.aims.tables import read_table
from extract.content import Content
from extract.drafts import Draft
from extract.outline import items_of
from extract.struck import without_struck
from models.language import Language


def read_conclusions(content: Content, language: Language, lexicon: Lexicon) -> list[Draft]:
    """All records of conclusions; a web page that shows the same table gives the same records."""
    content = without_struck(content)
    items = items_of(content.flow, content.spelling)
    drafts: list[Draft] = []
    for table in content.tables:
        drafts += read_table(table, content)
    if not any(draft.type == "aim" for draft in drafts):
        drafts += read_lists(items)
    drafts = list(with_clauses(drafts, language))
    drafts += read_requests(items, lexicon)
    return drafts
