"""Table headers: which rows of words name the columns of a table that some reader knows.

A profile that has tables says so in `[header]`: how many of its columns a header names at least, and which of them it
cannot lack. Columns are then called as in the profile's own section of names.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.profile import Names, Printed, forms_of, known_profiles, load_profile, names_of


@dataclass(frozen=True, slots=True)
class HeaderNames:
    """The column names of one profile. `needs`: at least one of each set stands in a header."""

    profile: str
    names: Names
    least: int
    needs: tuple[frozenset[str], ...]

    def fields(self, texts: Iterable[Printed]) -> Mapping[int, str]:
        """The fields that texts name, by position; a field counts once."""
        found: dict[int, str] = {}
        for position, text in enumerate(texts):
            field = self.names.field(text) if text.text else None
            if field is not None and (field == "other" or field not in found.values()):
                found[position] = field
        return found

    def known(self, texts: Sequence[Printed]) -> int:
        """How many columns a row of texts names, as the header of a table of this profile; 0 where it is none."""
        fields = self.fields(texts)
        named = set(fields.values()) - {"other"}
        filled = sum(bool(text.text) for text in texts)
        is_header = len(named) >= self.least and 2 * len(fields) >= filled and all(need & named for need in self.needs)
        return len(fields) if is_header else 0

    def named(self, texts: Iterable[Printed]) -> int:
        """How many columns a row of texts names that a record takes something from."""
        return sum(field != "other" for field in self.fields(texts).values())


@cache
def header_names() -> tuple[HeaderNames, ...]:
    """Of all profiles that have tables."""
    found = []
    for name in known_profiles():
        profile = load_profile(name)
        header = profile.get("header")
        if header is not None:
            needs = tuple(frozenset(group) for group in header["needs"])
            found.append(HeaderNames(name, names_of(profile[header["names"]]), int(header["least"]), needs))
    return tuple(found)


def profile_of(texts: Iterable[str]) -> str | None:
    """The profile that knows most columns of a header; None where none knows it."""
    forms = [forms_of(text) for text in texts]
    best = max(header_names(), key=lambda names: (names.known(forms), names.named(forms)), default=None)
    return best.profile if best is not None and best.known(forms) else None


def columns_known(texts: Iterable[str]) -> int:
    """How many columns a row of texts names, by the profile that knows most of them; 0 where it is no header."""
    forms = [forms_of(text) for text in texts]
    return max((names.known(forms) for names in header_names()), default=0)
