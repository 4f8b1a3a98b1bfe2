"""A kind's vocabulary as data: what columns, labels, verbs and patterns are called, per language, in TOML.

A new layout needs an entry in a profile, not code.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.errors import BadSetting


@dataclass(frozen=True, slots=True)
class Names:
    """Printed names to the field that they mean, compared as `plain` compares."""

    fields: Mapping[str, str]

    def exact(self, printed: str) -> str | None:
        """The field that a label names as a whole, remarks in brackets aside."""
        whole = self.fields.get(plain(printed))
        return whole or self.fields.get(plain(re.sub(r"\([^)]*\)", " ", printed)))

    def field(self, printed: str) -> str | None:
        """The field that a column header or label names; the longest known beginning counts where the whole is unknown.

        >>> Names({"action leader": "leader"}).field("Action leader(s) (MS or agency)")
        'leader'
        """
        whole = self.exact(printed)
        if whole is not None:
            return whole
        words = plain(re.sub(r"\([^)]*\)", " ", printed)).split()
        for length in range(len(words) - 1, 0, -1):
            start = " ".join(words[:length])
            if start in self.fields and (length > 1 or len(words) <= 3):
                return self.fields[start]
        return None


def plain(printed: str) -> str:
    """Lower case, letters and digits only, single spaces, "(s)" and hyphens dropped."""
    text = re.sub(r"\(s\)", "s", printed.casefold())
    text = text.replace("co-", "co").replace("co ", "co")
    return " ".join(re.sub(r"[^\w/#]+", " ", text).split())


def names_of(table: Mapping[str, Mapping[str, Iterable[str]]], *, languages: Iterable[str] | None = None) -> Names:
    """Build the lookup from `{field: {language: [names]}}`; a name that two fields claim goes to the first."""
    wanted = None if languages is None else set(languages)
    fields: dict[str, str] = {}
    for field, by_language in table.items():
        for language, printed in by_language.items():
            if wanted is None or language in wanted:
                for name in printed:
                    fields.setdefault(plain(name), field)
    return Names(fields)


@cache
def load_profile(name: str) -> Mapping[str, Any]:
    """A profile that ships, as TOML reads it.

    Raises:
        BadSetting: there is none of that name, or it is no TOML.
    """
    path = files("extract") / "profiles" / f"{name}.toml"
    if not path.is_file():
        raise BadSetting(f"there is no profile {name!r}.", remedy=f"Known: {', '.join(known_profiles())}.")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as exc:
        raise BadSetting(f"profiles/{name}.toml: {exc}.", remedy="Mend the line; strings stand in quotes.") from exc


@cache
def known_profiles() -> tuple[str, ...]:
    """The names of all profiles, in order."""
    folder = files("extract") / "profiles"
    return tuple(sorted(e.name.removesuffix(".toml") for e in folder.iterdir() if e.name.endswith(".toml")))


@cache
def profiles_hash() -> str:
    """Tells when a profile was edited; part of provenance."""
    folder = files("extract") / "profiles"
    texts = [(folder / f"{name}.toml").read_text(encoding="utf-8") for name in known_profiles()]
    return hashlib.sha256("\x00".join(texts).encode()).hexdigest()[:12]
