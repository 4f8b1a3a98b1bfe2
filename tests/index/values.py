"""Values that tests of the index build upon."""

from corpus.records import Document


def a_document(identity: str = "d" * 16) -> Document:
    return Document(id=identity, sha256=identity * 4, source="a.pdf", pages=1, kind="other", title="A paper")
