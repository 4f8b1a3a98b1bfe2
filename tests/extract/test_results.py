"""Results: figures from tiles, tables, lists and sentences, each with what it counts, its time and its part."""

from collections.abc import Sequence
from typing import Any

import pytest

from corpus.lexicon import Lexicon
from corpus.records import Notice
from extract.content import Content, read_content
from extract.cover import Cover
from extract.drafts import Draft
from extract.figures.parts import scope_of, scope_of_title
from extract.pdf import open_pdf
from extract.readers.results import read_results
from models.language import Language
from tests.pdfs import PdfPage, pdf_bytes

TITLE = "EMPACT results 2047"


def content(*pages: PdfPage) -> Content:
    with open_pdf(pdf_bytes(pages)) as pdf:
        return read_content(pdf.facts(), list(pdf.pages()))


class Reader:
    """Reads pages as a paper of results with this title."""

    def __init__(self, language: Language, lexicon: Lexicon) -> None:
        self._language = language
        self._lexicon = lexicon

    def __call__(self, *pages: PdfPage, title: str = TITLE, language: str = "en") -> tuple[list[Draft], list[Notice]]:
        cover = Cover(title=title, language=language)
        drafts, notices = read_results(content(*pages), cover, self._language, self._lexicon)
        return drafts, list(notices)


@pytest.fixture
def read(language: Language, lexicon: Lexicon) -> Reader:
    return Reader(language, lexicon)


def told(drafts: Sequence[Draft]) -> list[tuple[str, Any, str | None]]:
    """Of each figure its text, value and what it counts."""
    return [(d.text, d.fields["value"], d.fields["what"]) for d in drafts]


def parts(drafts: Sequence[Draft]) -> list[tuple[Any, str, str | None]]:
    """Of each figure its value, scope and period."""
    return [(d.fields["value"], d.fields["scope"], d.fields["period"]) for d in drafts]


def titled(title: str = TITLE) -> PdfPage:
    return PdfPage().text(60, 780, title, 20, bold=True)


def table(page: PdfPage, rows: Sequence[Sequence[str]], xs: Sequence[float], top: float = 640) -> PdfPage:
    """A ruled table with its header in bold; a row of one cell is a band."""
    for number, row in enumerate(rows):
        y = top - 20 * number
        for x in xs if len(row) > 1 else (xs[0], xs[-1]):
            page.rule(x, y, x, y - 20)
        for x, text in zip(xs, row, strict=False):
            page.text(x + 4, y - 14, text, 9, bold=number == 0)
    for number in range(len(rows) + 1):
        page.rule(xs[0], top - 20 * number, xs[-1], top - 20 * number)
    return page


# --- tiles ---------------------------------------------------------------------------------------------------------

TILES = (("13 408", "arrests"), ("over EUR 812 million", "assets frozen"), ("221 tonnes", "drugs seized"))


def tiles(
    page: PdfPage, rows: Sequence[tuple[str, str]], y: float, *, above: bool = False, order: bool = True
) -> PdfPage:
    """Tiles in a row without frames. `above`: the label stands above its number; `order`: each tile is drawn as a whole,
    else all numbers come before all labels."""
    numbers = [(60 + 180 * i, y - (26 if above else 0), number, 22, True) for i, (number, _) in enumerate(rows)]
    labels = [(60 + 180 * i, y - (0 if above else 20), label, 10, False) for i, (_, label) in enumerate(rows)]
    drawn = [d for pair in zip(numbers, labels, strict=True) for d in pair] if order else [*numbers, *labels]
    for x, at, text, size, bold in drawn:
        page.text(x, at, text, size if len(text) < 12 else 14, bold=bold)
    return page


@pytest.mark.parametrize("above", [False, True])
@pytest.mark.parametrize("order", [True, False])
def test_a_number_is_paired_with_its_label(read: Reader, above: bool, order: bool) -> None:
    """Whether labels stand above or below, and in whatever order the producer drew them."""
    figures, _ = read(tiles(titled(), TILES, 600, above=above, order=order))
    assert told(figures) == [
        ("13 408 arrests", 13408, "arrests"),
        ("over EUR 812 million assets frozen", 812_000_000, "assets frozen"),
        ("221 tonnes drugs seized", 221, "drugs seized"),
    ]
    assert [f.fields["unit"] for f in figures] == [None, "EUR", "tonnes"]
    assert [f.fields["qualifier"] for f in figures] == [None, "over", None]
    assert {f.fields["period"] for f in figures} == {"2047"}


def test_numbers_beside_their_labels_are_paired_by_line(read: Reader) -> None:
    """A list of labels with numbers at the right, with headings between."""
    page = titled()
    for y, label, number in (
        (700, "Arrests", "12 044"),
        (684, "Assets seized", "EUR 513 million"),
        (620, "Ivory", "1.2 tonnes"),
        (604, "Live birds", "4 380"),
    ):
        page.text(60, y, label, 11).text(300, y, number, 11)
    page.text(60, 645, "Trade in wildlife", 14, bold=True)
    figures, _ = read(page)
    assert told(figures)[2:] == [("1.2 tonnes Ivory", 1.2, "Ivory"), ("4 380 Live birds", 4380, "Live birds")]
    assert [p[1] for p in parts(figures)] == ["EMPACT", "EMPACT", "Trade in wildlife", "Trade in wildlife"]


def test_a_box_with_a_heading_is_a_part_with_a_time_of_its_own(read: Reader) -> None:
    """Action days and the programme of the same year are not to be mixed up."""
    page = tiles(titled(), TILES, 680)
    page.fill(50, 480, 500, 130)
    page.text(60, 590, "Joint action days Ember", 13, bold=True).text(60, 574, "3 to 9 June 2047", 10)
    tiles(page, (("382", "arrests"), ("31", "countries")), 540)
    figures, _ = read(page)
    assert parts(figures)[3:] == [
        (382, "Joint action days Ember", "3 to 9 June 2047"),
        (31, "Joint action days Ember", "3 to 9 June 2047"),
    ]
    assert {scope for _, scope, _ in parts(figures)[:3]} == {"EMPACT"}


def test_a_line_that_compares_with_another_year_is_no_figure(read: Reader) -> None:
    """ "2 400 in 2046" below a tile counts nothing by itself."""
    page = tiles(titled(), (("2 718", "weapons"), ("8 450", "victims")), 600)
    page.text(60, 566, "2 400 in 2046", 8).text(240, 566, "+3 %", 8)
    figures, _ = read(page)
    assert told(figures) == [("2 718 weapons", 2718, "weapons"), ("8 450 victims", 8450, "victims")]


def test_running_text_on_a_page_of_tiles_is_read_in_its_columns(read: Reader) -> None:
    """A strip of tiles above an article in two columns."""
    page = tiles(titled(), TILES, 680)
    page.lines(
        60,
        600,
        ["In the ports of the North Sea officers", "opened 8 150 containers, and they found", "74 tonnes of cocaine."],
    )
    page.lines(
        320,
        600,
        [
            "Roughly 8.6 million counterfeit toys were",
            "taken off the market in the same year, and",
            "412 shops were closed.",
        ],
    )
    figures, _ = read(page)
    assert told(figures)[3:] == [
        (t, v, w)
        for t, v, w in (
            (
                "In the ports of the North Sea officers opened 8 150 containers, and they found 74 tonnes of cocaine.",
                8150,
                "containers",
            ),
            (
                "In the ports of the North Sea officers opened 8 150 containers, and they found 74 tonnes of cocaine.",
                74,
                "cocaine",
            ),
            (
                "Roughly 8.6 million counterfeit toys were taken off the market in the same year, and 412 shops were closed.",
                8_600_000,
                "counterfeit toys",
            ),
            (
                "Roughly 8.6 million counterfeit toys were taken off the market in the same year, and 412 shops were closed.",
                412,
                "shops",
            ),
        )
    ]


# --- sentences -----------------------------------------------------------------------------------------------------


def sentence(read: Reader, text: str, title: str = TITLE) -> list[Draft]:
    page = titled(title)
    words, line, y = text.split(), "", 700
    for word in [*words, ""]:
        if len(line) + len(word) > 80 or not word:
            page.text(60, y, line.strip())
            line, y = "", y - 14
        line += f"{word} "
    return read(page, title=title)[0]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Officers seized 212 firearms.", [(212, "firearms")]),
        ("They found 62 kilograms of explosives hidden in a truck.", [(62, "explosives")]),
        ("Fines of EUR 12.6 million were imposed.", [(12_600_000, "Fines")]),
        ("Assets worth over EUR 905 million were frozen.", [(905_000_000, "Assets")]),
        ("The loss of revenue is estimated at EUR 214 million.", [(214_000_000, "loss of revenue")]),
        ("Arrests rose to 13 412 in the year.", [(13412, "Arrests")]),
        ("EUR 2.7 million in cash and luxury goods was found.", [(2_700_000, "cash and luxury goods")]),
        ("261 victims were found, 12 of them minors.", [(261, "victims"), (12, "minors")]),
        ("212 persons were held, of whom 17 are considered key targets.", [(212, "persons"), (17, "key targets")]),
        ("Of the 1 137 people arrested, 337 were charged.", [(1137, "people"), (337, "people")]),
        ("31 109 police, customs and border officers took part.", [(31109, "police, customs and border officers")]),
        ("Victims were young; 62 % were women and 21 per cent children.", [(62, "women"), (21, "children")]),
        ("Nine print shops were closed in 6 Member States.", [(9, "print shops"), (6, "Member States")]),
    ],
)
def test_a_sentence_says_what_its_numbers_count(read: Reader, text: str, wanted: list[tuple[float, str]]) -> None:
    """An analyst sums what is the same thing, so each figure names it in the paper's words."""
    figures = sentence(read, text)
    assert [(f.fields["value"], f.fields["what"]) for f in figures] == wanted
    assert {f.text for f in figures} == {text}


@pytest.mark.parametrize(
    "text",
    [
        "Each boat could carry up to 60 people.",
        "Its 4 steps are described in the annex.",
        "Persons arrested under two plans are counted once.",
        "The next report will cover 15 plans.",
    ],
)
def test_what_a_sentence_does_not_report_is_no_figure(read: Reader, text: str) -> None:
    """Small numbers that describe, and what may or will be."""
    assert sentence(read, text) == []


def test_a_number_keeps_the_year_that_its_sentence_gives_it(read: Reader) -> None:
    """This year's and last year's figures stand in one sentence."""
    figures = sentence(read, "13 871 arrests were made (2046: 12 990), and 61 networks were broken up.")
    assert [(f.fields["value"], f.fields["period"]) for f in figures] == [
        (13871, "2047"),
        (12990, "2046"),
        (61, "2047"),
    ]


def test_a_press_release_on_action_days_may_also_tell_of_the_programme(read: Reader) -> None:
    """The scope trap: both are called EMPACT results."""
    figures = sentence(
        read,
        "Between 3 and 9 November 2047, 212 people were arrested. In 2046, EMPACT led to 14 220 arrests.",
        title="EMPACT joint action days against firearms: 212 arrests",
    )
    assert parts(figures) == [
        (212, "joint action days against firearms", "Between 3 and 9 November 2047"),
        (14220, "EMPACT", "2046"),
    ]


def test_a_bold_lead_names_the_part_of_its_paragraph(read: Reader) -> None:
    """Fact sheets that have no room for headings."""
    page = titled().text(60, 700, "Cyber-attacks.", bold=True).text(150, 700, "Investigators took down 1 204 domains.")
    page.text(60, 680, "Overall:", bold=True).text(120, 680, "11 204 arrests were made.")
    figures, _ = read(page)
    assert [(v, s) for v, s, _ in parts(figures)] == [(1204, "Cyber-attacks"), (11204, "EMPACT")]


def test_a_subtitle_names_no_part(read: Reader) -> None:
    """What stands once below the title, above everything, is about all of it."""
    page = titled().text(60, 755, "Working together for a safer Union", 14)
    for y, heading, line in (
        (700, "Drugs", "Police seized 9 300 kg of heroin."),
        (640, "Fraud", "Officers closed 52 call centres."),
    ):
        page.text(60, y, heading, 12, bold=True).text(60, y - 18, line)
    page.text(60, 730, "In all, 12 764 arrests were made.")
    figures, _ = read(page)
    assert [s for _, s, _ in parts(figures)] == ["EMPACT", "Drugs", "Fraud"]


# --- tables --------------------------------------------------------------------------------------------------------


def test_rows_of_countries_are_parts_and_columns_say_what_is_counted(read: Reader) -> None:
    """A table by country, with its totals."""
    rows = [
        ("Country", "Arrests", "Weapons"),
        ("Spain", "689", "112"),
        ("France", "402", "58"),
        ("Total", "1 091", "170"),
    ]
    figures, notices = read(table(titled(), rows, (60, 200, 300, 400)))
    assert told(figures)[:2] == [("689 Arrests", 689, "Arrests"), ("112 Weapons", 112, "Weapons")]
    assert [p[1] for p in parts(figures)] == ["Spain", "Spain", "France", "France", "EMPACT", "EMPACT"]
    assert notices == []


def test_columns_of_years_are_times(read: Reader) -> None:
    """The same rows for two years, with units in the labels."""
    rows = [
        ("Result", "2046", "2047"),
        ("Arrests", "12 410", "13 871"),
        ("Assets seized (EUR million)", "640", "797.3"),
    ]
    figures, _ = read(table(titled(), rows, (60, 260, 340, 420)))
    assert parts(figures) == [
        (12410, "EMPACT", "2046"),
        (13871, "EMPACT", "2047"),
        (640_000_000, "EMPACT", "2046"),
        (797_300_000, "EMPACT", "2047"),
    ]
    assert figures[2].fields["what"] == "Assets seized"


def test_columns_may_name_parts_units_and_times(read: Reader) -> None:
    """Priorities across the top; a column of units; a column of dates."""
    across = [("", "Drugs", "Migrant smuggling"), ("Arrests", "5 120", "3 244"), ("Cases opened", "2 870", "1 405")]
    figures, _ = read(table(titled(), across, (60, 200, 300, 420)))
    assert [(v, s) for v, s, _ in parts(figures)][:2] == [(5120, "Drugs"), (3244, "Migrant smuggling")]
    units = [("Goods", "Quantity", "Unit"), ("Cocaine", "101.4", "tonnes"), ("Cash", "23.6", "EUR million")]
    figures, _ = read(table(titled(), units, (60, 200, 300, 420)))
    assert [(f.text, f.fields["value"], f.fields["unit"]) for f in figures] == [
        ("101.4 tonnes Cocaine", 101.4, "tonnes"),
        ("23.6 EUR million Cash", 23_600_000, "EUR"),
    ]
    dates = [
        ("Action days", "Dates", "Arrests"),
        ("JAD Danube", "4-8 March 2047", "102"),
        ("JAD Arktos", "20-24 May 2047", "64"),
    ]
    figures, _ = read(table(titled(), dates, (60, 200, 340, 420)))
    assert parts(figures) == [(102, "JAD Danube", "4-8 March 2047"), (64, "JAD Arktos", "20-24 May 2047")]


def test_a_row_across_a_table_names_the_part_of_the_rows_below(read: Reader) -> None:
    """Groups of indicators, one below the other."""
    rows = [
        ("Indicator", "2046", "2047"),
        ("Firearms",),
        ("Weapons seized", "2 911", "3 204"),
        ("Excise fraud",),
        ("Cigarettes seized (million)", "403", "377.5"),
    ]
    figures, _ = read(table(titled(), rows, (60, 260, 340, 420)))
    assert [(v, s) for v, s, _ in parts(figures)] == [
        (2911, "Firearms"),
        (3204, "Firearms"),
        (403_000_000, "Excise fraud"),
        (377_500_000, "Excise fraud"),
    ]


def test_columns_that_only_white_space_parts_are_a_table(read: Reader) -> None:
    """Two numbers beside each label, without any rule."""
    page = titled().text(300, 700, "2046", 10).text(380, 700, "2047", 10)
    for y, label, one, two in (
        (682, "Arrests", "12 410", "13 871"),
        (666, "Victims found", "6 977", "7 500"),
        (650, "Cases", "14 002", "15 644"),
    ):
        page.text(60, y, label, 10).text(300, y, one, 10).text(380, y, two, 10)
    figures, _ = read(page)
    assert [(f.text, f.fields["period"]) for f in figures][:2] == [
        ("12 410 Arrests", "2046"),
        ("13 871 Arrests", "2047"),
    ]
    assert len(figures) == 6


def test_the_outcomes_of_actions_are_read_from_their_cells(read: Reader) -> None:
    """A results report with the numbers of the actions; dates and numbers of actions are no figures."""
    rows = [
        ("Action", "Status", "Outcome"),
        ("OA 1.3", "Done", "5 212 containers were opened."),
        ("OA 2.2", "Put off", "None."),
    ]
    figures, _ = read(table(titled(), rows, (60, 140, 240, 540)))
    assert told(figures) == [("5 212 containers were opened.", 5212, "containers")]


# --- sums ----------------------------------------------------------------------------------------------------------


def test_a_total_that_its_parts_do_not_make_up_is_told_with_its_place(read: Reader) -> None:
    """It is flagged and never mended."""
    rows = [("Country", "Arrests"), ("Spain", "689"), ("France", "402"), ("Total", "1 100")]
    figures, (notice,) = read(table(titled(), rows, (60, 200, 300)))
    assert figures[-1].fields["value"] == 1100
    assert notice.code == "sum_differs"
    assert "1 100" in notice.message
    assert "1 091" in notice.message
    assert notice.page == 1
    assert notice.box is not None


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("A total of 900 checks was made: 500 of persons, 300 of vans and 150 of parcels.", True),
        ("A total of 950 checks was made: 500 of persons, 300 of vans and 150 of parcels.", False),
        ("31 109 officers made 655 914 checks, which includes 516 153 persons and 152 284 vehicles.", True),
        ("They made 655 914 checks, including 416 153 persons and 152 284 vehicles.", False),
        ("Over 900 checks were made: 500 of persons, 300 of vans and 150 of parcels.", False),
        ("They made 950 arrests, found 500 victims and 300 weapons.", False),
    ],
)
def test_sums_in_sentences_are_checked_where_the_sentence_says_that_they_are_sums(
    read: Reader, text: str, warned: bool
) -> None:
    """Parts that are only among a total may be fewer, not more; bounds are not checked."""
    _, notices = read(titled().lines(60, 700, [text]))
    assert bool(notices) == warned


def test_rounded_parts_may_miss_their_total_by_their_last_digit(read: Reader) -> None:
    """No false alarm where a table was rounded."""
    rows = [
        ("Priority", "Assets (EUR million)"),
        ("Drugs", "1.4"),
        ("Fraud", "2.4"),
        ("Waste", "0.3"),
        ("Total", "4.2"),
    ]
    _, notices = read(table(titled(), rows, (60, 200, 360)))
    assert notices == []


# --- parts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "name", "period"),
    [
        ("2.1 Firearms", "Firearms", None),
        ("Key results", None, None),
        ("Joint action days Ember, 3-9 June 2048", "Joint action days Ember", "3-9 June 2048"),
        ("7-11 October 2046", None, "7-11 October 2046"),
        ("Methodology", None, None),
        ("European Multidisciplinary Platform Against Criminal Threats", None, None),
    ],
)
def test_a_heading_names_a_part_or_the_whole(heading: str, name: str | None, period: str | None) -> None:
    """Numbers and dates are no part of a name."""
    scope = scope_of(heading)
    assert (scope.name, scope.period.text if scope.period else None) == (name, period)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("EMPACT results 2044", "EMPACT"),
        ("EMPACT Joint Action Days “Blue Amber” by country", "Joint Action Days “Blue Amber”"),
        ("Joint action days in 2047: results", "Joint action days"),
        ("Operation Harbour Light: 39 arrests", "Operation Harbour Light"),
        ("EMPACT-Aktionstage gegen Schleusung: 94 Festnahmen", "Aktionstage gegen Schleusung"),
    ],
)
def test_a_title_says_whether_a_paper_is_on_action_days(title: str, name: str) -> None:
    """Else its figures are the programme's."""
    assert scope_of_title(title).name == name
