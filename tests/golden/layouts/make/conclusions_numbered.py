"""zoo-conclusions-numbered: aims numbered 1.1, 1.2 under headings of numbered priorities; a German cover.

Areas are headings of a second level without number between the aims, whose numbers run on. The cover is German, the
body English; the foot names no language. The requests have letters as numbers, in a sequence of their own.

Run: python -m tests.golden.layouts.make.conclusions_numbered (needs typst)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.conclusion_texts import ASKED_2049, OF_2037, OF_2041, OF_2049, RECITALS_2049, numbered
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import Asked, council_document, ink_points, keyed, write_conclusions
from tests.golden.layouts.make.typ import by_typst, cover_page, pages, preamble, typ

PDF = zoo("conclusions-numbered")
TITLE = "Draft Council conclusions on priorities and aims of the EMPACT cycle 2049-2052"
DAY = datetime.date(2049, 5, 27)
COVER = Cover(
    number="95108/49",
    place_and_date="Brüssel, den 27. Mai 2049",
    original="(OR. en)",
    kind="VERMERK",
    rows=(
        ("Absender:", "Vorsitz"),
        ("Empfänger:", "Ausschuss der Ständigen Vertreter/Rat"),
        ("Nr. Vordok.:", "95102/1/49 REV 1"),
        ("Betr.:", TITLE),
    ),
    body=(
        "Die Delegationen erhalten in der Anlage den oben genannten Entwurf. Der Wortlaut liegt nur auf Englisch vor.",
    ),
    codes=("COSI 82", "ENFOPOL 240", "CRIMORG 65", "CYBER 124", "JAI 671"),
    marking="LIMITE",
    unit="GIP",
    language="",
)
UNITS = keyed(numbered((OF_2049[0], OF_2041[1], OF_2049[2], OF_2049[3], OF_2037[4], OF_2041[8], OF_2049[6]), areas=""))
PARAGRAPHS = tuple(
    Asked(f"r{at}", chr(64 + at), one)
    for at, one in enumerate((ASKED_2049[at] for at in (0, 1, 2, 4, 5, 7, 6, 8, 9, 10)), 1)
)


def _source(inks: Inks) -> str:
    first, annex = pages(COVER, annex="ANLAGE")
    parts = [
        preamble(DAY, size="11pt"),
        first,
        cover_page(COVER, "Rat der \\ Europäischen Union"),
        annex,
        "#align(right)[*ANLAGE*]",
        "#align(center)[*Draft Council conclusions*]",
        "THE COUNCIL OF THE EUROPEAN UNION,",
        *(typ(RECITALS_2049[at]) for at in (0, 2, 5)),
        "#emph[I. Priorities and aims]",
        "The Council sets itself the following priorities for 2049 to 2052. Each aim is to be served by at least one "
        "operational action.",
    ]
    for one in UNITS:
        label = typ(inks(one.key, one.unit.label))
        parts.append(f"#block(sticky: true, above: 1.6em)[#strong[{one.unit.number}. {label}]]")
        count = 0
        for holder in (one, *one.areas):
            if holder is not one:
                parts.append(f"#block(sticky: true)[#underline[{typ(inks(holder.key, holder.unit.label))}]]")
            for key, aim in holder.aims:
                count += 1
                text = typ((inks(key, aim.text), "."))
                parts.append(f"#grid(columns: (12mm, 1fr), [{one.unit.number}.{count}], [{text}])")
    parts.append("#emph[II. Implementation]")
    for request in PARAGRAPHS:
        text = typ(inks(request.key, request.paragraph.text))
        parts.append(f"#grid(columns: (12mm, 1fr), [{request.number}.], [{text}])")
        for depth, _, ink in ink_points(inks, request.key, request.paragraph.points, ("(i)", "(a)")):
            left = 19 + 8 * depth
            parts.append(f"#block(inset: (left: {left}mm), par(hanging-indent: 7mm)[{typ(ink)}])")
    return "\n\n".join(parts)


def _produce(inks: Inks, pdf: Path) -> None:
    by_typst(_source(inks), pdf, DAY)


def main() -> None:
    """Set the paper and write its gold."""
    document = council_document(
        COVER.number, TITLE, "2049-05-27", cycle="2049-2052", marking="LIMITE", subject_codes=list(COVER.codes)
    )
    write_conclusions(made(PDF, _produce), document, UNITS, PARAGRAPHS)


if __name__ == "__main__":
    main()
