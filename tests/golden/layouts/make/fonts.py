"""Where the Liberation fonts lie, for producers that ask for the files themselves."""

from functools import cache
from pathlib import Path

_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "~/Library/Fonts")


@cache
def liberation(family: str, face: str) -> Path:
    """The file of a face: ``liberation("Serif", "Bold")``.

    Raises:
        FileNotFoundError: the fonts are not installed (Debian: ``fonts-liberation2``).
    """
    name = f"Liberation{family}-{face}.ttf"
    for folder in _FOLDERS:
        for path in sorted(Path(folder).expanduser().rglob(name)):
            return path
    raise FileNotFoundError(f"no {name} in {', '.join(_FOLDERS)}")
