"""Strategic plans: goals with statements and indicators, however a plan sets them out."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.content import Content, read_content
from extract.cover import Cover
from extract.drafts import Draft
from extract.goals.indicators import indicator_name, indicators_told
from extract.goals.numbering import goal_at_start
from extract.pdf import open_pdf
from extract.readers.strategic_plan import read_strategic_plan
from tests.pdfs import PdfPage, pdf_bytes


def content(*pages: PdfPage) -> Content:
    with open_pdf(pdf_bytes(pages)) as pdf:
        return read_content(pdf.facts(), list(pdf.pages()))


def read(*pages: PdfPage, title: str = "Multi-annual strategic plan on boats 2046-2049") -> list[Draft]:
    return read_strategic_plan(content(*pages), Cover(title=title))


def told(goals: Sequence[Draft]) -> list[tuple[str | None, str | None, str, list[str]]]:
    """Of each goal number, label, statement and indicators."""
    return [(g.number, g.title, g.text, g.fields["kpis"]) for g in goals]


def page_of(*lines: tuple[str, str], first: float = 780) -> PdfPage:
    """Paragraphs below each other: "h" headings, "b" bold lines, "p" plain ones."""
    page, y = PdfPage(), first
    for kind, text in lines:
        y -= 34 if kind == "h" else 24
        page.text(60, y, text, 14 if kind == "h" else 11, bold=kind != "p")
    return page


def table(page: PdfPage, rows: Sequence[Sequence[str]], xs: Sequence[float], top: float = 760, bold: int = 1) -> float:
    """A ruled table; lines of a cell are parted by a line feed, a row of one cell is a band. Gives its lower edge."""
    y = top
    for number, row in enumerate(rows):
        below = y - 12 * max(cell.count("\n") + 1 for cell in row) - 10
        for x in xs if len(row) > 1 else (xs[0], xs[-1]):
            page.rule(x, y, x, below)
        for x, cell in zip(xs, row, strict=False):
            for line, words in enumerate(cell.split("\n")):
                page.text(x + 4, y - 14 - 12 * line, words, 9, bold=number < bold)
        page.rule(xs[0], y, xs[-1], y)
        y = below
    page.rule(xs[0], y, xs[-1], y)
    return y


STATEMENT = "To stop the sale of engines to those who never ask for a price."
SECOND = "To know where boats are built before they are bought."


@pytest.mark.parametrize(
    "number", ["CHSG 1", "SG 1", "SG1", "G1", "Goal A", "Strategic goal 1", "Strategic Goal II", "Objective 3"]
)
@pytest.mark.parametrize("sign", [": ", " – ", ". ", " "])
def test_a_heading_with_a_number_opens_a_goal(number: str, sign: str) -> None:
    """The number stays as printed, whatever parts it from the label."""
    goals = read(
        page_of(("h", f"{number}{sign}Engines"), ("p", STATEMENT), ("h", "Follow-up"), ("p", "The plan is reviewed."))
    )
    assert told(goals) == [(number, "Engines", STATEMENT, [])]


def test_number_label_and_statement_may_stand_apart() -> None:
    """A page a goal: number, then label, then statement, then indicators."""
    page = page_of(
        ("h", "CHSG 1"),
        ("b", "Engines"),
        ("p", STATEMENT),
        ("b", "KPIs"),
        ("p", "– shops visited"),
        ("p", "– engines seized"),
    )
    (goal,) = read(page)
    assert told([goal]) == [("CHSG 1", "Engines", STATEMENT, ["shops visited", "engines seized"])]
    assert goal.fields["horizontal"] is True


def test_a_code_behind_the_name_of_a_goal_is_its_number() -> None:
    """ "Common horizontal strategic goal 1 (CHSG 1): …" is called CHSG 1 everywhere else."""
    (goal,) = read(page_of(("h", "Common horizontal strategic goal 1 (CHSG 1): Engines"), ("p", STATEMENT)))
    assert (goal.number, goal.title) == ("CHSG 1", "Engines")


def test_labels_say_what_follows_them() -> None:
    """Objective, rationale and indicators in any order; the rationale is no statement."""
    page = page_of(
        ("h", "Strategic goal 1: Engines"),
        ("p", "Rationale: nobody asks buyers for their names."),
        ("p", f"Objective: {STATEMENT}"),
        ("p", "Indicators: shops visited; engines seized (baseline: 12; target: 90)"),
    )
    assert told(read(page)) == [("Strategic goal 1", "Engines", STATEMENT, ["shops visited", "engines seized"])]


@pytest.mark.parametrize(
    "items",
    [
        [("p", f"1. {STATEMENT}"), ("p", f"2. {SECOND}")],
        [("p", f"(a) {STATEMENT}"), ("p", f"(b) {SECOND}")],
        [("p", f"3.1 {STATEMENT}"), ("p", f"3.2 {SECOND}")],
        [("p", f"\u2022 {STATEMENT}"), ("p", f"\u2022 {SECOND}")],
    ],
)
def test_a_list_below_a_heading_on_goals_holds_goals(items: list[tuple[str, str]]) -> None:
    """Where no number says that it is a goal's, the place does."""
    page = page_of(
        ("h", "3. Strategic goals"),
        *items,
        ("h", "4. Monitoring"),
        ("p", "1. Reports are written twice a year by all."),
    )
    assert [g.text for g in read(page)] == [STATEMENT, SECOND]


def test_lists_elsewhere_are_no_goals_where_goals_are_numbered() -> None:
    """An introduction may list aims of the meeting."""
    page = page_of(("h", "Goals of the meeting"), ("p", f"1. {SECOND}"), ("h", "SG 1: Engines"), ("p", STATEMENT))
    assert [g.number for g in read(page)] == ["SG 1"]


def test_numbers_may_begin_anew_with_each_priority() -> None:
    """Several plans in one paper."""
    page = page_of(
        ("h", "Goal 1: Engines"), ("p", STATEMENT), ("p", "KPIs: shops visited"),
        ("h", "Goal 1: Shipyards"), ("p", SECOND), ("p", "KPIs: yards visited"),
    )  # fmt: skip
    assert told(read(page)) == [
        ("Goal 1", "Engines", STATEMENT, ["shops visited"]),
        ("Goal 1", "Shipyards", SECOND, ["yards visited"]),
    ]


# --- tables --------------------------------------------------------------------------------------------------------


def test_a_table_of_goals_gives_all_fields() -> None:
    """Number, label, statement and indicators in columns; entries of a cell are told by their lines."""
    page = PdfPage()
    rows = [
        ("Ref.", "Title", "Description", "Measured by"),
        (
            "SG 1",
            "Engines",
            "To stop the sale of engines to\nthose who never ask for a price.",
            "shops visited\nengines seized",
        ),
        ("SG 2", "Shipyards", "To know where boats are built\nbefore they are bought.", "yards visited"),
    ]
    table(page, rows, (40, 80, 150, 330, 480))
    assert told(read(page)) == [
        ("SG 1", "Engines", STATEMENT, ["shops visited", "engines seized"]),
        ("SG 2", "Shipyards", SECOND, ["yards visited"]),
    ]


def test_a_table_may_add_indicators_to_goals_of_the_text() -> None:
    """An annex by number; baseline and target are no indicators."""
    page = page_of(("h", "CHSG 1: Engines"), ("p", STATEMENT))
    rows = [
        ("Goal", "Indicator", "Baseline", "Target"),
        ("CHSG 1", "Shops visited", "12", "90"),
        ("CHSG 1", "Engines seized", "3", "45"),
    ]
    table(page, rows, (40, 120, 280, 360, 440), top=600)
    assert told(read(page)) == [("CHSG 1", "Engines", STATEMENT, ["Shops visited", "Engines seized"])]


def test_a_band_above_the_header_names_the_goal_of_a_table() -> None:
    """One table a goal, its statement across."""
    page = PdfPage()
    head = ("Expected result", "Key performance indicators", "Baseline", "Target")
    y = table(
        page,
        [(f"Strategic goal 1: {STATEMENT}",), head, ("Fewer sales", "Shops visited", "12", "90")],
        (40, 160, 320, 400, 480),
        bold=2,
    )
    table(
        page,
        [(f"Strategic goal 2: {SECOND}",), head, ("Maps", "Yards visited", "0", "40")],
        (40, 160, 320, 400, 480),
        top=y - 30,
        bold=2,
    )
    assert told(read(page)) == [
        ("Strategic goal 1", None, STATEMENT, ["Shops visited"]),
        ("Strategic goal 2", None, SECOND, ["Yards visited"]),
    ]


def test_a_form_pairs_labels_with_values() -> None:
    """One form a goal."""
    page = PdfPage()
    rows = [
        ("Goal number", "SG 1"),
        ("Goal title", "Engines"),
        ("Goal description", STATEMENT),
        ("Link with threat", "SOCTA 2045, chapter 4"),
        ("Performance indicators", "\u2022 shops visited\n\u2022 engines seized"),
    ]
    table(page, rows, (40, 180, 540), bold=0)
    assert told(read(page)) == [("SG 1", "Engines", STATEMENT, ["shops visited", "engines seized"])]


def test_sections_and_titles_say_which_goals_are_horizontal() -> None:
    """A plan holds goals of all plans and goals of its own."""
    page = page_of(
        ("h", "A. Goals common to all plans"), ("h", "Goal 1: Picture"), ("p", SECOND),
        ("h", "B. Goals of this plan"), ("h", "Goal 2: Engines"), ("p", STATEMENT),
    )  # fmt: skip
    assert [g.fields["horizontal"] for g in read(page)] == [True, False]
    (goal,) = read(
        page_of(("h", "Goal 1: Picture"), ("p", SECOND)), title="General multi-annual strategic plan 2046-2049"
    )
    assert goal.fields["horizontal"] is True


# --- words ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "SG 2 was the subject of a long debate",
        "CHSG 1 and CHSG 3 are the basis",
        "SG 2.5 million",
        "Goals of the meeting",
        "CHSG 1-4",
    ],
)
def test_a_text_that_only_speaks_of_a_goal_opens_none(text: str) -> None:
    """Else an introduction would be full of goals."""
    assert goal_at_start(text) is None


@given(
    st.integers(1, 20),
    st.sampled_from(["CHSG", "SG", "Strategic goal", "Goal"]),
    st.sampled_from([": ", " – ", ". ", " - "]),
)
def test_a_number_ends_where_its_label_begins(number: int, kind: str, sign: str) -> None:
    """What is cut is the number and its sign, nothing of the label."""
    text = f"{kind} {number}{sign}Follow the money"
    found = goal_at_start(text)
    assert found is not None
    assert (found[0], text[found[1] :]) == (f"{kind} {number}", "Follow the money")


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("badges withdrawn (baseline: 61; target: 500)", "badges withdrawn"),
        ("share of cases: from 12 % to 40 %", "share of cases"),
        ("– teams set up – 61 in 2045", "teams set up"),
        ("plans with a picture less than twelve months old", "plans with a picture less than twelve months old"),
    ],
)
def test_an_indicator_is_its_name_without_values(printed: str, name: str) -> None:
    """Names are compared across cycles; values change every year."""
    assert indicator_name(printed) == name


def test_indicators_are_found_in_sentences() -> None:
    """With their values in brackets, or behind words that tell them."""
    told_in = "Progress is seen in the number of teams (2045: 12; 2049: 90) and in the share of trials (baseline: 3 %)."
    assert indicators_told(told_in) == ("teams", "trials")
    assert indicators_told("It will be measured by the number of teams and the share of trials.") == ("teams", "trials")
    assert indicators_told("Teams (see annex) meet twice a year.") == ()
