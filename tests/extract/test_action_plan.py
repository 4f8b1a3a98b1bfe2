"""Operational action plans: goals and actions from grids, bands, headings and forms."""

from collections.abc import Sequence

import pytest

from corpus.lexicon import Lexicon
from extract.content import Content, read_content
from extract.cover import Cover
from extract.drafts import Draft
from extract.pdf import open_pdf
from extract.readers.action_plan import plan_label, read_action_plan
from tests.pdfs import PdfPage, pdf_bytes

LANDSCAPE = (0, 0, 842, 595)


def content(*pages: PdfPage) -> Content:
    with open_pdf(pdf_bytes(pages)) as pdf:
        return read_content(pdf.facts(), list(pdf.pages()))


class Reader:
    """Reads pages as a plan with this title."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, *pages: PdfPage, title: str = "OAP 2035-2036 Boats") -> list[Draft]:
        return read_action_plan(content(*pages), Cover(title=title), self._lexicon)


@pytest.fixture
def read(lexicon: Lexicon) -> Reader:
    return Reader(lexicon)


def table(
    page: PdfPage,
    rows: Sequence[Sequence[str]],
    xs: Sequence[float],
    *,
    top: float = 560,
    bold: int = 1,
    bottom: bool = True,
) -> float:
    """Draw a ruled table and give its lower edge. Lines of a cell are parted by a line feed, a row of one cell is a band,
    the first `bold` rows stand out."""
    y, edges = top, [top]
    for number, row in enumerate(rows):
        below = y - 11 * max(cell.count("\n") + 1 for cell in row) - 10
        for x in xs if len(row) > 1 else (xs[0], xs[-1]):
            page.rule(x, y, x, below)
        for x, cell in zip(xs, row, strict=False):
            for line, words in enumerate(cell.split("\n")):
                page.text(x + 3, y - 12 - 11 * line, words, 8, bold=number < bold)
        y = below
        edges.append(y)
    for edge in edges if bottom else edges[:-1]:
        page.rule(xs[0], edge, xs[-1], edge)
    return y


def page_with(rows: Sequence[Sequence[str]], xs: Sequence[float], **how: float) -> PdfPage:
    page = PdfPage(media=LANDSCAPE)
    table(page, rows, xs, **how)  # type: ignore[arg-type]
    return page


def actions(drafts: Sequence[Draft]) -> list[Draft]:
    return [draft for draft in drafts if draft.type == "action"]


def goals(drafts: Sequence[Draft]) -> list[Draft]:
    return [draft for draft in drafts if draft.type == "goal"]


def under(drafts: Sequence[Draft]) -> list[tuple[str | None, str | None]]:
    """Each action with the goal that it belongs to, by number."""
    return [(d.number, d.parent.number if d.parent else None) for d in actions(drafts)]


# --- a grid --------------------------------------------------------------------------------------------------------

XS = (30, 90, 180, 350, 410, 470, 560, 620, 680, 760, 815)
HEADER = (
    "No.",
    "Title",
    "Description",
    "Leader",
    "Co-leader",
    "Participants",
    "Start",
    "End",
    "Indicators",
    "Funding",
)
ROW = (
    "OA 1.1",
    "Harbour watch",
    "Joint patrols of small\nharbours by night.",
    "ES",
    "IT, GR",
    "all MS except\nDK, Europol",
    "03/2035",
    "31.12.2036",
    "\u2022 patrols\n\u2022 boats found",
    "EMPACT\ngrant",
)


def test_a_row_of_a_grid_is_an_action_with_all_its_fields(read: Reader) -> None:
    """Who leads what, until when, measured how: the fields of the contract."""
    (action,) = actions(read(page_with([HEADER, ROW], XS)))
    assert (action.number, action.title, action.text) == (
        "OA 1.1",
        "Harbour watch",
        "Joint patrols of small harbours by night.",
    )
    participants = action.fields["participants"]
    assert len(participants) == 27
    assert "DK" not in participants
    assert participants[-1] == "Europol"
    rest = {key: value for key, value in action.fields.items() if key != "participants"}
    assert rest == {
        "leader": ["ES"],
        "co_leaders": ["IT", "EL"],
        "start": "2035-03",
        "end": "2036-12-31",
        "goals": [],
        "kpis": ["patrols", "boats found"],
        "status": None,
        "plan": "OAP 2035-2036 Boats",
        "funding": "EMPACT grant",
    }


def test_the_columns_may_stand_in_any_order_under_other_names(read: Reader) -> None:
    """Layouts differ from plan to plan; the profile knows their names."""
    rows = [
        ("Ref.", "Led by", "What will be done", "Name of the action", "Taking part", "Time frame"),
        ("1.2", "Italy", "Courses for the staff of\nsmall harbours.", "Training", "France and CEPOL", "2035-2036"),
    ]
    (action,) = actions(read(page_with(rows, (30, 90, 180, 350, 470, 620, 760))))
    assert (action.number, action.title, action.text) == ("1.2", "Training", "Courses for the staff of small harbours.")
    assert (action.fields["leader"], action.fields["participants"]) == (["IT"], ["FR", "CEPOL"])
    assert (action.fields["start"], action.fields["end"]) == ("2035", "2036")


SHORT = ("No.", "Title", "Description", "Leader")
SHORT_XS = (30, 110, 300, 700, 815)


@pytest.mark.parametrize(
    ("number", "title", "expected"),
    [
        ("OA 1.1", "Harbour watch", ("OA 1.1", "Harbour watch")),
        ("1.1", "Harbour watch", ("1.1", "Harbour watch")),
        ("OA 1.1.2", "Harbour watch", ("OA 1.1.2", "Harbour watch")),
        ("Action 4", "Harbour watch", ("Action 4", "Harbour watch")),
        ("HRCN-OA-1.2", "Harbour watch", ("HRCN-OA-1.2", "Harbour watch")),
        ("EVC/01/2035", "Harbour watch", ("EVC/01/2035", "Harbour watch")),
        ("OA 1.1a", "Harbour watch", ("OA 1.1a", "Harbour watch")),
        ("7", "Harbour watch", ("7", "Harbour watch")),
        ("", "OA 1.1 Harbour watch", ("OA 1.1", "Harbour watch")),
        ("", "OA 1.1: Harbour watch", ("OA 1.1", "Harbour watch")),
        ("", "OA 1.1 - Harbour watch", ("OA 1.1", "Harbour watch")),
        ("", "Harbour watch", (None, "Harbour watch")),
    ],
)
def test_an_action_is_numbered_as_printed(
    number: str, title: str, expected: tuple[str | None, str], read: Reader
) -> None:
    """Analysts speak of actions by number, in all the styles that plans use."""
    rows = [SHORT, (number, title, "Patrols by night.", "ES"), ("OA 9.9", "Last", "Talks.", "IT")]
    first = actions(read(page_with(rows, SHORT_XS)))[0]
    assert (first.number, first.title) == expected


def test_a_column_called_action_that_holds_numbers_is_one_of_numbers(read: Reader) -> None:
    """ "Action" heads the numbers in some plans and the titles in others: what stands in it decides."""
    rows = [("Action", "Description", "Leader"), ("OA 1.1", "Patrols.", "ES"), ("OA 1.2", "Talks.", "IT")]
    assert [(d.number, d.title, d.text) for d in actions(read(page_with(rows, (30, 110, 700, 815))))] == [
        ("OA 1.1", None, "Patrols."),
        ("OA 1.2", None, "Talks."),
    ]


def test_those_who_are_merely_informed_in_a_column_of_their_own_take_no_part(read: Reader) -> None:
    """Contract: those merely informed do not count as participants."""
    rows = [
        ("No.", "Title", "Description", "Participants", "To be informed"),
        ("OA 1.1", "Watch", "Patrols.", "ES, PT", "FR, BE"),
    ]
    (action,) = actions(read(page_with(rows, (30, 110, 300, 600, 700, 815))))
    assert action.fields["participants"] == ["ES", "PT"]


def test_an_action_without_a_description_is_described_by_its_title(read: Reader) -> None:
    """Contract: the text is its description; its title where it has none."""
    rows = [SHORT, ("OA 1.1", "Harbour watch", "", "ES"), ("OA 1.2", "Training", "Courses.", "IT")]
    assert [(d.title, d.text) for d in actions(read(page_with(rows, SHORT_XS)))] == [
        ("Harbour watch", "Harbour watch"),
        ("Training", "Courses."),
    ]


def test_cells_that_say_nothing_give_no_value(read: Reader) -> None:
    """A dash or TBC is not stated: null or an empty list, never a guess."""
    row = ("OA 1.1", "Watch", "Patrols.", "TBC", "–", "n/a", "TBC", "–", "–", "")
    (action,) = actions(read(page_with([HEADER, row], XS)))
    assert {key: action.fields[key] for key in ("leader", "co_leaders", "participants", "kpis")} == {
        "leader": [],
        "co_leaders": [],
        "participants": [],
        "kpis": [],
    }
    assert (action.fields["start"], action.fields["end"], action.fields["status"]) == (None, None, None)
    assert action.fields["funding"] is None


def test_indicators_lose_baseline_and_target(read: Reader) -> None:
    """Contract: the indicators' names without baseline and target."""
    row = (*ROW[:8], "\u2022 patrols (baseline: 4,\ntarget: 9)\n\u2022 boats found;\ntarget 30", "")
    (action,) = actions(read(page_with([HEADER, row], XS)))
    assert action.fields["kpis"] == ["patrols", "boats found"]


def test_a_row_that_is_struck_through_is_withdrawn_and_stays_an_action(read: Reader) -> None:
    """A withdrawn action covers nothing, and the analyst must see that it was there."""
    page = page_with(
        [SHORT, ("OA 1.1", "Watch", "Patrols by night.", "ES"), ("OA 1.2", "Course", "Talks.", "IT")], SHORT_XS
    )
    page.rule(113, 529.5, 140, 529.5, 0.6).rule(303, 529.5, 370, 529.5, 0.6)
    first, second = actions(read(page))
    assert (first.number, first.text, first.fields["status"]) == ("OA 1.1", "Patrols by night.", "withdrawn")
    assert second.fields["status"] is None


def test_a_status_is_given_as_printed(read: Reader) -> None:
    """ "Ongoing" is the drafters' word."""
    rows = [
        (*SHORT, "Status"),
        ("OA 1.1", "Watch", "Patrols.", "ES", "Ongoing"),
        ("OA 1.2", "Course", "Talks.", "IT", "–"),
    ]
    drafts = actions(read(page_with(rows, (30, 110, 250, 500, 650, 815))))
    assert [d.fields["status"] for d in drafts] == ["Ongoing", None]


def test_leader_and_participants_told_in_one_cell_are_parted(read: Reader) -> None:
    """Some plans tell the team in a sentence."""
    rows = [
        ("No.", "Title", "Description", "Leader and participants"),
        ("OA 1.1", "Watch", "Patrols.", "Led by ES, with IT as\nco-leader; NL and Europol\ntake part."),
    ]
    (action,) = actions(read(page_with(rows, SHORT_XS)))
    assert (action.fields["leader"], action.fields["co_leaders"]) == (["ES"], ["IT"])
    assert action.fields["participants"] == ["NL", "Europol"]


def test_a_row_over_a_page_end_is_one_action_with_a_place_on_each_page(read: Reader) -> None:
    """A description that a page cuts is read whole."""
    first = PdfPage(media=LANDSCAPE)
    table(first, [SHORT, ("OA 1.1", "Watch", "Patrols of harbours that", "ES")], SHORT_XS, bottom=False)
    second = PdfPage(media=LANDSCAPE)
    table(second, [SHORT, ("", "", "have no guard.", ""), ("OA 1.2", "Course", "Talks.", "IT")], SHORT_XS)
    cut, whole = actions(read(first, second))
    assert (cut.number, cut.text) == ("OA 1.1", "Patrols of harbours that have no guard.")
    assert [span.page for span in cut.spans] == [1, 2]
    assert (whole.number, [span.page for span in whole.spans]) == ("OA 1.2", [2])


def test_a_table_that_goes_on_without_its_header_is_read_by_the_one_before(read: Reader) -> None:
    """A second table of the same columns may bear no header."""
    page = PdfPage(media=LANDSCAPE)
    below = table(page, [SHORT, ("OA 1.1", "Watch", "Patrols.", "ES")], SHORT_XS)
    table(
        page,
        [("OA 1.2", "Course", "Talks.", "IT"), ("OA 1.3", "Tools", "A drone.", "NL")],
        SHORT_XS,
        top=below - 60,
        bold=0,
    )
    assert [d.number for d in actions(read(page))] == ["OA 1.1", "OA 1.2", "OA 1.3"]


@pytest.mark.parametrize(
    "rows",
    [
        [("Term", "Meaning"), ("Driver", "Who leads a plan"), ("Leader", "Who leads an action")],
        [("Date", "Meeting", "Place"), ("March", "Start", "Porto"), ("June", "Review", "Bari")],
    ],
)
def test_other_tables_of_a_plan_hold_no_actions(rows: list[tuple[str, ...]], read: Reader) -> None:
    """A glossary or calendar gives no action."""
    assert read(page_with(rows, (30, 200, 400, 700)[: len(rows[0]) + 1])) == []


# --- goals ---------------------------------------------------------------------------------------------------------


def beside(rows: Sequence[tuple[str, str, Sequence[str]]]) -> PdfPage:
    """A table whose first column names a goal beside its actions: number and title of an action, and the lines of a goal
    that begins in its row."""
    xs, page = (30, 180, 240, 400, 815), PdfPage(media=LANDSCAPE)
    bottom = 530 - 30 * len(rows)
    for x in xs:
        page.rule(x, 560, x, bottom)
    for x, name in zip(xs, ("Strategic goal", "No.", "Title", "Description"), strict=False):
        page.text(x + 3, 545, name, 8, bold=True)
    page.rule(30, 560, 815, 560).rule(30, bottom, 815, bottom)
    for number, (label, title, goal) in enumerate(rows):
        y = 530 - 30 * number
        page.rule(30 if goal else 180, y, 815, y).text(183, y - 14, label, 8).text(243, y - 14, title, 8)
        page.text(403, y - 14, f"{title} for all.", 8)
        for line, words in enumerate(goal):
            page.text(33, y - 14 - 11 * line, words, 8, bold=line == 0)
    return page


def test_a_goal_beside_its_actions_is_read_once_and_holds_them(read: Reader) -> None:
    """Coverage goes up from action to goal: a merged cell speaks for all the rows beside it."""
    drafts = read(
        beside(
            [
                ("OA 1", "Watch", ["CHSG 1", "A shared picture of", "harbours and boats"]),
                ("OA 2", "Map", []),
                ("OA 3", "Courses", ["SG 2 Training", "of staff"]),
                ("OA 4", "Manuals", []),
            ]
        )
    )
    assert [(g.number, g.fields["horizontal"]) for g in goals(drafts)] == [("CHSG 1", True), ("SG 2", False)]
    assert goals(drafts)[0].text == "A shared picture of harbours and boats"
    assert under(drafts) == [("OA 1", "CHSG 1"), ("OA 2", "CHSG 1"), ("OA 3", "SG 2"), ("OA 4", "SG 2")]
    assert [d.fields["goals"] for d in actions(drafts)] == [["CHSG 1"], ["CHSG 1"], ["SG 2"], ["SG 2"]]


def test_a_goal_with_a_single_action_beside_it_is_a_goal_too(read: Reader) -> None:
    """The cell of a goal that one action serves is not merged: it is still the goal, and the one before has ended."""
    drafts = read(
        beside(
            [
                ("OA 1", "Watch", ["CHSG 1", "A shared picture of", "harbours and boats"]),
                ("OA 2", "Map", []),
                ("OA 3", "Courses", ["SG 2 Training"]),
            ]
        )
    )
    assert [g.number for g in goals(drafts)] == ["CHSG 1", "SG 2"]
    assert under(drafts) == [("OA 1", "CHSG 1"), ("OA 2", "CHSG 1"), ("OA 3", "SG 2")]


def test_a_band_across_the_table_names_the_goal_of_the_rows_below(read: Reader) -> None:
    """The numbers of actions need not follow those of goals: the band decides."""
    rows = [
        SHORT,
        ("CHSG 6: Money. To trace what thieves of boats earn.",),
        ("OA 2.1", "Accounts", "Data of banks.", "NL"),
        ("SG 1 - Harbours",),
        ("OA 9.1", "Watch", "Patrols.", "ES"),
        ("OA 9.2", "Map", "A map.", "PT"),
    ]
    drafts = read(page_with(rows, SHORT_XS))
    assert [(g.number, g.title, g.text) for g in goals(drafts)] == [
        ("CHSG 6", "Money", "To trace what thieves of boats earn."),
        ("SG 1", "Harbours", "Harbours"),
    ]
    assert under(drafts) == [("OA 2.1", "CHSG 6"), ("OA 9.1", "SG 1"), ("OA 9.2", "SG 1")]


def test_a_heading_above_a_table_names_its_goal_and_the_paragraph_below_states_it(read: Reader) -> None:
    """Some plans have a table for each goal."""
    page = PdfPage(media=LANDSCAPE).text(30, 570, "Strategic goal 1 - Harbours", 12, bold=True)
    page.text(30, 545, "Small harbours are watched at night as well as by day.", 9)
    below = table(page, [SHORT, ("OA 1", "Watch", "Patrols.", "ES")], SHORT_XS, top=520)
    page.text(30, below - 30, "Strategic goal 2 - Training", 12, bold=True)
    page.text(30, below - 55, "Their staff is trained.", 9)
    table(page, [SHORT, ("OA 2", "Courses", "Talks.", "IT")], SHORT_XS, top=below - 80)
    drafts = read(page)
    assert [(g.number, g.title, g.text) for g in goals(drafts)] == [
        ("Strategic goal 1", "Harbours", "Small harbours are watched at night as well as by day."),
        ("Strategic goal 2", "Training", "Their staff is trained."),
    ]
    assert under(drafts) == [("OA 1", "Strategic goal 1"), ("OA 2", "Strategic goal 2")]


def test_goals_stated_first_and_named_again_later_are_read_once(read: Reader) -> None:
    """A plan lists its goals in front; above the tables they stand by number only."""
    page = (
        PdfPage(media=LANDSCAPE)
        .text(30, 570, "SG 1: Harbours are watched.", 9)
        .text(30, 545, "SG 2: Staff is trained.", 9)
    )
    page.text(30, 500, "SG 2", 12, bold=True)
    table(page, [SHORT, ("OA 1", "Courses", "Talks.", "IT")], SHORT_XS, top=480)
    drafts = read(page)
    assert [g.number for g in goals(drafts)] == ["SG 1", "SG 2"]
    assert under(drafts) == [("OA 1", "SG 2")]


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ("SG 1", ["SG 1"]),
        ("SG1", ["SG 1"]),
        ("SG 1, SG 2", ["SG 1", "SG 2"]),
        ("SG 1, 2", ["SG 1", "SG 2"]),
        ("SG 1 and 2", ["SG 1", "SG 2"]),
        ("SG 2 / CHSG 3", ["SG 2", "CHSG 3"]),
        ("CHSG 1 & SG 1", ["CHSG 1", "SG 1"]),
    ],
)
def test_an_action_names_its_goals_in_a_column(cell: str, named: list[str], read: Reader) -> None:
    """Contract: an action under two goals has the first as parent and both in `goals`."""
    page = PdfPage(media=LANDSCAPE)
    for number, goal in enumerate(("SG 1: Harbours.", "SG 2: Staff.", "CHSG 1: Picture.", "CHSG 3: Money.")):
        page.text(30, 580 - 30 * number, goal, 9)
    rows = [
        ("No.", "Title", "Description", "Goal"),
        ("OA 1", "Watch", "Patrols.", cell),
        ("OA 2", "Map", "A map.", "SG 2"),
    ]
    table(page, rows, SHORT_XS, top=440)
    drafts = read(page)
    first = actions(drafts)[0]
    assert first.fields["goals"] == named
    assert first.parent is not None
    assert first.parent.number == named[0]


def test_a_dash_in_the_column_of_goals_names_none(read: Reader) -> None:
    """A list of goals in front of the table says nothing about an action that states none."""
    page = PdfPage(media=LANDSCAPE).text(30, 570, "SG 1: Harbours.", 9).text(30, 540, "SG 2: Staff.", 9)
    rows = [
        ("No.", "Title", "Description", "Goal"),
        ("OA 1", "Watch", "Patrols.", "–"),
        ("OA 2", "Map", "A map.", "SG 2"),
    ]
    table(page, rows, SHORT_XS, top=500)
    first = actions(read(page))[0]
    assert (first.fields["goals"], first.parent) == ([], None)


def test_an_action_whose_goal_is_stated_nowhere_hangs_under_no_other(read: Reader) -> None:
    """A wrong parent is worse than none: the action names SG 9, so it does not belong to SG 1."""
    page = PdfPage(media=LANDSCAPE).text(30, 570, "SG 1: Harbours.", 9)
    rows = [
        ("No.", "Title", "Description", "Goal"),
        ("OA 1", "Watch", "Patrols.", "SG 9"),
        ("OA 2", "Map", "A map.", "SG 1"),
    ]
    table(page, rows, SHORT_XS, top=500)
    first = actions(read(page))[0]
    assert first.fields["goals"] == ["SG 9"]
    assert first.parent is None


def test_a_goal_beside_the_number_counts_too(read: Reader) -> None:
    """ "OA 3.4 (also CHSG 1)" serves two goals."""
    rows = [SHORT, ("SG 3 - Money",), ("OA 3.4 (also\nCHSG 1)", "Accounts", "Data of banks.", "NL")]
    (action,) = actions(read(page_with(rows, SHORT_XS)))
    assert (action.number, action.fields["goals"]) == ("OA 3.4", ["SG 3", "CHSG 1"])
    assert action.parent is not None
    assert action.parent.number == "SG 3"


# --- forms ---------------------------------------------------------------------------------------------------------

FORM = [
    ("Action number", "OA 2.1"),
    ("Title", "Harbour watch"),
    ("Description", "Joint patrols of small harbours by night, with a boat of\nthe coast guard."),
    ("Leader", "ES"),
    ("Participants", "IT, PT, Frontex"),
    ("Timeline", "March 2035 – June 2036"),
    ("Indicators", "patrols; boats found"),
]
FORM_XS = (60, 200, 540)


def test_a_form_is_one_action(read: Reader) -> None:
    """Some plans have a table of labels and values for each action."""
    page = PdfPage()
    below = table(page, FORM, FORM_XS, top=780, bold=0)
    second = [("Action number", "OA 2.2"), ("Title", "Courses"), ("Description", "Talks."), ("Leader", "CEPOL")]
    table(page, second, FORM_XS, top=below - 40, bold=0)
    first, other = actions(read(page))
    assert (first.number, first.title) == ("OA 2.1", "Harbour watch")
    assert first.text == "Joint patrols of small harbours by night, with a boat of the coast guard."
    assert (first.fields["leader"], first.fields["participants"]) == (["ES"], ["IT", "PT", "Frontex"])
    assert (first.fields["start"], first.fields["end"]) == ("2035-03", "2036-06")
    assert first.fields["kpis"] == ["patrols", "boats found"]
    assert (other.number, other.text, other.fields["leader"]) == ("OA 2.2", "Talks.", ["CEPOL"])


def test_a_form_of_four_cells_a_row_pairs_each_label_with_its_value(read: Reader) -> None:
    """Short fields stand side by side."""
    xs = (60, 160, 300, 400, 540)
    page = PdfPage()
    rows = [
        ("No.", "OA 2.1", "Title", "Harbour watch"),
        ("Leader", "ES", "Co-leader", "IT"),
        ("Start", "03/2035", "End", "06/2036"),
        ("Description", "Patrols by night.", "Participants", "PT, Europol"),
    ]
    table(page, rows, xs, top=780, bold=0)
    (action,) = actions(read(page))
    assert (action.number, action.title, action.text) == ("OA 2.1", "Harbour watch", "Patrols by night.")
    people = (action.fields["leader"], action.fields["co_leaders"], action.fields["participants"])
    assert people == (["ES"], ["IT"], ["PT", "Europol"])
    assert (action.fields["start"], action.fields["end"]) == ("2035-03", "2036-06")


def test_forms_stand_under_the_goal_of_the_heading_above(read: Reader) -> None:
    """The goal reigns until the next one is named."""
    page = PdfPage().text(60, 800, "SG 1 - Harbours", 12, bold=True)
    below = table(page, FORM[:4], FORM_XS, top=780, bold=0)
    page.text(60, below - 40, "SG 2 - Staff", 12, bold=True)
    second = [("Action number", "OA 5"), ("Title", "Courses"), ("Description", "Talks."), ("Leader", "CEPOL")]
    table(page, second, FORM_XS, top=below - 60, bold=0)
    assert under(read(page)) == [("OA 2.1", "SG 1"), ("OA 5", "SG 2")]


def test_a_form_over_a_page_end_is_one_action(read: Reader) -> None:
    """The lower half of a form begins no action."""
    first, second = PdfPage(), PdfPage()
    table(first, FORM[:4], FORM_XS, top=180, bold=0)
    table(second, FORM[4:], FORM_XS, top=780, bold=0)
    (action,) = actions(read(first, second))
    assert (action.number, action.fields["participants"]) == ("OA 2.1", ["IT", "PT", "Frontex"])
    assert action.fields["kpis"] == ["patrols", "boats found"]


def test_two_forms_drawn_as_one_table_are_two_actions(read: Reader) -> None:
    """A label that comes again begins the next form."""
    page = PdfPage()
    second = [("Action number", "OA 2.2"), ("Title", "Courses"), ("Description", "Talks."), ("Leader", "CEPOL")]
    table(page, [*FORM[:4], *second], FORM_XS, top=780, bold=0)
    assert [(d.number, d.fields["leader"]) for d in actions(read(page))] == [("OA 2.1", ["ES"]), ("OA 2.2", ["CEPOL"])]


# --- the plan's label ----------------------------------------------------------------------------------------------


def test_the_plan_is_labelled_by_its_footer_before_its_title() -> None:
    """Contract: the plan's running label, the footer's, else the title's."""
    pages = [
        PdfPage().lines(60, 700 - 20 * n, [f"words {n}"]).text(60, 30, "OAP 2035-2036 Boats | draft", 9)
        for n in range(3)
    ]
    title = Cover(title="Operational action plan on the theft of boats, OAP 2035")
    assert plan_label(content(*pages), title) == "OAP 2035-2036 Boats"
    assert plan_label(content(PdfPage()), title) == "OAP 2035"
    assert plan_label(content(PdfPage()), Cover(title="Plan on boats")) == "Plan on boats"
    assert plan_label(content(PdfPage()), Cover()) is None


def test_goals_come_before_their_actions(read: Reader) -> None:
    """A parent is known before it is referred to."""
    rows = [
        SHORT,
        ("SG 1 - Harbours",),
        ("OA 1", "Watch", "Patrols.", "ES"),
        ("SG 2 - Staff",),
        ("OA 2", "Talk", "Talks.", "IT"),
    ]
    drafts = read(page_with(rows, SHORT_XS))
    assert [d.number for d in drafts] == ["SG 1", "OA 1", "SG 2", "OA 2"]
