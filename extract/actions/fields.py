"""Which field a label means: by its name where a profile knows it, else by what stands under it.

The trained model (`models.roles`, weights `fields`) looks at the label's words and at the values of its column, or at those
that it has in all forms of the document; a field is given once, to the label that is surest of it.
"""

from collections.abc import Iterable, Mapping, Sequence, Set

from corpus.lexicon import Lexicon
from corpus.pages import Table
from extract.actions.evidence import evidence
from extract.actions.forms import label_value_rows
from extract.actions.names import Labels, label_field, label_key
from extract.content import Content
from models.roles import Floats, RoleModel

_SURE = 0.6  # the least probability with which an unknown label is given a field
_PAIR = ("start", "end")  # two columns of dates are told apart by their order, so each alone is less sure
_REPEATED = 2  # how often an unknown label comes in the forms of a document


def learn_labels(tables: Iterable[Table], content: Content, lexicon: Lexicon) -> Labels:
    """Look through the forms of a document for labels that no profile knows."""
    values: dict[str, list[str]] = {}
    printed: dict[str, str] = {}
    for table in tables:
        for label, value in label_value_rows(table, content):
            key = label_key(label)
            printed.setdefault(key, label)
            values.setdefault(key, []).append(value.text)
    repeated = [key for key, texts in values.items() if len(texts) >= _REPEATED]
    if len(repeated) < 3:
        return Labels()
    fields = assign([(printed[key], values[key]) for key in repeated], lexicon)
    return Labels(
        {
            repeated[position]: name
            for position, name in fields.items()
            if label_field(printed[repeated[position]]) is None
        }
    )


def assign(
    labelled: Sequence[tuple[str, Sequence[str]]], lexicon: Lexicon, *, taken: Iterable[str] = ()
) -> dict[int, str]:
    """A field for each label that has one, by position; each field once, `other` as often as it comes.

    Args:
        labelled: label and values of each column.
        lexicon: word lists.
        taken: fields that others have already.
    """
    known = {i: name for i, (label, _) in enumerate(labelled) if (name := label_field(label)) is not None}
    model = RoleModel.load("fields")
    unknown = [i for i, (label, values) in enumerate(labelled) if i not in known and (label or any(values))]
    out, given = dict(known), {*known.values(), *taken} - {"other"}
    if unknown:
        found = model.probabilities([evidence(*labelled[i], lexicon) for i in unknown])
        while (claim := _surest(found, unknown, model.classes, out, given)) is not None:
            position, name = claim
            out[position] = name
            given |= {name} - {"other"}
    return _ordered(out)


def _surest(
    found: Floats, positions: Sequence[int], classes: Sequence[str], out: Mapping[int, str], given: Set[str]
) -> tuple[int, str] | None:
    """The label that is surest of a field among those that are free, and that field; None where none is sure enough."""
    free = [column for column, name in enumerate(classes) if name not in given]
    best: tuple[float, int, str] | None = None
    for row, position in zip(found, positions, strict=True):
        total = float(row[free].sum())
        if position in out or total <= 0:
            continue
        column = max(free, key=lambda c: row[c])
        share = float(row[column]) / total
        enough = _SURE / 2 if classes[column] in _PAIR else _SURE
        if share >= enough and (best is None or share > best[0]):
            best = (share, position, classes[column])
    return None if best is None else (best[1], best[2])


def _ordered(fields: dict[int, str]) -> dict[int, str]:
    """Of two columns of dates the left one is the start."""
    at = {name: position for position, name in fields.items()}
    if "start" in at and "end" in at and at["start"] > at["end"]:
        fields[at["start"]], fields[at["end"]] = "end", "start"
    return dict(sorted(fields.items()))
