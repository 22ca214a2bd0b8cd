"""What the group needs in the room: the problem-solvers need as much variety as the problem (§3.2)."""

from datetime import date
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import choice, day, line, prose, refers, refers_to_several
from tracker.models.records.record import Record, record


class RequisiteKind(Choice):
    """What sort of thing is needed."""

    KNOWLEDGE = "knowledge", "Knowledge"
    SKILL = "skill", "Skill"
    RESOURCE = "resource", "Resource"
    MANDATE = "mandate", "Mandate"
    VOICE = "voice", "Voice of those concerned"


@record
class Requisite(Record):
    """One knowledge, resource or voice that the issue asks for, and which agencies bring it; nobody if none does."""

    table: ClassVar[str] = "requisites"
    noun: ClassVar[str] = "thing that is needed"
    nouns: ClassVar[str] = "things that are needed"

    group_id: str | None = refers("Group", "Group", required=True)
    text: str = line("What is needed", required=True)
    kind: RequisiteKind | None = choice("Kind", RequisiteKind, default=RequisiteKind.KNOWLEDGE, required=True)
    brought_by_ids: tuple[str, ...] = refers_to_several("Brought by", "Agency")
    since: date | None = day("Known since", required=True)
    until: date | None = day("Needed until")
    note: str = prose("Note")
