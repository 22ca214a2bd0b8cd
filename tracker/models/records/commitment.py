"""A commitment: who promised what to whom, by when (§4.1, §4.3)."""

from datetime import date
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import choice, day, line, prose, refers
from tracker.models.records.record import Record, record


class Helped(Choice):
    """Whether what was promised to move the group forward did so (§7.2)."""

    YES = "yes", "It helped"
    PARTLY = "partly", "It helped a little"
    NO = "no", "It did not help"


@record
class Commitment(Record):
    """A promise. What became of it is recorded as dates; its standing is worked out from them.

    `first_due` is the date first agreed and is never lost; `backed_on` is the home agency's own backing (§3.4).
    """

    table: ClassVar[str] = "commitments"
    noun: ClassVar[str] = "commitment"
    nouns: ClassVar[str] = "commitments"

    group_id: str | None = refers("Group", "Group", required=True)
    meeting_id: str | None = refers("Made at the meeting", "Meeting")
    text: str = prose("What was promised", required=True)
    agency_id: str | None = refers("Agency", "Agency")
    person_id: str | None = refers("Person", "Person")
    to: str = line("To whom")
    made_on: date | None = day("Made", required=True)
    due: date | None = day("Due")
    first_due: date | None = day("First due")
    kept_on: date | None = day("Kept")
    released_on: date | None = day("Released by the group")
    missed_on: date | None = day("Given up as missed")
    backed_on: date | None = day("Backed by the home agency")
    outcome_note: str = prose("What became of it")
    tactic: str = line("Tactic it comes from (§7.2)", searched=False)
    to_agency_id: str | None = refers("To the agency", "Agency")
    helped: Helped | None = choice("Did it help?", Helped)
    helped_on: date | None = day("Looked at")
    helped_note: str = prose("What it did")

    def further_problems(self) -> list[str]:
        assert self.made_on is not None
        if self.due and self.due < self.made_on:
            return ["The promise is due before it was made: put one of the two dates right."]
        if sum(day is not None for day in (self.kept_on, self.released_on, self.missed_on)) > 1:
            return ["A promise is kept, released or missed: keep one of these dates."]
        endings = [day for day in (self.kept_on, self.released_on, self.missed_on) if day]
        if endings and endings[0] < self.made_on:
            return ["The promise ended before it was made: put one of the two dates right."]
        return []


@record
class DueChange(Record):
    """A promise renegotiated: the date it was due and the date it is due now."""

    table: ClassVar[str] = "due_changes"
    noun: ClassVar[str] = "change of the due date"
    nouns: ClassVar[str] = "changes of the due date"
    title_field: ClassVar[str] = "why"

    commitment_id: str | None = refers("Commitment", "Commitment", required=True)
    on: date | None = day("Agreed", required=True)
    due_before: date | None = day("Due before")
    due_after: date | None = day("Due now")
    why: str = prose("Why")
