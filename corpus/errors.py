"""The tree of errors: what went wrong, what to do about it, and how each face says so.

::

    AimtraceError                exit 1
    ├── UsageError               exit 2   the request can't be carried out as it was made
    │   ├── MalformedNumber               not a Council number
    │   ├── PathMissing                   no such file or folder
    │   ├── NothingToRead                 a folder without PDFs, a file that is none
    │   └── BadSetting                    a setting or option of the wrong form
    ├── Refusal                  exit 3   a file that is not kept, by a rule
    │   ├── NotAPdf, Encrypted, Corrupt, TooLarge, Empty, Restricted
    ├── Failure                  exit 3   an attempt that broke off and may be made again
    │   ├── TimedOut, Crashed
    ├── NotHeld                  exit 1   no such document or record (or none that the caller may see)
    ├── StoreError               exit 1
    │   ├── HomeUnusable, StoreCorrupt, StoreForeign
    ├── GenerationError          exit 1   the derived files and the store disagree
    ├── ModelError               exit 1
    │   ├── ModelMissing, ModelAltered
    └── SourceError              exit 1   an official document can't be fetched

A message names the file or value and what was found; the remedy is something the reader can do now. Neither ever
holds words of a document: both reach logs and reports that people without clearance read.
"""

from typing import ClassVar


class AimtraceError(Exception):
    """Something that a user can be told in one line.

    Args:
        problem: what was wrong, with the file or value.
        remedy: what to do about it; empty where nothing can be done.
    """

    exit_code: ClassVar[int] = 1
    problem_type: ClassVar[str] = "failure"

    def __init__(self, problem: str, *, remedy: str = "") -> None:
        super().__init__(f"{problem} {remedy}".strip())
        self.problem = problem
        self.remedy = remedy

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with the remedy: an error crosses from the worker that met it."""
        return _rebuilt, (type(self), self.problem, self.remedy)


def _rebuilt(kind: type[AimtraceError], problem: str, remedy: str) -> AimtraceError:
    return kind(problem, remedy=remedy)


class UsageError(AimtraceError):
    """The request can't be carried out as it was made."""

    exit_code = 2
    problem_type = "usage"


class MalformedNumber(UsageError):
    """Not a Council number in any of its forms."""

    problem_type = "malformed-number"


class PathMissing(UsageError):
    """A path that does not exist."""

    problem_type = "path-missing"


class NothingToRead(UsageError):
    """Paths that hold no PDF."""

    problem_type = "nothing-to-read"


class BadSetting(UsageError):
    """A setting, profile or option of the wrong form."""

    problem_type = "bad-setting"


class FileOutcome(AimtraceError):
    """A file that does not become a document; `outcome_class` is the class of the ingest report."""

    exit_code = 3
    outcome_class: ClassVar[str] = "crash"
    seconds: float = 0.0  # that the attempt took, where whoever ended it knows


class Refusal(FileOutcome):
    """A file that is not kept, by a rule."""

    problem_type = "refused"


class NotAPdf(Refusal):
    """The bytes are not those of a PDF."""

    outcome_class = "not_a_pdf"


class Encrypted(Refusal):
    """A password is needed, and the empty one does not open it."""

    outcome_class = "encrypted"


class Corrupt(Refusal):
    """A PDF that no reader opens."""

    outcome_class = "corrupt"


class TooLarge(Refusal):
    """More bytes, pages or characters than the settings allow."""

    outcome_class = "too_large"


class Empty(Refusal):
    """No bytes, or no pages."""

    outcome_class = "empty"


class Restricted(Refusal):
    """A marking that may not enter this system.

    Args:
        marking: the contract's name of the marking, kept in the report.
    """

    outcome_class = "restricted"

    def __init__(self, problem: str, *, remedy: str = "", marking: str | None = None) -> None:
        super().__init__(problem, remedy=remedy)
        self.marking = marking

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt_restricted, (self.problem, self.remedy, self.marking)


def _rebuilt_restricted(problem: str, remedy: str, marking: str | None) -> Restricted:
    return Restricted(problem, remedy=remedy, marking=marking)


class Failure(FileOutcome):
    """An attempt that broke off; it may be made again."""

    problem_type = "failed"


class TimedOut(Failure):
    """Reading took longer than the settings allow."""

    outcome_class = "timeout"


class Crashed(Failure):
    """The reader ended without an answer."""

    outcome_class = "crash"


class NotHeld(AimtraceError):
    """No such document or record, or none that the caller may see: the two are answered alike."""

    problem_type = "not-held"


class StoreError(AimtraceError):
    """The store can't be used."""

    problem_type = "store"


class HomeUnusable(StoreError):
    """The data folder can't be made, read or written."""


class StoreCorrupt(StoreError):
    """The database file is damaged."""


class StoreForeign(StoreError):
    """The database was made by a newer version, or by another program."""


class GenerationError(AimtraceError):
    """The derived files (vectors, words) are missing, torn or behind the store."""

    problem_type = "generation"


class ModelError(AimtraceError):
    """A model can't be used."""

    problem_type = "model"


class ModelMissing(ModelError):
    """A model that is named in the settings is not there."""


class ModelAltered(ModelError):
    """Weights whose hash is not the one that was written down."""


class SourceError(AimtraceError):
    """An official document can't be fetched, or is not what the manifest says."""

    problem_type = "source"
