"""All groups, or one of those that run."""

from tracker.models.snapshot import Snapshot
from tracker.ui.choosers import KeyedCombo
from tracker.ui.group_list import groups_in_order


class GroupCombo(KeyedCombo):
    """Its key is the group's id; "" stands for all."""

    def __init__(self, all_words: str = "All groups") -> None:
        super().__init__("Which group", 36)
        self._all_words = all_words

    @property
    def group_id(self) -> str | None:
        """The chosen group's id; None for all."""
        return self.key or None

    def offer_groups(self, snapshot: Snapshot) -> None:
        """Offers the groups that run; what is chosen stays chosen while it runs."""
        running = [group for group in groups_in_order(snapshot) if group.open_on(snapshot.today)]
        self.offer([("", self._all_words), *((group.id, group.called) for group in running)])
