"""Evaluations: recommendations from headings, boxes, bold leads, lists and tables, each once.

A table that repeats recommendations of the text adds addressees where the text names none.
"""

from functools import cache

from corpus.lexicon import Lexicon
from corpus.pages import Block, Table
from extract.advice.advice import Collection
from extract.advice.tables import TableReader
from extract.advice.text import BODY, TextReader
from extract.content import Content
from extract.cover import Cover
from extract.drafts import Draft
from extract.profile import Names, load_profile, names_of


@cache
def _names() -> Names:
    return names_of(load_profile("evaluation")["fields"])


def read_evaluation(content: Content, cover: Cover, lexicon: Lexicon) -> list[Draft]:
    """All recommendations of an evaluation; tables come last, since most of them repeat the text."""
    found = Collection(lexicon)
    text = TextReader(content, cover.title or "", found, _names(), lexicon)
    blocks: list[Block] = []
    tables: list[Table] = []
    for item in content.flow:
        if isinstance(item, Block):
            blocks += [item] if item.role in BODY else []
            continue
        text.read(blocks)
        blocks = []
        text.close()
        if not text.of_others:
            tables.append(item)
    text.read(blocks)
    text.close()
    reader = TableReader(content, found, _names(), lexicon, text)
    for table in tables:
        reader.read(table)
    if not found:
        text.read_told()
    return found.drafts()
