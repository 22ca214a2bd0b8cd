"""A person who works with the group, known by name or by post."""

from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import choice, line, prose, refers
from tracker.models.records.record import Record, record


class Level(Choice):
    """Where somebody stands at home (§6.1, figure 5), from the front line up."""

    FRONT_LINE = "front_line", "Front line"
    LINE_MANAGER = "line_manager", "Line manager"
    SENIOR = "senior", "Regional or senior"
    CHIEF_EXECUTIVE = "chief_executive", "Chief executive"


@record
class Person(Record):
    """Somebody in a group. Returns name the post, never the person."""

    table: ClassVar[str] = "people"
    noun: ClassVar[str] = "person"
    nouns: ClassVar[str] = "people"
    title_field: ClassVar[str] = "name"

    name: str = line("Name", required=True, help="Colleagues only. Never a client's name.")
    post: str = line("Post", help="What returns show, such as Service manager.")
    agency_id: str | None = refers("Agency", "Agency", required=True)
    level: Level | None = choice("Level", Level)
    email: str = line("Work e-mail", searched=False)
    note: str = prose("Note")

    @property
    def shown_post(self) -> str:
        """The post, or the name where that is all there is."""
        return self.post or self.name
