"""Profiles of a user: TOML files that add words to those that ship, so that a layout of his own is read without code.

A file may add to several profiles; each of its tables begins with the name of one: ``[operational_action_plan.fields.leader]``.
A list adds its entries to the list that ships, a string or number takes its place, and a table may have a language that the
shipped one lacks. Everything else would never be looked at, so it is refused with its file, key and line.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from corpus.errors import BadSetting

_LANGUAGE = re.compile(r"[a-z]{2}")
Texts = tuple[tuple[str, str], ...]


def read_texts(folder: Path) -> Texts:
    """The names and texts of the TOML files of a folder, by name; none where there is no folder.

    Raises:
        BadSetting: a file can't be read.
    """
    if not folder.is_dir():
        return ()
    found = []
    for path in sorted(folder.glob("*.toml")):
        try:
            found.append((path.name, path.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError) as exc:
            reason = exc.strerror if isinstance(exc, OSError) else "it is not UTF-8"
            raise BadSetting(f"{path}: can't be read ({reason}).", remedy="Mend it, or take it away.") from exc
    return tuple(found)


def merged(shipped: Mapping[str, Mapping[str, Any]], texts: Texts) -> dict[str, Mapping[str, Any]]:
    """All profiles with what a user's files add to them.

    Args:
        shipped: the profiles that ship, by name.
        texts: names and texts of the user's files.

    Raises:
        BadSetting: a file is no TOML, or says something that no profile knows or in a form that it cannot have.
    """
    out: dict[str, Mapping[str, Any]] = dict(shipped)
    for name, text in texts:
        source = _Source(name, text)
        for profile, added in source.tables().items():
            if profile not in shipped:
                raise source.wrong((profile,), f"there is no profile {profile!r}", f"Known: {_listed(shipped)}.")
            out[profile] = _with(out[profile], added, source, (profile,))
    return out


class _Source:
    """One file of a user, for messages that lead to the line."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._text = text

    def tables(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as exc:
            raise BadSetting(
                f"profiles/{self._name}: {exc}.",
                remedy="Mend the line; strings stand in quotes, patterns in single ones.",
            ) from exc

    def wrong(self, keys: tuple[str, ...], problem: str, remedy: str) -> BadSetting:
        line = self._line_of(keys)
        where = f", line {line}" if line else ""
        return BadSetting(f"profiles/{self._name}{where}: {'.'.join(keys)}: {problem}.", remedy=remedy)

    def _line_of(self, keys: tuple[str, ...]) -> int | None:
        """The line on which a key is set, or the header of its table stands."""
        best: tuple[int, int] | None = None
        for number, at in self._keys():
            depth = min(len(at), len(keys))
            if at[:depth] == keys[:depth] and (best is None or depth > best[0]):
                best = (depth, number)
        return best[1] if best else None

    def _keys(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Lines with the full keys that they set or open."""
        table: tuple[str, ...] = ()
        for number, line in enumerate(self._text.splitlines(), start=1):
            header = re.match(r"\s*\[\[?\s*(?P<name>[^\]]+?)\s*\]", line)
            if header:
                table = _parts(header["name"])
                yield number, table
            elif key := re.match(r"\s*(?P<name>[\w.\"'-]+)\s*=", line):
                yield number, (*table, *_parts(key["name"]))


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in name.split("."))


def _with(shipped: Mapping[str, Any], added: Any, source: _Source, keys: tuple[str, ...]) -> Mapping[str, Any]:
    """A table with what a user adds to it."""
    if not isinstance(added, Mapping):
        raise source.wrong(keys, "this is a table", f"Write it as [{'.'.join(keys)}].")
    out = dict(shipped)
    for key, value in added.items():
        inner = (*keys, key)
        if key in shipped:
            out[key] = _joined(shipped[key], value, source, inner)
        elif _LANGUAGE.fullmatch(key) and shipped and all(_LANGUAGE.fullmatch(known) for known in shipped):
            like = next(iter(shipped.values()))
            out[key] = _joined(type(like)(), value, source, inner, like=like)
        else:
            raise source.wrong(inner, f"there is no {key!r} here", f"Known: {_listed(shipped)}.")
    return out


def _joined(shipped: Any, value: Any, source: _Source, keys: tuple[str, ...], *, like: Any = None) -> Any:
    """A value with what a user adds to it. `like` is one that has the form which an empty one should have."""
    form = shipped if like is None else like
    if isinstance(form, Mapping):
        return _with(shipped, value, source, keys)
    if isinstance(form, list):
        if not isinstance(value, list):
            raise source.wrong(keys, "this is a list", 'Write it as ["…", "…"].')
        if form and isinstance(form[0], Mapping):
            return _named(shipped, value, source, keys)
        _check_entries(form, value, source, keys)
        return [*shipped, *(entry for entry in value if entry not in shipped)]
    if type(form) is not type(value):
        raise source.wrong(keys, f"this is a {_called(form)}, not a {_called(value)}", f"The shipped one is {form!r}.")
    if isinstance(value, str):
        _check_pattern(form, value, source, keys)
    return value


def _named(shipped: list[Any], added: list[Any], source: _Source, keys: tuple[str, ...]) -> list[Any]:
    """Tables of a list, each added to the one of its `name`."""
    out = list(shipped)
    names = [table["name"] for table in shipped]
    for table in added:
        name = table.get("name") if isinstance(table, Mapping) else None
        if name not in names:
            raise source.wrong(keys, f"there is none with the name {name!r}", f"Known: {', '.join(sorted(names))}.")
        at = names.index(name)
        rest = {key: value for key, value in table.items() if key != "name"}
        known = {"head": [], **out[at]} if "head" in rest else out[at]
        out[at] = _with(known, rest, source, keys)
    return out


def _check_entries(form: list[Any], value: list[Any], source: _Source, keys: tuple[str, ...]) -> None:
    for entry in value:
        if form and type(entry) is not type(form[0]):
            problem = f"an entry is a {_called(entry)}, not a {_called(form[0])}"
            raise source.wrong(keys, problem, f"The shipped ones look like {form[0]!r}.")
        pattern = next((known for known in form if _is_pattern(known)), None)
        if pattern is not None and isinstance(entry, str):
            _check_pattern(pattern, entry, source, keys)


def _check_pattern(form: Any, value: str, source: _Source, keys: tuple[str, ...]) -> None:
    if not _is_pattern(form):
        return
    try:
        re.compile(value)
    except re.error as exc:
        remedy = "Patterns are Python's regular expressions; put them in single quotes."
        raise source.wrong(keys, f"{value!r} is no pattern ({exc})", remedy) from exc


def _is_pattern(text: Any) -> bool:
    """Whether a shipped string is a regular expression and not words."""
    return isinstance(text, str) and bool(re.search(r"\\[a-zA-Z.(]|\(\?|\[\w-\w\]|\^|\w\?|\.\*", text))


def _called(value: Any) -> str:
    names = {str: "text", int: "number", float: "number", bool: "truth value", list: "list", dict: "table"}
    return names.get(type(value), type(value).__name__)


def _listed(known: Mapping[str, Any]) -> str:
    return ", ".join(sorted(known))
