"""Gold records from measured texts; makers ink by the same keys as are read here.

A record's words may be several texts: those whose keys are the record's own, or begin with it and a dot (``r3``,
``r3.1``). Keys with a slash (``o1_2/title``) are cells beside them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.sample.make.gold import GoldDocument, Span
from tests.golden.layouts.make.conclusion_texts import Aim, Paragraph, Point, Unit
from tests.golden.layouts.make.inks import Ink, Inks, Measured


@dataclass(frozen=True, slots=True)
class Keyed:
    """A priority or an area with the keys under which it and its aims are inked."""

    key: str
    unit: Unit
    aims: tuple[tuple[str, Aim], ...]
    areas: tuple["Keyed", ...] = field(default=())


def keyed(units: Sequence[Unit]) -> tuple[Keyed, ...]:
    """Keys in reading order: ``p1``, ``s1`` for areas, ``a1`` for aims."""
    aims, areas = iter(range(1, 500)), iter(range(1, 500))

    def one(unit: Unit, key: str) -> Keyed:
        own = tuple((f"a{next(aims)}", aim) for aim in unit.aims)
        return Keyed(key, unit, own, tuple(one(area, f"s{next(areas)}") for area in unit.areas))

    return tuple(one(unit, f"p{position}") for position, unit in enumerate(units, 1))


def ink_lines(inks: Inks, key: str, lines: Sequence[str]) -> list[Ink]:
    """Several lines of one record, each with a key of its own."""
    return [inks(key if at == 0 else f"{key}.{at}", line) for at, line in enumerate(lines)]


def keys_of(measured: Measured, key: str) -> list[str]:
    return [known for known in measured.texts if known == key or known.startswith(f"{key}.")]


def add_priorities(gold: GoldDocument, measured: Measured, priorities: Sequence[Keyed]) -> None:
    """Priorities, areas, aims and clauses (``c1`` and on)."""
    clauses = iter(range(1, 1000))

    def add_aims(holder: Keyed) -> None:
        for key, aim in holder.aims:
            keys = keys_of(measured, key)
            if measured.text(keys) != aim.words:
                raise AssertionError(f"{key} was set as {measured.text(keys)[:60]!r}, not {aim.words[:60]!r}")
            gold.add(key, "aim", aim.words, measured.spans(keys), parent=holder.key)
            for role, words in aim.clauses:
                gold.add(f"c{next(clauses)}", "clause", words, measured.spans(keys, words), parent=key, role=role)

    for one in priorities:
        unit = one.unit
        gold.add(one.key, "priority", unit.label, measured.spans(one.key), number=unit.number, title=unit.label)
        add_aims(one)
        for area in one.areas:
            gold.add(
                area.key,
                "area",
                area.unit.label,
                measured.spans(area.key),
                number=area.unit.number,
                title=area.unit.label,
                parent=one.key,
            )
            add_aims(area)


@dataclass(frozen=True, slots=True)
class Asked:
    """A paragraph with the number printed before it, and the key of its ink."""

    key: str
    number: str | None
    paragraph: Paragraph


def asked(paragraphs: Sequence[Paragraph], *, first: int | None = 1) -> tuple[Asked, ...]:
    """Paragraphs numbered from ``first``, or not numbered."""
    return tuple(
        Asked(f"r{at}", None if first is None else str(first + at - 1), one) for at, one in enumerate(paragraphs, 1)
    )


def point_marks(points: Sequence[Point], style: str) -> Iterator[tuple[str, Point]]:
    """Marks of points: ``(a)``, ``a)``, ``(i)``, ``1)`` by the style; a style of one sign is the mark itself."""
    romans = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
    for at, point in enumerate(points):
        if style in ("(a)", "a)", "a."):
            yield style.replace("a", chr(97 + at)), point
        elif style in ("(i)", "i)", "i."):
            yield style.replace("i", romans[at]), point
        elif style in ("(1)", "1)"):
            yield style.replace("1", str(at + 1)), point
        else:
            yield style, point


def ink_points(
    inks: Inks, key: str, points: Sequence[Point], styles: tuple[str, ...], depth: int = 0
) -> Iterator[tuple[int, str, Ink]]:
    """Depth, mark and ink of each point. Letters and numerals are part of the text, and inked; bullets are not."""
    for at, (mark, point) in enumerate(point_marks(points, styles[depth]), 1):
        counts = any(letter.isalnum() for letter in mark)
        yield depth, "" if counts else mark, inks(f"{key}.{at}", f"{mark} {point.text}" if counts else point.text)
        if point.points:
            yield from ink_points(inks, f"{key}.{at}", point.points, styles, depth + 1)


def add_requests(gold: GoldDocument, measured: Measured, paragraphs: Sequence[Asked]) -> None:
    for one in paragraphs:
        if one.paragraph.verb:
            keys = keys_of(measured, one.key)
            gold.add(
                one.key,
                "request",
                measured.text(keys),
                measured.spans(keys),
                number=one.number,
                verb=one.paragraph.verb,
                addressees=list(one.paragraph.addressees),
            )


def council_document(number: str, title: str, date: str, **more: object) -> dict[str, object]:
    """Document fields of a Council paper in English."""
    return {
        "title": title,
        "reference": number,
        "issuer": "Council of the European Union",
        "date": date,
        "language": "en",
        **more,
    }


def bare_pages(spans: list[Span], pages: set[int]) -> list[Span]:
    """The spans, and a span without a box for each page that only other cells of a row reach."""
    have = {span["page"] for span in spans}
    return sorted([*spans, *({"page": page} for page in pages - have)], key=lambda span: int(str(span["page"])))


def write_conclusions(
    measured: Measured,
    document: dict[str, object],
    units: Sequence[Keyed],
    paragraphs: Sequence[Asked],
) -> None:
    """The gold of a paper with priorities and requests."""
    gold = GoldDocument(measured.pdf, **{"kind": "council_conclusions", **document})
    add_priorities(gold, measured, units)
    add_requests(gold, measured, paragraphs)
    gold.write()
