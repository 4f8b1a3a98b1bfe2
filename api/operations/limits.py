"""What a file may cost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost. Sizes in bytes, times in seconds."""

    file_bytes: int = 200 * 1024 * 1024
    pages: int = 2_500
