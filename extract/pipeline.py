"""PDF to Extraction: the one function that most callers need."""

import hashlib
from pathlib import Path

from corpus.errors import FileOutcome
from corpus.lexicon import Lexicon, load_lexicon
from corpus.pages import Page
from corpus.records import Document, Extraction, document_id
from extract.content import read_content
from extract.cover import parse_cover
from extract.drafts import Draft, finished
from extract.kinds import kind_of
from extract.pdf import open_pdf
from extract.readers.action_plan import read_action_plan
from extract.readers.conclusions import read_conclusions
from models.language import Language


def extract(
    source: Path | bytes, name: str, *, language: Language | None = None, lexicon: Lexicon | None = None
) -> Extraction:
    """Read one PDF.

    Args:
        source: the file or its bytes.
        name: what the document is called, as `Document.source`.
        language: the parser of sentences; the shipped one if None.
        lexicon: word lists; the shipped ones if None.

    Raises:
        FileOutcome: the file is refused, or can't be read.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    language = language or Language()
    lexicon = lexicon or load_lexicon()
    digest = hashlib.sha256(data).hexdigest()
    with open_pdf(data) as pdf:
        facts = pdf.facts()
        pages: list[Page] = list(pdf.pages())
    content = read_content(facts, pages)
    cover = parse_cover(content)
    kind = kind_of(cover, content)
    identity = document_id(digest)
    drafts: list[Draft] = []
    if kind in ("council_conclusions", "web_page"):
        drafts = read_conclusions(content, language, lexicon)
    elif kind == "operational_action_plan":
        drafts = read_action_plan(content, cover, lexicon)
    document = Document(
        id=identity,
        sha256=digest,
        source=name,
        pages=facts.pages,
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
    return Extraction(document, finished(drafts, identity))


__all__ = ["FileOutcome", "extract"]
