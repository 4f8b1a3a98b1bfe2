"""One file to read, and what became of it: whatever is wrong with the file is a value here, and nothing is raised."""

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from corpus.errors import AimtraceError, Crashed, FileOutcome, TooLarge
from corpus.lexicon import Lexicon, load_lexicon
from corpus.provenance import code_hash, joined
from corpus.records import Extraction
from extract.own_profiles import Texts
from extract.profile import profiles_hash, use_profiles
from extract.scans.engines import DEFAULT, Setting, engine_version
from models.language import Language


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read.

    Args:
        source: where it stands, or its bytes for a reader that can't reach it.
        name: what the document is called.
        sha256: what the bytes have to be; a file that was changed meanwhile is not read. None asks for nothing.
        version: the `reader_version` that has to read it. Empty asks for nothing.
        options: of `extract.pipeline.extract`, by name.
        profiles: what a user's files add to the words of profiles.
    """

    source: Path | bytes = field(repr=False)  # bytes may be those of a paper that is refused
    name: str
    sha256: str | None = None
    version: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    profiles: Texts = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a job: an extraction, or the error that says why there is none; and how long it took."""

    extraction: Extraction | None
    error: FileOutcome | None = None
    seconds: float = 0.0


@cache
def reader_version(ocr: Setting = DEFAULT) -> str:
    """What reads a file here: code, profiles, word lists, models, and the program that reads pictures."""
    weights = hashlib.sha256()
    for model in sorted((files("models") / "shipped").iterdir(), key=lambda entry: entry.name):
        if model.name.endswith(".json") and model.name != "judge.json":  # which judges links, and reads nothing
            weights.update(model.read_bytes())
    return joined(
        extract=code_hash("extract"),
        profiles=profiles_hash(),
        lexicon=_lexicon().hash,
        language=_language().version,
        models=weights.hexdigest()[:12],
        ocr=engine_version(ocr),
    )


def read(job: Job) -> Reading:
    """Read one file, in whatever process this is.

    Raises:
        AimtraceError: what is wrong is not the file: a model is missing, or another version of aimtrace runs here.
    """
    from extract.pipeline import extract

    use_profiles(job.profiles)
    if job.version and job.version != reader_version(job.options.get("ocr", DEFAULT)):
        raise AimtraceError(
            "the process that should read runs another version of aimtrace, or has other word lists.",
            remedy="Install the same version on every machine of the cluster.",
        )
    began = time.perf_counter()
    extraction: Extraction | None = None
    error: FileOutcome | None = None
    try:
        data = job.source if isinstance(job.source, bytes) else job.source.read_bytes()
        if job.sha256 is not None and hashlib.sha256(data).hexdigest() != job.sha256:
            raise Crashed("the file was changed while it was read.", remedy="Run again.")
        extraction = extract(data, job.name, language=_language(), lexicon=_lexicon(), **job.options)
    except FileOutcome as exc:
        error = exc.with_traceback(None)
    except AimtraceError:
        raise
    except MemoryError:
        error = needs_memory()
    except OSError as exc:
        error = Crashed(f"the file can't be read ({exc.strerror}).", remedy="Check it, and run again.")
    except Exception as exc:  # whatever it is, it is this file's
        error = Crashed(
            f"reading it broke off ({type(exc).__name__}).", remedy="Please report it with the file's hash."
        )
    return Reading(extraction, error, time.perf_counter() - began)


def needs_memory() -> TooLarge:
    """The refusal of a file that can't be read within the memory that is allowed."""
    return TooLarge("reading it needs more memory than is allowed.", remedy="Raise max_memory_mb, or leave it out.")


@cache
def _language() -> Language:
    return Language()


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()
