"""aimtrace: from the EU's crime-priority PDFs to records that can be searched, linked and checked.

The public names load on first use: ``from aimtrace import extract``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from api.operations.ask import ask
    from api.operations.ingest import ingest
    from api.operations.workspace import Workspace
    from corpus.errors import AimtraceError
    from corpus.records import Document, Extraction, Hit, Pair, Record
    from extract.pipeline import extract

__version__ = "0.1.0"

_WHERE = {
    "AimtraceError": "corpus.errors",
    "Document": "corpus.records",
    "Extraction": "corpus.records",
    "Hit": "corpus.records",
    "Pair": "corpus.records",
    "Record": "corpus.records",
    "Workspace": "api.operations.workspace",
    "ask": "api.operations.ask",
    "extract": "extract.pipeline",
    "ingest": "api.operations.ingest",
}
__all__ = [
    "AimtraceError",
    "Document",
    "Extraction",
    "Hit",
    "Pair",
    "Record",
    "Workspace",
    "__version__",
    "ask",
    "extract",
    "ingest",
]


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        return getattr(import_module(_WHERE[name]), name)
    raise AttributeError(f"module 'aimtrace' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
