"""A tally of contributions of one kind: how many, how much in each unit, and what they are worth where that is said."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from tracker.models.figures.timeline_words import dollars, joined, measured
from tracker.models.records.contribution import Contribution

_DOLLARS = "NZD"


class Tally(NamedTuple):
    """So many contributions: `quantities` are (unit, amount) pairs, never added over units.

    `value_nzd` is what `valued` of the `number` are worth; `bare` of them carry neither a quantity nor a value.
    """

    # A tuple, for a board of a large group has some thousands of them. `count` is a tuple's own word.
    number: int = 0
    quantities: tuple[tuple[str, Decimal], ...] = ()
    value_nzd: Decimal = Decimal(0)
    valued: int = 0
    bare: int = 0

    def __bool__(self) -> bool:
        return self.number > 0

    @property
    def words(self) -> str:
        """120 hours · $4,000 for 2 of 3 · 1 without an amount; "" for none."""
        quantities = (measured(amount, unit) for unit, amount in self.quantities)
        worth = dollars(self.value_nzd) if self.valued else ""
        for_some = f" for {self.valued:,} of {self.number:,}" if self.valued and self.valued < self.number else ""
        without = f"{self.bare:,} without an amount" if self.bare else ""
        return joined(*quantities, f"{worth}{for_some}", without)


NO_TALLY = Tally()


def tally(given: Iterable[Contribution]) -> Tally:
    """The tally of contributions of one kind. Dollars are told once: by the value, else by a quantity in NZD."""
    count = valued = bare = 0
    worth = Decimal(0)
    quantities: dict[str, Decimal] = {}
    for each in given:
        count += 1
        in_dollars = each.value_nzd
        if each.unit == _DOLLARS:
            in_dollars = each.quantity if in_dollars is None else in_dollars
        elif each.quantity is not None:
            quantities[each.unit] = quantities.get(each.unit, Decimal(0)) + each.quantity
        if in_dollars is not None:
            worth += in_dollars
            valued += 1
        bare += each.quantity is None and in_dollars is None
    return Tally(count, tuple(sorted(quantities.items())), worth, valued, bare) if count else NO_TALLY


def added(tallies: Iterable[Tally]) -> Tally:
    """Tallies of one kind as one."""
    several = [each for each in tallies if each.number]
    if len(several) < 2:
        return several[0] if several else NO_TALLY
    quantities: dict[str, Decimal] = {}
    for each in several:
        for unit, amount in each.quantities:
            quantities[unit] = quantities.get(unit, Decimal(0)) + amount
    return Tally(
        number=sum(each.number for each in several),
        quantities=tuple(sorted(quantities.items())),
        value_nzd=sum((each.value_nzd for each in several), Decimal(0)),
        valued=sum(each.valued for each in several),
        bare=sum(each.bare for each in several),
    )
