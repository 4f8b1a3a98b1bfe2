"""Frozen values that a page has thousands of: made in half the time."""

from dataclasses import fields
from typing import TypeVar

C = TypeVar("C")


def quick(cls: type[C]) -> type[C]:
    """Give a frozen dataclass with slots an `__init__` that writes its slots.

    The one that dataclasses make goes by name through `object.__setattr__`, which for a box takes 0.47 µs instead of 0.28;
    making values was a tenth of the time that a page takes. What is made is the same, and as frozen.
    """
    own = {f"_set_{field.name}": getattr(cls, field.name).__set__ for field in fields(cls)}  # type: ignore[arg-type]
    made = cls.__init__
    names = [field.name for field in fields(cls)]  # type: ignore[arg-type]
    lines = [f"def __init__(self, {', '.join(names)}):", *(f"    _set_{name}(self, {name})" for name in names)]
    exec("\n".join(lines), own)
    init = own["__init__"]
    init.__defaults__, init.__annotations__, init.__qualname__ = (
        made.__defaults__,
        made.__annotations__,
        made.__qualname__,
    )
    cls.__init__ = init  # type: ignore[method-assign]
    return cls
