"""What every record has: an identity, who may see it, and where it comes from."""

from typing import ClassVar, TypeVar, dataclass_transform

from tracker.models.choice import Choice
from tracker.models.fields import choice, field_problems, fields_to_check, is_plainly_sound, line
from tracker.models.value import Value, value

Kind = TypeVar("Kind")


class Sensitivity(Choice):
    """What may leave the office ("What may leave the office"; §8.2 and the Privacy Act 2020)."""

    OPEN = "open", "Open"
    IN_CONFIDENCE = "in_confidence", "In confidence"
    RESTRICTED = "restricted", "Restricted"


class Provenance(Choice):
    """Where a record comes from; the sample office keeps the source's facts apart from what is made up."""

    OFFICE = "office", "Recorded by the office"
    SOURCE = "source", "Told in the source"
    ILLUSTRATIVE = "illustrative", "Illustrative"


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(kind: type[Kind]) -> type[Kind]:
    """Declares a kind of record: a value whose fields are given by name."""
    return value(kind)


@record
class Record(Value):
    """One thing the office keeps. Frozen: a change is `dataclasses.replace`.

    `table` is its table and the name it has in `tracker list`; `noun` and `nouns` are what people call it;
    `title_field` names the field it is known by.
    """

    table: ClassVar[str]
    noun: ClassVar[str]
    nouns: ClassVar[str]
    title_field: ClassVar[str] = "text"

    id: str = ""
    sensitivity: Sensitivity = choice("Who may see it", Sensitivity, default=Sensitivity.IN_CONFIDENCE, required=True)
    provenance: Provenance = choice("Where it comes from", Provenance, default=Provenance.OFFICE, required=True)
    section: str = line("Section of the source", searched=False)

    @property
    def title(self) -> str:
        """What the record is called in a list or a sentence."""
        value = getattr(self, self.title_field)
        return str(getattr(value, "label", value) or "")

    def __hash__(self) -> int:
        return hash((type(self), self.id))

    def __repr__(self) -> str:
        return f"{type(self).__name__}(id={self.id!r}, title={self.title!r})"

    def problems(self) -> list[str]:
        """What is wrong with the record, as sentences that say what to do; empty when it can be kept."""
        held = vars(self)
        found: list[str] = []
        for field in fields_to_check(type(self), held):
            value = held[field.name]
            # Most fields of most records are empty or plainly sound, and records are kept by the thousand.
            if not is_plainly_sound(field, value):
                found += field_problems(field, value, self.noun)
        # Rules over several fields are asked only when each field is sound by itself.
        return found or self.further_problems()

    def further_problems(self) -> list[str]:
        """Rules over several fields; a kind with such rules overrides this."""
        return []
