"""The front page and the furniture: number, date, subject, codes, marking.

Labels and values stand in columns without rules, so rows are cut into segments at wide gaps and read by place. What a
front page does not state is None.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile

from corpus.errors import MalformedNumber
from corpus.geometry import Box, hull
from corpus.identifiers import CouncilNumber
from corpus.markings import Marking
from corpus.pages import Line, Role, Word
from extract.content import Content
from extract.cycles import cycle_of
from extract.dates import date_of
from extract.imprint import Imprint, organisation_named, read_imprint
from extract.laid import laid
from extract.languages import language_of
from extract.lines import words_text
from extract.marks import Marks, read_marks, with_imprint
from extract.numbers import is_figure
from extract.profile import load_profile
from extract.serials import title_in_serial
from extract.styles import body_style, style_of

_NUMBER = re.compile(r"\d{3,5}(?:/\d{1,2})?/\d{2}(?: REV ?\d{1,2})?(?: ADD ?\d{1,2})?(?: COR ?\d{1,2})?(?: (?:INIT))?")
_SERIES = re.compile(
    r"(?P<series>PE-CONS|SN|CM|DS|WK|XT|ERAC|ST) (?P<number>\d{1,5}(?:/\d{1,2})?/\d{2,4})"
    r"(?P<rest>(?: (?:REV|ADD|COR) ?\d{1,2})*)(?: INIT)?"
)
_SUFFIX = re.compile(r"(?:REV|ADD|COR) ?\d{1,2}(?: (?:ADD|COR) ?\d{1,2})*")
_EDOC = re.compile(r"EDOC ?#? ?\d{6,8}(?:-?[vV]\d+[A-Z]?)?")
_CODE = re.compile(r"[A-Z][A-Z()/-]{1,14} \d{1,5}")
_FIRST_PAGES = 3
_LONG = 200  # letters of a paragraph
_MOST_DATES = 4  # a front page states one or two; more are those of a list


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one row without a wide gap between them."""

    text: str
    box: Box
    words: tuple[Word, ...]
    row: int


@dataclass(frozen=True, slots=True)
class Cover:
    """What the front page and the furniture say; None is "not stated"."""

    title: str | None = None
    paper: str | None = None  # NOTE, REPORT …
    reference: str | None = None
    register_id: str | None = None
    issuer: str | None = None
    date: str | None = None
    language: str | None = None
    cycle: str | None = None
    marking: Marking | None = None
    subject_codes: tuple[str, ...] = ()
    has_labels: bool = False
    marks: Marks = field(default_factory=Marks, compare=False)  # what `marking` rests on


def parse_cover(content: Content) -> Cover:
    """Read the front page and the furniture of all pages."""
    rows = [_segments(line, number) for number, line in enumerate(content.cover)]
    labels = _labels(rows)
    first_label = min((segment.box.top for segment, _ in labels.values()), default=None)
    limit = first_label if first_label is not None else 0.6 * content.cover_size[1]
    head = [segment for row in rows for segment in row if segment.box.top < limit]
    everything = [segment for row in rows for segment in row]
    reference, register_id = _number(head) or _number_of_furniture(content) or _edoc(everything) or (None, None)
    issuer = _issuer(head) or _issuer(everything)
    is_council = issuer == "Council of the European Union"
    title = _subject(labels, rows, content) or title_in_serial(content, _largest(content))
    imprint = Imprint() if labels else read_imprint(content)
    marks = with_imprint(read_marks(content, first_label), imprint.marking)
    reference = reference or imprint.reference
    has_cover = bool(labels) or reference is not None or is_council or (content.facts.pages > 1 and _is_front(content))
    return Cover(
        title=title,
        paper=_paper(everything),
        reference=reference,
        register_id=register_id,
        issuer=imprint.issuer or (issuer if has_cover else None) or _letterhead(content, reference) or _author(content),
        date=_date(head) or imprint.date or (_date(everything) if not labels and has_cover else None),
        language=language_of(content),
        cycle=cycle_of(title, content),
        marking=marks.marking,
        subject_codes=_codes(head) if is_council or labels else (),
        has_labels=bool(labels),
        marks=marks,
    )


# --- rows and segments ---------------------------------------------------------------------------------------------


def _segments(line: Line, row: int) -> list[Segment]:
    """Cut a row at gaps wider than words leave."""
    out: list[list[Word]] = []
    for word in line.words:
        if out and word.box.x0 - out[-1][-1].box.x1 <= max(9.0, 0.9 * word.font.size_pt):
            out[-1].append(word)
        else:
            out.append([word])
    return [Segment(words_text(ws), hull(w.box for w in ws), tuple(ws), row) for ws in out]


@cache
def _label_patterns() -> dict[str, re.Pattern[str]]:
    profile = load_profile("cover")
    patterns = {}
    for fact, by_language in profile["labels"].items():
        names = sorted({name for names in by_language.values() for name in names}, key=len, reverse=True)
        inner = "|".join(re.escape(name.rstrip(".")) + r"\.?" for name in names)
        patterns[fact] = re.compile(rf"(?:{inner})\s?:", re.IGNORECASE)
    return patterns


def _labels(rows: Sequence[Sequence[Segment]]) -> dict[str, tuple[Segment, int]]:
    """The labels From, To, Subject … by name: their segment and the length of the label in it."""
    found: dict[str, tuple[Segment, int]] = {}
    for row in rows:
        if not row:
            continue
        segment = row[0]
        for fact, pattern in _label_patterns().items():
            match = pattern.match(segment.text)
            if match and fact not in found:
                found[fact] = (segment, match.end())
                break
    # One label alone may be running text ("To: …"); a front page has at least its subject.
    return found if "subject" in found else {}


def _subject(labels: dict[str, tuple[Segment, int]], rows: Sequence[Sequence[Segment]], content: Content) -> str | None:
    """The value beside the label Subject, over all the lines that it takes."""
    if "subject" not in labels:
        return None
    label, length = labels["subject"]
    first = rows[label.row]
    words = [w for segment in first for w in segment.words]
    start, used = 0, 0
    for position, word in enumerate(words):
        used += len(word.text) + (0 if position == 0 else 1)
        if used >= length:
            start = position + 1
            break
    value = words[start:]
    following = rows[label.row + 1 :]
    if not value and following and following[0]:
        value = [w for segment in following[0] for w in segment.words]
        following = following[1:]
    if not value:
        return None
    left, size = value[0].box.x0, value[0].font.size_pt
    lines = [Line(1, tuple(value), hull(w.box for w in value))]
    rules = sorted(r for r in _separators(content) if r > lines[0].box.bottom - 2)
    for row in following:
        row_words = [w for segment in row for w in segment.words if w.box.x0 >= left - 4]
        outside = any(w.box.x0 < left - 4 for segment in row for w in segment.words)
        if outside or not row_words:
            break
        box = hull(w.box for w in row_words)
        if box.top - lines[-1].box.bottom > 1.1 * size or any(
            lines[-1].box.bottom - 2 < y < box.top + 2 for y in rules
        ):
            break
        if abs(row_words[0].font.size_pt - size) > 0.15 * size:
            break
        lines.append(Line(1, tuple(row_words), box))
    return laid(lines, content.spelling).text or None


def _separators(content: Content) -> Iterator[float]:
    """Heights of the long horizontal rules of the front page."""
    return (rule.box.center_y for rule in content.cover_rules if rule.is_horizontal and rule.box.width > 150)


# --- single facts --------------------------------------------------------------------------------------------------


def _number(segments: Sequence[Segment]) -> tuple[str, str] | None:
    """The Council's number: a segment of its own, with REV, ADD, COR on the same or the next lines."""
    for position, segment in enumerate(segments):
        text = " ".join(segment.text.split())
        series = _SERIES.fullmatch(text)
        if series and series["series"] != "ST":
            return text, _series_id(series)
        if not _NUMBER.fullmatch(text.removeprefix("ST ")):
            continue
        suffixes = [
            " ".join(other.text.split())
            for other in segments[position + 1 : position + 6]
            if abs(other.box.x0 - segment.box.x0) <= 6 and _SUFFIX.fullmatch(" ".join(other.text.split()))
        ]
        printed = " ".join([text, *(s for s in suffixes if s not in text)])
        try:
            return printed, str(CouncilNumber.parse(printed))
        except MalformedNumber:
            return printed, _lenient_id(printed)
    return None


def _series_id(match: re.Match[str]) -> str:
    serial, _, year = match["number"].rpartition("/")
    year = year if len(year) == 4 else f"20{year}"
    serial = serial.split("/")[0]
    return f"{match['series']} {serial} {year}{match['rest'] or ' INIT'}"


def _lenient_id(printed: str) -> str:
    """A number whose two revisions differ is printed as it stands; its register id keeps the outer one."""
    serial, year = printed.split("/")[0], re.search(r"/(\d{2})(?!\d|/)", printed)
    rest = re.search(r"(?:REV|ADD|COR).*$", printed)
    return f"ST {serial} 20{year.group(1) if year else '00'} {rest.group() if rest else 'INIT'}"


def _number_of_furniture(content: Content) -> tuple[str, str] | None:
    """The number with which the footers of Council papers begin, where the cover lost it."""
    for furniture in content.furniture.values():
        for line in furniture.footer:
            match = re.match(r"\d{3,5}(?:/\d{1,2})?/\d{2}(?: REV \d{1,2})?(?= |$)", words_text(line.words))
            if match:
                try:
                    return match.group(), str(CouncilNumber.parse(match.group()))
                except MalformedNumber:
                    return None
    return None


def _edoc(segments: Sequence[Segment]) -> tuple[str, None] | None:
    for segment in segments:
        match = _EDOC.search(segment.text)
        if match:
            return match.group(), None
    return None


def _issuer(segments: Sequence[Segment]) -> str | None:
    """The institution block: lines of their own, perhaps one below the other, at one left edge or around one middle."""
    candidates = [segment.text for segment in segments]
    for one in segments:
        for two in segments:
            below = 0 < two.box.top - one.box.top < 3 * one.words[0].font.size_pt
            if below and (abs(one.box.x0 - two.box.x0) < 4 or abs(one.box.center_x - two.box.center_x) < 4):
                candidates.append(f"{one.text} {two.text}")
    folded = [" ".join(text.casefold().replace("’", "'").split()) for text in candidates]
    best: tuple[int, str] | None = None
    for issuer in load_profile("cover")["issuer"]:
        for form in issuer["forms"]:
            for text in folded:
                whole = text == form.casefold()
                begins = text.startswith(form.casefold())
                if whole or begins:
                    rank = 2 if whole else 1
                    if best is None or rank > best[0]:
                        best = (rank, issuer["name"])
    return best[1] if best else None


def _letterhead(content: Content, reference: str | None) -> str | None:
    """The body that the first line of a front page names, above its title, where the page bears a reference."""
    first = next((block for block in content.blocks if block.lines and block.role is not Role.FIGURE_TEXT), None)
    if reference is None or first is None or first.page != 1 or first.role is Role.TITLE:
        return None
    return organisation_named(words_text(first.lines[0].words))


def _author(content: Content) -> str | None:
    """The institution with whose name the text of an act begins: "THE COUNCIL OF THE EUROPEAN UNION,"."""
    for block in content.blocks:
        if block.page > _FIRST_PAGES:
            return None
        text = block.text.strip(" ,:“\"'").casefold()
        if block.text.rstrip().endswith(",") and text.startswith("the "):
            for issuer in load_profile("cover")["issuer"]:
                if any(text == f"the {form.casefold()}" for form in issuer["forms"]):
                    return str(issuer["name"])
    return None


def _paper(segments: Sequence[Segment]) -> str | None:
    names = {_quoteless(name) for name in load_profile("cover")["types"]["names"]}
    return next((s.text for s in segments if _quoteless(s.text) in names), None)


def _quoteless(text: str) -> str:
    return re.sub(r"[^A-Z/ ]", "", text).strip()


def _date(segments: Sequence[Segment]) -> str | None:
    """A line that is a date, perhaps behind a place: "Brussels, 12 May 2031 (06.06)". Of many dates none is the page's."""
    found = list(dict.fromkeys(_dates(segments)))
    return found[0] if 0 < len(found) <= _MOST_DATES else None


def _dates(segments: Sequence[Segment]) -> Iterator[str]:
    for segment in segments:
        text = re.sub(r"\s*\((?:\d{2}\.\d{2}|OR\. ?\w{2}.*?)\)\s*$", "", segment.text, flags=re.IGNORECASE)
        tail = text.rsplit(", ", 1)[-1] if "," in text else text
        if len(text) <= 48 and not text.endswith(";"):
            for candidate in (text, tail, re.sub(r"^[A-ZÀ-Ý][\w'’ -]{2,20},? (?:le |den |the )?(?=\d)", "", text)):
                date = date_of(candidate.strip(" ."))
                if date is not None and len(date) >= 7 and date[:2] in ("19", "20"):
                    yield date
                    break


def _codes(segments: Sequence[Segment]) -> tuple[str, ...]:
    """Subject codes: capitals and a serial number, one a line or several in one."""
    excluded = set(load_profile("cover")["codes"]["not"])
    found: list[str] = []
    for text in (*(segment.text for segment in segments), *_columns(segments)):
        parts = _CODE.findall(text)
        rest = _CODE.sub("", text).strip(" ,;/")
        if parts and not rest:
            found += [p for p in parts if p.rsplit(" ", 1)[0] not in excluded and p not in found]
    return tuple(found)


def _columns(segments: Sequence[Segment]) -> Iterator[str]:
    """Segments one below the other at the same left edge as one text: codes in running lines break anywhere."""
    for position, segment in enumerate(segments):
        text, last = segment.text, segment
        for other in segments[position + 1 :]:
            close = other.box.top - last.box.bottom < 0.8 * last.words[0].font.size_pt
            if abs(other.box.x0 - segment.box.x0) <= 3 and close and other.row > last.row:
                text, last = f"{text} {other.text}", other
                yield text


def _largest(content: Content) -> str | None:
    """Without a subject the title is the largest type on the first page with words, nearest the top."""
    page = next((b.page for b in content.blocks if b.role not in (Role.FOOTNOTE, Role.FOOTER, Role.HEADER)), None)
    if any(table.places[0][0] < (page or 2) for table in content.tables):
        return _heading_of_tables(content)
    blocks = [b for b in content.blocks if b.page == page and b.lines and len(b.text) > 3]
    blocks = [b for b in blocks if sum(c.isalpha() for c in b.text) >= 4 and not is_figure(b.text)]
    title = next((b.text for b in blocks if b.role is Role.TITLE), None)
    if title is not None or not blocks:
        return title
    blocks = list(
        takewhile(lambda block: len(block.text) <= _LONG, blocks)
    )  # what stands behind text heads what follows
    body = body_style(content.blocks)
    blocks = [b for b in blocks if b.role is Role.HEADING or style_of(b).stands_out_from(body)]
    size = max((style_of(b).size_pt for b in blocks), default=0.0)
    chosen = next((b.text for b in blocks if style_of(b).size_pt >= size - 0.3), None)
    return chosen if chosen is not None and len(chosen) <= 300 else None


def _heading_of_tables(content: Content) -> str | None:
    """The title of a printed sheet: the line with most letters at the head of the first page, which each page repeats."""
    furniture = content.furniture.get(1)
    texts = [words_text(line.words) for line in furniture.header] if furniture else []
    return max(texts, key=lambda text: sum(c.isalpha() for c in text), default=None)


def _is_front(content: Content) -> bool:
    """Whether the first page is a front page of its own: few words on it."""
    words = sum(len(line.words) for line in content.cover)
    return words <= 90


def find_marking(content: Content) -> Marking | None:
    """The marking that is in force; a mention in running text is none."""
    return parse_cover(content).marking
