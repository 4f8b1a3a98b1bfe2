"""Which kind of document a paper is."""

from dataclasses import replace

import pytest

from corpus.records import Kind
from extract.content import Content, read_content
from extract.cover import Cover
from extract.kinds import kind_of
from extract.pdf import open_pdf
from tests.pdfs import PdfPage, pdf_bytes


def content(*lines: str, producer: str | None = None) -> Content:
    with open_pdf(pdf_bytes([PdfPage().lines(60, 740, lines, 11, 30)])) as pdf:
        read = read_content(pdf.facts(), list(pdf.pages()))
    return replace(read, facts=replace(read.facts, producer=producer))


PAPER = Cover(reference="90417/51", issuer="Council of the European Union", has_labels=True)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Draft Council conclusions on the crime priorities for 2031 to 2034", "council_conclusions"),
        ("CONCLUSIONS of the Council on the trade in stolen vehicles", "council_conclusions"),
        ("Projeto de conclusões do Conselho", "council_conclusions"),
        ("Operational action plan 2035: Firearms", "operational_action_plan"),
        ("OAP 2035-2036 Fraud", "operational_action_plan"),
        ("Plan d'action opérationnel 2035", "operational_action_plan"),
        ("Operativer Aktionsplan 2035", "operational_action_plan"),
        ("Serious and organised crime threat assessment 2033", "threat_assessment"),
        ("SOCTA 2033", "threat_assessment"),
        ("Multi-annual strategic plan for the cycle", "strategic_plan"),
        ("G-MASP 2031-2034", "strategic_plan"),
        ("Results of the joint action days 2032", "results"),
        ("EMPACT fact sheet 2032", "results"),
        ("Independent evaluation of the cycle 2027-2030", "evaluation"),
        ("Mid-term evaluation", "evaluation"),
        ("Terms of reference of the platform", "terms_of_reference"),
        ("Programme of the seminar in spring", "other"),
    ],
)
def test_the_title_says_the_kind(title: str, kind: Kind) -> None:
    """The kind chooses the reader: a wrong one gives no records."""
    assert kind_of(replace(PAPER, title=title), content("Delegations will find the text below.")) == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Evaluation of the operational action plans", "evaluation"),
        ("Results of the operational action plans 2032", "results"),
        ("Operational action plan on the threats named by the threat assessment", "operational_action_plan"),
        pytest.param(
            "Terms of reference for the drivers of operational action plans",
            "terms_of_reference",
            marks=pytest.mark.xfail(strict=True, reason="kinds.toml ranks plans before terms of reference when equal"),
        ),
    ],
)
def test_a_title_that_names_two_kinds_is_of_the_kind_that_it_is_about(title: str, kind: Kind) -> None:
    """Papers about plans are not plans."""
    assert kind_of(replace(PAPER, title=title), content("Delegations will find the text below.")) == kind


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (
            ("THE COUNCIL OF THE EUROPEAN UNION,", "HEREBY DECIDES to set these crime priorities:"),
            "council_conclusions",
        ),
        (("OA 1.1 Controls in ports", "Action leader: ES, co-leader: IT"), "operational_action_plan"),
        (("The key threats of the coming years", "Crime areas in short"), "threat_assessment"),
        (("The year in figures", "1 200 arrests and 300 seizures of arms"), "results"),
        (("A letter to all", "about the rooms of the meeting."), "other"),
    ],
)
def test_where_the_title_says_nothing_the_text_does(lines: tuple[str, ...], kind: Kind) -> None:
    """An annex that travels without its cover is still read."""
    assert kind_of(replace(PAPER, title="Annex"), content(*lines)) == kind


@pytest.mark.parametrize("producer", ["Skia/PDF m130", "wkhtmltopdf 0.12", "Chromium", "Qt 5.15.2"])
def test_a_page_that_a_browser_printed_is_a_web_page(producer: str) -> None:
    """Europol's page on the cycle is kept by printing it."""
    read = content("The cycle in brief", "Priorities of the platform", producer=producer)
    assert kind_of(Cover(title="The cycle in brief"), read) == "web_page"


def test_an_official_paper_that_a_browser_printed_is_still_what_it_is() -> None:
    """Many offices print papers from a browser: labels, number or issuer tell."""
    read = content("THE COUNCIL OF THE EUROPEAN UNION,", "HEREBY DECIDES.", producer="Skia/PDF m130")
    assert kind_of(replace(PAPER, title="Draft conclusions"), read) == "council_conclusions"


def test_a_word_alone_in_the_text_does_not_make_a_kind() -> None:
    """A letter that mentions a threat assessment once is none."""
    read = content("Please find the crime areas of last year in the file.")
    assert kind_of(replace(PAPER, title="Letter"), read) == "other"
