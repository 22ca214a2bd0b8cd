"""Judgements of where a group stands in its life cycle (§7.2), and what members say of the signs."""

from datetime import date
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import (
    Scores,
    choice,
    day,
    line,
    prose,
    refers,
    refers_to_several,
    scores,
    yes_no,
)
from tracker.models.records.record import Record, Sensitivity, record


class Stage(Choice):
    """The five stages (§7.2, figure 6), in the order of the life cycle."""

    FORMING = "forming"
    FRUSTRATION = "frustration"
    FUNCTIONING = "functioning"
    FLYING = "flying"
    FAILING = "failing"


@record
class StageJudgement(Record):
    """People's judgement, on a day, of the stage the group is in.

    Without a stage the judgement is "not clear". `crossover` is the zone between Frustration and Functioning.
    """

    table: ClassVar[str] = "stages"
    noun: ClassVar[str] = "stage judgement"
    nouns: ClassVar[str] = "stage judgements"
    title_field: ClassVar[str] = "stage"

    group_id: str | None = refers("Group", "Group", required=True)
    on: date | None = day("Date", required=True)
    stage: Stage | None = choice("Stage", Stage, help="Leave it empty if it is not clear.")
    crossover: bool = yes_no("In the crossover", help="Between Frustration and Functioning.")
    why: str = prose("Why", required=True)
    judged_by: str = line("Judged by", required=True, help="The group, the manager or a post.")
    assessment_id: str | None = refers("Self-assessment behind it", "Assessment")
    differs_because: str = prose("Why it differs from the suggestion")
    evidence: str = prose("What it rests on", help="What was seen or said that shows it.")

    @property
    def title(self) -> str:
        if self.stage is None:
            return "Not clear"
        return "Crossover" if self.crossover else self.stage.label

    def further_problems(self) -> list[str]:
        if self.crossover and self.stage not in (Stage.FRUSTRATION, Stage.FUNCTIONING):
            return ["The crossover lies between Frustration and Functioning: choose one of these two, or untick it."]
        return []


class Asked(Choice):
    """What the members are asked about their group."""

    SIGNS = "signs", "The signs of the stages"
    HEALTH = "health", "The health check"


@record
class Assessment(Record):
    """One round of self-assessment: who was asked, and the thresholds that were in force.

    `asks` is None in rounds from before the health check was there: they asked for the signs. `named` says that the
    group had agreed, before anybody answered, that answers are shown with the agency's name.
    """

    table: ClassVar[str] = "assessments"
    noun: ClassVar[str] = "self-assessment"
    nouns: ClassVar[str] = "self-assessments"
    title_field: ClassVar[str] = "note"

    group_id: str | None = refers("Group", "Group", required=True)
    on: date | None = day("Date", required=True)
    asked_ids: tuple[str, ...] = refers_to_several("Agencies asked", "Agency")
    meeting_id: str | None = refers("At the meeting", "Meeting")
    note: str = prose("Note")
    thresholds: Scores = scores("Thresholds in force (hundredths)", low=0, high=10_000)
    asks: Asked | None = choice("What was asked", Asked)
    named: bool = yes_no("Shown with the agency's name", help="Only if the group agreed to it beforehand.")

    @property
    def asked(self) -> Asked:
        """What was asked: the signs, unless it was the health check."""
        return self.asks or Asked.SIGNS


@record
class Rating(Record):
    """One member's unnamed answers, sign by sign: 0 not at all to 4 fully; without a number, don't know."""

    table: ClassVar[str] = "ratings"
    noun: ClassVar[str] = "rating"
    nouns: ClassVar[str] = "ratings"
    title_field: ClassVar[str] = "rater"

    sensitivity: Sensitivity = choice("Who may see it", Sensitivity, default=Sensitivity.RESTRICTED, required=True)
    assessment_id: str | None = refers("Self-assessment", "Assessment", required=True)
    agency_id: str | None = refers("Agency", "Agency", required=True)
    rater: str = line("Rater", help="A mark that tells raters of one agency apart, such as A or B.", searched=False)
    answers: Scores = scores("Answers", low=0, high=4)
    given_on: date | None = day("Answered")
    form: str = line("Form it came by", searched=False)
