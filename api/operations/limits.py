"""What a file may cost, what may read its scans, and how many are read at a time."""

import os
from dataclasses import dataclass

from extract.allowance import MAX_MEMORY, MAX_SECONDS
from extract.scans.engines import DEFAULT, Setting


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost: sizes in bytes, times in seconds. `jobs` files are read at a time, scans among them by `ocr`.

    `seconds` is for papers of up to 500 pages; longer ones get a tenth of a second a page more.
    """

    file_bytes: int = 200 * 1024 * 1024
    pages: int = 2_500
    seconds: float = MAX_SECONDS
    memory_bytes: int = MAX_MEMORY
    jobs: int = 1
    ocr: Setting = DEFAULT

    @property
    def told(self) -> str:
        """As a part of provenance: a file that these refused is read again when they are raised."""
        return f"{self.file_bytes}b/{self.pages}p/{self.memory_bytes}m"


def usable_cores() -> int:
    """The cores that this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
