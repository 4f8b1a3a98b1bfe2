"""The same texts some years later: years and the years of Council numbers in any record of texts.

>>> later("by 30 June 2038{Doc. 90555/34.}", 12)
'by 30 June 2050{Doc. 90555/46.}'
"""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")


def later(value: T, years: int, **words: str) -> T:
    """A text, tuple or dataclass with all its years moved.

    Args:
        words: further replacements, the keys with underscores for spaces.
    """
    return _moved(value, years, {old.replace("_", " "): new for old, new in words.items()})


def _moved(value: Any, years: int, words: dict[str, str]) -> Any:
    if isinstance(value, str):
        moved = re.sub(r"\b20[2-9]\d\b", lambda year: str(int(year[0]) + years), value)
        moved = re.sub(r"\b(9\d{4}(?:/\d)?/)(\d\d)\b", lambda number: f"{number[1]}{int(number[2]) + years}", moved)
        for old, new in words.items():
            moved = moved.replace(old, new)
        return moved
    if isinstance(value, tuple):
        return tuple(_moved(item, years, words) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {field.name: _moved(getattr(value, field.name), years, words) for field in fields(value)}
        return replace(value, **changes)
    return value
