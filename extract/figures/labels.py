"""What a label beside a number names, and the unit that it states."""

import re
from collections.abc import Iterable
from dataclasses import replace

from extract.measures import unit_in_label
from extract.numbers import Quantity
from extract.numerals import clean
from extract.profile import load_profile


def of_label(label: str, leads: Iterable[str]) -> str:
    """What a tile's label names: the label without "of", "in", "worth of" before it and signs around it.

    >>> of_label("in unpaid VAT", ["in", "of"])
    'unpaid VAT'
    """
    tidy = label.strip(" .:;,*†‡–—-")
    for lead in sorted(leads, key=len, reverse=True):
        rest = re.sub(rf"^{re.escape(lead)}(?:\s+|(?<=['’]))", "", tidy, flags=re.IGNORECASE)
        if rest != tidy and rest:
            return rest
    return tidy


def what_of(label: str, quantity: Quantity) -> tuple[Quantity, str | None]:
    """The quantity with the unit that its label states ("Litres of spirits", "Drugs (kg)"), and what the label names."""
    if quantity.unit is None:
        unit, scale, label = unit_in_label(label)
        quantity = replace(quantity, unit=unit, value=clean(quantity.value * scale), step=quantity.step * scale)
    return quantity, of_label(label, load_profile("results")["labels"]["leads"]) or None
