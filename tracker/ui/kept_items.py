"""The lines of a meeting that are kept, and the way back to how they were."""

from collections.abc import Iterable

from tracker.models.meeting_draft import DraftItem


class KeptItems:
    """A list that remembers each of its states: what was kept, changed, pasted or removed can be taken back."""

    def __init__(self, items: Iterable[DraftItem] = ()) -> None:
        self._items = tuple(items)
        self._before: list[tuple[DraftItem, ...]] = []

    @property
    def all(self) -> tuple[DraftItem, ...]:
        """The lines as they stand."""
        return self._items

    @property
    def can_take_back(self) -> bool:
        """Whether there is a state to go back to."""
        return bool(self._before)

    def add(self, *items: DraftItem) -> None:
        """Keeps more lines at the end."""
        self._turn_to((*self._items, *items))

    def change(self, place: int, *items: DraftItem) -> None:
        """Puts one line, or several, in the place of another."""
        self._turn_to((*self._items[:place], *items, *self._items[place + 1 :]))

    def remove(self, place: int) -> None:
        """Takes one line out."""
        self.change(place)

    def take_back(self) -> None:
        """Goes back to how it was before; without a before, nothing happens."""
        if self._before:
            self._items = self._before.pop()

    def _turn_to(self, items: tuple[DraftItem, ...]) -> None:
        self._before.append(self._items)
        self._items = items
