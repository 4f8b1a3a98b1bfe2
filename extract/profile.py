"""A kind's vocabulary as data: what columns, labels, verbs and patterns are called, per language, in TOML.

A new layout needs an entry in a profile, not code. Entries of a user's own stand in files of his (`extract.own_profiles`).
"""

import dataclasses
import hashlib
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from corpus.errors import BadSetting
from extract.own_profiles import Texts, merged, read_texts

_BRACKETS = re.compile(r"\([^)]*\)")
_PLAIN = re.compile(r"[\w/#]+")


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed name in the forms in which it is looked up, for those who ask several vocabularies.

    `text` is as printed, `whole` and `bare` are plain, with and without remarks in brackets.
    """

    text: str
    whole: str
    bare: str


def forms_of(text: str) -> Printed:
    """A printed name as it is looked up."""
    whole = plain(text)
    return Printed(text, whole, plain(_BRACKETS.sub(" ", text)) if "(" in text else whole)


@dataclass(frozen=True, slots=True)
class Names:
    """Printed names to the field that they mean, compared as `plain` compares."""

    fields: Mapping[str, str]
    longest: int = dataclasses.field(init=False, repr=False, compare=False)  # words of the longest name

    def __post_init__(self) -> None:
        object.__setattr__(self, "longest", max((name.count(" ") + 1 for name in self.fields), default=0))

    def exact(self, name: str) -> str | None:
        """The field that a label names as a whole, remarks in brackets aside."""
        return self._whole(forms_of(name))

    def _whole(self, name: Printed) -> str | None:
        return self.fields.get(name.whole) or self.fields.get(name.bare)

    def field(self, name: str | Printed) -> str | None:
        """The field that a column header or label names; the longest known beginning counts where the whole is unknown.

        >>> Names({"action leader": "leader"}).field("Action leader(s) (MS or agency)")
        'leader'
        """
        name = forms_of(name) if isinstance(name, str) else name
        whole = self._whole(name)
        if whole is not None:
            return whole
        words = name.bare.split()
        for length in range(min(len(words) - 1, self.longest), 0, -1):
            start = " ".join(words[:length])
            if start in self.fields and (length > 1 or len(words) <= 3):
                return self.fields[start]
        return None


def plain(name: str) -> str:
    """Lower case, letters and digits only, single spaces, "(s)" and hyphens dropped."""
    text = name.casefold().replace("(s)", "s").replace("co-", "co").replace("co ", "co")
    return " ".join(_PLAIN.findall(text))


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


_own: Texts = ()


def use_profiles(texts: Texts) -> None:
    """Read from now on with what a user's files add to the profiles that ship; nothing but these, where there are none.

    It holds for the whole process. What was learnt from other profiles is forgotten.

    Args:
        texts: as `read_profiles` gives them.

    Raises:
        BadSetting: a file is wrong; the profiles stay as they were.
    """
    global _own
    if texts == _own:
        return
    merged(_shipped(), texts)
    _own = texts
    forget()


def own_profiles() -> Texts:
    """What a user's files add at present, for another process to use."""
    return _own


def read_profiles(folder: Path) -> Texts:
    """The profiles of a user's folder, checked; none where there is no folder.

    Raises:
        BadSetting: a file can't be read, or is wrong: the message names file, key and line.
    """
    texts = read_texts(folder)
    merged(_shipped(), texts)
    return texts


def load_profile(name: str) -> Mapping[str, Any]:
    """A profile as TOML reads it, with what the user adds to it.

    Raises:
        BadSetting: there is none of that name, or it is no TOML.
    """
    profiles = _all_profiles()
    if name not in profiles:
        raise BadSetting(f"there is no profile {name!r}.", remedy=f"Known: {', '.join(known_profiles())}.")
    return profiles[name]


@cache
def known_profiles() -> tuple[str, ...]:
    """The names of all profiles, in order."""
    folder = files("extract") / "profiles"
    return tuple(sorted(e.name.removesuffix(".toml") for e in folder.iterdir() if e.name.endswith(".toml")))


@cache
def profiles_hash() -> str:
    """Tells when a profile was edited, a user's or one that ships; part of provenance."""
    folder = files("extract") / "profiles"
    texts = [(folder / f"{name}.toml").read_text(encoding="utf-8") for name in known_profiles()]
    texts += [part for named in _own for part in named]
    return hashlib.sha256("\x00".join(texts).encode()).hexdigest()[:12]


@cache
def _all_profiles() -> Mapping[str, Mapping[str, Any]]:
    return merged(_shipped(), _own)


@cache
def _shipped() -> Mapping[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    for name in known_profiles():
        path = files("extract") / "profiles" / f"{name}.toml"
        try:
            found[name] = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as exc:
            raise BadSetting(f"profiles/{name}.toml: {exc}.", remedy="Mend the line; strings stand in quotes.") from exc
    return found


def forget() -> None:
    """Empty every cache of the package: any of them may hold words of a profile."""
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] != "extract":
            continue
        for value in list(vars(module).values()):
            clear = getattr(value, "cache_clear", None)
            if clear is not None:
                clear()
