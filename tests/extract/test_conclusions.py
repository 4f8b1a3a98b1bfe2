"""Conclusions: priorities with areas, aims and clauses from tables, lists and headings; requests."""

from collections.abc import Sequence
from typing import Any

import pytest

from corpus.lexicon import Lexicon
from extract.content import read_content
from extract.drafts import Draft
from extract.pdf import open_pdf
from extract.readers.conclusions import read_conclusions
from models.language import Language
from tests.pdfs import PdfPage, pdf_bytes

XS = (60, 180, 540)
HEADER = ("Priority", "Aim(s)")


class Reader:
    """Reads pages as conclusions."""

    def __init__(self, language: Language, lexicon: Lexicon) -> None:
        self._language, self._lexicon = language, lexicon

    def __call__(self, *pages: PdfPage) -> list[Draft]:
        with open_pdf(pdf_bytes(pages)) as pdf:
            content = read_content(pdf.facts(), list(pdf.pages()))
        return read_conclusions(content, self._language, self._lexicon)


@pytest.fixture
def read(language: Language, lexicon: Lexicon) -> Reader:
    return Reader(language, lexicon)


def told(drafts: Sequence[Draft], *types: str) -> list[tuple[str, str | None, str, str | None]]:
    """Type, number, text, and what it belongs to."""
    return [(d.type, d.number, d.text, d.parent.text if d.parent else None) for d in drafts if d.type in types]


def table(
    rows: Sequence[Sequence[Sequence[str]]],
    *,
    xs: Sequence[float] = XS,
    header: Sequence[str] = HEADER,
    top: float = 780,
) -> PdfPage:
    """A ruled table; each cell is a list of lines."""
    page, y = PdfPage(), top
    ys = [y]
    for row in [[[name] for name in header], *rows]:
        for x, lines in zip(xs, row, strict=False):
            page.lines(x + 4, y - 14, lines, 9, 12)
        y -= 12 * max(len(lines) for lines in row) + 12
        ys.append(y)
    return page.grid(xs, ys)


def missed(*row: object, reason: str) -> Any:
    """A row of cases that an ordinary document has and the reader gets wrong."""
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=reason))


# --- tables --------------------------------------------------------------------------------------------------------


def test_each_row_of_the_table_is_a_priority_with_its_aim_and_clauses(read: Reader) -> None:
    """The links of coverage hang on this tree: clause, aim, priority."""
    drafts = read(
        table(
            [
                [
                    ["1. Stolen vehicles"],
                    ["To stop the export of stolen cars, in particular those", "that leave by ferry."],
                ],
                [["2. Illegal gambling:"], ["To close sites that take bets from minors."]],
            ]
        )
    )
    assert told(drafts, "priority", "area", "aim", "clause") == [
        ("priority", "1", "Stolen vehicles", None),
        ("aim", None, "To stop the export of stolen cars, in particular those that leave by ferry", "Stolen vehicles"),
        (
            "clause",
            None,
            "To stop the export of stolen cars",
            "To stop the export of stolen cars, in particular those that leave by ferry",
        ),
        (
            "clause",
            None,
            "those that leave by ferry",
            "To stop the export of stolen cars, in particular those that leave by ferry",
        ),
        ("priority", "2", "Illegal gambling", None),
        ("aim", None, "To close sites that take bets from minors", "Illegal gambling"),
        ("clause", None, "To close sites that take bets from minors", "To close sites that take bets from minors"),
    ]
    assert [d.fields.get("role") for d in drafts if d.type == "clause"] == ["core", "rider", "core"]
    assert [d.title for d in drafts if d.type == "priority"] == ["Stolen vehicles", "Illegal gambling"]


def test_two_aims_of_one_cell_are_two(read: Reader) -> None:
    """Contract: two "To …" sentences in one cell, parted by a semicolon, are two aims."""
    drafts = read(
        table(
            [
                [["1. Vehicles"], ["To stop the export of stolen cars;", "To find the workshops that rebuild them."]],
                [["2. Gambling"], ["To close sites that take bets from minors. To warn", "those who play there."]],
                [["3. Boats"], ["- To guard small harbours", "- To trace stolen engines"]],
                [["4. Art"], ["-To trace stolen paintings"]],
            ]
        )
    )
    assert told(drafts, "aim") == [
        ("aim", None, "To stop the export of stolen cars", "Vehicles"),
        ("aim", None, "To find the workshops that rebuild them", "Vehicles"),
        ("aim", None, "To close sites that take bets from minors", "Gambling"),
        ("aim", None, "To warn those who play there", "Gambling"),
        ("aim", None, "To guard small harbours", "Boats"),
        ("aim", None, "To trace stolen engines", "Boats"),
        ("aim", None, "To trace stolen paintings", "Art"),
    ]


@pytest.mark.parametrize(
    ("label", "number", "title"),
    [
        ("1. Boats", "1", "Boats"),
        ("1) Boats", "1", "Boats"),
        ("(1) Boats:", "1", "Boats"),
        ("IV. Boats", "IV", "Boats"),
        ("1.1 Boats", "1.1", "Boats"),
        ("Priority 1: Boats", "1", "Boats"),
        ("Priority 1 - Boats", "1", "Boats"),
        ("Boats -", None, "Boats"),
        ("Boats and cars", None, "Boats and cars"),
        ("1 Boats", "1", "Boats"),
    ],
)
def test_a_label_is_parted_from_its_number(label: str, number: str | None, title: str, read: Reader) -> None:
    """Contract: the label without number and without a trailing colon, the number as printed."""
    drafts = read(table([[[label], ["To guard harbours."]], [["9. Cars"], ["To stop their export."]]]))
    assert (drafts[0].type, drafts[0].number, drafts[0].title, drafts[0].text) == ("priority", number, title, title)


@pytest.mark.parametrize(
    ("lines", "aims"),
    [
        (["To guard harbours."], ["To guard harbours"]),
        (["To guard harbours;"], ["To guard harbours"]),
        (["To guard harbours"], ["To guard harbours"]),
        (["To guard harbours; and", "To trace engines."], ["To guard harbours", "To trace engines"]),
        (["To guard harbours; to trace engines too."], ["To guard harbours; to trace engines too"]),
        (["\u2022 To guard harbours", "\u2022 To trace engines"], ["To guard harbours", "To trace engines"]),
        (["1) To guard harbours;", "2) To trace engines."], ["To guard harbours", "To trace engines"]),
        (["a. To guard harbours.", "b. To trace engines."], ["To guard harbours", "To trace engines"]),
        (["To end the trade and what comes of it."], ["To end the trade and what comes of it"]),
        (
            ["To end the trade and what comes of it.", "To trace engines."],
            ["To end the trade and what comes of it", "To trace engines"],
        ),
        missed(
            ["The aim is to guard harbours."],
            ["to guard harbours"],
            reason="conclusions._aims_of_cell looks for a capital 'To' and for no aim that is told in prose",
        ),
    ],
)
def test_an_aim_is_the_whole_sentence_without_its_last_stop(lines: list[str], aims: list[str], read: Reader) -> None:
    """Contract: from "To" to its end, without the terminal full stop or semicolon, every word as it stands."""
    drafts = read(table([[["1. Boats"], lines], [["2. Cars"], ["To stop their export."]]]))
    assert [d.text for d in drafts if d.type == "aim"][:-1] == aims


@pytest.mark.parametrize(
    ("lines", "areas"),
    [
        missed(
            ["Lakes - To guard harbours", "Rivers - To trace engines"],
            ["Lakes", "Rivers"],
            reason="conclusions._label_before finds no label at a line's start where the aim before bears no stop",
        ),
        missed(
            ["Aim 1: To guard harbours.", "Aim 2: To trace engines."],
            [],
            reason="conclusions._labelled makes an area of a label that only counts aims",
        ),
    ],
)
def test_what_stands_before_an_aim_is_an_area_where_it_names_one(
    lines: list[str], areas: list[str], read: Reader
) -> None:
    """An area has a plan of its own: labels are neither lost in the aim before nor made of counters."""
    drafts = read(table([[["1. Boats"], lines], [["2. Cars"], ["To stop their export."]]]))
    assert [d.text for d in drafts if d.type == "area"] == areas
    assert [d.text for d in drafts if d.type == "aim"][:2] == ["To guard harbours", "To trace engines"]


def test_areas_lettered_in_the_cell_of_aims_hold_their_aims(read: Reader) -> None:
    """An area is a leaf with a plan of its own: its aim must not hang on the priority."""
    drafts = read(
        table(
            [
                [
                    ["1. Theft"],
                    [
                        "(a) Theft of vehicles:",
                        "To stop the export of stolen cars.",
                        "(b) Theft of boats:",
                        "To guard small harbours, and",
                        "to trace what was stolen there.",
                    ],
                ],
                [["2. Gambling"], ["To close sites that take bets from minors."]],
            ]
        )
    )
    assert told(drafts, "priority", "area", "aim") == [
        ("priority", "1", "Theft", None),
        ("area", "a", "Theft of vehicles", "Theft"),
        ("aim", None, "To stop the export of stolen cars", "Theft of vehicles"),
        ("area", "b", "Theft of boats", "Theft"),
        ("aim", None, "To guard small harbours, and to trace what was stolen there", "Theft of boats"),
        ("priority", "2", "Gambling", None),
        ("aim", None, "To close sites that take bets from minors", "Gambling"),
    ]


def test_numbers_and_areas_may_stand_in_columns_of_their_own(read: Reader) -> None:
    """Some tables part number, priority, area and aim."""
    xs = (60, 100, 200, 300, 540)
    page = PdfPage()
    for y in (780, 756, 732, 684):
        page.rule(60, y, 540, y)
    page.rule(200, 708, 540, 708)
    for x in xs:
        page.rule(x, 780, x, 684)
    for x, name in zip(xs, ("No.", "Priority", "Sub-area", "Aim"), strict=False):
        page.text(x + 4, 764, name, 9, bold=True)
    cells = [
        (60, 740, "1"),
        (100, 740, "Gambling"),
        (300, 740, "To close illegal sites."),
        (60, 716, "2"),
        (100, 716, "Theft"),
        (200, 716, "Cars"),
        (300, 716, "To stop their export."),
        (200, 692, "Boats"),
        (300, 692, "To guard harbours."),
    ]
    for x, y, words in cells:
        page.text(x + 4, y, words, 9)
    assert told(read(page), "priority", "area", "aim") == [
        ("priority", "1", "Gambling", None),
        ("aim", None, "To close illegal sites", "Gambling"),
        ("priority", "2", "Theft", None),
        ("area", None, "Cars", "Theft"),
        ("aim", None, "To stop their export", "Cars"),
        ("area", None, "Boats", "Theft"),
        ("aim", None, "To guard harbours", "Boats"),
    ]


def test_a_table_whose_columns_bear_other_names_is_known_by_what_stands_in_it(read: Reader) -> None:
    """A layout that nobody foresaw still gives its aims."""
    rows = [
        [["1. Vehicles"], ["To stop the export of stolen cars."]],
        [["2. Gambling"], ["To close illegal sites."]],
        [["3. Boats"], ["To guard small harbours."]],
    ]
    drafts = read(table(rows, header=("What", "Wherefore")))
    assert [text for _, _, text, _ in told(drafts, "priority")] == ["Vehicles", "Gambling", "Boats"]


def test_other_tables_hold_no_priorities(read: Reader) -> None:
    """A timetable or a list of abbreviations is no record."""
    rows = [[["Spring"], ["To be discussed by the group"]], [["Summer"], ["Adoption"]], [["CEPOL"], ["Training"]]]
    assert read(table(rows, header=("When", "What"))) == []


def test_every_record_stands_where_its_words_do(read: Reader) -> None:
    """A reviewer sees the label, the aim and the clause highlighted in their cells."""
    drafts = read(
        table([[["1. Vehicles"], ["To stop the export of stolen cars, notably", "those that leave by ferry."]]])
    )
    for draft in drafts:
        (span,) = draft.spans
        assert span.page == 1
        assert span.box is not None
        assert 60 <= span.box.x0 < span.box.x1 <= (180 if draft.type == "priority" else 540)
    aim, core, rider = (d.spans[0].box for d in drafts if d.type in ("aim", "clause"))
    assert aim is not None and core is not None and rider is not None  # noqa: PT018
    assert core.bottom <= rider.bottom == aim.bottom
    assert core.top == aim.top <= rider.top


# --- lists and headings --------------------------------------------------------------------------------------------


def test_priorities_in_a_list_are_read_with_their_areas(read: Reader) -> None:
    """Conclusions before 2022 have no table: "1. Label: to …", with lettered areas."""
    page = PdfPage().text(60, 760, "The Council sets the following priorities for the years to come:", 10)
    entries = [
        (80, "1. Stolen vehicles: to stop the export of stolen cars."),
        (80, "2. Theft from the public:"),
        (100, "(a) Pickpockets. The aim is to guard the stations of large towns."),
        (100, "(b) Cargo. The aim is to trace lorries that were robbed."),
        (80, "3. Illegal gambling: to close sites; to warn those who play there."),
    ]
    for number, (x, text) in enumerate(entries):
        page.text(x, 735 - 22 * number, text, 10)
    assert told(read(page), "priority", "area", "aim") == [
        ("priority", "1", "Stolen vehicles", None),
        ("aim", None, "to stop the export of stolen cars", "Stolen vehicles"),
        ("priority", "2", "Theft from the public", None),
        ("area", "a", "Pickpockets", "Theft from the public"),
        ("aim", None, "to guard the stations of large towns", "Pickpockets"),
        ("area", "b", "Cargo", "Theft from the public"),
        ("aim", None, "to trace lorries that were robbed", "Cargo"),
        ("priority", "3", "Illegal gambling", None),
        ("aim", None, "to close sites", "Illegal gambling"),
        ("aim", None, "to warn those who play there", "Illegal gambling"),
    ]


def test_priorities_as_headings_hold_the_aims_of_the_paragraphs_below(read: Reader) -> None:
    """Web pages set each priority as a heading."""
    page = PdfPage()
    entries = [
        ("1. Stolen vehicles", "The aim of this priority is to stop the export of stolen cars."),
        ("2. Illegal gambling", "To close sites that take bets from minors."),
    ]
    for number, (heading, text) in enumerate(entries):
        page.text(60, 760 - 70 * number, heading, 14, bold=True).text(60, 735 - 70 * number, text, 10)
    assert told(read(page), "priority", "aim") == [
        ("priority", "1", "Stolen vehicles", None),
        ("aim", None, "to stop the export of stolen cars", "Stolen vehicles"),
        ("priority", "2", "Illegal gambling", None),
        ("aim", None, "To close sites that take bets from minors", "Illegal gambling"),
    ]


def test_where_a_table_states_the_aims_sentences_do_not_state_them_again(read: Reader) -> None:
    """A sentence that begins with "To" is not an aim of the Council's."""
    page = table([[["1. Vehicles"], ["To stop the export of stolen cars."]], [["2. Boats"], ["To guard harbours."]]])
    page.text(60, 300, "1. To make this work, the group meets each month.", 10)
    page.text(60, 270, "2. To that end it has a desk of its own.", 10)
    page.text(60, 240, "3. Reports: to be sent each year.", 10).text(60, 210, "4. Money: to be found by the group.", 10)
    assert len(told(read(page), "aim")) == 2


# --- requests ------------------------------------------------------------------------------------------------------


def operative(*entries: str, indents: Sequence[float] = ()) -> PdfPage:
    page = PdfPage()
    for number, text in enumerate(entries):
        page.text(indents[number] if indents else 60, 760 - 30 * number, text, 10)
    return page


def requests(drafts: Sequence[Draft]) -> list[tuple[str | None, str, str, list[str]]]:
    return [(d.number, d.text, d.fields["verb"], d.fields["addressees"]) for d in drafts if d.type == "request"]


def test_a_request_is_read_with_its_points_verb_and_addressees(read: Reader) -> None:
    """Contract: the whole paragraph with its lettered points; the verb as printed; those whom it asks."""
    drafts = read(
        operative(
            "7. INVITES the Member States and Europol to:",
            "(a) share what they know about stolen engines;",
            "(b) train the staff of small harbours.",
            "8. ENCOURAGES CEPOL to offer courses.",
            indents=(60, 85, 85, 60),
        )
    )
    assert requests(drafts) == [
        (
            "7",
            "INVITES the Member States and Europol to: (a) share what they know about stolen engines; "
            "(b) train the staff of small harbours.",
            "INVITES",
            ["Member States", "Europol"],
        ),
        ("8", "ENCOURAGES CEPOL to offer courses.", "ENCOURAGES", ["CEPOL"]),
    ]


@pytest.mark.parametrize(
    ("text", "verb", "addressees"),
    [
        ("CALLS ON the Member States to share data.", "CALLS ON", ["Member States"]),
        ("CALLS UPON the Commission to table a report.", "CALLS UPON", ["Commission"]),
        ("INVITES the European Commission to table a report.", "INVITES", ["Commission"]),
        ("URGES Member States, Europol and Eurojust to meet.", "URGES", ["Member States", "Europol", "Eurojust"]),
        ("INVITES Europol, Frontex and the EUDA to meet.", "INVITES", ["Europol", "Frontex", "EUDA"]),
        ("TASKS COSI with following up.", "TASKS", ["COSI"]),
        ("INSTRUCTS COSI to report in autumn.", "INSTRUCTS", ["COSI"]),
        ("FURTHER INVITES Eurojust to report.", "FURTHER INVITES", ["Eurojust"]),
        ("CALLS ON the Member States, with the support of Europol, to share data.", "CALLS ON", ["Member States"]),
        ("INVITES the Member States, in line with their law, to share data.", "INVITES", ["Member States"]),
        ("RECOMMENDS that the Member States share data.", "RECOMMENDS", ["Member States"]),
        ("APPEALS TO the postal operators to check parcels.", "APPEALS TO", ["postal operators"]),
        ("STRONGLY URGES the Member States to act.", "STRONGLY URGES", ["Member States"]),
        ("INVITES the Member States (all of them) and Europol to act.", "INVITES", ["Member States", "Europol"]),
        ("INVITES Norway and Switzerland to act.", "INVITES", ["Norway", "Switzerland"]),
        missed(
            "INVITES, where appropriate, the Member States to act.",
            "INVITES",
            ["Member States"],
            reason="conclusions._names takes a remark between commas for a name",
        ),
        missed(
            "CALLS ON the Member States, Europol and, where relevant, Frontex to act.",
            "CALLS ON",
            ["Member States", "Europol", "Frontex"],
            reason="conclusions._END_OF_NAMES ends the names at a remark between commas",
        ),
        missed(
            "ENCOURAGES the further use of the platform by the Member States.",
            "ENCOURAGES",
            ["Member States"],
            reason="conclusions._names takes what is asked for, where nobody is named before it, for a name",
        ),
        missed(
            "UNDERLINES the role of Europol and INVITES Europol to act.",
            "INVITES",
            ["Europol"],
            reason="conclusions._operative_verb looks at a paragraph's first verb only",
        ),
    ],
)
def test_the_verb_and_those_whom_it_asks_are_told(text: str, verb: str, addressees: list[str], read: Reader) -> None:
    """ "What is Europol asked to do?" is answered from these."""
    ((number, whole, found, who),) = requests(read(operative(f"1. {text}")))
    assert (number, whole, found, who) == ("1", text, verb, addressees)


def test_points_that_name_whom_they_ask_give_the_addressees(read: Reader) -> None:
    """ "INVITES: (a) the Commission to …; (b) Europol to …" asks both."""
    drafts = read(
        operative(
            "4. INVITES:",
            "(a) the Commission to table a report;",
            "(b) Europol to draw a picture of it.",
            indents=(60, 85, 85),
        )
    )
    ((number, _, verb, addressees),) = requests(drafts)
    assert (number, verb, addressees) == ("4", "INVITES", ["Commission", "Europol"])


@pytest.mark.parametrize(
    "text",
    [
        "DECIDES to set the priorities for the years to come.",
        "AGREES that COSI follows the work of Europol.",
        "RECALLS that the Member States and Europol share data.",
        "WELCOMES the report of Europol to the Council.",
        "STRESSES that Europol has a role to play.",
        "RECALLING that the Council invites Europol to report,",
        "THE COUNCIL OF THE EUROPEAN UNION,",
        "EUROPOL supports the Member States.",
    ],
)
def test_a_paragraph_that_asks_nobody_for_anything_is_no_request(text: str, read: Reader) -> None:
    """What the Council decides or recalls is nobody's task."""
    assert requests(read(operative(f"1. {text}"))) == []


def test_a_request_that_a_page_cuts_is_one_with_a_span_on_each_page(read: Reader) -> None:
    """Footers and notes between its halves are no part of it."""
    first = PdfPage().text(60, 100, "3. INVITES the Member States to share what they know about", 10)
    second = PdfPage().text(78, 780, "stolen engines.", 10).text(60, 740, "4. AGREES to meet.", 10)
    for number, page in enumerate((first, second), start=1):
        page.text(60, 30, f"90417/51 ab/cd {number} JAI.1 LIMITE EN", 9)
    drafts = read(first, second)
    ((label, text, _, _),) = requests(drafts)
    assert (label, text) == ("3", "INVITES the Member States to share what they know about stolen engines.")
    assert [span.page for span in drafts[0].spans] == [1, 2]
