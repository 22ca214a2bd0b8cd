"""A reading of power: one rater splits 100 points over the agencies (§4.1, §4.2); and what was agreed about it."""

from datetime import date
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import Scores, choice, day, line, prose, refers, scores
from tracker.models.records.record import Record, Sensitivity, record


class Question(Choice):
    """What the 100 points are split for."""

    DECIDES = "decides", "Who decides"
    GIVES = "gives", "Who gives"
    GAINS = "gains", "Who gains"


@record
class Reading(Record):
    """One rater's 100 points over the agencies, for one question, on one day. Never leaves the office."""

    table: ClassVar[str] = "readings"
    noun: ClassVar[str] = "reading"
    nouns: ClassVar[str] = "readings"
    title_field: ClassVar[str] = "question"

    sensitivity: Sensitivity = choice("Who may see it", Sensitivity, default=Sensitivity.RESTRICTED, required=True)
    group_id: str | None = refers("Group", "Group", required=True)
    on: date | None = day("Date", required=True)
    agency_id: str | None = refers("Rater's agency", "Agency", required=True)
    rater: str = line("Rater", help="A mark that tells raters of one agency apart, such as A or B.", searched=False)
    question: Question | None = choice("Question", Question, required=True)
    points: Scores = scores("Points", refers_to="Agency", low=0, high=100)

    def further_problems(self) -> list[str]:
        total = sum(score or 0 for _, score in self.points)
        if total != 100:
            return [f"The points add up to {total}: share out exactly 100."]
        return []


@record
class Accommodation(Record):
    """What the group agreed to do about an imbalance, and when it looks at it again (§4.2)."""

    table: ClassVar[str] = "accommodations"
    noun: ClassVar[str] = "accommodation"
    nouns: ClassVar[str] = "accommodations"

    group_id: str | None = refers("Group", "Group", required=True)
    meeting_id: str | None = refers("Agreed at the meeting", "Meeting")
    imbalance: str = prose("What is out of balance", required=True)
    text: str = prose("What was agreed", required=True)
    agreed_on: date | None = day("Agreed", required=True)
    review_on: date | None = day("Look at it again")

    def further_problems(self) -> list[str]:
        if self.review_on and self.agreed_on and self.review_on < self.agreed_on:
            return ["It is to be looked at again before it was agreed: put one of the two dates right."]
        return []
