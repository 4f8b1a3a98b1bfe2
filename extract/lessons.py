"""Lessons from documents with gold: what `models.training` learns roles and fields from.

Run as ``python -m extract.lessons`` (part of `make models`): reads the sample corpus and the layouts, and writes the
examples that ship beside the models. A column's field is known where its values are those of the gold's actions.
"""

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus.geometry import Box
from corpus.lexicon import Lexicon, load_lexicon
from corpus.pages import Table
from extract.actions.evidence import evidence
from extract.actions.forms import label_value_rows
from extract.actions.names import PROFILE, fields
from extract.actors import actors_of
from extract.content import Content, find_tables, lay_out_pages, read_content
from extract.dates import date_of
from extract.layout import Placed
from extract.lines import learn_spelling
from extract.pdf import open_pdf
from extract.profile import load_profile
from extract.roles import examples
from models.language import common_words
from models.roles import Example

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "corpus" / "sample", ROOT / "tests" / "golden" / "layouts")
SHIPPED = ROOT / "models" / "shipped"
_LEAST_KNOWN = 3  # fields that a table or form of actions names
_LEAST_AGREEMENT = 0.7  # of a column's values, with the gold's


# --- blocks --------------------------------------------------------------------------------------------------------


def block_examples() -> Iterator[Example]:
    """Each open block of documents whose blocks are told in the gold, with the role of the gold's block at its place."""
    for folder in FOLDERS:
        for path in sorted(folder.glob("*.blocks.json")):
            told = json.loads(path.read_text(encoding="utf-8"))
            pdf = folder / path.name.replace(".blocks.json", ".pdf")
            with open_pdf(pdf.read_bytes()) as file:
                pages = list(file.pages())
            spelling = learn_spelling(pages, common_words())
            _, layouts = lay_out_pages(pages, find_tables(pages), spelling)
            for item, features, _ in examples(layouts, pages):
                role = _role_at(item, told["blocks"])
                if role is not None:
                    yield Example(pdf.stem, role, features)


def _role_at(item: Placed, told: Sequence[Mapping[str, Any]]) -> str | None:
    """The role of the gold's blocks that cover most of a block; None where those of no role cover half of it."""
    if item.block is None:
        return None
    covered: dict[str, float] = {}
    for entry in told:
        if entry["page"] == item.block.page and entry.get("bbox"):
            shared = Box(*entry["bbox"]).intersection(item.block.box)
            role = str(entry["role"])
            covered[role] = covered.get(role, 0.0) + (shared.area if shared is not None else 0.0)
    most = max(covered, key=lambda name: covered[name], default=None)
    return most if most is not None and covered[most] > 0.5 * item.block.box.area else None


def documents() -> Iterator[tuple[str, Content, Mapping[str, Any]]]:
    """Every document with gold: its stem, its content, its gold."""
    for folder in FOLDERS:
        for path in sorted(folder.glob("*.gold.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            pdf = folder / path.name.replace(".gold.json", ".pdf")
            if "records" not in gold or not pdf.is_file():
                continue
            with open_pdf(pdf.read_bytes()) as file:
                yield pdf.stem, read_content(file.facts(), list(file.pages()), learned=False), gold


# --- fields --------------------------------------------------------------------------------------------------------


def labelled_values(content: Content) -> list[tuple[str, list[str]]]:
    """Labels with their values: the columns of tables, and the labels of forms with what they have in all of them."""
    found: list[tuple[str, list[str]]] = []
    forms: dict[str, list[str]] = {}
    for table in content.tables:
        columns = list(_columns(table, content))
        if _known(label for label, _ in columns) >= _LEAST_KNOWN:
            found += columns
        pairs = [(label, value.text) for label, value in label_value_rows(table, content)]
        if _known(label for label, _ in pairs) >= _LEAST_KNOWN:
            for label, value in pairs:
                forms.setdefault(label, []).append(value)
    return found + list(forms.items())


def _known(labels: Iterable[str]) -> int:
    """How many fields of a plan some labels name: a cover's From and To are two by chance."""
    return len({field for label in labels if (field := fields().exact(label))} - {"other"})


def _columns(table: Table, content: Content) -> Iterator[tuple[str, list[str]]]:
    header = max(1, table.header)
    if table.rows - header < 2:
        return
    for column in range(table.columns):
        label = next((content.read(c.lines).text for c in table.row(0) if c.column == column and c.row == 0), "")
        values = [content.read(c.lines).text for c in table.cells if c.column == column and c.row >= header]
        if label or any(values):
            yield label, values


def field_examples(stem: str, content: Content, gold: Mapping[str, Any], lexicon: Lexicon) -> Iterator[Example]:
    """Each label of a plan with what its values are in the gold; once with its own name, once with another, once without."""
    actions = [record for record in gold["records"] if record["type"] == "action"]
    if not actions:
        return
    names = load_profile(PROFILE)["fields"]
    chance = random.Random(stem)
    for label, values in labelled_values(content):
        field = _field_by_gold([v for v in values if v], actions, lexicon) or fields().exact(label)
        if field is None:
            continue
        yield Example(stem, field, evidence(label, values, lexicon))
        yield Example(stem, field, evidence("", values, lexicon, hide_label=True))
        others = [name for by_language in names.get(field, {}).values() for name in by_language]
        if others:
            yield Example(stem, field, evidence(chance.choice(others), values, lexicon))


def _field_by_gold(values: Sequence[str], actions: Sequence[Mapping[str, Any]], lexicon: Lexicon) -> str | None:
    """The field whose gold values most of these are; None where no field has so many."""
    said: dict[str, Counter[str]] = {name: Counter() for name in _COMPARED}
    for action in actions:
        own = action["fields"]
        said["number"][_key(action["number"])] += 1
        said["title"][_key(action["title"])] += 1
        said["description"][_key(action["text"])] += 1
        for name in _PEOPLE:
            said[name][_key(" ".join(sorted(own.get(name) or ())))] += 1
        for name in ("start", "end", "funding", "status"):
            said[name][_key(own.get(name))] += 1
    indicators = [[_key(k) for k in a["fields"]["kpis"]] for a in actions if a["fields"].get("kpis")]
    agreement = dict.fromkeys((*said, "kpis"), 0)
    for value in values:
        people, date, plain = _key(" ".join(sorted(actors_of(value, lexicon)))), _key(date_of(value)), _key(value)
        for name in said:
            shown = people if name in _PEOPLE else date if name in _DATES else plain
            agreement[name] += bool(shown) and said[name][shown] > 0
        agreement["kpis"] += any(all(k in plain for k in keys) for keys in indicators)
    best = max(agreement, key=lambda name: agreement[name])
    return best if len(values) >= 2 and agreement[best] >= _LEAST_AGREEMENT * len(values) else None


_PEOPLE = ("leader", "co_leaders", "participants")
_DATES = ("start", "end")
_COMPARED = ("number", "title", "description", *_PEOPLE, *_DATES, "funding", "status")


def _key(value: object) -> str:
    return "".join(c for c in str(value or "").casefold() if c.isalnum())


def write(name: str, examples: Sequence[Example]) -> None:
    """Examples as JSON lines, numbers short."""
    lines = [
        json.dumps(
            {
                "document": e.document,
                "label": e.label,
                "features": {k: round(v, 3) for k, v in sorted(e.features.items()) if round(v, 3)},
            },
            ensure_ascii=False,
        )
        for e in examples
    ]
    (SHIPPED / f"{name}.examples.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    lexicon = load_lexicon()
    found = [e for stem, content, gold in documents() for e in field_examples(stem, content, gold, lexicon)]
    write("fields", found)
    blocks = list(block_examples())
    write("blocks", blocks)
    for name, lessons in (("fields", found), ("blocks", blocks)):
        print(name, len(lessons), dict(Counter(e.label for e in lessons)))


if __name__ == "__main__":
    main()
