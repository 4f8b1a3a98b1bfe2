"""Refusals before anything is kept: length here, markings in `extract.marks`. What is no PDF at all is refused where it is
opened (`extract.pdf`)."""

from corpus.errors import TooLarge

MOST_PAGES = 2_500


def check_length(pages: int, limit: int = MOST_PAGES) -> None:
    """Raises TooLarge where a document has more pages than are read."""
    if pages > limit:
        raise TooLarge(
            f"the document has {pages} pages; the limit is {limit}.", remedy="Raise max_pages, or split the file."
        )
