"""Front pages and furniture: number, date, subject, codes, marking, language, cycle."""

from collections.abc import Sequence

import pytest

from corpus.markings import Marking
from extract.content import Content, read_content
from extract.cover import Cover, find_marking, parse_cover
from extract.pdf import open_pdf
from tests.pdfs import PdfPage, pdf_bytes


def content(*pages: PdfPage) -> Content:
    with open_pdf(pdf_bytes(pages)) as pdf:
        return read_content(pdf.facts(), list(pdf.pages()))


def cover(*pages: PdfPage) -> Cover:
    return parse_cover(content(*pages))


BODY = [
    "Delegations will find in the annex the draft that the Presidency has prepared after the",
    "meeting of the working party, together with a table of the proposals that were made.",
]
SUBJECT = ["Draft conclusions on the priorities against organised crime for the", "years 2051 to 2054 - Approval"]


def front(
    *,
    issuer: Sequence[str] = ("Council of the", "European Union"),
    right: Sequence[str] = (
        "Brussels, 7 March 2051",
        "(OR. en)",
        "90417/51",
        "LIMITE",
        "COSI 41",
        "ENFOPOL 205",
        "JAI 930",
    ),
    paper: str = "NOTE",
    labels: Sequence[tuple[str, str]] = (
        ("From:", "Presidency"),
        ("To:", "Delegations"),
        ("No. prev. doc.:", "90399/1/51 REV 1"),
    ),
    subject: Sequence[str] = SUBJECT,
    subject_label: str = "Subject:",
    body: Sequence[str] = BODY,
    footer: str = "90417/51 ab/cd 1 JAI.1 LIMITE EN",
) -> PdfPage:
    """A front page as Council papers have it: issuer at the left, facts at the right, labels and values in two columns."""
    page = PdfPage().lines(60, 780, issuer, 12, 15).lines(360, 780, right, 11, 15)
    page.rule(60, 600, 540, 600).text(60, 580, paper, 11, bold=True)
    for number, (label, value) in enumerate(labels):
        page.text(60, 560 - 18 * number, label, 11).text(170, 560 - 18 * number, value, 11)
    page.text(60, 480, subject_label, 11).lines(170, 480, subject, 11, 14)
    return page.rule(60, 430, 540, 430).lines(60, 400, body, 11, 14).text(60, 30, footer, 9)


# --- the front page ------------------------------------------------------------------------------------------------


def test_a_front_page_of_today_says_all_that_it_prints() -> None:
    """The register, the filters and every citation rest on these facts."""
    assert cover(front()) == Cover(
        title="Draft conclusions on the priorities against organised crime for the years 2051 to 2054 - Approval",
        paper="NOTE",
        reference="90417/51",
        register_id="ST 90417 2051 INIT",
        issuer="Council of the European Union",
        date="2051-03-07",
        language="en",
        cycle="2051-2054",
        marking=Marking.LIMITE,
        subject_codes=("COSI 41", "ENFOPOL 205", "JAI 930"),
        has_labels=True,
    )


def test_a_front_page_of_the_older_form_says_the_same() -> None:
    """Before 2014 labels stood in lower case, codes in one line, and a second date told when the translation came."""
    read = cover(
        front(
            issuer=("COUNCIL OF", "THE EUROPEAN UNION"),
            right=("Brussels, 28 May 2051 (06.06)", "(OR. fr)", "90417/51", "LIMITE", "COSI 41 ENFOPOL 205 JAI 930"),
            labels=(("from:", "Presidency"), ("to:", "Delegations"), ("No. prev. doc.:", "90399/51 COSI 9 ENFOPOL 8")),
            subject_label="Subject:",
            footer="90417/51 AB/cd 1 DG H 3A LIMITE EN",
        )
    )
    assert (read.date, read.issuer, read.subject_codes) == (
        "2051-05-28",
        "Council of the European Union",
        ("COSI 41", "ENFOPOL 205", "JAI 930"),
    )
    assert (read.reference, read.marking, read.language) == ("90417/51", Marking.LIMITE, "en")
    assert (
        read.title
        == "Draft conclusions on the priorities against organised crime for the years 2051 to 2054 - Approval"
    )


@pytest.mark.parametrize(
    ("printed", "reference", "register_id"),
    [
        (("90417/51",), "90417/51", "ST 90417 2051 INIT"),
        (("9001/51",), "9001/51", "ST 9001 2051 INIT"),
        (("ST 90417/51",), "ST 90417/51", "ST 90417 2051 INIT"),
        (("90417/1/51 REV 1",), "90417/1/51 REV 1", "ST 90417 2051 REV 1"),
        (("90417/1/51", "REV 1"), "90417/1/51 REV 1", "ST 90417 2051 REV 1"),
        (("90417/2/51 REV 2 ADD 1",), "90417/2/51 REV 2 ADD 1", "ST 90417 2051 REV 2 ADD 1"),
        (("90417/51", "ADD 2"), "90417/51 ADD 2", "ST 90417 2051 ADD 2"),
        (("90417/51", "COR 1"), "90417/51 COR 1", "ST 90417 2051 COR 1"),
        (("90417/1/51", "REV 1", "ADD 1", "COR 2"), "90417/1/51 REV 1 ADD 1 COR 2", "ST 90417 2051 REV 1 ADD 1 COR 2"),
        (("PE-CONS 12/51",), "PE-CONS 12/51", "PE-CONS 12 2051 INIT"),
        (("WK 345/2051 REV 1",), "WK 345/2051 REV 1", "WK 345 2051 REV 1"),
        (("SN 1234/51",), "SN 1234/51", "SN 1234 2051 INIT"),
    ],
)
def test_the_number_is_read_as_printed_with_its_register_id(
    printed: tuple[str, ...], reference: str, register_id: str
) -> None:
    """An analyst finds the paper in the public register by its id, and in a file by the printed number."""
    right = ("Brussels, 7 March 2051", "(OR. en)", *printed, "COSI 41")
    read = cover(front(right=right, footer="xy 1 EN"))
    assert (read.reference, read.register_id) == (reference, register_id)
    assert read.subject_codes == ("COSI 41",)


def test_an_interinstitutional_file_and_previous_documents_are_not_the_number() -> None:
    """Other numbers of the page belong to other papers."""
    right = ("Brussels, 7 March 2051", "(OR. en)", "Interinstitutional File:", "2050/0442(COD)", "90417/51", "CODEC 7")
    read = cover(front(right=right, labels=(("From:", "Presidency"), ("No. Cion doc.:", "90777/30"))))
    assert (read.reference, read.subject_codes) == ("90417/51", ("CODEC 7",))


def test_a_number_that_the_cover_lost_is_read_from_the_footer() -> None:
    """The number may be a picture on the cover; each footer repeats it."""
    read = cover(front(right=("Brussels, 7 March 2051", "(OR. en)"), footer="90417/1/51 REV 1 ab/cd 1 JAI.1 EN"))
    assert (read.reference, read.register_id) == ("90417/1/51 REV 1", "ST 90417 2051 REV 1")


@pytest.mark.parametrize(
    "codes",
    [
        pytest.param(("COSI 41", "ENFOPOL 205", "CRIMORG 66", "JAI 930"), id="one a line"),
        pytest.param(("COSI 41 ENFOPOL 205 CRIMORG 66 JAI 930",), id="running"),
        pytest.param(("COSI 41 ENFOPOL 205", "CRIMORG 66 JAI 930"), id="two lines"),
        pytest.param(("COSI 41 ENFOPOL", "205 CRIMORG 66 JAI 930"), id="broken between letters and number"),
        pytest.param(("COSI 41, ENFOPOL 205, CRIMORG 66, JAI 930",), id="with commas"),
    ],
)
def test_subject_codes_are_read_however_they_are_set(codes: tuple[str, ...]) -> None:
    """Codes say which working parties a paper concerns."""
    read = cover(front(right=("Brussels, 7 March 2051", "(OR. en)", "90417/51", *codes)))
    assert read.subject_codes == ("COSI 41", "ENFOPOL 205", "CRIMORG 66", "JAI 930")


def test_what_only_looks_like_a_code_is_none() -> None:
    """Revision numbers and document series are no subjects."""
    right = ("Brussels, 7 March 2051", "90417/1/51", "REV 1", "ADD 2", "PARLNAT 3", "JUR(INFO) 4")
    assert cover(front(right=right)).subject_codes == ("PARLNAT 3", "JUR(INFO) 4")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Brussels, 7 March 2051", "2051-03-07"),
        ("Brussels, 1 June 2051 (14.06)", "2051-06-01"),
        ("Brussels, 7 March 2051 (OR. en)", "2051-03-07"),
        pytest.param("Brüssel, den 7. März 2051", "2051-03-07"),
        pytest.param("Bruxelles, le 1er juin 2051", "2051-06-01"),
        ("Luxembourg, 3 October 2051", "2051-10-03"),
        ("Bruselas, 3 de octubre de 2051", "2051-10-03"),
        ("07.03.2051", "2051-03-07"),
        ("Brussels, May 2051", "2051-05"),
        ("Brussels, soon", None),
    ],
)
def test_the_date_is_that_of_the_cover(line: str, date: str | None) -> None:
    """A paper is dated by its front page, in any language of the Union, and not by dates in its text."""
    read = cover(
        front(right=(line, "90417/51"), body=["The meeting of 3 March 2050 took note of it.", "14 March 2050"])
    )
    assert read.date == date


@pytest.mark.parametrize(
    "paper", ["NOTE", "COVER NOTE", "\u201cI/A\u201d ITEM NOTE", "'I/A' ITEM NOTE", "REPORT", "OUTCOME OF PROCEEDINGS"]
)
def test_the_kind_of_paper_is_read(paper: str) -> None:
    """A note for adoption is told from an outcome."""
    read = cover(front(paper=paper))
    assert read.paper == paper


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Draft report"], "Draft report"),
        (
            [
                "Draft report on the first year of the",
                "plans, with a view to the meeting of",
                "the Committee in June",
                "- Approval",
            ],
            "Draft report on the first year of the plans, with a view to the meeting of the Committee in June - Approval",
        ),
        (
            ["Threat assessment of the coun-", "terfeiting of currency"],
            "Threat assessment of the counterfeiting of currency",
        ),
    ],
)
def test_the_title_is_the_whole_subject_over_all_its_lines(lines: list[str], title: str) -> None:
    """Contract: a Council paper's title is its Subject as printed."""
    assert cover(front(subject=lines)).title == title


def test_the_subject_ends_where_the_body_begins() -> None:
    """Without a rule below it, space and the left margin tell where the subject ends."""
    page = front(body=[])
    page.content = [line for line in page.content if "60 430" not in line]
    page.lines(60, 440, BODY, 11, 14)
    assert (
        cover(page).title
        == "Draft conclusions on the priorities against organised crime for the years 2051 to 2054 - Approval"
    )


def test_a_subject_below_its_label_is_read() -> None:
    """Some forms print the value on the next line."""
    page = PdfPage().lines(60, 780, ("Council of the", "European Union"), 12, 15).text(360, 780, "90417/51", 11)
    page.text(60, 560, "From: Presidency", 11).text(60, 540, "Subject:", 11).text(60, 525, "Draft report on ports", 11)
    assert cover(page).title == "Draft report on ports"


@pytest.mark.parametrize(
    ("issuer", "labels", "subject_label", "name"),
    [
        (("Rat der", "Europäischen Union"), ("Absender:", "Empfänger:"), "Betr.:", "DE"),
        (
            ("Conseil de", "l'Union européenne"),
            ("Origine:", "Destinataire:"),
            "Objet:",
            "FR",
        ),
        (("Conselho da", "União Europeia"), ("de:", "para:"), "Assunto:", "PT"),
    ],
    ids=["de", "fr", "pt"],
)
def test_covers_in_other_languages_are_read(
    issuer: tuple[str, str], labels: tuple[str, str], subject_label: str, name: str
) -> None:
    """Analysts hold papers in the language in which they were sent."""
    read = cover(
        front(
            issuer=issuer,
            right=("07.03.2051", "(OR. en)", "90417/51", "COSI 41"),
            labels=((labels[0], "Vorsitz"), (labels[1], "Delegationen")),
            subject_label=subject_label,
            subject=["Plano 2051-2054"],
            footer=f"90417/51 ab/cd 1 JAI.1 {name}",
        )
    )
    assert (read.issuer, read.date, read.title) == ("Council of the European Union", "2051-03-07", "Plano 2051-2054")
    assert (read.language, read.reference, read.subject_codes) == (name.lower(), "90417/51", ("COSI 41",))


def test_a_europol_paper_is_known_by_its_issuer_and_edoc_number() -> None:
    """Europol's own papers bear an EDOC number and no number of the Council's."""
    page = PdfPage().text(60, 780, "Europol", 14, bold=True).text(60, 740, "The Hague, 3 February 2051", 11)
    page.text(60, 722, "EDOC# 9012345v2", 11).text(60, 640, "Picture of the parcel trade", 20, bold=True)
    page.text(60, 700, "Europol Unclassified - Basic Protection Level", 11)
    read = cover(page, PdfPage().lines(60, 700, BODY))
    assert (read.issuer, read.reference, read.register_id) == ("Europol", "EDOC# 9012345v2", None)
    assert (read.date, read.title, read.marking) == ("2051-02-03", "Picture of the parcel trade", Marking.EUROPOL_BPL)


def test_a_document_without_a_cover_states_nothing() -> None:
    """A value that the document does not state is null, never a guess."""
    page = PdfPage().lines(
        60, 740, ["We met in Brussels on 3 May 2051 to talk about 12/51 of the", "rooms, as agreed with the hotel."]
    )
    read = cover(page)
    assert (read.reference, read.register_id, read.issuer, read.date, read.cycle) == (None,) * 5
    assert (read.marking, read.paper, read.subject_codes, read.has_labels) == (None, None, (), False)


def test_an_empty_page_states_nothing_at_all() -> None:
    """A scan without text gives an empty cover and no error."""
    assert cover(PdfPage()) == Cover()


# --- marking -------------------------------------------------------------------------------------------------------

UNMARKED = ("Brussels, 7 March 2051", "(OR. en)", "90417/51", "COSI 41")
PLAIN_FOOTER = "90417/51 ab/cd 1 JAI.1 EN"


@pytest.mark.parametrize(
    ("line", "marking"),
    [
        ("LIMITE", Marking.LIMITE),
        ("L I M I T E", Marking.LIMITE),
        ("LIMI TE", Marking.LIMITE),
        ("Restreint UE / EU Restricted", Marking.RESTREINT_UE),
        ("LIMITÉ", Marking.LIMITE),
        ("PUBLIC", Marking.PUBLIC),
        ("RESTREINT UE/EU RESTRICTED", Marking.RESTREINT_UE),
        ("RESTREINT UE", Marking.RESTREINT_UE),
        ("EU RESTRICTED", Marking.RESTREINT_UE),
        ("CONFIDENTIEL UE/EU CONFIDENTIAL", Marking.CONFIDENTIEL_UE),
        ("SECRET UE/EU SECRET", Marking.SECRET_UE),
        ("TRÈS SECRET UE/EU TOP SECRET", Marking.TRES_SECRET_UE),
    ],
)
def test_a_marking_on_the_cover_is_in_force(line: str, marking: Marking) -> None:
    """Who may read a document hangs on this line."""
    read = content(front(right=(*UNMARKED[:3], line, "COSI 41"), footer=PLAIN_FOOTER))
    assert find_marking(read) is marking


@pytest.mark.parametrize(
    ("footer", "marking"),
    [
        ("90417/51 ab/cd 2 JAI.1 LIMITE EN", Marking.LIMITE),
        ("90417/51 ab/cd DGD 1C LIMITE 2 EN", Marking.LIMITE),
        ("90417/51 ab/cd 2 RESTREINT UE/EU RESTRICTED EN", Marking.RESTREINT_UE),
        ("90417/51 ab/cd 2 JAI.1 EN", None),
    ],
)
def test_a_marking_in_the_footer_is_in_force(footer: str, marking: Marking | None) -> None:
    """A cover page may be lost; the footers of the other pages still mark them."""
    pages = [front(right=UNMARKED, footer=PLAIN_FOOTER)]
    pages += [
        PdfPage().lines(60, 700 - 30 * n, BODY).text(60, 30, footer.replace(" 2 ", f" {n} "), 9) for n in (2, 3, 4)
    ]
    assert find_marking(content(*pages)) is marking


def test_a_marking_that_only_later_pages_bear_is_in_force() -> None:
    """A restricted annex makes the document restricted, also where one page alone says so at its head and foot."""
    pages = [front(right=UNMARKED, footer=PLAIN_FOOTER)]
    pages += [PdfPage().lines(60, 700 - 30 * n, BODY).text(60, 30, f"90417/51 ab/cd {n} EN", 9) for n in (2, 3)]
    last = PdfPage().text(220, 815, "RESTREINT UE/EU RESTRICTED", 11).lines(60, 600, BODY)
    pages.append(last.text(60, 30, "90417/51 ab/cd 4 RESTREINT UE/EU RESTRICTED EN", 9))
    assert find_marking(content(*pages)) is Marking.RESTREINT_UE


@pytest.mark.parametrize("marked", [(3,), (6, 7)], ids=["one page", "two of nine"])
def test_a_marking_that_heads_a_few_later_pages_is_in_force(marked: tuple[int, ...]) -> None:
    """A classified annex within an open paper must be refused, though hardly anything repeats its marking."""
    pages = [front(right=UNMARKED, footer=PLAIN_FOOTER)]
    for number in range(2, max(marked) + 3):
        page = PdfPage().lines(60, 700 - 30 * number, BODY).text(60, 30, f"90417/51 ab/cd {number} EN", 9)
        if number in marked:
            page.text(220, 815, "RESTREINT UE/EU RESTRICTED", 11, bold=True)
        pages.append(page)
    assert find_marking(content(*pages)) is Marking.RESTREINT_UE


@pytest.mark.parametrize("matrix", ["0.7 0.7 -0.7 0.7 200 300", "0 1 -1 0 580 300"], ids=["slanted", "at the side"])
def test_a_turned_stamp_on_the_cover_is_in_force(matrix: str) -> None:
    """Stamps are set across a page or along its side: they mark it like an upright line."""
    page = front(right=UNMARKED, footer=PLAIN_FOOTER)
    page.content.append(f"BT /F1 20 Tf {matrix} Tm (RESTREINT UE/EU RESTRICTED) Tj ET")
    assert find_marking(content(page)) is Marking.RESTREINT_UE


@pytest.mark.parametrize("line", ["EU RESTRICTED/RESTREINT UE", "RESTREINT UE/EU RESTRICTED until 1 June 2041"])
def test_a_marking_on_the_cover_is_in_force_however_it_is_worded(line: str) -> None:
    """The order of the languages, or a date up to which it holds, does not open a classified paper."""
    read = content(front(right=(*UNMARKED[:3], line, "COSI 41"), footer=PLAIN_FOOTER))
    assert find_marking(read) is Marking.RESTREINT_UE


@pytest.mark.parametrize(
    "sentence",
    [
        "Papers marked RESTREINT UE are handled elsewhere, says the manual.",
        "The LIMITE marking was lifted in March, and EU SECRET papers were not part of it.",
        "RESTREINT UE papers are not sent by this channel.",
    ],
)
def test_a_mention_in_running_text_is_no_marking(sentence: str) -> None:
    """A paper about markings must not be refused for its subject."""
    page = front(right=UNMARKED, footer=PLAIN_FOOTER, body=[sentence, *BODY])
    assert find_marking(content(page)) is None


def test_the_strictest_marking_wins() -> None:
    """Where cover and footer differ, the document is handled as the stricter says."""
    page = front(right=(*UNMARKED, "LIMITE"), footer="90417/51 ab/cd 1 CONFIDENTIEL UE/EU CONFIDENTIAL EN")
    assert find_marking(content(page)) is Marking.CONFIDENTIEL_UE


# --- language and cycle --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "language"),
    [
        (["The plan is for the States and the agencies that take part in it,", "and it is led by one of them."], "en"),
        (["Der Plan ist für die Staaten und die Agenturen, die von der Union", "mit der Arbeit betraut sind."], "de"),
        (["Le plan est pour les États et les agences qui y prennent part,", "dans une union que la loi fonde."], "fr"),
        (["El plan es para los Estados y las agencias que trabajan en él con", "una red de la Unión."], "es"),
        (["Zagreb Split Osijek Rijeka Zadar Sisak Karlovac Pula", "Vukovar Kutina"], None),
    ],
)
def test_the_language_is_known_by_its_small_words(lines: list[str], language: str | None) -> None:
    """English records are parsed as English; what can't be told is not guessed."""
    assert cover(PdfPage().lines(60, 700, lines)).language == language


def test_the_footers_language_goes_before_the_words() -> None:
    """A version in German may hold an annex in English."""
    assert cover(front(footer="90417/51 ab/cd 1 JAI.1 DE")).language == "de"


@pytest.mark.parametrize(
    ("subject", "body", "cycle"),
    [
        (["Priorities for EMPACT 2051-2054"], BODY, "2051-2054"),
        (["Priorities for EMPACT 2051–2054"], BODY, "2051-2054"),
        (["Priorities for EMPACT 2051-54"], BODY, "2051-2054"),
        (["Priorities from 2051 to 2054"], BODY, "2051-2054"),
        (["Evaluation of 2047-2050 and priorities 2051-2054"], BODY, "2051-2054"),
        (["A plan for 2053-2054"], BODY, None),
        (["Report"], ["The EMPACT cycle 2051-2054 follows the evaluation of the cycle 2047-2050."], "2051-2054"),
        (["Report"], BODY, None),
    ],
)
def test_the_cycle_is_the_four_years_that_a_paper_is_about(
    subject: list[str], body: list[str], cycle: str | None
) -> None:
    """Records are filtered by cycle; a two-year plan states none by its years alone."""
    assert cover(front(subject=subject, body=body)).cycle == cycle
