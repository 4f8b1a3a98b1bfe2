"""Files to extractions, side by side, without a data folder."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from api.operations.files import File, check_bounds
from api.operations.limits import Limits
from corpus.errors import FileOutcome
from extract.batch import AHEAD, Planned, open_workers, read_in_order
from extract.own_profiles import Texts
from extract.reading import Job, Reading


def extract_files(
    files: Sequence[File],
    limits: Limits,
    *,
    options: Mapping[str, Any] | None = None,
    cluster: str | None = None,
    profiles: Texts = (),
) -> Iterator[tuple[File, Reading]]:
    """What each file says, or why it says nothing, in the order of the files.

    Args:
        files: as `find_files` gives them.
        limits: what one may cost, and how many are read at a time.
        options: of `extract.pipeline.extract`, by name.
        cluster: the address of a Dask scheduler; None for this machine.
        profiles: what a user's files add to the words of profiles.
    """
    given = {"max_pages": limits.pages, "ocr": limits.ocr, **(options or {})}

    def plan() -> Iterator[Planned[tuple[File, FileOutcome | None]]]:
        for file in files:
            try:
                check_bounds(file.path, limits)
            except FileOutcome as exc:
                yield Planned((file, exc))
            else:
                yield Planned((file, None), Job(file.path, file.name, options=given, profiles=profiles))

    with open_workers(limits.jobs, limits.seconds, limits.memory_bytes, cluster) as workers:
        for (file, error), reading in read_in_order(plan(), workers, ahead=AHEAD * workers.jobs):
            yield file, reading or Reading(None, error)
