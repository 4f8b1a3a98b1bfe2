"""Word lists of the field: states, bodies, acronyms, crime areas. The lists are TOML in `data/`, which an analyst may edit."""

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Self

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
    """The word lists together. `hash` tells when one of them was edited; it is part of provenance.

    `places` are names that hold the name of a state, and are none ("Gulf of Guinea").
    """

    states: tuple[State, ...]
    places: tuple[str, ...]
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
        ordered = sorted({n for n in (*names, *self.places) if len(n) > 2}, key=lambda n: (-len(n), n))
        either = "|".join(_as_printed(name) for name in ordered)
        return re.compile(rf"(?<![\w{_HYPHENS}])(?:{either})(?![\w{_HYPHENS}])", re.IGNORECASE)

    def find_actors(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Bodies and states that are named in running text: start, end, short name or code; the longest name wins.

        Quotes, hyphens and white space within a name may be any of their kind.
        """
        for match in self._actor_pattern.finditer(text):
            name = match.group()
            if len(name) <= 5 and name.islower():
                continue  # "ela" or "com" in lower case is a word
            short = self.body(name) or self.state(name)
            if short is not None:
                yield match.start(), match.end(), short


_QUOTES = "'\u2019\u2018\u02bc"
_HYPHENS = "\u2010\u2011-"
_ONE_KIND = str.maketrans(dict.fromkeys(_QUOTES, "'") | dict.fromkeys(_HYPHENS, "-"))


def fold(text: str) -> str:
    """Lower case, one kind of quote and hyphen, single spaces, no leading "the"."""
    plain = " ".join(text.casefold().translate(_ONE_KIND).split())
    return plain.removeprefix("the ")


def _as_printed(name: str) -> str:
    """A pattern of a name for all that `fold` takes for the same."""
    pattern = re.escape(" ".join(name.translate(_ONE_KIND).split()))
    return pattern.replace("'", f"[{_QUOTES}]").replace(r"\-", f"[{_HYPHENS}]").replace(r"\ ", r"\s+")


@cache
def load_lexicon() -> Lexicon:
    """The lists that ship.

    Raises:
        BadSetting: a list is no TOML, or an entry is of the wrong form.
    """
    texts = {name: (files("corpus") / "data" / f"{name}.toml").read_text(encoding="utf-8") for name in _FILES}
    return parse_lexicon(texts)


def parse_lexicon(texts: Mapping[str, str]) -> Lexicon:
    """Build a lexicon from the TOML texts of `states`, `bodies`, `acronyms` and `areas`.

    Raises:
        BadSetting: a text is no TOML, or an entry lacks a key or has one of the wrong type.
    """
    states, bodies, acronyms, areas = (_Table.parse(f"{name}.toml", texts[name]) for name in _FILES)
    spelt_out = acronyms.table("acronyms")
    return Lexicon(
        states=tuple(
            State(s.text("code"), s.texts("names"), s.texts("codes", ()), bool(s.data.get("member")), s.maybe("group"))
            for s in states.tables("state")
        ),
        places=states.texts("places", ()),
        bodies=tuple(Body(b.text("short"), b.texts("names", ()), b.text("kind")) for b in bodies.tables("body")),
        acronyms={key: spelt_out.texts(key) for key in spelt_out.data},
        areas=tuple(
            Area(a.text("id"), a.texts("labels"), a.texts("words"), a.texts("false", ())) for a in areas.tables("area")
        ),
        hash=hashlib.sha256("\x00".join(texts[name] for name in _FILES).encode()).hexdigest()[:12],
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of a list, read key by key: what is of the wrong form is told with the list, the entry and the key."""

    where: str
    data: Mapping[str, Any]

    @classmethod
    def parse(cls, name: str, text: str) -> Self:
        try:
            return cls(name, tomllib.loads(text))
        except tomllib.TOMLDecodeError as exc:
            raise BadSetting(f"{name}: {exc}.", remedy="Mend the line; strings stand in double quotes.") from exc

    def text(self, key: str) -> str:
        value = self._get(key)
        if not isinstance(value, str):
            raise self._wrong(key, "a text in quotes")
        return value

    def maybe(self, key: str) -> str | None:
        return self.text(key) if key in self.data else None

    def texts(self, key: str, absent: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts; `absent` stands for a key that is not there."""
        if absent is not None and key not in self.data:
            return absent
        value = self._get(key)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._wrong(key, 'a list of texts, as ["one", "two"]')
        return tuple(value)

    def table(self, key: str) -> Self:
        value = self._get(key)
        if not isinstance(value, dict):
            raise self._wrong(key, f"a table with the head [{key}]")
        return type(self)(f"{self.where}: [{key}]", value)

    def tables(self, key: str) -> list[Self]:
        value = self._get(key)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self._wrong(key, f"entries with the head [[{key}]]")
        return [type(self)(f"{self.where}: [[{key}]] number {n}", item) for n, item in enumerate(value, start=1)]

    def _get(self, key: str) -> Any:
        if key not in self.data:
            raise BadSetting(f"{self.where} lacks the key {key!r}.", remedy="Compare with the entries around it.")
        return self.data[key]

    def _wrong(self, key: str, wanted: str) -> BadSetting:
        return BadSetting(f"{self.where}: {key!r} is not {wanted}.", remedy="Compare with the entries around it.")
