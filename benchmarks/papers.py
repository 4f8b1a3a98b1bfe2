"""As many papers as are asked for, made by varying a small set: each says what no other says, and is read like any other."""

import random
from collections.abc import Sequence

from tests.pdfs import PdfPage, pdf_bytes

_WHO = (
    "The working party of customs officers", "A liaison officer of the agency", "The national contact point",
    "The management board", "The driver of the project", "A regional police service", "The coast guard",
    "The group of experts on documents", "The expert network for fuel fraud", "A joint team of investigators",
)  # fmt: skip
_DOES = (
    "collects", "compares", "reviews", "explains", "publishes", "translates", "examines", "summarizes", "orders",
    "gives back",
)  # fmt: skip
_WHAT = (
    "the lists of vessels that were stopped", "samples of forged stamps", "the course on recovering money",
    "requests for help from other states", "maps of the routes that carriers use", "questions that witnesses were asked",
    "invoices of companies that only exist on paper", "the budget for interpreters", "reports on seized vehicles",
    "photographs of hidden compartments",
)  # fmt: skip
_WHERE = (
    "in the ports of the north", "at the eastern land border", "along the river", "in parcel centers", "on market days",
    "at two airports", "in free zones", "on online platforms", "near the motorway", "in rented garages",
)  # fmt: skip


def paper(number: int) -> bytes:
    """One paper: a page of notes, a report of three pages, a paper with a ruled table or one with a list, in turns."""
    chance = random.Random(number)
    heading = f"Note {number} on the exchange of findings"
    match number % 4:
        case 0:
            pages = [_page(heading, _sentences(chance, number, 5))]
        case 1:
            pages = [_page(f"{heading}, part {part}", _sentences(chance, number, 5)) for part in (1, 2, 3)]
        case 2:
            pages = [_table(heading, chance, number)]
        case _:
            said = _sentences(chance, number, 6)
            items = [f"({letter}) {sentence}" for letter, sentence in zip("abcdef", said, strict=True)]
            pages = [_page(heading, items)]
    return pdf_bytes(pages, title=heading)


def _sentences(chance: random.Random, number: int, count: int) -> list[str]:
    def one(position: int) -> str:
        who, does, what, where = (chance.choice(words) for words in (_WHO, _DOES, _WHAT, _WHERE))
        return f"{who} {does} {what} {where} under file {number}-{position}."

    return [one(position) for position in range(count)]


def _page(heading: str, sentences: Sequence[str]) -> PdfPage:
    page = PdfPage().text(72, 780, heading, 16, bold=True)
    for position, sentence in enumerate(sentences):
        words = sentence.split()
        half = len(words) // 2
        page.lines(72, 740 - 32 * position, [" ".join(words[:half]), " ".join(words[half:])], 11, 13)
    return page


def _table(heading: str, chance: random.Random, number: int) -> PdfPage:
    page = PdfPage().text(72, 780, heading, 16, bold=True)
    rows = 7
    page.grid([72, 230, 380, 520], [740 - 40 * row for row in range(rows + 1)])
    for row in range(rows):
        cells = ("Who", "What", "Where")
        if row:
            cells = chance.choice(_WHO), chance.choice(_WHAT), f"file {number}-{row}"
        for x, cell in zip((76, 234, 384), cells, strict=True):
            words = cell.split()
            page.lines(x, 726 - 40 * row, [" ".join(words[:4]), " ".join(words[4:])], 9, 11)
    return page
