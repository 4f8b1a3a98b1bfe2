"""Content to records: by the reader of its kind; with what seems incomplete, and how probably each record is right."""

from dataclasses import replace

from corpus.lexicon import Lexicon
from corpus.records import Kind, Notice, Record
from extract.completeness import check
from extract.content import Content
from extract.cover import Cover
from extract.doubts import features_of
from extract.drafts import Draft, finished
from extract.readers.action_plan import read_action_plan
from extract.readers.conclusions import read_conclusions
from extract.readers.evaluation import read_evaluation
from extract.readers.results import read_results
from extract.readers.strategic_plan import read_strategic_plan
from extract.readers.threat_assessment import read_threats
from models.language import Language
from models.records import RecordModel


def read_records(
    kind: Kind,
    content: Content,
    cover: Cover,
    identity: str,
    language: Language,
    lexicon: Lexicon,
    *,
    judged: bool = True,
) -> tuple[tuple[Record, ...], tuple[Notice, ...]]:
    """All records of a paper, and what a reader should check.

    Args:
        kind: of the paper.
        content: what it holds.
        cover: what its front says.
        identity: the document's id.
        language: the parser of sentences.
        lexicon: word lists.
        judged: confidence by the model; as the readers themselves tell it if not.
    """
    drafts: list[Draft] = []
    notices: tuple[Notice, ...] = ()
    if kind in ("council_conclusions", "web_page"):
        drafts = read_conclusions(content, language, lexicon)
    elif kind == "operational_action_plan":
        drafts = read_action_plan(content, cover, lexicon)
    elif kind == "results":
        drafts, notices = read_results(content, cover, language, lexicon)
    elif kind == "evaluation":
        drafts = read_evaluation(content, cover, lexicon)
    elif kind == "strategic_plan":
        drafts = read_strategic_plan(content, cover)
    elif kind == "threat_assessment":
        drafts = read_threats(content, lexicon)
    records = finished(drafts, identity)
    notices = (*notices, *check(kind, records, content))
    model = RecordModel.load() if judged else None
    if model is not None:
        sure = model.probabilities(features_of(kind, records, content))
        records = tuple(replace(r, confidence=round(p, 3)) for r, p in zip(records, sure, strict=True))
    return records, notices
