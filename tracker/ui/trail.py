"""Where the person has been: back and forward through the places of this sitting."""

from tracker.ui.place import Place


class Trail:
    """Places in the order of going there; going on from the middle forgets what lay ahead."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def place(self) -> Place | None:
        """Where the person is."""
        return self._places[self._at] if self._places else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after this one."""
        return self._at < len(self._places) - 1

    def go(self, place: Place) -> None:
        """Notes a new place."""
        if place == self.place:
            return
        del self._places[self._at + 1 :]
        self._places.append(place)
        self._at += 1

    def back(self) -> Place:
        """Goes one place back, and says where that is."""
        self._at = max(0, self._at - 1)
        return self._places[self._at]

    def forward(self) -> Place:
        """Goes one place forward, and says where that is."""
        self._at = min(len(self._places) - 1, self._at + 1)
        return self._places[self._at]
