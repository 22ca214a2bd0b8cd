"""Chooses who holds a ball: an agency of the group, another one, or nobody; nothing is chosen beforehand."""

from tracker.models.figures.joining_order import agencies_in_order
from tracker.models.figures.shares import agencies_on
from tracker.models.mistake import Mistake
from tracker.models.snapshot import Snapshot
from tracker.ui.choosers import KeyedCombo

_UNCHOSEN, _NOBODY = "?", "-"


class HolderChooser(KeyedCombo):
    """The group's own agencies come first, as they joined; after "nobody" all others."""

    def __init__(self) -> None:
        super().__init__("Agency", 52)

    @property
    def agency_id(self) -> str | None:
        """The agency that is chosen, None for nobody. Raises Mistake while nothing is chosen."""
        if self.key == _UNCHOSEN:
            raise Mistake("Say who holds the ball: choose an agency, or nobody.")
        return None if self.key == _NOBODY else self.key

    def offer_agencies(self, snapshot: Snapshot, group_id: str) -> None:
        """Offers all agencies, seen from a group."""
        members = agencies_on(snapshot, group_id, snapshot.today) if group_id else ()
        agencies = [(agency.id, agency.called) for agency in agencies_in_order(snapshot, group_id or None)]
        near = [option for option in agencies if option[0] in members]
        far = [option for option in agencies if option[0] not in members]
        self.offer([(_UNCHOSEN, "Choose …"), *near, (_NOBODY, "Nobody"), *far])
