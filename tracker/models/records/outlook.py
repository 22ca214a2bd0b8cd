"""How the group places itself: closeness (§1.2), sense-making (§3.2), triage (§2.1) and its ways of leading (§4.2)."""

from datetime import date
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import choice, day, line, prose, refers, whole, yes_no
from tracker.models.records.record import Record, record


class Closeness(Choice):
    """How closely a group works: the continuum (§1.2), from far apart to close."""

    CO_EXISTENCE = "co_existence", "Co-existence"
    COMMUNICATION = "communication", "Communication"
    CO_OPERATION = "co_operation", "Co-operation"
    CO_ORDINATION = "co_ordination", "Co-ordination"
    COLLABORATION = "collaboration", "Collaboration"


@record
class ContinuumPlace(Record):
    """Where the group is on the continuum on a day, or where it means to be."""

    table: ClassVar[str] = "continuum"
    noun: ClassVar[str] = "place on the continuum"
    nouns: ClassVar[str] = "places on the continuum"
    title_field: ClassVar[str] = "closeness"

    group_id: str | None = refers("Group", "Group", required=True)
    on: date | None = day("Date", required=True)
    closeness: Closeness | None = choice("How closely (§1.2)", Closeness, required=True)
    target: bool = yes_no("This is where the group means to be")
    why: str = prose("Why")


class Domain(Choice):
    """How cause and effect hang together (§3.2, after Kurtz and Snowden)."""

    KNOWN = "known"
    KNOWABLE = "knowable"
    COMPLEX = "complex"
    CHAOS = "chaos"


@record
class SenseMaking(Record):
    """Where one member places the issue; the spread between members is the useful part (§3.2)."""

    table: ClassVar[str] = "sense_making"
    noun: ClassVar[str] = "view of the issue"
    nouns: ClassVar[str] = "views of the issue"
    title_field: ClassVar[str] = "domain"

    group_id: str | None = refers("Group", "Group", required=True)
    on: date | None = day("Date", required=True)
    agency_id: str | None = refers("Agency", "Agency", required=True)
    domain: Domain | None = choice("Domain", Domain, required=True)
    why: str = prose("Why")


class TriageResult(Choice):
    """Whether the issue needs a group at all (§2.1)."""

    SINGLE = "single", "A single agency is enough"
    GREY = "grey", "Grey area: keep watching"
    JOINED_UP = "joined_up", "A joined-up response is needed"


@record
class Triage(Record):
    """Four questions before starting (§2.1); the manager may overrule the result and says why."""

    table: ClassVar[str] = "triages"
    noun: ClassVar[str] = "triage"
    nouns: ClassVar[str] = "triages"
    title_field: ClassVar[str] = "result"

    group_id: str | None = refers("Group", "Group", required=True)
    on: date | None = day("Date", required=True)
    aspects: int | None = whole("Aspects of people's lives touched", low=0, high=20)
    agencies: int | None = whole("Agencies involved", low=0, high=100)
    clarity: int | None = whole("How clear the issue is", low=0, high=4, help="0 not at all, 4 fully.")
    standardness: int | None = whole("How far standard responses fit", low=0, high=4, help="0 not at all, 4 fully.")
    result: TriageResult | None = choice("Result", TriageResult)
    overruled_because: str = prose("Why the result was overruled")


class PracticeName(Choice):
    """What a group does to lead itself, and its practical steps (§4.2)."""

    ACTIVATION = "activation"
    FRAMING = "framing"
    MOBILISING = "mobilising"
    SYNTHESISING = "synthesising"
    GAME_MANAGEMENT = "game_management"
    SHARED_VISION = "shared_vision"
    ROADMAP = "roadmap"
    RELATIONSHIP_BUILDING = "relationship_building"
    SINGLE_PLAN = "single_plan"
    RULES_OF_ENGAGEMENT = "rules_of_engagement"
    MEMORANDUM = "memorandum", "Memorandum of understanding"


class PracticeState(Choice):
    """How far a practice has come."""

    NOT_YET = "not_yet"
    UNDER_WAY = "under_way"
    IN_PLACE = "in_place"


@record
class Practice(Record):
    """How far one way of leading the group has come, on a day (§4.2)."""

    table: ClassVar[str] = "practices"
    noun: ClassVar[str] = "practice"
    nouns: ClassVar[str] = "practices"
    title_field: ClassVar[str] = "name"

    group_id: str | None = refers("Group", "Group", required=True)
    name: PracticeName | None = choice("Practice", PracticeName, required=True)
    state: PracticeState | None = choice("State", PracticeState, required=True)
    on: date | None = day("Date", required=True)
    note: str = line("Note")


@record
class Purpose(Record):
    """A wording of the shared purpose, from a day on, and why it was reworded (§3.2). The group has the latest."""

    table: ClassVar[str] = "purposes"
    noun: ClassVar[str] = "wording of the purpose"
    nouns: ClassVar[str] = "wordings of the purpose"

    group_id: str | None = refers("Group", "Group", required=True)
    meeting_id: str | None = refers("Agreed at the meeting", "Meeting")
    on: date | None = day("From", required=True)
    text: str = prose("Shared purpose", required=True)
    why: str = prose("Why it was put this way")


class Seen(Choice):
    """How far something that helps or hinders is there in the group."""

    HERE = "here", "Seen here"
    IN_PART = "in_part", "In part"
    NOT_HERE = "not_here", "Not here"


@record
class Condition(Record):
    """How far one enabler or impediment (§2.3 to §7.3) was seen in the group on a day. `key` is the guidance's."""

    table: ClassVar[str] = "conditions"
    noun: ClassVar[str] = "enabler or impediment"
    nouns: ClassVar[str] = "enablers and impediments"
    title_field: ClassVar[str] = "key"

    group_id: str | None = refers("Group", "Group", required=True)
    key: str = line("What helps or hinders", required=True, searched=False)
    on: date | None = day("Date", required=True)
    seen: Seen | None = choice("How far", Seen, required=True)
    note: str = prose("What shows it")

    @property
    def title(self) -> str:
        # Loaded when somebody asks: few do, and every start reads this kind.
        from tracker.models.guidance.conditions import condition_help

        help = condition_help(self.key)
        return help.text if help else self.key
