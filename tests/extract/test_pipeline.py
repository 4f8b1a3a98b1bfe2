"""From the bytes of a PDF to records with ids, and what is refused on the way."""

import pickle
import traceback
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.errors import Encrypted, NotAPdf, Restricted, TooLarge
from corpus.lexicon import Lexicon
from corpus.markings import Marking
from corpus.records import Extraction
from extract.pipeline import extract
from models.language import Language
from tests.pdfs import PdfPage, pdf_bytes

PDFS = Path(__file__).parent / "pdfs"
ROWS = [
    ("Priority", "Aim(s)"),
    ("1. Stolen boats", "To stop the theft of boats, in particular those that are stolen to order."),
    ("2. Stolen art", "To trace stolen paintings."),
    ("3. Stolen cars", "To trace stolen paintings."),
]


def front(marking: str = "LIMITE", footer: str = "LIMITE EN") -> PdfPage:
    page = PdfPage().lines(60, 790, ("Council of the", "European Union"), 12, 15)
    page.lines(360, 790, ("Brussels, 7 March 2051", "(OR. en)", "90417/51", marking, "COSI 41"), 11, 15)
    page.text(60, 690, "NOTE", 11, bold=True).text(60, 660, "From:", 11).text(170, 660, "Presidency", 11)
    page.text(60, 630, "Subject:", 11).text(170, 630, "Draft Council conclusions on the crime priorities 2051-2054", 11)
    return page.text(60, 30, f"90417/51 ab/cd 1 JAI.1 {footer}", 9)


def annex() -> PdfPage:
    page = PdfPage().text(60, 790, "THE COUNCIL OF THE EUROPEAN UNION,", 11)
    ys = [760 - 30 * number for number in range(len(ROWS) + 1)]
    page.grid((60, 160, 560), ys)
    for y, (label, aim) in zip(ys, ROWS, strict=False):
        page.text(64, y - 18, label, 9).text(164, y - 18, aim, 9)
    page.text(60, 560, "1. INVITES Europol to report on boats.", 11)
    return page.text(60, 30, "90417/51 ab/cd 2 JAI.1 LIMITE EN", 9)


PAPER = pdf_bytes([front(), annex()])


class Extractor:
    """Extracts with the models and word lists that all tests share."""

    def __init__(self, language: Language, lexicon: Lexicon) -> None:
        self._language, self._lexicon = language, lexicon

    def __call__(self, source: bytes | Path, name: str = "paper.pdf", **how: int) -> Extraction:
        return extract(source, name, language=self._language, lexicon=self._lexicon, **how)


@pytest.fixture
def run(language: Language, lexicon: Lexicon) -> Extractor:
    return Extractor(language, lexicon)


# --- what comes out ------------------------------------------------------------------------------------------------


def test_a_paper_gives_its_document_and_records(run: Extractor) -> None:
    """The whole way of the data, from bytes to the tree of records."""
    found = run(PAPER)
    document = found.document
    assert (document.kind, document.reference, document.marking) == ("council_conclusions", "90417/51", Marking.LIMITE)
    assert (document.pages, document.source, document.cycle) == (2, "paper.pdf", "2051-2054")
    by_id = {record.id: record for record in found.records}
    tree = [(r.type, r.text, by_id[r.parent].text if r.parent else None) for r in found.records if r.type != "clause"]
    assert tree == [
        ("priority", "Stolen boats", None),
        ("aim", "To stop the theft of boats, in particular those that are stolen to order", "Stolen boats"),
        ("priority", "Stolen art", None),
        ("aim", "To trace stolen paintings", "Stolen art"),
        ("priority", "Stolen cars", None),
        ("aim", "To trace stolen paintings", "Stolen cars"),
        ("request", "INVITES Europol to report on boats.", None),
    ]
    assert [r.text for r in found.records if r.type == "clause"][:2] == [
        "To stop the theft of boats",
        "those that are stolen to order",
    ]


def test_every_record_has_a_place_on_a_page_of_the_document(run: Extractor) -> None:
    """Contract: every record says where it stands."""
    for record in run(PAPER).records:
        assert record.spans
        for span in record.spans:
            assert 1 <= span.page <= 2
            assert span.box is not None
            assert 0 <= span.box.x0 < span.box.x1 <= 595
            assert 0 <= span.box.top < span.box.bottom <= 842


def test_the_running_text_is_kept_for_search_without_the_footers(run: Extractor) -> None:
    """What is no record can still be found; furniture is no text."""
    texts = [paragraph.text for paragraph in run(PAPER).paragraphs]
    assert "1. INVITES Europol to report on boats." in texts
    assert any("To trace stolen paintings." in text for text in texts)
    assert not any("ab/cd" in text for text in texts)


# --- ids -----------------------------------------------------------------------------------------------------------


def test_the_same_bytes_give_the_same_extraction(run: Extractor, tmp_path: Path) -> None:
    """Ids in links, decisions and exports stay valid: the same input gives the same output, from a file or from bytes."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(PAPER)
    first = run(PAPER)
    assert run(PAPER) == first
    assert run(path) == first


def test_the_name_of_a_file_changes_nothing_but_its_source(run: Extractor) -> None:
    """A renamed copy is the same document."""
    one, two = run(PAPER, "one.pdf"), run(PAPER, "two.pdf")
    assert (one.document.source, two.document.source) == ("one.pdf", "two.pdf")
    assert one.document.id == two.document.id
    assert one.records == two.records


def test_ids_are_unique_within_a_document_also_where_texts_are_the_same(run: Extractor) -> None:
    """Two priorities may bear the same aim: a link must name one of them."""
    records = run(PAPER).records
    twins = [record for record in records if record.text == "To trace stolen paintings" and record.type == "aim"]
    assert len(twins) == 2
    assert len({record.id for record in records}) == len(records)


def test_parents_are_records_of_the_document_that_come_before(run: Extractor) -> None:
    """Whoever reads the records in order knows each parent."""
    seen: set[str] = set()
    for record in run(PAPER).records:
        assert record.parent is None or record.parent in seen
        seen.add(record.id)


def test_ids_differ_between_documents_that_say_the_same(run: Extractor) -> None:
    """Contract: ids differ between documents; a copy is told by its text's hash."""
    copy = pdf_bytes([front(), annex()], title="saved again")
    one, two = run(PAPER), run(copy)
    assert one.document.id != two.document.id
    assert [record.text for record in one.records] == [record.text for record in two.records]
    assert not {record.id for record in one.records} & {record.id for record in two.records}
    assert one.text_hash == two.text_hash


def test_the_hash_of_the_text_tells_papers_apart(run: Extractor) -> None:
    """Two papers that differ in one word are no copies; how a line is broken makes no difference."""

    def hashed(*lines: str) -> str:
        return run(pdf_bytes([PdfPage().lines(60, 700, lines)])).text_hash

    assert hashed("The same words", "on two lines") == hashed("The same", "words on two lines")
    assert hashed("The same words") != hashed("The other words")


def test_a_document_without_text_has_no_hash_to_be_taken_for_another(run: Extractor) -> None:
    """Two silent scans are not the same."""
    assert run(pdf_bytes([PdfPage()])).text_hash == ""


# --- parts that can't be read --------------------------------------------------------------------------------------

PICTURE = "q 400 0 0 600 80 100 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 00> EI Q"
# Spots that nobody can read: a page of them is no blank page.
SPOTS = f"q 400 0 0 600 80 100 cm BI /W 24 /H 24 /CS /G /BPC 8 /F /AHx ID {'00ffff00ff0000ff00' * 64}> EI Q"


@pytest.mark.parametrize(("pages", "told"), [([False, True], "page 2"), ([True, True, False], "pages 1-2")])
def test_pages_that_are_pictures_only_are_told(pages: list[bool], told: str, run: Extractor) -> None:
    """The ingest report says "degraded" and which pages an analyst must read himself."""
    drawn = [
        PdfPage(content=[SPOTS]) if scan else PdfPage().text(60, 700, f"words {n}") for n, scan in enumerate(pages)
    ]
    degraded = run(pdf_bytes(drawn)).degraded
    assert degraded is not None
    assert f"on {told}:" in degraded


def test_a_blank_page_or_a_picture_beside_text_is_not_degraded(run: Extractor) -> None:
    """A logo hides no words, an empty page has none."""
    pages = [PdfPage(content=[PICTURE]).text(60, 750, "words beside it"), PdfPage()]
    assert run(pdf_bytes(pages)).degraded is None


# --- refusals ------------------------------------------------------------------------------------------------------

SECRET = ("vantage", "quarry", "Harrier")


def classified(marking: str, footer: str) -> bytes:
    page = front(marking=marking, footer=footer).text(60, 560, "The vantage of quarry Harrier is not to be told.", 11)
    return pdf_bytes(
        [page, PdfPage().text(60, 700, "More of Harrier").text(60, 30, f"90417/51 2 {footer}", 9)], title="Harrier"
    )


@pytest.mark.parametrize(
    ("marking", "footer", "name"),
    [
        ("RESTREINT UE/EU RESTRICTED", "EN", "RESTREINT_UE"),
        ("LIMITE", "RESTREINT UE/EU RESTRICTED EN", "RESTREINT_UE"),
        ("CONFIDENTIEL UE/EU CONFIDENTIAL", "EN", "CONFIDENTIEL_UE"),
        ("SECRET UE/EU SECRET", "EN", "SECRET_UE"),
        ("TRÈS SECRET UE/EU TOP SECRET", "EN", "TRES_SECRET_UE"),
    ],
)
def test_a_classified_paper_is_refused_and_nothing_of_it_is_in_the_error(
    marking: str, footer: str, name: str, run: Extractor
) -> None:
    """It belongs in an accredited system: reports and logs, which anybody reads, hold its marking and no word of it."""
    with pytest.raises(Restricted) as refused:
        run(classified(marking, footer))
    error = refused.value
    assert error.marking == name
    assert error.remedy
    told = f"{error!s} {error!r} {error.problem} {error.remedy} {error.args} {pickle.loads(pickle.dumps(error))!r}"
    told += "".join(traceback.format_exception(error))
    for word in (*SECRET, "Presidency", "90417", "conclusions"):
        assert word not in told
    assert error.__cause__ is None


@pytest.mark.parametrize("marking", ["LIMITE", "PUBLIC", ""])
def test_open_papers_are_kept(marking: str, run: Extractor) -> None:
    """Limited distribution is no classification."""
    assert run(classified(marking, "EN")).document.marking == (Marking(marking) if marking else None)


def test_a_mention_of_a_marking_does_not_refuse_a_paper(run: Extractor) -> None:
    """A paper about handling rules is not classified by its subject."""
    page = front().text(60, 560, "Papers marked RESTREINT UE/EU RESTRICTED are handled by the registry.", 11)
    assert run(pdf_bytes([page])).document.marking is Marking.LIMITE


def pages(number: int) -> Sequence[PdfPage]:
    return [PdfPage().text(60, 700, f"words {n}") for n in range(number)]


def test_a_document_of_too_many_pages_is_refused_with_both_numbers(run: Extractor) -> None:
    """One file can't hold up a batch; the reader learns the limit."""
    with pytest.raises(TooLarge) as refused:
        run(pdf_bytes(pages(4)), max_pages=3)
    assert "4 pages" in refused.value.problem
    assert "3" in refused.value.problem
    assert refused.value.remedy


def test_a_document_of_just_as_many_pages_as_allowed_is_read(run: Extractor) -> None:
    """The limit is a limit and not one less."""
    assert run(pdf_bytes(pages(3)), max_pages=3).document.pages == 3


def test_what_is_no_pdf_or_locked_is_refused_by_the_pipeline_too(run: Extractor) -> None:
    """A caller of the one function sees the same classes as the door's."""
    with pytest.raises(NotAPdf):
        run(b"no pdf at all")
    with pytest.raises(Encrypted):
        run(PDFS / "password-aes256.pdf")
    assert run(PDFS / "open-aes256.pdf").paragraphs[0].text == "locked words"
