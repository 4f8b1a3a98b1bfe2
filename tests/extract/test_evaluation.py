"""Evaluations: each recommendation once, with those whom it addresses."""

from collections.abc import Sequence

import pytest

from corpus.lexicon import Lexicon
from extract.advice.addressees import addressed_by, addressed_in
from extract.advice.numbering import follows, number_at_start, number_key
from extract.content import Content, read_content
from extract.cover import Cover
from extract.drafts import Draft
from extract.pdf import open_pdf
from extract.readers.evaluation import read_evaluation
from tests.pdfs import PdfPage, pdf_bytes


def content(*pages: PdfPage) -> Content:
    with open_pdf(pdf_bytes(pages)) as pdf:
        return read_content(pdf.facts(), list(pdf.pages()))


class Reader:
    """Reads pages as an evaluation."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, *pages: PdfPage) -> list[Draft]:
        return read_evaluation(content(*pages), Cover(title="Evaluation of EMPACT 2046-2049"), self._lexicon)


@pytest.fixture
def read(lexicon: Lexicon) -> Reader:
    return Reader(lexicon)


def told(drafts: Sequence[Draft]) -> list[tuple[str | None, str | None, str, list[str]]]:
    """Of each recommendation number, label, text and those addressed."""
    return [(d.number, d.title, d.text, d.fields["addressees"]) for d in drafts]


def page_of(*lines: tuple[str, str], first: float = 800) -> PdfPage:
    """Paragraphs below each other: "h" headings, "b" bold lines, "p" plain ones; a bar parts a bold lead from its text."""
    page, y = PdfPage(), first
    for kind, text in lines:
        y -= 34 if kind == "h" else 24
        lead, bar, rest = text.partition("|")
        page.text(60, y, lead, 14 if kind == "h" else 11, bold=kind != "p" or bool(bar))
        if bar:
            page.text(66 + 7 * len(lead), y, rest, 11)
    return page


def table(page: PdfPage, rows: Sequence[Sequence[str]], xs: Sequence[float], top: float = 700, bold: int = 1) -> None:
    y = top
    for number, row in enumerate(rows):
        below = y - 12 * max(cell.count("\n") + 1 for cell in row) - 10
        for x in xs:
            page.rule(x, y, x, below)
        for x, cell in zip(xs, row, strict=False):
            for line, words in enumerate(cell.split("\n")):
                page.text(x + 4, y - 14 - 12 * line, words, 9, bold=number < bold)
        page.rule(xs[0], y, xs[-1], y)
        y = below
    page.rule(xs[0], y, xs[-1], y)


TEXT = "COSI should close each action that has had no leader for three months."
OTHER = "Europol should answer all contributions within a month."


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("Recommendation 3. Close what nobody leads", "3"),
        ("Recommendation No 3: Close what nobody leads", "3"),
        ("RECOMMENDATION 3 – Close what nobody leads", "3"),
        ("Recommendation B: Close what nobody leads", "B"),
        ("Recommendation 4.1 Close what nobody leads", "4.1"),
        ("R3 Close what nobody leads", "R3"),
        ("R.3 Close what nobody leads", "R.3"),
        ("Rec. 3: Close what nobody leads", "Rec. 3"),
    ],
)
def test_a_heading_with_a_number_opens_a_recommendation(read: Reader, head: str, number: str) -> None:
    """The number as printed, the label, and the paragraphs below."""
    page = page_of(("h", head), ("p", TEXT), ("h", "Annexes"), ("p", "They should be read first."))
    assert told(read(page)) == [(number, "Close what nobody leads", TEXT, ["COSI"])]


@pytest.mark.parametrize(
    "lines",
    [
        [("p", f"R1|{TEXT}"), ("p", f"R2|{OTHER}")],
        [("p", f"1. {TEXT}"), ("p", f"2. {OTHER}")],
        [("p", f"5.1 {TEXT}"), ("p", f"5.2 {OTHER}")],
        [("p", f"\u2022 {TEXT}"), ("p", f"\u2022 {OTHER}")],
        [("b", "Recommendation 1"), ("p", TEXT), ("b", "Recommendation 2"), ("p", OTHER)],
    ],
)
def test_recommendations_may_be_items_of_a_list(read: Reader, lines: list[tuple[str, str]]) -> None:
    """Numbered or not, with the number in front or above."""
    page = page_of(
        ("h", "4. Findings"),
        ("p", "1. Plans are long."),
        ("h", "5. Recommendations"),
        *lines,
        ("h", "6. Method"),
        ("p", "1. We should thank all."),
    )
    assert [(d.text, d.fields["addressees"]) for d in read(page)] == [(TEXT, ["COSI"]), (OTHER, ["Europol"])]


def test_numbered_paragraphs_that_recommend_are_found_outside_a_list(read: Reader) -> None:
    """ "3.2 It is recommended that …" says what it is."""
    page = page_of(
        ("h", "3. Efficiency"),
        ("p", "3.1 The costs were not recorded in most of the plans."),
        ("p", "3.2 It is recommended that COSI invite the European Parliament once a year."),
    )
    assert told(read(page)) == [
        ("3.2", None, "It is recommended that COSI invite the European Parliament once a year.", ["COSI"])
    ]


def test_points_belong_to_the_recommendation_that_they_stand_below(read: Reader) -> None:
    """Lettered points are one text, in their order."""
    page = page_of(
        ("b", "Recommendation 1"),
        ("p", "The Council should:"),
        ("p", "(a) agree on the number of plans;"),
        ("p", "(b) close plans that have no Driver."),
    )
    (advice,) = read(page)
    assert advice.text == "The Council should: (a) agree on the number of plans; (b) close plans that have no Driver."


def test_lines_below_a_recommendation_say_whom_it_addresses_and_end_its_text(read: Reader) -> None:
    """A line of addressees, one on the reasons."""
    page = page_of(
        ("h", "Recommendation 1: Measure outcomes"),
        ("p", "Agree on five indicators for each priority."),
        ("p", "Addressed to: COSI, Member States"),
        ("p", "Rationale: outputs are counted, outcomes are not."),
    )
    assert told(read(page)) == [
        ("1", "Measure outcomes", "Agree on five indicators for each priority.", ["COSI", "Member States"])
    ]


def test_those_addressed_may_stand_in_brackets_or_over_a_group(read: Reader) -> None:
    """Behind the text, behind the number, or in a heading; the nearer one counts."""
    page = page_of(
        ("h", "Recommendations"),
        ("b", "To the Member States"),
        ("p", "R1|Provide interpreters for action days."),
        ("p", "R2|Lend equipment to each other (Frontex, Europol)."),
        ("b", "To the Commission"),
        ("p", "R3|Open the grants to local authorities."),
    )
    assert [(d.text, d.fields["addressees"]) for d in read(page)] == [
        ("Provide interpreters for action days.", ["Member States"]),
        ("Lend equipment to each other", ["Frontex", "Europol"]),
        ("Open the grants to local authorities.", ["Commission"]),
    ]
    (advice,) = read(page_of(("p", "Recommendation 1 (Europol, Eurojust):|Share what was found.")))
    assert told([advice]) == [("1", None, "Share what was found.", ["Europol", "Eurojust"])]


def test_each_group_may_count_anew(read: Reader) -> None:
    """Two recommendations 1 are two, where their groups differ."""
    page = page_of(
        ("h", "Recommendations"),
        ("b", "To the Member States"),
        ("p", "1. Provide interpreters for all action days."),
        ("b", "To the Commission"),
        ("p", "1. Open the grants to local authorities."),
    )
    assert [d.number for d in read(page)] == ["1", "1"]


# --- tables --------------------------------------------------------------------------------------------------------

XS = (40, 90, 330, 450, 540)


def test_a_table_alone_holds_the_recommendations(read: Reader) -> None:
    """With whom they address, and whether they were accepted."""
    page = PdfPage().text(60, 780, "Overview of recommendations", 14, bold=True)
    rows = [
        ("No.", "Recommendation", "Addressee(s)", "Status"),
        ("R1", "Publish the results of each plan.", "COSI", "Accepted"),
        (
            "R2",
            "Define what a result is, and apply\nit to all reports.",
            "Europol\nMember States",
            "Partially accepted",
        ),
    ]
    table(page, rows, XS)
    assert told(read(page)) == [
        ("R1", None, "Publish the results of each plan.", ["COSI"]),
        ("R2", None, "Define what a result is, and apply it to all reports.", ["Europol", "Member States"]),
    ]


def test_a_table_that_repeats_the_text_only_adds_whom_it_is_for(read: Reader) -> None:
    """The same recommendation in shorter words is not a second one."""
    page = page_of(
        ("b", "Recommendation 1"),
        ("p", "The number of actions of each plan is to be limited to fifteen."),
        ("h", "Summary"),
    )
    table(
        page,
        [("No.", "Recommendation", "For"), ("1", "Limit the number of actions to fifteen", "COSI")],
        (40, 90, 400, 540),
        top=600,
    )
    assert told(read(page)) == [
        ("1", None, "The number of actions of each plan is to be limited to fifteen.", ["COSI"])
    ]


def test_recommendations_of_an_earlier_evaluation_are_none(read: Reader) -> None:
    """A table of what became of them stands in most evaluations."""
    page = page_of(("b", "Recommendation 1"), ("p", TEXT), ("h", "Recommendations of the previous evaluation"))
    rows = [
        ("No.", "Recommendation", "State of play"),
        ("1", "Hold a yearly conference.", "done"),
        ("2", "Set up a helpdesk.", "dropped"),
    ]
    table(page, rows, (40, 90, 400, 540), top=600)
    assert [d.text for d in read(page)] == [TEXT]


def test_crosses_below_names_say_whom_a_row_addresses(read: Reader) -> None:
    """A matrix of recommendations and bodies."""
    page = PdfPage().text(60, 780, "Recommendations by addressee", 14, bold=True)
    rows = [
        ("No.", "Recommendation", "Europol", "COSI"),
        ("R1", "Hold all drafting meetings in person.", "x", ""),
        ("R2", "Give partners access to the reports.", "x", "x"),
    ]
    table(page, rows, (40, 90, 360, 440, 520))
    assert [d.fields["addressees"] for d in read(page)] == [["Europol"], ["Europol", "COSI"]]


def test_forms_and_cards_hold_one_recommendation_each(read: Reader) -> None:
    """Number and label above labels and values, or beside a text with an arrow to those addressed."""
    page = PdfPage()
    rows = [
        ("R.1", "Common baseline"),
        ("Recommendation", "Plans should rest on one picture of the threat."),
        ("To whom", "Europol; Drivers"),
    ]
    table(page, rows, (40, 150, 540))
    cards = [("R2", "Exit\nAn action without a leader should be closed after three months.\n> COSI")]
    table(
        page,
        [*cards, ("R3", "Share\nTranslations should be open to all who take part in a plan.\n> Member States")],
        (40, 80, 540),
        top=560,
        bold=0,
    )
    assert [(d.number, d.fields["addressees"]) for d in read(page)] == [
        ("R.1", ["Europol", "Drivers"]),
        ("R2", ["COSI"]),
        ("R3", ["Member States"]),
    ]


# --- words ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Recommendation 3 of that time was kept",
        "Recommendations 1 and 2 were dropped",
        "R2D2 was seen",
        "Article 3. Scope",
    ],
)
def test_a_text_that_only_speaks_of_a_recommendation_opens_none(text: str) -> None:
    """Findings and annexes mention them all the time."""
    assert number_at_start(text) is None


def test_numbers_are_compared_without_what_they_are_called() -> None:
    """The summary table says "1" where the text says "Recommendation R1"."""
    assert len({number_key(n) for n in ("R1", "Rec. 1", "R.1", "1", "r 1", "REC-01")}) == 1
    assert follows("3.1", "3.2")
    assert not follows("R3", "5")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Member States should appoint a contact point.", ["Member States"]),
        ("CEPOL and Europol should jointly train Drivers.", ["CEPOL", "Europol"]),
        ("The Commission is invited to fund what works.", ["Commission"]),
        ("We recommend that the Council keep its priorities.", ["Council"]),
        ("It is recommended that COSI invite Parliament and Europol.", ["COSI"]),
        ("The reports that Europol writes should be shorter.", []),
        ("Plans should be shorter.", []),
        ("Die Mitgliedstaaten sollten ihre Koordinatoren besser ausstatten.", ["Mitgliedstaaten"]),
    ],
)
def test_those_addressed_are_the_subjects_of_advice(lexicon: Lexicon, sentence: str, names: list[str]) -> None:
    """Not everybody whom a sentence names."""
    assert list(addressed_in(sentence, lexicon)) == names


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("the Commission; Europol and the Member States", ["Commission", "Europol", "Member States"]),
        ("COSI Member States", ["COSI", "Member States"]),
        ("All", []),
        ("Drivers / co-drivers", ["Drivers", "Co-drivers"]),
    ],
)
def test_a_line_of_addressees_is_taken_apart(lexicon: Lexicon, value: str, names: list[str]) -> None:
    """At whatever parts them, or at nothing but a line's end."""
    assert list(addressed_by(value, lexicon)) == names
