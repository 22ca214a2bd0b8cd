"""An agency: any organisation in a group, government or not."""

from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import choice, line, prose, refers, yes_no
from tracker.models.records.record import Record, Sensitivity, record


class Sector(Choice):
    """Where an organisation stands (§3.2: a group needs as much variety as its problem)."""

    CENTRAL_GOVERNMENT = "central_government", "Central government"
    LOCAL_GOVERNMENT = "local_government", "Local government"
    IWI = "iwi", "Iwi or Māori organisation"
    COMMUNITY = "community", "Community or whānau"
    NGO = "ngo", "Non-government organisation"
    SCHOOL = "school", "School or tertiary"
    HEALTH = "health", "Health provider"
    BUSINESS = "business", "Business or industry"


@record
class Agency(Record):
    """An organisation. `part_of_id` names the organisation that it belongs to."""

    table: ClassVar[str] = "agencies"
    noun: ClassVar[str] = "agency"
    nouns: ClassVar[str] = "agencies"
    title_field: ClassVar[str] = "name"

    sensitivity: Sensitivity = choice("Who may see it", Sensitivity, default=Sensitivity.OPEN, required=True)
    name: str = line("Name", required=True)
    short_name: str = line("Short name", help="As people say it at the table, such as Police.")
    code: str = line("Short code", required=True, help="Stands in returns, such as EDU.")
    te_reo_name: str = line("Name in te reo Māori")
    sector: Sector | None = choice("Sector", Sector, required=True)
    part_of_id: str | None = refers("Part of", "Agency")
    has_levels: bool = yes_no(
        "Has levels of management", default=True, help="No for whānau and small organisations: they have no ladder."
    )
    note: str = prose("Note")

    @property
    def called(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name

    def further_problems(self) -> list[str]:
        if self.part_of_id and self.part_of_id == self.id:
            return ["An agency cannot be part of itself: choose another, or leave it empty."]
        return []
