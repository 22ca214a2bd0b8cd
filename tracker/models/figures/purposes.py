"""The wordings of a group's shared purpose, newest first, each with why it was put so (§3.2)."""

from datetime import date

from tracker.models.records.group import Group
from tracker.models.records.outlook import Purpose
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class Wording(Value):
    """One wording. `purpose` is None where the group has it and nobody noted since when, or why."""

    text: str
    on: date | None
    why: str
    purpose: Purpose | None
    first: bool

    @property
    def id(self) -> str:
        """What names it in a list."""
        return self.purpose.id if self.purpose else "present"

    @property
    def said_why(self) -> str:
        """The reason, or that there is none."""
        if self.why:
            return self.why
        return "The first wording" if self.first else "Reworded without a reason"


def purposes(snapshot: Snapshot, group_id: str) -> tuple[Wording, ...]:
    """All wordings, newest first; the group's own stands on top where it is none of those that were noted last."""
    noted = [each for each in snapshot.of(Purpose, group_id=group_id) if each.on and each.text]
    noted.sort(key=lambda each: (each.on, each.id))
    wordings = [Wording(each.text, each.on, each.why, each, not place) for place, each in enumerate(noted)]
    group = snapshot.find(Group, group_id)
    present = group.purpose if group else ""
    if present.strip() and (not noted or not same_words(present, noted[-1].text)):
        since = group.started_on if group and not noted else None
        wordings.append(Wording(present, since, "", None, not noted))
    return tuple(reversed(wordings))


def same_words(first: str, second: str) -> bool:
    """Whether two wordings are the same, but for spaces."""
    return first.split() == second.split()
