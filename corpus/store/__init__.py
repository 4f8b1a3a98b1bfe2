"""The only door to the tables.

Reading needs a clearance: ``with store.seen_by(clearance) as view``. Writing needs an actor: ``with store.writing(actor)
as writer``.
"""

from corpus.store.connection import FILE, Store
from corpus.store.view import View
from corpus.store.writer import Writer

__all__ = ["FILE", "Store", "View", "Writer"]
