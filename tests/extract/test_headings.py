"""Which blocks are headings and what decided it: tags, bookmarks, numbers, style."""

import pytest

from corpus.pages import Block, Evidence, Role
from extract.content import read_content
from extract.pdf import open_pdf
from tests.conftest import ROOT, SAMPLE
from tests.pdfs import PdfPage, pdf_bytes

TEXT = (
    "The working party met twice and looked at the proposals of the delegations, which it found",
    "useful. It asked the experts for a table of the actions and their leaders, and it will return",
    "to the matter in the autumn, when the figures of the year are known.",
)


def page(*parts: tuple[str, float, bool] | str) -> PdfPage:
    """Headings (text, size, bold) and paragraphs below each other; a string is a heading in bold text size."""
    drawn, y = PdfPage(), 780.0
    for part in parts:
        text, size, bold = (part, 11, True) if isinstance(part, str) else part
        drawn.text(72, y, text, size, bold=bold).lines(72, y - 22, TEXT)
        y -= 90
    return drawn


def headings(*pages: PdfPage) -> list[Block]:
    with open_pdf(pdf_bytes(pages)) as pdf:
        read = read_content(pdf.facts(), list(pdf.pages()))
    return [block for block in read.blocks if block.role is Role.HEADING]


def told(*pages: PdfPage) -> list[tuple[str, int | None]]:
    return [(block.text, block.level) for block in headings(*pages)]


def test_size_makes_levels() -> None:
    """Where nothing else says how headings nest, larger type holds smaller type."""
    found = told(
        page(("Threats", 18, True), ("Drugs", 13, True), "Cocaine", ("Outlook", 18, True)), page(("Persons", 13, True))
    )
    assert found == [("Threats", 1), ("Drugs", 2), ("Cocaine", 3), ("Outlook", 1), ("Persons", 2)]


def test_a_heading_says_what_it_stands_below() -> None:
    """The parent is a block, so that a reader can walk up."""
    threats, drugs, outlook = headings(page(("Threats", 18, True), ("Drugs", 13, True), ("Outlook", 18, True)))
    assert (threats.parent, drugs.parent, outlook.parent) == (None, threats.order, None)
    assert {block.evidence for block in (threats, drugs, outlook)} == {Evidence.STYLE}


@pytest.mark.parametrize(
    ("texts", "levels"),
    [
        (("1. Goals", "1.1 Common goals", "1.2 Own goals", "2. Actions"), (1, 2, 2, 1)),
        (
            ("I. Purpose", "I.1 Mandate", "I.2 Sources", "II. Threats", "II.1 Drugs", "II.1.a Cocaine"),
            (1, 2, 2, 1, 2, 3),
        ),
        (("A Persons", "A.a Victims", "A.b Debts", "B Drugs", "B.a Cocaine"), (1, 2, 2, 1, 2)),
        (("Chapter 1 – Scope", "Article 1", "Article 2", "Chapter 2 – Means", "Article 3"), (1, 2, 2, 1, 2)),
        (("Part A – Past", "Chapter I", "Section 1", "Part B – Future"), (1, 2, 3, 1)),
    ],
)
def test_numbers_and_labels_nest_headings_of_one_style(texts: tuple[str, ...], levels: tuple[int, ...]) -> None:
    """Plans set all their headings alike and let the numbers speak."""
    found = headings(page(*texts))
    assert tuple(block.level for block in found) == levels
    assert {block.evidence for block in found} == {Evidence.NUMBERING}


def test_an_annex_stands_below_nothing() -> None:
    """It closes whatever chapter is open."""
    found = told(page(("4. Outlook", 16, True), "Details"), page(("ANNEX II", 12, True), "Sources"))
    assert [level for text, level in found if text.startswith("ANNEX")] == [1]
    assert dict(found)["Sources"] == 2


def test_a_label_and_its_title_are_one_heading() -> None:
    """ "Article 4" and the line below it."""
    drawn = PdfPage().text(250, 780, "Article 4", 11, bold=True).text(230, 760, "Monitoring of progress", 11, bold=True)
    assert told(drawn.lines(72, 730, TEXT)) == [("Article 4 Monitoring of progress", 1)]


def test_a_heading_of_a_series_is_no_title_of_the_label_above_it() -> None:
    """ "ANNEX" above "Goal SG 1: …" where "Goal SG 2: …" follows."""
    drawn = PdfPage().text(72, 790, "ANNEX", 12, bold=True).text(72, 765, "Goal SG 1: People", 11, bold=True)
    drawn.lines(72, 740, TEXT).text(72, 660, "Goal SG 2: Money", 11, bold=True).lines(72, 640, TEXT)
    assert [text for text, _ in told(drawn)] == ["ANNEX", "Goal SG 1: People", "Goal SG 2: Money"]


@pytest.mark.parametrize(
    "text",
    [
        "“Crime pays less where money is followed.”",
        "17 723",
        "(synthetic)",
        "Table 3: Seizures by year",
        "Source: Europol",
    ],
)
def test_what_is_bold_and_heads_nothing_is_no_heading(text: str) -> None:
    """Quotations, numbers, captions and remarks are set apart too."""
    assert text not in [found for found, _ in told(page("Real heading", text))]


def test_a_signature_heads_nothing() -> None:
    """Nothing stands below it."""
    drawn = (
        page("Conclusion").text(72, 560, "For the Council", 11, bold=True).text(72, 545, "The President", 11, bold=True)
    )
    assert [text for text, _ in told(drawn)] == ["Conclusion"]


def test_small_type_heads_nothing() -> None:
    """The numbers of an imprint are bold and smaller than the text."""
    drawn = page("Imprint").text(72, 600, "ISBN 978-92-0000-000-0", 7, bold=True).lines(72, 585, TEXT[:1], 7)
    assert [text for text, _ in told(drawn)] == ["Imprint"]


def test_tags_decide_where_a_file_has_sound_ones() -> None:
    """The producer knew what it wrote; the sample's evaluation is tagged by Word's rules."""
    with open_pdf(SAMPLE / "evaluation-2040.pdf") as pdf:
        read = read_content(pdf.facts(), list(pdf.pages()))
    found = [b for b in read.blocks if b.role is Role.HEADING]
    assert found
    assert {block.evidence for block in found} == {Evidence.TAGS}
    assert [b.text for b in found if b.level == 2 and b.text.startswith("R10")] == [
        "R10 Evaluate while it still matters"
    ]


def test_bookmarks_decide_where_there_are_no_tags() -> None:
    """A viewer's side bar shows the same tree."""
    with open_pdf(ROOT / "tests" / "golden" / "layouts" / "zoo-plan-forms-bare.pdf") as pdf:
        read = read_content(pdf.facts(), list(pdf.pages()))
    assert any(b.evidence is Evidence.BOOKMARK for b in read.blocks if b.role is Role.HEADING)
