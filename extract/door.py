"""Refusals before anything is kept: length and marking. What is no PDF at all is refused where it is opened (`extract.pdf`)."""

from corpus.errors import Restricted, TooLarge
from corpus.markings import Marking

MOST_PAGES = 2_500


def check_length(pages: int, limit: int = MOST_PAGES) -> None:
    """Raises TooLarge where a document has more pages than are read."""
    if pages > limit:
        raise TooLarge(
            f"the document has {pages} pages; the limit is {limit}.", remedy="Raise max_pages, or split the file."
        )


def check_marking(marking: Marking | None) -> None:
    """Raises Restricted where a document is EU classified information: it belongs in an accredited system."""
    if marking is not None and marking.is_classified:
        printed = marking.value.replace("_", " ")
        raise Restricted(
            f"marked {printed}: only its hash, size and this reason are kept.",
            remedy="Use a system that is accredited for it.",
            marking=marking.value,
        )
