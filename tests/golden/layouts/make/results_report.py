"""zoo-results-report: results told in prose, in the annex of a Council note; held back from tuning.

Totals of the programme in sentences, one chapter a crime area with sentences and bullets, action days with a period of
their own, a ruled table of two columns. Round it stand years, document numbers, an article, dates, a telephone number,
page numbers and footnote marks that are no results.

Run: python -m tests.golden.layouts.make.results_report (needs LibreOffice)
"""

import datetime
from pathlib import Path

from corpus.sample.make.gold import GoldDocument
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.outcomes import Count, Figures, Told
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import council_document
from tests.golden.layouts.make.word import InkPaper, paper, save

PDF = zoo("results-report")
DAY = datetime.date(2047, 3, 18)
COVER = Cover(
    number="95701/47",
    place_and_date="Brussels, 18 March 2047",
    kind="NOTE",
    rows=(
        ("From:", "EMPACT support team at Europol"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("No. prev. doc.:", "95688/46, 95690/1/46 REV 1"),
        ("Subject:", "Results of the EMPACT plans in 2046"),
    ),
    body=(
        "1.\tDelegations will find in the annex what action leaders reported by 31 January 2047 under Article 9 of the "
        "terms of reference (95640/44).",
        "2.\tQuestions may be put to the support team, telephone +31 70 555 01 46.",
    ),
    codes=("COSI 41", "ENFOPOL 122", "JAI 377"),
    unit="JAI.1",
    initials="hw/RS/hw",
)


TOTALS = (
    (
        Told("The plans of the third year of the EMPACT cycle 2044-2047 were carried out as they had been adopted."),
        Told(
            "They led to 11 934 arrests and to 14 077 investigations.",
            (Count(11934, "arrests"), Count(14077, "investigations")),
        ),
        Told(
            "Property worth more than EUR 640 million was seized or frozen{Values are those of the day of seizure.}.",
            (Count(640_000_000, "property", "EUR", "more than"),),
        ),
        Told("Authorities identified 8 215 victims.", (Count(8215, "victims"),)),
    ),
    (
        Told(
            "In 2045 the plans had led to 10 812 arrests.",
            (Count(10812, "arrests", period="2045"),),
        ),
        Told("The figures of 2045 stand in document 95533/46 and were corrected on page 7 of its annex."),
    ),
)
AREAS = (
    (
        "2.1",
        "Firearms",
        (
            (
                Told(
                    "Parcels with parts of weapons were stopped at nineteen airports{Article 12(3) of Regulation (EU) "
                    "2041/958 applies.}.",
                    (Count(19, "airports"),),
                ),
                Told("Some of them had been sent more than once."),
            ),
        ),
        (
            Told(
                "3 412 firearms, of which 212 were automatic rifles;",
                (Count(3412, "firearms"), Count(212, "automatic rifles")),
            ),
            Told("about 1.3 million rounds of ammunition;", (Count(1_300_000, "rounds of ammunition", None, "about"),)),
            Told("480 kg of explosives.", (Count(480, "explosives", "kg"),)),
        ),
    ),
    (
        "2.2",
        "Cocaine and synthetic drugs",
        (
            (
                Told(
                    "Customs and police seized almost 118 tonnes of cocaine and 6.4 tonnes of methamphetamine.",
                    (Count(118, "cocaine", "tonnes", "almost"), Count(6.4, "methamphetamine", "tonnes")),
                ),
                Told("Forty-one laboratories were taken apart.", (Count(41, "laboratories"),)),
            ),
            (
                Told(
                    "At least 730 000 litres of chemicals did not reach their buyers.",
                    (Count(730_000, "chemicals", "litres", "at least"),),
                ),
                Told("A second round of visits is planned for the spring of 2047."),
            ),
        ),
        (),
    ),
    (
        "2.3",
        "Smuggling of migrants",
        (
            (
                Told(
                    "Officers arrested 2 906 suspected smugglers and took 388 engines off the market.",
                    (Count(2906, "suspected smugglers"), Count(388, "engines")),
                ),
                Told(
                    "Prosecutors brought 31 % of the suspects to court within the year.",
                    (Count(31, "suspects", "%"),),
                ),
            ),
        ),
        (),
    ),
)
DAYS_PERIOD = "6 to 12 October 2046"
DAYS = (
    Told("The joint action days Lantern took place from 6 to 12 October 2046."),
    Told(
        "They brought together 28 countries and over 9 500 officers.",
        (Count(28, "countries", period=DAYS_PERIOD), Count(9500, "officers", None, "over", DAYS_PERIOD)),
    ),
    Told(
        "Of the 402 710 checks, 311 600 concerned persons, 80 450 vehicles and 10 660 parcels.",
        (
            Count(402_710, "checks", period=DAYS_PERIOD),
            Count(311_600, "persons", period=DAYS_PERIOD),
            Count(80_450, "vehicles", period=DAYS_PERIOD),
            Count(10_660, "parcels", period=DAYS_PERIOD),
        ),
    ),
)
ROWS = (
    ("Arrests", "357", Count(357, "Arrests", period=DAYS_PERIOD)),
    ("Stolen vehicles recovered", "1 019", Count(1019, "Stolen vehicles recovered", period=DAYS_PERIOD)),
    ("Cash seized", "EUR 1.8 million", Count(1_800_000, "Cash seized", "EUR", None, DAYS_PERIOD)),
    ("False documents", "746", Count(746, "False documents", period=DAYS_PERIOD)),
)


def _write(inks: Inks) -> InkPaper:
    made_of = paper(COVER, DAY, body_pt=11.5)
    made_of.annex()
    made_of.line("RESULTS OF THE EMPACT PLANS IN 2046", bold=True, centred=True, after=12)
    made_of.line("1.  ALL PLANS TAKEN TOGETHER", bold=True, before=10, after=6, keep=True)
    for at, paragraph in enumerate(TOTALS, 1):
        made_of.body(_joined(inks, f"t{at}", paragraph), spacing=1.25)
    made_of.line("2.  CRIME AREA BY CRIME AREA", bold=True, before=12, after=6, keep=True)
    for number, name, paragraphs, bullets in AREAS:
        made_of.line(f"{number}  {name}", bold=True, before=8, after=4, keep=True)
        for at, paragraph in enumerate(paragraphs, 1):
            made_of.body(_joined(inks, f"{number}/{at}", paragraph), spacing=1.25)
        for at, told in enumerate(bullets, 1):
            made_of.body(("–\t", inks(f"{number}/b{at}", told.text)), indent=0.7, spacing=1.15, after=4)
    made_of.line("3.  JOINT ACTION DAYS LANTERN", bold=True, before=12, after=6, keep=True)
    made_of.body(_joined(inks, "d", DAYS), spacing=1.25)
    table = made_of.table((8.5, 5.0))
    made_of.header_row(table, ("Counted during the action days", "Number"), size=10.5)
    for at, (label, number, _) in enumerate(ROWS, 1):
        cells = table.add_row().cells
        made_of.fill(cells[0], inks(f"r{at}/label", label), size=10.5, before=2, after=2)
        made_of.fill(cells[1], inks(f"r{at}/number", number), size=10.5, before=2, after=2)
    made_of.line("", after=6)
    made_of.body("The next report is due in March 2048.", spacing=1.25)
    return made_of


def _joined(inks: Inks, key: str, paragraph: tuple[Told, ...]) -> tuple[object, ...]:
    """The sentences of a paragraph, each with an ink of its own."""
    parts: list[object] = []
    for at, told in enumerate(paragraph, 1):
        parts += [" "] if parts else []
        parts.append(inks(f"{key}.{at}", told.text))
    return tuple(parts)


def _produce(inks: Inks, pdf: Path) -> None:
    save(_write(inks), pdf)


def main() -> None:
    """Set the paper and write its gold."""
    measured = made(PDF, _produce)
    gold = GoldDocument(
        PDF,
        **{
            **council_document(COVER.number, COVER.subject, "2047-03-18", kind="results", cycle="2044-2047"),
            "subject_codes": list(COVER.codes),
        },
    )
    figures = Figures(gold, measured, "2046")
    for place, paragraph in enumerate(TOTALS, 1):
        for at, told in enumerate(paragraph, 1):
            figures.add([f"t{place}.{at}"], told.counts, "EMPACT")
    for number, name, paragraphs, bullets in AREAS:
        for place, paragraph in enumerate(paragraphs, 1):
            for at, told in enumerate(paragraph, 1):
                figures.add([f"{number}/{place}.{at}"], told.counts, name)
        for at, told in enumerate(bullets, 1):
            figures.add([f"{number}/b{at}"], told.counts, name)
    for at, told in enumerate(DAYS, 1):
        figures.add([f"d.{at}"], told.counts, "Joint action days Lantern")
    for at, (_, _, one) in enumerate(ROWS, 1):
        figures.add([f"r{at}/number", f"r{at}/label"], (one,), "Joint action days Lantern")
    gold.write()


if __name__ == "__main__":
    main()
