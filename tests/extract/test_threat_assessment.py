"""Threat assessments: which headings name threats, what belongs to each, and which crime area holds it."""

import pytest

from corpus.lexicon import Lexicon
from corpus.records import Record
from extract.pipeline import extract
from models.language import Language
from tests.conftest import SAMPLE
from tests.pdfs import PdfPage, pdf_bytes

TITLE = "Serious and organised crime threat assessment 2041"
FURTHER = "The police of several Member States report this, and the figures of the customs bear it out."


class Reader:
    """Draws an assessment of headings and paragraphs, and reads its threats."""

    def __init__(self, language: Language, lexicon: Lexicon) -> None:
        self._language, self._lexicon = language, lexicon

    def __call__(self, *parts: tuple[int, str]) -> list[tuple[str | None, str, str | None, str]]:
        """Parts are (level, text), level 0 for paragraphs. Gives number, title, title of the parent, text."""
        records = self.records(*parts)
        titles = {record.id: record.title for record in records}
        return [
            (r.number, r.title or "", titles.get(r.parent or ""), r.text.replace(FURTHER, "").strip()) for r in records
        ]

    def records(self, *parts: tuple[int, str]) -> tuple[Record, ...]:
        front = PdfPage().text(60, 700, TITLE, 20, bold=True)
        page = PdfPage()
        y = 800.0
        for level, text in parts:
            y -= 22 if level else 14
            page.text(60, y, text, {0: 10, 1: 18, 2: 14, 3: 11}[level], bold=level > 0)
            if not level:
                y -= 12
                page.text(60, y, FURTHER, 10)
        found = extract(pdf_bytes([front, page]), "a.pdf", language=self._language, lexicon=self._lexicon)
        assert found.document.kind == "threat_assessment"
        return found.records


@pytest.fixture
def read(language: Language, lexicon: Lexicon) -> Reader:
    return Reader(language, lexicon)


def test_the_sections_of_a_chapter_of_key_threats_are_threats(read: Reader) -> None:
    """What frames the assessment is none, whatever crimes it tells of."""
    found = read(
        (1, "Foreword"),
        (0, "Drugs are sold in every town of the Union."),
        (1, "Crime enablers"),
        (2, "Corruption"),
        (0, "Officials are paid for keeping a gate open."),
        (1, "Key threats"),
        (0, "Two threats follow."),
        (2, "Cocaine by sea"),
        (0, "It comes in containers."),
        (2, "Stolen cars"),
        (0, "They leave the Union in parts."),
        (1, "Outlook"),
        (0, "Both will grow."),
    )
    assert found == [
        (None, "Cocaine by sea", None, "It comes in containers."),
        (None, "Stolen cars", None, "They leave the Union in parts."),
    ]


def test_a_threat_within_a_crime_area_has_that_area_as_its_parent(read: Reader) -> None:
    found = read(
        (1, "1 Harm to persons"),
        (0, "Two crimes trade in people."),
        (2, "1.1 Paid passage"),
        (0, "Boats cross at night."),
        (2, "1.2 Forced work"),
        (0, "Debts hold the workers."),
        (1, "2 Harm to nature"),
        (0, "Waste is burnt in fields."),
    )
    assert [(number, title, parent) for number, title, parent, _ in found] == [
        ("1", "Harm to persons", None),
        ("1.1", "Paid passage", "Harm to persons"),
        ("1.2", "Forced work", "Harm to persons"),
        ("2", "Harm to nature", None),
    ]


@pytest.mark.parametrize(
    "numbers", [["I", "II", "III"], ["A", "B", "C"], ["1.", "2.", "3."], ["Threat 1:", "Threat 2:", "Threat 3:"]]
)
def test_numbers_of_any_kind_are_read_as_printed(read: Reader, numbers: list[str]) -> None:
    parts: list[tuple[int, str]] = []
    for number, (title, text) in zip(
        numbers, [("Guns", "They come by post."), ("Fakes", "They come by sea."), ("Waste", "It stays.")], strict=True
    ):
        parts += [(1, f"{number} {title}"), (0, text)]
    bare = [number.replace("Threat ", "").strip(".:") for number in numbers]
    assert [(number, title) for number, title, _, _ in read(*parts)] == list(
        zip(bare, ["Guns", "Fakes", "Waste"], strict=True)
    )


def test_words_that_look_like_numbers_are_part_of_the_label(read: Reader) -> None:
    """ "A trade in people" has no number A where no B follows."""
    found = read((1, "A trade in people"), (0, "It is old."), (1, "20 years on the run"), (0, "Fugitives hide."))
    assert [(number, title) for number, title, _, _ in found] == [
        (None, "A trade in people"),
        (None, "20 years on the run"),
    ]


def test_headings_that_come_again_under_each_threat_are_none(read: Reader) -> None:
    """ "Actors" below each threat divides its text; the assessment ends at the first of them (contract)."""
    found = read(
        (1, "Crime areas"),
        (2, "Guns"),
        (0, "They come by post."),
        (3, "Actors"),
        (0, "Collectors and smugglers."),
        (2, "Fakes"),
        (0, "They come by sea."),
        (3, "Actors"),
        (0, "Importers of toys."),
    )
    assert [(title, text) for _, title, _, text in found] == [
        ("Guns", "They come by post."),
        ("Fakes", "They come by sea."),
    ]


def test_a_threat_says_where_each_of_its_paragraphs_stands(read: Reader) -> None:
    """An analyst clicks on a threat and sees its paragraphs lit, not the call-out between them."""
    (record,) = read.records((1, "Key threats"), (2, "Guns"), (0, "They come by post."))
    assert [span.page for span in record.spans] == [2]
    assert record.spans[0].box is not None
    assert 20 < record.spans[0].box.height < 30


def test_the_sample_assessment_is_read_whole(language: Language, lexicon: Lexicon) -> None:
    found = extract(SAMPLE / "socta-2041.pdf", "socta-2041.pdf", language=language, lexicon=lexicon)
    numbers = [record.number for record in found.records]
    assert numbers[:6] == ["1", "2", "2.1", "2.2", "2.3", "3"]
    assert {record.type for record in found.records} == {"threat"}
