"""Imprints: who published a paper, when, and under which reference, where no front page says so."""

import pytest

from corpus.markings import Marking
from extract.imprint import imprint_of, organisation_named


@pytest.mark.parametrize(
    ("line", "issuer", "date", "reference", "marking"),
    [
        ("Published by Europol, April 2043. Europol Public Information.", "Europol", "2043-04", None, Marking.PUBLIC),
        ("Europol | May 2046 | Europol Public Information", "Europol", "2046-05", None, Marking.PUBLIC),
        ("14 June 2048 · Press release · Europol", "Europol", "2048-06-14", None, None),
        (
            "Published by the Criminal Police Directorate, 3 May 2051",
            "Criminal Police Directorate",
            "2051-05-03",
            None,
            None,
        ),
        ("Our ref: CAB/AB/9262a/2051", None, None, "CAB/AB/9262a/2051", None),
        ("Ref. NTA 2050-95206", None, None, "NTA 2050-95206", None),
    ],
)
def test_an_imprint_states_what_it_prints(
    line: str, issuer: str | None, date: str | None, reference: str | None, marking: Marking | None
) -> None:
    """Each part by itself; what is missing is None."""
    found = imprint_of(line)
    assert found is not None
    assert (found.issuer, found.date, found.reference, found.marking) == (issuer, date, reference, marking)


@pytest.mark.parametrize(
    "line",
    [
        "Europol received the data in April 2043.",
        "The reference was lost in 2043.",
        "The agency, which was founded in 1999, has published 40 reports on the matter since then, and it will go on.",
        "",
    ],
)
def test_a_sentence_is_no_imprint(line: str) -> None:
    """An institution that a text names published nothing."""
    found = imprint_of(line)
    assert found is None or (found.issuer, found.date, found.reference) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Criminal Police Directorate", "Criminal Police Directorate"),
        ("Ministry of the Interior", "Ministry of the Interior"),
        ("Bundeskriminalamt Wiesbaden", "Bundeskriminalamt Wiesbaden"),
        ("The police met in May.", None),
        ("National Threat Assessment", None),
        ("Office 365", None),
        ("Police", None),
    ],
)
def test_a_body_is_known_by_what_bodies_are_called(text: str, name: str | None) -> None:
    """A name in capitals initials with a word such as directorate; a sentence or a title is none."""
    assert organisation_named(text) == name
