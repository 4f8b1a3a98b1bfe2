"""Gold measured in the finished PDF: a record's words are looked up among the letters of each page.

A maker knows the words of every record, since it wrote them, but not where the typesetter put them. ``Finished`` reads
the PDF back as one stream of letters a page, without what line breaks and hyphenation change (spaces, hyphens, soft
hyphens, ligatures, case), so that a record is found as it was typed. ``GoldDocument`` collects records and writes them
in the shape of a gold file.

>>> letters("Co-leader:\\u00a0Of\\ufb01ce \\u00adof")
'coleader:officeof'
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pdfplumber

Place = tuple[tuple[int, int, int], ...]
"""Pieces ``(page, start, end)`` of a text: pages from 1, offsets into the page's letters, end exclusive."""

Span = dict[str, object]

_DROPPED = frozenset("-\u2010\u2011\u00ad\u200b\u2060\ufeff")
# Pieces shorter than this are too common to be taken for the two halves of a text that a float parts on one page.
_LEAST_PIECE = 12


def letters(text: str) -> str:
    """The letters that find a text again, however it was broken into lines: no spaces, hyphens, ligatures, capitals."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(letter for letter in folded if not letter.isspace() and letter not in _DROPPED)


def _word_ends(text: str) -> list[int]:
    """Offsets into the letters of a text after which a line may end at a space or a hyphen, rising."""
    ends: list[int] = []
    count = 0
    for letter in unicodedata.normalize("NFKC", text).lower():
        if letter.isspace() or letter in _DROPPED:
            if count and (not ends or ends[-1] != count):
                ends.append(count)
        else:
            count += 1
    return [end for end in ends if end < count]


class Finished:
    """A finished PDF as a stream of letters for each page, each letter with its box.

    ``mark_size_pt``: digits set smaller than this are footnote marks and are left out, since gold texts have none.
    """

    def __init__(self, pdf: Path, *, mark_size_pt: float = 0.0) -> None:
        self.pdf = pdf
        self._letters: list[str] = []
        self._boxes: list[list[tuple[float, float, float, float]]] = []
        with pdfplumber.open(pdf) as opened:
            for page in opened.pages:
                stream, boxes = [], []
                for char in page.chars:
                    if char["text"].isdigit() and char["size"] < mark_size_pt:
                        continue
                    for letter in letters(char["text"]):
                        stream.append(letter)
                        boxes.append((char["x0"], char["top"], char["x1"], char["bottom"]))
                self._letters.append("".join(stream))
                self._boxes.append(boxes)
                page.close()

    @property
    def pages(self) -> int:
        return len(self._letters)

    def letters_of(self, place: Place) -> str:
        """What stands at a place, as letters: for checks."""
        return "".join(self._letters[page - 1][start:end] for page, start, end in place)

    def find(self, text: str, *, page: int = 1, at: int = 0, last: int | None = None) -> Place:
        """The first place of a text from letter ``at`` of ``page`` on, over page breaks where it must be.

        Raises:
            LookupError: the text stands nowhere up to page ``last`` (the document's last, unless given).
        """
        needle = letters(text)
        last = min(last or self.pages, self.pages)
        for number in range(page, last + 1):
            begin = at if number == page else 0
            start = self._letters[number - 1].find(needle, begin)
            if needle and start >= 0:
                return ((number, start, start + len(needle)),)
            # A text that stands whole on the next page does not begin with the last word of this one.
            if number < last and needle in self._letters[number]:
                continue
            broken = self._broken(text, needle, number, begin, last)
            if broken:
                return broken
        raise LookupError(f"{self.pdf.name}: from page {page} on there is no {text[:70]!r}")

    def _broken(self, text: str, needle: str, page: int, begin: int, last: int) -> Place | None:
        """A text in pieces: a part on this page, the rest on the next; failing that, parted by a float on one page."""
        at_words = _word_ends(text)
        inside_words = [cut for cut in range(1, len(needle)) if cut not in set(at_words)]
        for cuts in (at_words, inside_words):
            for cut in reversed(cuts):
                start = self._letters[page - 1].find(needle[:cut], begin)
                if start < 0:
                    continue
                rest = self._continued(needle[cut:], page + 1, last)
                if rest:
                    return ((page, start, start + cut), *rest)
                after = self._letters[page - 1].find(needle[cut:], start + cut)
                if after >= 0 and min(cut, len(needle) - cut) >= _LEAST_PIECE:
                    return ((page, start, start + cut), (page, after, after + len(needle) - cut))
        return None

    def _continued(self, needle: str, page: int, last: int) -> Place | None:
        """The rest of a text that began on the page before: whole on this page, or over one more break."""
        if page > last:
            return None
        start = self._letters[page - 1].find(needle)
        if start >= 0:
            return ((page, start, start + len(needle)),)
        for cut in range(len(needle) - 1, _LEAST_PIECE, -1):
            start = self._letters[page - 1].find(needle[:cut])
            rest = self._continued(needle[cut:], page + 1, last) if start >= 0 else None
            if rest:
                return ((page, start, start + cut), *rest)
        return None

    def spans(self, place: Place) -> list[Span]:
        """Pages and boxes of a place: points, origin top left; a box for each column that a piece runs through."""
        found: list[Span] = []
        for page, start, end in place:
            for block in _blocks(self._boxes[page - 1][start:end]):
                box = (
                    min(x0 for x0, _, _, _ in block),
                    min(top for _, top, _, _ in block),
                    max(x1 for _, _, x1, _ in block),
                    max(bottom for _, _, _, bottom in block),
                )
                found.append({"page": page, "bbox": [round(edge, 1) for edge in box]})
        return found


def _blocks(boxes: Iterable[tuple[float, float, float, float]]) -> Iterator[list[tuple[float, float, float, float]]]:
    """Boxes of consecutive letters, parted where reading goes up by more than two lines: there a new column begins."""
    block: list[tuple[float, float, float, float]] = []
    for box in boxes:
        if block and box[3] < block[-1][1] - 2 * (box[3] - box[1]):
            yield block
            block = []
        block.append(box)
    if block:
        yield block


def part(place: Place, whole: str, words: str, *, nth: int = 1) -> Place:
    """Where ``words`` stands within ``whole``, whose place is known.

    ``nth`` says which occurrence is meant; one that begins and ends with whole words is counted before any other.

    Raises:
        LookupError: it does not stand there so often.
    """
    stream, needle = letters(whole), letters(words)
    bounds = {0, len(stream), *_word_ends(whole)}
    starts = [hit.start() for hit in re.finditer(f"(?={re.escape(needle)})", stream)] if needle else []
    starts.sort(key=lambda start: (start not in bounds, start))
    if len(starts) < nth:
        raise LookupError(f"{words!r} stands {len(starts)} times in {whole[:70]!r}")
    begin, end = starts[nth - 1], starts[nth - 1] + len(needle)
    pieces, passed = [], 0
    for page, start, stop in place:
        low, high = max(begin, passed), min(end, passed + stop - start)
        if low < high:
            pieces.append((page, start + low - passed, start + high - passed))
        passed += stop - start
    return tuple(pieces)


_DOCUMENT_KEYS = (
    "title",
    "kind",
    "reference",
    "register_id",
    "issuer",
    "date",
    "language",
    "cycle",
    "marking",
    "subject_codes",
)


class GoldDocument:
    """Records of one PDF, in the shape of a gold file. What the document does not state stays ``None``."""

    def __init__(self, pdf: Path, **document: object) -> None:
        unknown = sorted(document.keys() - set(_DOCUMENT_KEYS))
        if unknown:
            raise TypeError(f"no fields of a document: {', '.join(unknown)}. Known: {', '.join(_DOCUMENT_KEYS)}")
        with pdfplumber.open(pdf) as opened:
            pages = len(opened.pages)
        self.pdf = pdf
        self.records: list[dict[str, Any]] = []
        self.document: dict[str, Any] = {
            "id": pdf.stem,
            "sha256": hashlib.sha256(pdf.read_bytes()).hexdigest(),
            "source": pdf.name,
            "pages": pages,
            **{key: document.get(key) for key in _DOCUMENT_KEYS},
        }
        self.document["subject_codes"] = document.get("subject_codes") or []
        printed = re.fullmatch(r"(\d+)/(\d\d)", str(document.get("reference")))
        if printed and "register_id" not in document:
            self.document["register_id"] = f"ST {printed[1]} 20{printed[2]} INIT"

    def add(
        self,
        id: str,
        type: str,
        text: str,
        spans: list[Span],
        *,
        number: str | None = None,
        title: str | None = None,
        parent: str | None = None,
        **fields: object,
    ) -> str:
        """Add one record; its id comes back, to be the parent of others."""
        if any(record["id"] == id for record in self.records):
            raise ValueError(f"two records {id!r} in {self.pdf.name}")
        self.records.append(
            {
                "id": id,
                "type": type,
                "number": number,
                "title": title,
                "text": text,
                "parent": parent,
                "fields": fields,
                "confidence": 1.0,
                "spans": spans,
            }
        )
        return id

    def write(self) -> Path:
        """Write ``<stem>.gold.json`` beside the PDF."""
        path = self.pdf.with_name(f"{self.pdf.stem}.gold.json")
        path.write_text(pretty({"schema": 1, "document": self.document, "records": self.records, "warnings": []}))
        return path


def pretty(value: object) -> str:
    """JSON that reads well in a diff: lists of numbers and of short strings stay on one line."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    flat = r'(?:"(?:[^"\\]|\\.)*"|-?[\d.]+)'
    lists = re.compile(rf"\[\s+({flat}(?:,\s+{flat})*)\s+\]")
    return lists.sub(lambda found: "[" + re.sub(r",\n\s+", ", ", found[1]) + "]", text) + "\n"
