"""zoo-conclusions-running: one paragraph a priority, its aims within the sentence, parted by semicolons.

Labels are bold or stand in quotation marks, some behind words of the sentence; nothing is numbered but the operative
paragraphs, in whose first the priorities stand. Areas are named in the middle of a paragraph.

Run: python -m tests.golden.layouts.make.conclusions_running (needs fpdf2)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.conclusion_texts import ASKED_2037, OF_2037, RECITALS_2037, Unit, without_notes
from tests.golden.layouts.make.free import LEFT, FreePaper
from tests.golden.layouts.make.inks import Ink, Inks, Text
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import Keyed, asked, council_document, ink_points, keyed, write_conclusions

PDF = zoo("conclusions-running")
TITLE = "Council conclusions - Where Member States join forces against organised crime (EMPACT 2041-2044)"
DAY = datetime.date(2041, 6, 19)
COVER = Cover(
    number="95107/41",
    place_and_date="Brussels, 19 June 2041",
    kind="NOTE",
    rows=(("From:", "General Secretariat of the Council"), ("To:", "Delegations"), ("Subject:", TITLE)),
    body=("The annex holds the conclusions as approved by written procedure on 18 June 2041.",),
    codes=("COSI 126", "ENFOPOL 330", "CRIMORG 90", "CYBER 171", "CORDROGUE 50", "ENV 545", "JAI 850"),
    unit="JAI.1",
    language="EN",
)


def _pick() -> list[Unit]:
    found = [OF_2037[at].without_notes().lowered() for at in (0, 2, 3, 4, 5, 6, 7)]
    labels = {"Groups active in several criminal markets": "Poly-criminal groups", "Firearms": "Illicit arms"}
    return [Unit(one.number, labels.get(one.label, one.label), one.aims, one.areas) for one in found]


UNITS = keyed(_pick())
PARAGRAPHS = asked(
    [
        later(ASKED_2037[at], 4, the_parts_of_priority_7_that_concern_excise_and_VAT="excise and VAT").without_notes()
        for at in (0, 2, 3, 5, 6, 7, 8, 9, 10, 12, 11)
    ],
    first=2,
)


def _joined(parts: list[Ink]) -> tuple[Ink | str, ...]:
    found: list[Ink | str] = []
    for part in parts:
        found += ["; ", part] if found else [part]
    return tuple(found)


def _aims(inks: Inks, one: Keyed) -> tuple[Ink | str, ...]:
    return _joined([inks(key, aim.text) for key, aim in one.aims])


def _sentence(inks: Inks, one: Keyed, at: int) -> Text:
    """The paragraph of a priority."""
    quoted = ("“", inks(one.key, one.unit.label), "”")
    if one.areas:
        opening: tuple[Ink | str, ...] = ("Under the heading of ", *quoted, " they will endeavour, ")
        for position, area in enumerate(one.areas):
            lead = "as regards " if position == 0 else "; in respect of " if position == 1 else "; and, concerning "
            label = inks(area.key, area.unit.label)
            opening = (*opening, lead, "“", label, "”, ", *_aims(inks, area))
        return (*opening, ".")
    if at % 2:
        return ("With a view to ", *quoted, ", they undertake ", *_aims(inks, one), ".")
    return (*quoted, " calls for a common effort ", *_aims(inks, one), ".")


def _bold_sentence(inks: Inks, one: Keyed) -> Text:
    label = inks(one.key, f"**{one.unit.label}**")
    if not one.areas:
        return (label, ": ", *_aims(inks, one), ".")
    found: tuple[Ink | str, ...] = (label, ": ")
    for position, area in enumerate(one.areas):
        name = inks(area.key, f"//{area.unit.label}//")
        found = (*found, "" if position == 0 else "; ", "in ", name, ", ", *_aims(inks, area))
    return (*found, ".")


def _produce(inks: Inks, pdf: Path) -> None:
    paper = FreePaper(COVER)
    paper.cover()
    paper.add_page()
    paper.set_font(paper.family, "B", 12)
    paper.multi_cell(0, 6, "COUNCIL CONCLUSIONS\non the fields in which Member States join forces", align="C")
    paper.ln(9)
    paper.set_font(paper.family, "", 11)

    def say(text: Text, indent: float = 0) -> None:
        # An indented paragraph of fpdf2 keeps its full width, so each indent is a region of its own.
        paper.set_left_margin(LEFT + indent)
        paper.set_x(LEFT + indent)
        with (
            paper.text_columns(text_align="J", line_height=1.3) as region,
            region.paragraph(bottom_margin=2.4) as paragraph,
        ):
            paper.say(text, paragraph)

    say("THE COUNCIL OF THE EUROPEAN UNION,")
    for at in (2, 4, 7):
        say(without_notes(later(RECITALS_2037[at], 4)))
    say("HEREBY STATES THE FOLLOWING:")
    say("1. In the years 2041 to 2044 the Member States act together in the fields named here, and to these ends.")
    for at, one in enumerate(UNITS):
        say(_bold_sentence(inks, one) if at > 2 else _sentence(inks, one, at), indent=8)
    for request in PARAGRAPHS:
        say((f"{request.number}. ", inks(request.key, request.paragraph.text)))
        for _, _, ink in ink_points(inks, request.key, request.paragraph.points, ("(a)",)):
            say(ink, indent=14)
    paper.save(pdf, DAY)


def main() -> None:
    """Set the paper and write its gold."""
    document = council_document(
        COVER.number, TITLE, "2041-06-19", cycle="2041-2044", marking=None, subject_codes=list(COVER.codes)
    )
    write_conclusions(made(PDF, _produce), document, UNITS, PARAGRAPHS)


if __name__ == "__main__":
    main()
