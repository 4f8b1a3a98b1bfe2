"""What made a thing: code, word lists, profiles, models. It is the ledger's key: a file is read again when it changes."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def code_hash(package: str) -> str:
    """A hash over a package's Python sources: it changes with every change of the code, and with nothing else."""
    digest = hashlib.sha256()
    for name, source in sorted(_sources(files(package), "")):
        digest.update(name.encode() + b"\x00" + source + b"\x00")
    return digest.hexdigest()[:12]


def _sources(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.name.startswith(("_", ".")):
            found += _sources(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".py"):
            found.append((prefix + entry.name, entry.read_bytes()))
    return found


def joined(**parts: str) -> str:
    """Provenance as one string, in the order given: ``extract=3f2a profiles=91bc lexicon=… language=…``."""
    return " ".join(f"{name}={value}" for name, value in parts.items())
