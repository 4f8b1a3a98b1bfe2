"""Word lists of the field: states, bodies, acronyms, crime areas. The lists are TOML in `data/`, which an analyst may edit."""

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from corpus.errors import BadSetting

_FILES = ("states", "bodies", "acronyms", "areas")


@dataclass(frozen=True, slots=True)
class State:
    """A state by its EU code; `codes` are other codes for it, `group` a region or association."""

    code: str
    names: tuple[str, ...]
    codes: tuple[str, ...] = ()
    member: bool = False
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A body by the short name that records carry."""

    short: str
    names: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Area:
    """A crime area: labels over time, words that mean it, and words that look alike but belong elsewhere."""

    id: str
    labels: tuple[str, ...]
    words: tuple[str, ...]
    false: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """The word lists together. `hash` tells when one of them was edited; it is part of provenance."""

    states: tuple[State, ...]
    bodies: tuple[Body, ...]
    acronyms: Mapping[str, tuple[str, ...]]
    areas: tuple[Area, ...]
    hash: str

    @cached_property
    def member_codes(self) -> tuple[str, ...]:
        """The codes of the Member States, in the order of the list."""
        return tuple(state.code for state in self.states if state.member)

    @cached_property
    def _code_of(self) -> dict[str, str]:
        return {code: state.code for state in self.states for code in (state.code, *state.codes)}

    @cached_property
    def _state_of(self) -> dict[str, str]:
        return {fold(name): state.code for state in self.states for name in state.names}

    @cached_property
    def _body_of(self) -> dict[str, str]:
        return {fold(name): body.short for body in self.bodies for name in (body.short, *body.names)}

    def state_by_code(self, code: str) -> str | None:
        """The EU's code for a two-letter code as printed (`GR` gives `EL`); None where it is none."""
        return self._code_of.get(code)

    def state(self, name: str) -> str | None:
        """The code of a state that is named in full."""
        return self._state_of.get(fold(name))

    def body(self, name: str) -> str | None:
        """The short name of a body, however it is written."""
        return self._body_of.get(fold(name))

    @cached_property
    def _actor_pattern(self) -> re.Pattern[str]:
        names = [name for body in self.bodies for name in (body.short, *body.names)]
        names += [name for state in self.states for name in state.names]
        ordered = sorted({n for n in names if len(n) > 2}, key=len, reverse=True)
        return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(n) for n in ordered) + r")(?![\w-])", re.IGNORECASE)

    def find_actors(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Bodies and states that are named in running text: start, end, short name or code; the longest name wins."""
        for match in self._actor_pattern.finditer(text):
            name = match.group()
            if len(name) <= 5 and name.islower():
                continue  # "ela" or "com" in lower case is a word
            short = self.body(name) or self.state(name)
            if short is not None:
                yield match.start(), match.end(), short


def fold(text: str) -> str:
    """Lower case, one kind of quote and hyphen, single spaces, no leading "the"."""
    plain = " ".join(text.casefold().replace("’", "'").replace("\u2011", "-").split())
    return plain.removeprefix("the ")


@cache
def load_lexicon() -> Lexicon:
    """The lists that ship.

    Raises:
        BadSetting: a list is no TOML, or an entry lacks a key.
    """
    texts = {name: (files("corpus") / "data" / f"{name}.toml").read_text(encoding="utf-8") for name in _FILES}
    return parse_lexicon(texts)


def parse_lexicon(texts: Mapping[str, str]) -> Lexicon:
    """Build a lexicon from the TOML texts of `states`, `bodies`, `acronyms` and `areas`.

    Raises:
        BadSetting: a text is no TOML, or an entry lacks a key.
    """
    data: dict[str, dict[str, Any]] = {}
    for name in _FILES:
        try:
            data[name] = tomllib.loads(texts[name])
        except tomllib.TOMLDecodeError as exc:
            raise BadSetting(f"{name}.toml: {exc}.", remedy="Mend the line; strings stand in double quotes.") from exc
    try:
        return Lexicon(
            states=tuple(
                State(s["code"], tuple(s["names"]), tuple(s.get("codes", ())), bool(s.get("member")), s.get("group"))
                for s in data["states"]["state"]
            ),
            bodies=tuple(Body(b["short"], tuple(b.get("names", ())), b["kind"]) for b in data["bodies"]["body"]),
            acronyms={key: tuple(value) for key, value in data["acronyms"]["acronyms"].items()},
            areas=tuple(
                Area(a["id"], tuple(a["labels"]), tuple(a["words"]), tuple(a.get("false", ())))
                for a in data["areas"]["area"]
            ),
            hash=hashlib.sha256("\x00".join(texts[name] for name in _FILES).encode()).hexdigest()[:12],
        )
    except KeyError as exc:
        raise BadSetting(f"a word list lacks the key {exc}.", remedy="Compare with the entries around it.") from exc
