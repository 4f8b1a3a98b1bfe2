"""PDF to Extraction: the one function that most callers need."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpus.lexicon import Lexicon, load_lexicon
from corpus.pages import Layout
from corpus.records import Document, Extraction, Paragraph, Record, document_id
from extract import door
from extract.content import Content
from extract.kinds import kind_of
from extract.marks import notices_of
from extract.papers import read_paper
from extract.paragraphs import read_paragraphs
from extract.records import read_records
from extract.scans.engines import DEFAULT, Setting
from extract.scans.legible import Legible
from extract.sequence import layout_of
from models.language import Language

_NO_LETTERS = re.compile(r"[\W_]+")


def extract(
    source: Path | bytes,
    name: str,
    *,
    language: Language | None = None,
    lexicon: Lexicon | None = None,
    max_pages: int = door.MOST_PAGES,
    ocr: Setting = DEFAULT,
    layout: bool = False,
) -> Extraction:
    """Read one PDF.

    Args:
        source: the file or its bytes.
        name: what the document is called, as `Document.source`.
        language: the parser of sentences; the shipped one if None.
        lexicon: word lists; the shipped ones if None.
        max_pages: a longer document is refused.
        ocr: what reads pages without usable text.
        layout: whether to say all blocks and tables too.

    Raises:
        FileOutcome: the file is refused, or can't be read.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    language = language or Language()
    lexicon = lexicon or load_lexicon()
    digest = hashlib.sha256(data).hexdigest()
    paper = read_paper(data, max_pages, ocr)
    legible, content, cover = paper.legible, paper.content, paper.cover
    kind = kind_of(cover, content)
    identity = document_id(digest)
    records, notices = read_records(kind, content, cover, identity, language, lexicon)
    document = Document(
        id=identity,
        sha256=digest,
        source=name,
        pages=content.facts.pages,
        title=cover.title,
        kind=kind,
        reference=cover.reference,
        register_id=cover.register_id,
        issuer=cover.issuer,
        date=cover.date,
        language=cover.language,
        cycle=cover.cycle,
        marking=cover.marking,
        subject_codes=cover.subject_codes,
    )
    paragraphs = read_paragraphs(content)
    return Extraction(
        document,
        tuple(_as_displayed(record, legible) for record in records),
        tuple(
            replace(notice, box=legible.place(notice.page, notice.box))
            for notice in (*notices_of(cover.marks), *notices)
        ),
        paragraphs=tuple(replace(p, spans=legible.places(p.spans)) for p in paragraphs),
        text_hash="" if legible.unread or paper.lost else _text_hash(paragraphs),
        degraded=legible.told(paper.lost),
        layout=_layout(content, legible) if layout else None,
    )


def _layout(content: Content, legible: Legible) -> Layout:
    """Blocks and tables with their places on the pages as displayed."""
    found = layout_of(content)
    blocks = (replace(block, box=legible.place(block.page, block.box) or block.box) for block in found.blocks)
    tables = (
        tuple(
            replace(row, places=tuple((page, legible.place(page, box) or box) for page, box in row.places))
            for row in rows
        )
        for rows in found.tables
    )
    return Layout(tuple(blocks), tuple(tables))


def _as_displayed(record: Record, legible: Legible) -> Record:
    """A record with its places on the pages as displayed; it is as sure as the letters that it was read from."""
    sure = legible.certainty_of(record.spans)
    return replace(record, spans=legible.places(record.spans), confidence=round(record.confidence * sure, 3))


def _text_hash(paragraphs: Sequence[Paragraph]) -> str:
    """A hash over the letters of the running text: copies of one paper have the same, whatever file holds them. Empty where
    there are none: two silent scans are not the same, and neither are two papers whose lost pages nobody has compared."""
    if not paragraphs:
        return ""
    digest = hashlib.sha256()
    for paragraph in paragraphs:
        digest.update(_NO_LETTERS.sub("", paragraph.text.casefold()).encode())
    return digest.hexdigest()
