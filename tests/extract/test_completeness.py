"""What may be missing is told with its place, and nothing is told that is not so."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.geometry import Box
from corpus.lexicon import Lexicon
from corpus.records import Kind, Notice, Record, RecordType, Span
from extract.completeness import check
from extract.content import Content, read_content
from extract.pdf import open_pdf
from extract.pipeline import extract
from models.language import Language
from tests.conftest import ROOT, SAMPLE
from tests.pdfs import PdfPage, pdf_bytes

LAYOUTS = ROOT / "tests" / "golden" / "layouts"
WORDS = PdfPage().text(60, 700, "Some words, so that the page is none to be told of.")


def content(*pages: PdfPage) -> Content:
    with open_pdf(pdf_bytes(pages or (WORDS,))) as pdf:
        return read_content(pdf.facts(), list(pdf.pages()))


def record(
    kind: RecordType, number: str | None, *, parent: str | None = None, goals: Sequence[str] = (), page: int = 1
) -> Record:
    identity = f"{kind}-{number}-{parent}"
    fields = {"goals": list(goals)} if kind == "action" else {}
    span = Span(page, Box(60, 100, 200, 120))
    return Record(identity, kind, f"text of {identity}", number, parent=parent, fields=fields, spans=(span,))


def told(kind: Kind, records: Sequence[Record], *pages: PdfPage) -> list[tuple[str, int | None]]:
    return [(n.code, n.page) for n in check(kind, records, content(*pages))]


# --- numbering -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "record_type", "numbers"),
    [
        ("operational_action_plan", "action", ["1.1", "1.2", "1.4"]),
        ("operational_action_plan", "action", ["OA 2.1", "OA 2.2", "OA 2.3", "OA 2.5"]),
        ("operational_action_plan", "action", ["A-04", "A-05", "A-07"]),
        ("council_conclusions", "priority", ["1", "2", "4", "5"]),
        ("council_conclusions", "area", ["(a)", "(b)", "(d)"]),
        ("strategic_plan", "goal", ["CHSG 1", "CHSG 2", "CHSG 4"]),
        ("strategic_plan", "goal", ["Goal I", "Goal II", "Goal III", "Goal V"]),
        ("evaluation", "recommendation", ["R1", "R2", "R4", "R5"]),
    ],
)
def test_a_jump_in_a_sequence_is_told_where_it_is(kind: Kind, record_type: RecordType, numbers: list[str]) -> None:
    """Either the paper skips a number, or the reader did."""
    (notice,) = check(kind, [record(record_type, n, page=3) for n in numbers], content())
    assert notice.code == "gap_in_numbering"
    assert notice.page == 3
    assert notice.box is not None
    assert numbers[-1] in notice.message or numbers[-2] in notice.message


@pytest.mark.parametrize(
    ("kind", "record_type", "numbers"),
    [
        ("operational_action_plan", "action", ["1.1", "1.2", "2.1", "2.2", "4.1"]),
        ("operational_action_plan", "action", ["OA 2.1", "OA 2.9"]),
        ("operational_action_plan", "action", ["EVC/01/2022", "EVC/02/2022", "EVC/05/2022"]),
        ("operational_action_plan", "goal", ["CHSG 1", "CHSG 2", "CHSG 6"]),
        ("strategic_plan", "goal", ["CHSG 1", "CHSG 4", "SG 1", "SG 2", "SG 3"]),
        ("strategic_plan", "goal", ["Goal 1", "Goal 2", "Goal 4", "Goal 1", "Goal 2"]),
        ("evaluation", "recommendation", ["1", "7", "23", "40"]),
        ("council_conclusions", "request", ["3", "4", "6", "9"]),
        ("council_conclusions", "priority", [None, None]),
    ],
)
def test_numbers_that_follow_another_rule_are_no_gap(
    kind: Kind, record_type: RecordType, numbers: list[str | None]
) -> None:
    """A plan that serves some goals, a list that begins anew, paragraphs that ask nobody."""
    assert told(kind, [record(record_type, n) for n in numbers]) == []


@given(st.integers(0, 20), st.integers(3, 12), st.sampled_from(["{}", "OA 1.{}", "SG {}", "R{}", "Recommendation {}"]))
def test_a_whole_sequence_is_never_told(first: int, length: int, form: str) -> None:
    """Wherever it begins, in whatever form."""
    records = [record("action", form.format(first + i)) for i in range(length)]
    assert not [n for n in check("operational_action_plan", records, CONTENT) if "number" in n.code]


CONTENT = content()


def test_a_missing_number_that_the_paper_prints_is_told_with_its_place() -> None:
    """Then it is the reader who missed it: an analyst can go there at once."""
    page = PdfPage().text(60, 700, "OA 1.3").text(120, 700, "Harbour watch by night")
    (notice,) = check(
        "operational_action_plan", [record("action", n) for n in ("OA 1.1", "OA 1.2", "OA 1.4")], content(WORDS, page)
    )
    assert (notice.code, notice.page) == ("record_missing", 2)
    assert notice.box is not None
    assert notice.box.x0 == pytest.approx(60, abs=2)


# --- what hangs on nothing -----------------------------------------------------------------------------------------


def test_an_action_without_a_goal_among_others_that_have_one_is_told() -> None:
    """And so is a goal that no action serves."""
    first, second = record("goal", "SG 1"), record("goal", "SG 2")
    actions = [record("action", f"1.{i}", parent=first.id, goals=["SG 1"]) for i in (1, 2, 3)]
    records = [first, second, *actions, record("action", "1.4", page=2)]
    assert told("operational_action_plan", records) == [("goal_without_action", 1), ("action_without_goal", 2)]
    second_by_number = [*actions, record("action", "1.4", goals=["SG-2"])]
    assert told("operational_action_plan", [first, second, *second_by_number]) == []


def test_a_plan_that_names_no_goals_lacks_none() -> None:
    """Some plans are lists of actions."""
    assert told("operational_action_plan", [record("action", f"1.{i}") for i in (1, 2, 3)]) == []


def test_a_priority_without_an_aim_among_others_that_have_one_is_told() -> None:
    """One with sub-areas has its aims there; a paper that names priorities only lacks nothing."""
    priorities = [record("priority", str(i)) for i in (1, 2, 3, 4)]
    area = record("area", "(a)", parent=priorities[2].id)
    aims = [record("aim", None, parent=p.id) for p in (priorities[0], priorities[1], area)]
    assert told("council_conclusions", [*priorities, area, *aims]) == [("no_aim", 1)]
    assert told("council_conclusions", priorities) == []


# --- tables and pages ----------------------------------------------------------------------------------------------


def grid(rows: Sequence[Sequence[str]], xs: Sequence[float], top: float) -> PdfPage:
    page = PdfPage()
    for number, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            page.text(x + 4, top - 16 - 24 * number, text, 9)
    return page.grid(xs, [top - 24 * i for i in range(len(rows) + 1)])


HEAD = ("No.", "Title", "Description", "Leader")


def test_a_column_with_entries_and_no_head_is_told() -> None:
    """What stands in it would belong to no field."""
    rows = [(*HEAD, ""), ("1.1", "Watch", "Joint patrols.", "ES", "new"), ("1.2", "Nets", "Old nets.", "IT", "old")]
    assert told("operational_action_plan", [], grid(rows, (40, 90, 200, 380, 450, 540), 700)) == [
        ("column_without_head", 1)
    ]
    rows = [(*HEAD, "Status"), *rows[1:]]
    assert told("operational_action_plan", [], grid(rows, (40, 90, 200, 380, 450, 540), 700)) == []


def test_a_table_that_goes_on_with_other_columns_is_told() -> None:
    """Its rows can't be joined with those of the page before."""
    first = grid(
        [HEAD, *[(f"1.{i}", "Watch", "Joint patrols.", "ES") for i in range(1, 29)]], (40, 90, 200, 380, 540), 760
    )
    second = grid([("1.29", "Watch", "Joint patrols."), ("1.30", "Watch", "Joint patrols.")], (40, 90, 200, 540), 790)
    notices = check("operational_action_plan", [], content(first, second))
    assert [(n.code, n.page) for n in notices] == [("columns_differ", 2)]


def test_a_page_with_nothing_to_read_is_told() -> None:
    """Empty, or drawn: both are pages that nobody would miss otherwise."""
    notices = check("other", [], content(WORDS, PdfPage(), PdfPage().rule(60, 700, 300, 700)))
    assert [(n.code, n.page) for n in notices] == [("page_without_text", 2), ("page_without_text", 3)]
    assert "empty" in notices[0].message
    assert "drawings" in notices[1].message


# --- no false alarms -----------------------------------------------------------------------------------------------

TRUE = {
    "empact-results-2042": ["sum_differs"],
    "zoo-results-newsroom": ["sum_differs"],
}
CODES = {"gap_in_numbering", "record_missing", "action_without_goal", "goal_without_action", "no_aim", "column_without_head",
         "columns_differ", "page_without_text", "sum_differs"}  # fmt: skip


def golden(kinds: Sequence[str]) -> list[Path]:
    found = [*sorted(SAMPLE.glob("*.pdf")), *sorted(LAYOUTS.glob("*.pdf"))]
    return [path for path in found if not path.stem.startswith("scan-") and any(kind in path.stem for kind in kinds)]


@pytest.mark.parametrize(
    "path", golden(("results", "strategic", "evaluation", "plan-", "st90", "conclusions")), ids=lambda p: p.stem
)
def test_nothing_is_told_of_papers_that_lack_nothing(path: Path, language: Language, lexicon: Lexicon) -> None:
    """An alarm that is false is read once and never again. The two sums do not add up."""
    notices: Sequence[Notice] = extract(path, path.name, language=language, lexicon=lexicon).notices
    assert [n.code for n in notices if n.code in CODES] == TRUE.get(path.stem, [])
