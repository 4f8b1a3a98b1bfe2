"""zoo-conclusions2-points: Word lists on two levels: an aim is a bullet ending in a colon, its riders are below it.

Bullets come from a symbol font. A priority is a numbered line in bold, an area an underlined one without number; some
aims have no riders and end in a full stop, of two the riders go on over the end of a page. Requests have bullets on
two levels, too, and begin after the priorities with "The Council accordingly:".

Run: python -m tests.golden.layouts.make.conclusions2_points (needs LibreOffice)
"""

import datetime
from pathlib import Path

from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.golden.layouts.make.conclusion_texts import RECITALS_2037, Unit, numbered, unit
from tests.golden.layouts.make.conclusions2_texts import ASKED_2051
from tests.golden.layouts.make.inks import Inks, Text
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import (
    Keyed,
    asked,
    council_document,
    ink_lines,
    ink_points,
    keyed,
    write_conclusions,
)
from tests.golden.layouts.make.word import InkPaper, Pt, paper, save

PDF = zoo("conclusions2-points")
TITLE = "Draft Council conclusions on common priorities in the fight against serious and organised crime (2041-2044)"
DAY = datetime.date(2041, 4, 30)
COVER = Cover(
    number="95126/41",
    place_and_date="Brussels, 30 April 2041",
    kind="NOTE",
    rows=(
        ("From:", "Presidency"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("Subject:", TITLE),
    ),
    body=(
        "With a view to the meeting of COSI on 11 May 2041, the Presidency submits a first draft of the conclusions by "
        "which the EMPACT cycle 2041-2044 is to be opened. Delegations are asked to comment on the aims in the first "
        "place.",
    ),
    codes=("COSI 70", "ENFOPOL 172", "CRIMORG 44", "JAI 471"),
    marking="LIMITE",
    unit="JAI.1",
    initials="ns/HB/ns",
)

PRIORITIES: tuple[Unit, ...] = (
    unit(
        "Violent criminal networks",
        "[To weaken the hold that violent criminal networks have on neighbourhoods, harbours and prisons], in "
        "particular that of:\n[those that extort shops, kiosks and building sites];\n[those that pay minors for arson "
        "and for throwing grenades];\n[those whose leaders give orders from a cell]",
        "[To trace the money of such networks before it turns into real estate]",
    ),
    unit(
        "Attacks on computers and data",
        "[To identify and prosecute those who attack computers and networks for profit], with particular attention "
        "to:\n[brokers of stolen access];\n[programmers who rent out malicious code];\n[hosts who ignore the "
        "orders of courts];\n[crews that choose hospitals and heating plants as their targets]",
    ),
    unit(
        "Sexual abuse of children",
        "[To detect the sexual abuse of children at an earlier stage], focusing on:\n[abuse that is paid for "
        "and watched from afar];\n[offenders who travel to abuse];\n[pictures that children have been made to take of "
        "themselves (incl. [those altered afterwards])]",
        "[To spare abused children a second and a third interview], including by:\n[recording the first one on "
        "video];\n[letting the court of another Member State use it]",
    ),
    unit(
        "Drugs",
        areas=(
            unit(
                "Cocaine and heroin",
                "[To make the large ports and airports of the Union unattractive for importers of cocaine and heroin], "
                "above all by:\n[protecting the staff whom they threaten or tempt];\n[screening containers at the "
                "place of departure];\n[sharing between ports what each learns of new hiding places]",
            ),
            unit(
                "Synthetic drugs",
                "[To reduce the output of illegal laboratories in the Union], giving priority to:\n[laboratories "
                "staffed by chemists from overseas];\n[suppliers of glassware and reactors];\n[potent opioids for "
                "which no antidote is stocked]",
                "[To have the cost of clearing their waste paid by those who caused it]",
            ),
        ),
    ),
    unit(
        "Exploitation of people",
        areas=(
            unit(
                "Trafficking in human beings",
                "[To put out of action those who sell people or their labour], especially:\n[agencies that take "
                "passports away];\n[landlords who lend flats for prostitution];\n[persons who set children to pick "
                "pockets or to beg]",
            ),
            unit(
                "Smuggling of migrants",
                "[To stop smugglers who gamble with the lives of those they carry]",
                "[To deprive smuggling networks of what they need], namely:\n[boats and outboard motors bought in "
                "bulk];\n[drivers found through chat groups];\n[safe houses near borders];\n[bankers without a "
                "licence]",
            ),
        ),
    ),
    unit(
        "Fraud",
        "[To cut the losses caused by fraud over telephone, mail and internet], not least that committed by:\n"
        "[callers who claim to be police officers];\n[those who write in the name of a company’s own director];\n"
        "[sellers of securities that do not exist]",
    ),
    unit(
        "Environmental crime",
        "[To prosecute as organised crime what is done to nature for money], to wit:\n[the burying of hazardous waste "
        "in quarries and fields];\n[the felling of protected forest];\n[the trade in songbirds, eels and corals]",
    ),
    unit(
        "Firearms",
        "[To keep firearms out of the hands of criminals], looking in the first place at:\n[alarm pistols that have "
        "been drilled open];\n[parts sent by parcel post];\n[stocks left by past wars]",
    ),
)
UNITS = keyed(numbered(PRIORITIES, areas=""))
PARAGRAPHS = asked([later(one, -10) for one in ASKED_2051], first=None)


def _item(made_of: InkPaper, text: Text, level: int) -> None:
    """An item of a Word list, whose bullet LibreOffice takes from a symbol font."""
    paragraph = made_of.word.add_paragraph(style="List Bullet" if level == 1 else f"List Bullet {level}")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(6), 1.25
    for _ in made_of._runs(paragraph, text):
        pass


def _aims(made_of: InkPaper, inks: Inks, one: Keyed) -> None:
    for key, aim in one.aims:
        first, *rest = ink_lines(inks, key, aim.lines)
        _item(made_of, (first, "" if rest else "."), 1)
        for at, line in enumerate(rest, 1):
            _item(made_of, (line, "." if at == len(rest) else ""), 2)


def _write(inks: Inks) -> InkPaper:
    made_of = paper(COVER, DAY)
    made_of.annex()
    made_of.line("ANNEX", bold=True, underline=True, after=16)
    made_of.line("DRAFT COUNCIL CONCLUSIONS", bold=True, centred=True, after=16)
    made_of.line("THE COUNCIL OF THE EUROPEAN UNION,", after=10)
    for at in (1, 2, 4, 5, 8, 9):
        made_of.body(later(RECITALS_2037[at], 4), spacing=1.25)
    made_of.body(
        "AGREES that the following priorities, and the aims that stand below each of them, are common to all Member "
        "States in the EMPACT cycle 2041-2044:",
        spacing=1.25,
    )
    for one in UNITS:
        label = inks(one.key, one.unit.label)
        made_of.line((f"Priority {one.unit.number} – ", label), bold=True, before=8, after=6, keep=True)
        _aims(made_of, inks, one)
        for area in one.areas:
            made_of.line(inks(area.key, area.unit.label), underline=True, before=2, after=6, keep=True)
            _aims(made_of, inks, area)
    made_of.line("The Council accordingly:", before=14, after=8, keep=True)
    for request in PARAGRAPHS:
        made_of.body(inks(request.key, request.paragraph.text), spacing=1.25, after=6)
        for depth, _, ink in ink_points(inks, request.key, request.paragraph.points, ("•", "•")):
            _item(made_of, ink, depth + 1)
    return made_of


def _produce(inks: Inks, pdf: Path) -> None:
    save(_write(inks), pdf)


def main() -> None:
    """Set the paper and write its gold."""
    document = council_document(
        COVER.number, TITLE, "2041-04-30", cycle="2041-2044", marking="LIMITE", subject_codes=list(COVER.codes)
    )
    write_conclusions(made(PDF, _produce), document, UNITS, PARAGRAPHS)


if __name__ == "__main__":
    main()
