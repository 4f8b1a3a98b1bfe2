"""Strategic plans: goals with their statements and indicators.

A goal is known by its number, wherever it stands: text and tables of one number make one record. Indicators come from
columns, labelled lines, lists, or sentences that give baseline and target in brackets; their names alone are kept.
"""

from functools import cache

from corpus.pages import Block, Table
from extract.cards import blocks_of_table, is_cards
from extract.content import Content
from extract.cover import Cover
from extract.drafts import Draft
from extract.goals.goal import Goals
from extract.goals.tables import TableReader
from extract.goals.text import BODY, TextReader
from extract.profile import Names, load_profile, names_of


@cache
def _names() -> Names:
    return names_of(load_profile("strategic_plan")["fields"])


@cache
def _labels() -> Names:
    """The names that label text; "Baseline" and "Target" are none, they stand in brackets behind an indicator."""
    fields = load_profile("strategic_plan")["fields"]
    return names_of({name: names for name, names in fields.items() if name not in ("baseline", "target")})


def read_strategic_plan(content: Content, cover: Cover) -> list[Draft]:
    """All goals of a plan, in the order in which they are stated."""
    goals = Goals(cover.title or "")
    text = TextReader(content, cover.title or "", goals, _labels())
    tables = TableReader(content, goals, _names(), text)
    blocks: list[Block] = []
    grids: list[Table] = []
    for item in content.flow:
        if isinstance(item, Block):
            blocks += [item] if item.role in BODY else []
            continue
        if not tables.is_grid(item) and not tables.is_form(item) and is_cards(item):
            blocks += blocks_of_table(item, content)
            continue
        text.read(blocks)
        blocks = []
        if tables.is_form(item):
            tables.read_form(item, text.goal)
        else:
            grids.append(item)
    text.read(blocks)
    for table in grids:  # most of them add to goals that the text names
        tables.read_grid(table)
    text.close()
    return goals.drafts()
