"""The markings of a document, which of them is in force, and whether it was given to the public later.

The strictest one counts. A paper of limited distribution that bears a dated stamp of its release is public, though its
footers still say LIMITE; a classification is never lifted by a stamp. Of handling codes and national classifications the
door hears too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.errors import Restricted
from corpus.geometry import Box
from corpus.markings import Marking, strictest
from corpus.records import Notice
from extract.content import Content
from extract.dates import date_of
from extract.mark_places import Place, Where, marking_places
from extract.marking_words import Sort, Stated, marking_of, released_in, stated_in, stated_in_furniture
from extract.periods import periods

_NEAR_PT = 60.0  # from the word PUBLIC to the rest of its stamp
_MOST_WORDS = 30  # of a line that says when a paper was made public


@dataclass(frozen=True, slots=True)
class Release:
    """That the paper was given to the public: the whole of it or a part, and when (ISO; None where no date is stated)."""

    date: str | None
    is_partial: bool
    page: int
    box: Box | None


@dataclass(frozen=True, slots=True)
class Marks:
    """What marks a document.

    `marking` is in force; `printed` is the strictest one that is printed anywhere. `refused` is what forbids to keep the
    document: a classification, a handling code. `sharing` are other limits, which a person has to judge.
    """

    marking: Marking | None = None
    printed: Marking | None = None
    refused: Stated | None = None
    release: Release | None = None
    sharing: tuple[tuple[str, int, Box | None], ...] = ()


def read_marks(content: Content, head_ends: float | None = None) -> Marks:
    """The markings of a document.

    Args:
        content: of the document.
        head_ends: how far the head of its front page reaches, in points from the top; None where it has no labels.
    """
    places = [place for place in marking_places(content, head_ends) if place.text]
    found = list(_found(places))
    refusing = [stated for stated, _ in found if stated.refuses]
    printed = marking_of(stated for stated, _ in found)
    first = content.pages[0].number if content.pages else 1
    release = _release(places, found, first)
    sharing: dict[str, tuple[str, int, Box | None]] = {}
    for stated, place in found:
        if stated.sort is Sort.SHARING:
            sharing.setdefault(stated.words, (stated.words, place.page, place.box))
    return Marks(
        _in_force(printed, found, release, first),
        printed,
        max(refusing, key=_strictness) if refusing else None,
        release,
        tuple(sharing.values()),
    )


def with_imprint(marks: Marks, stated: Marking | None) -> Marks:
    """The marks of a document whose imprint states a marking: it counts where nothing else does, or where it is classified."""
    if stated is None or (marks.marking is not None and not stated.is_classified):
        return marks
    marking = strictest([marks.marking, stated])
    refused = Stated(Sort.EU, stated, _name(stated)) if stated.is_classified else None
    return replace(marks, marking=marking, printed=strictest([marks.printed, stated]), refused=marks.refused or refused)


def check_marks(marks: Marks) -> None:
    """Raises Restricted where a document may not be kept: it is classified, or operational information."""
    stated = marks.refused
    if stated is None:
        return
    if stated.level is None:
        raise Restricted(
            f"it bears the {stated.words}: operational information. Only its hash, size and this reason are kept.",
            remedy="Keep it in the system that it was exchanged in.",
        )
    printed = stated.level.value.replace("_", " ")
    if stated.sort is Sort.NATIONAL:
        printed = f"{stated.words}, a national classification at the level of {printed}"
    raise Restricted(
        f"marked {printed}: only its hash, size and this reason are kept.",
        remedy="Use a system that is accredited for it.",
        marking=stated.level.value,
    )


def notices_of(marks: Marks) -> tuple[Notice, ...]:
    """What a reader should know of a document's markings."""
    return tuple(_notices(marks))


def _notices(marks: Marks) -> Iterator[Notice]:
    release = marks.release
    if release is not None and marks.printed not in (None, Marking.PUBLIC):
        printed = marks.printed.value.replace("_", " ") if marks.printed else ""
        how = "made accessible to the public in part" if release.is_partial else "made public"
        if release.date is not None:
            message = f"Marked {printed}, and {how} on {release.date}: it is held as {_name(marks.marking)}."
            yield Notice("released_in_part" if release.is_partial else "released", message, release.page, release.box)
        else:
            message = (
                f"Marked {printed}, and stamped as {how} without a date: {printed} stays in force. Check the stamp."
            )
            yield Notice("release_without_date", message, release.page, release.box)
    for words, page, box in marks.sharing:
        yield Notice("sharing_limit", f"Bears {words}: check who may see it.", page, box)


def _name(marking: Marking | None) -> str:
    return "unmarked" if marking is None else marking.value.replace("_", " ")


def _strictness(stated: Stated) -> tuple[int, bool]:
    return (-1 if stated.level is None else stated.level.rank, stated.sort is Sort.EU)


def _found(places: Sequence[Place]) -> Iterator[tuple[Stated, Place]]:
    """What places state, those aside that stand in a list of levels: a paper bears one classification."""
    known: dict[tuple[str, bool], tuple[Stated, ...]] = {}  # the same footer stands on every page
    stated = []
    for place in places:
        key = place.text, place.where is Where.RUNNING
        if key not in known:
            known[key] = _stated(place)
        stated.append((place, known[key]))
    lists = [place for place, found in stated if len({one.level for one in found if one.refuses}) > 1]
    for place, found in stated:
        if not any(_is_within(place, other) for other in lists):
            yield from ((one, place) for one in found)


def _is_within(place: Place, other: Place) -> bool:
    if place.page != other.page or place.box is None or other.box is None:
        return place is other
    return other.box.grown(1).holds(place.box)


def _stated(place: Place) -> tuple[Stated, ...]:
    return stated_in_furniture(place.text) if place.where is Where.RUNNING else stated_in(place.text)


def _in_force(
    printed: Marking | None, found: Sequence[tuple[Stated, Place]], release: Release | None, first: int
) -> Marking | None:
    """The strictest marking, unless it limits distribution alone and was lifted."""
    if printed is None or printed.is_classified or printed is Marking.PUBLIC:
        return printed
    if release is not None and release.date is not None:
        return Marking.PUBLIC
    told = any(stated.releases and place.page == first for stated, place in found)
    if printed is Marking.EUROPOL_BPL and told:
        return Marking.PUBLIC
    return printed


# --- release ---------------------------------------------------------------------------------------------------------


def _release(places: Sequence[Place], found: Sequence[tuple[Stated, Place]], first: int) -> Release | None:
    """The release that the first page tells of: in words, or by a stamp PUBLIC with a date."""
    on_first = [place for place in places if place.page == first]
    told = [
        (released, place)
        for place in on_first
        if len(place.text.split()) <= _MOST_WORDS and (released := released_in(place.text)) is not None
    ]
    stamps = [p for stated, p in found if stated.level is Marking.PUBLIC and not stated.releases and p.page == first]
    if told:
        is_partial = any(released.is_partial for released, _ in told)
        chosen = [place for released, place in told if released.is_partial == is_partial]
        date = next((date for place in chosen if (date := _date_in(place.text))), None) or _date_near(chosen, on_first)
        return Release(date, is_partial, chosen[0].page, chosen[0].box)
    if stamps:
        date = next((date for place in stamps if (date := _date_in(place.text))), None) or _date_near(stamps, on_first)
        return Release(date, False, stamps[0].page, stamps[0].box)
    return None


def _date_near(stamps: Iterable[Place], places: Iterable[Place]) -> str | None:
    """The date on another line of a stamp."""
    near = [
        place
        for place in places
        if place.where is Where.STAMP
        and any(s.box is None or place.box is None or s.box.grown(_NEAR_PT).intersection(place.box) for s in stamps)
    ]
    return next((date for place in near if (date := _date_in(place.text))), None)


def _date_in(text: str) -> str | None:
    """The first day in a text, as ISO."""
    for period in periods(re.sub(r"[()\[\]]", " ", text)):
        date = date_of(period.text)
        if date is not None and len(date) == 10:
            return date
    return None
