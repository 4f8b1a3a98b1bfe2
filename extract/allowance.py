"""What one file may cost: a fixed time, and more where there is a reason for it; and memory.

A scan is slow by nature, page for page, and so is a paper of two thousand pages; a file that hangs is neither. What reads
says so as it goes along (`more_time`); what watches from outside looks here. Outside a reading process nothing is watched
and nothing is said.
"""

from ctypes import Structure, c_bool, c_double, c_int, c_long

MAX_SECONDS = 50.0  # with what ending a process costs on a busy machine, no file costs a minute
MAX_MEMORY = 960 * 1024 * 1024  # with what a process takes between two looks at it, none takes 1 GiB

_PAGES, _PER_PAGE_S = 500, 0.1  # what a file's fixed time is enough for, and what each further page may take


class Shared(Structure):
    """What a reading process tells the one that started it, in memory that both see.

    `worker` is its process id; `began` if it took up the task; `allowed_s` what was asked for beyond the fixed time;
    `peak_bytes` the most memory that was seen in use during the task; `ended_for` why it ended itself.
    """

    _fields_ = [
        ("worker", c_long),
        ("began", c_bool),
        ("allowed_s", c_double),
        ("peak_bytes", c_double),
        ("ended_for", c_int),
    ]


_shared: Shared | None = None


def attach(shared: Shared) -> None:
    """Say from now on what is said to this memory."""
    global _shared
    _shared = shared


def begin() -> None:
    """Say that a task was taken up."""
    if _shared is not None:
        _shared.began = True


def more_time(seconds: float) -> None:
    """Ask for more time for the file at hand."""
    if _shared is not None and seconds > 0:
        _shared.allowed_s += seconds


def more_time_for(pages: int) -> None:
    """Ask for the time that so many pages take, where that is more than any file has."""
    more_time(_PER_PAGE_S * (pages - _PAGES))
