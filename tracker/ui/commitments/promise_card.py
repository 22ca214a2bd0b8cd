"""The promise that is chosen, told in full: its dates, who may promise what, and where it was made."""

from PySide6.QtCore import Signal

from tracker.models.authority import authority_words, beyond_authority
from tracker.models.dates import shown
from tracker.models.figures.follow_through import follow_through
from tracker.models.figures.promise_story import promise_story
from tracker.models.figures.promises import Promise
from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.snapshot import Snapshot
from tracker.ui.parts.story_card import StoryCard
from tracker.ui.widgets import link_button


class PromiseCard(StoryCard):
    """`meeting_requested` carries the meeting at which the promise was made."""

    meeting_requested = Signal(str)

    def __init__(self, *, with_group: bool) -> None:
        """With the group's name where there are several."""
        super().__init__("The promise", facts=4)
        self._with_group = with_group
        self._meeting_id = ""
        self.meeting = link_button("Open the meeting", "calendar")
        self.meeting.clicked.connect(self._ask_for_meeting)
        self.add_link(self.meeting)

    def show_promise(self, snapshot: Snapshot, promise: Promise | None) -> None:
        """Tells of a promise; while none is chosen the card is away."""
        self.setVisible(promise is not None)
        if promise is None:
            return
        told = promise_story(snapshot, promise.commitment)
        self._meeting_id = next((line.meeting_id for line in told if line.meeting_id), "")
        self.meeting.setVisible(bool(self._meeting_id))
        self.tell(
            promise.commitment.text,
            (
                (_who(promise, promise.group if self._with_group else ""), ""),
                (" · ".join(part for part in (_authority(snapshot, promise), _backing(promise)) if part), ""),
                (_beyond(snapshot, promise), "warning"),
                (_follow_through(snapshot, promise), ""),
            ),
            [(shown(line.on), line.words) for line in told],
        )

    def _ask_for_meeting(self) -> None:
        self.meeting_requested.emit(self._meeting_id)


def _who(promise: Promise, group: str) -> str:
    who = ", ".join(part for part in (promise.agency, promise.person) if part) or "Nobody named"
    return f"{who}, to {promise.to or 'the group'}" + (f" · {group}" if group else "")


def _backing(promise: Promise) -> str:
    since = promise.commitment.backed_on
    return f"backed by home since {shown(since)}" if since else "not yet backed by home (§3.4)"


def _authority(snapshot: Snapshot, promise: Promise) -> str:
    made = promise.commitment
    assert made.made_on is not None
    return authority_words(snapshot, made.group_id or "", made.agency_id or "", made.person_id or "", made.made_on)


def _beyond(snapshot: Snapshot, promise: Promise) -> str:
    made = promise.commitment
    if not promise.unsettled or made.backed_on:
        return ""
    assert made.made_on is not None
    item = DraftItem(
        kind=ItemKind.COMMITMENT, text=made.text, agency_id=made.agency_id or "", person_id=made.person_id or ""
    )
    return beyond_authority(item, snapshot, made.group_id or "", made.made_on)


def _follow_through(snapshot: Snapshot, promise: Promise) -> str:
    """How this agency's promises went in this group: counts, to talk about."""
    made = promise.commitment
    if not made.agency_id:
        return ""
    counts = follow_through(snapshot, group_id=made.group_id, agency_id=made.agency_id)
    return f"{promise.agency} in this group: {counts.words}"
