"""zoo-conclusions-bullets: priorities as a bulleted list, "label – to …", whose riders are points of their own.

Areas are bullets within the bullet of their priority. A lead ("with a special focus on:") ends a line, its members
follow behind dashes, and "and" stands at the end of the last but one. Footnotes have no rule above them. An addendum.

Run: python -m tests.golden.layouts.make.conclusions_bullets (needs WeasyPrint)
"""

import datetime
from pathlib import Path

from corpus.sample.make.gold import GoldDocument
from tests.golden.layouts.make.conclusion_texts import ASKED_2041, RECITALS_2041, Paragraph, Point, unit
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import (
    Keyed,
    add_priorities,
    add_requests,
    asked,
    council_document,
    ink_lines,
    ink_points,
    keyed,
)
from tests.golden.layouts.make.web import block, by_weasyprint, cover_page, page_of, pages, span

PDF = zoo("conclusions-bullets")
TITLE = "Council conclusions setting the Union’s priorities against serious and organised crime for 2041 to 2044"
COVER = Cover(
    number="95105/41 ADD 1",
    place_and_date="Brussels, 3 June 2041",
    kind="ADDENDUM TO THE NOTE",
    rows=(
        ("From:", "Presidency"),
        ("To:", "Council"),
        ("No. prev. doc.:", "95088/41 + COR 1"),
        ("Subject:", TITLE),
    ),
    body=("Delegations will find attached the text on which the Presidency expects agreement on 6 June 2041.",),
    codes=("COSI 111", "ENFOPOL 310", "CRIMORG 84", "CORDROGUE 47", "ENV 530", "JAI 801"),
    marking="LIMITE",
    initials="ms/TK/ms",
    unit="JAI.1",
)

UNITS = keyed(
    (
        unit(
            "Networks that command others",
            "[to bring before a court the leaders of criminal networks{As defined in document 95012/41.} who tax "
            "or direct other groups], with a special focus on:\n[those who settle disputes by killings that they "
            "order from abroad];\n[those who hold stakes in ports, haulage firms or betting companies]; and\n"
            "[those who have bought the silence of public officials]",
        ),
        unit(
            "Drugs",
            areas=(
                unit(
                    "Cocaine, heroin and cannabis",
                    "[to seize wholesale loads of cocaine, heroin and cannabis resin], above all:\n[loads hidden "
                    "among fruit or frozen fish with the help of dock workers]; and\n[loads handed over at sea to "
                    "yachts and trawlers]",
                ),
                unit(
                    "Synthetic drugs",
                    "[to close laboratories in which amphetamine, MDMA or methamphetamine is made], not least by "
                    "[following deliveries of precursors, glassware and tablet presses]",
                ),
            ),
        ),
        unit(
            "Trafficking in human beings",
            "[to prosecute networks that exploit people in prostitution, labour or begging], particularly:\n"
            "[those that force children to steal or to carry drugs];\n[those that recruit through games, chats or "
            "sham employment agencies]; and\n[those that subcontract until nobody answers for wages]",
            "[to recognise and protect victims of trafficking at an early stage, whatever their right of "
            "residence], including [victims met in car washes, kitchens and greenhouses]",
        ),
        unit(
            "Environmental crime",
            "[to stop the illegal trade in waste, wildlife and timber], with due attention to:\n[scrap vehicles "
            "and batteries exported as used goods];\n[the capture of young eels, parrots and tortoises]; and\n"
            "[refrigerants outside the quota (incl. [gas refilled in unmarked cylinders])]",
        ),
        unit(
            "Crime against the economy",
            areas=(
                unit(
                    "Fraud by voice and message",
                    "[to break up call centres that deceive people out of their savings], in particular:\n[those "
                    "that imitate banks or the police]; and\n[those that make use of cloned voices]",
                ),
                unit("Missing trader fraud", "[to detect and stop chains of companies that make off with VAT]"),
                unit(
                    "Laundering of proceeds",
                    "[to put out of business those who launder money for others], such as:\n[informal value "
                    "transfer services{Hawala and the like.} used knowingly];\n[company agents and notaries]; "
                    "and\n[exchanges for crypto-assets that do not ask for a name]",
                    "[to confiscate more of what is frozen, and sooner]",
                ),
            ),
        ),
        unit(
            "Firearms",
            "[to cut off criminals from firearms and their parts], paying special regard to:\n[blank-firing "
            "weapons that have been rebuilt]; and\n[receivers printed or milled at home]",
        ),
    )
)
PARAGRAPHS = asked(
    (
        ASKED_2041[1],
        Paragraph(
            "INVITES the Commission and the High Representative:",
            "INVITES",
            ("Commission", "High Representative"),
            (
                Point(
                    "to raise with third countries of transit:",
                    (
                        Point("the training of harbour police;"),
                        Point("the surrender of fugitives, where no treaty stands in the way;"),
                    ),
                ),
                Point("to report on the answers in the first half of 2043;"),
                Point("to keep the Member States informed of visits by experts{Twice a year, in writing.}."),
            ),
        ),
        ASKED_2041[5],
        ASKED_2041[6],
        ASKED_2041[8],
        later(ASKED_2041[9], 0, aims_of_the_table="aims set out above"),
        ASKED_2041[12],
        ASKED_2041[14],
        ASKED_2041[13],
        ASKED_2041[16],
        ASKED_2041[17],
    ),
    first=2,
)

CSS = """
@footnote { border: none; margin-top: 4mm; }
::footnote-call { color: black; font-size: 65%; vertical-align: super; line-height: 0; }
p { text-align: justify; hyphens: none; }
.b0, .b1, .b2 { position: relative; margin-bottom: 0.45em; }
.b0 { margin-left: 7mm; } .b1 { margin-left: 14mm; } .b2 { margin-left: 21mm; }
.b0::before, .b1::before, .b2::before { position: absolute; left: -6mm; color: black; }
.b0::before { content: "•"; } .b1::before { content: "o"; font-family: "Liberation Mono"; }
.b2::before { content: "–"; }
.roman { margin-left: 21mm; text-indent: -6mm; margin-bottom: 0.45em; }
.n { margin-left: 9mm; text-indent: -9mm; }
.n > i { display: inline-block; width: 9mm; text-indent: 0; font-style: normal; }
"""


def _aims(inks: Inks, one: Keyed, depth: int, colon: str) -> str:
    """A label and its first aim in one bullet; riders that are points, and further aims, one step further in."""
    label = f"<b>{span(inks(one.key, one.unit.label))}</b>"
    if not one.aims:
        return f'<p class="b{depth}">{label}:</p>'
    found = ""
    for at, (key, aim) in enumerate(one.aims):
        first, *rest = ink_lines(inks, key, aim.lines)
        before = f"{label} – " if at == 0 else "and "
        end = "" if rest else colon
        found += f'<p class="b{depth}">{before}{span(first)}{end}</p>'
        for position, line in enumerate(rest, 1):
            found += f'<p class="b2">{span(line)}{colon if position == len(rest) else ""}</p>'
    return found


def _body(inks: Inks) -> str:
    parts = [
        cover_page(COVER),
        '<div class="annex"><p class="right"><u>ANNEX</u></p>',
        '<p class="centred"><b>COUNCIL CONCLUSIONS</b></p>',
        "<p>THE COUNCIL OF THE EUROPEAN UNION,</p>",
        *(block(RECITALS_2041[at]) for at in (0, 3, 7, 13)),
        '<p class="n"><i>1.</i>DECIDES that the work of the Member States under EMPACT in the cycle 2041-2044 has the '
        "following priorities:</p>",
    ]
    for one in UNITS:
        parts.append(_aims(inks, one, 0, ";" if one is not UNITS[-1] else "."))
        parts.extend(_aims(inks, area, 1, ";") for area in one.areas)
    for request in PARAGRAPHS:
        parts.append(f'<p class="n"><i>{request.number}.</i>{span(inks(request.key, request.paragraph.text))}</p>')
        for _depth, mark, ink in ink_points(inks, request.key, request.paragraph.points, ("–", "(i)")):
            parts.append(f'<p class="{"b1" if mark else "roman"}">{span(ink)}</p>')
    return "".join(parts) + "</div>"


def _produce(inks: Inks, pdf: Path) -> None:
    by_weasyprint(page_of(pages(COVER) + CSS, _body(inks), title=TITLE), pdf, datetime.date(2041, 6, 3))


def main() -> None:
    """Set the paper and write its gold."""
    measured = made(PDF, _produce)
    gold = GoldDocument(
        PDF,
        **council_document(
            COVER.number,
            TITLE,
            "2041-06-03",
            kind="council_conclusions",
            register_id="ST 95105 2041 ADD 1",
            cycle="2041-2044",
            marking="LIMITE",
            subject_codes=list(COVER.codes),
        ),
    )
    add_priorities(gold, measured, UNITS)
    add_requests(gold, measured, PARAGRAPHS)
    gold.write()


if __name__ == "__main__":
    main()
