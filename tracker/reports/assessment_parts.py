"""What a self-assessment form says of itself, on its hidden sheet: which form it is, of whom, and what it asks."""

from dataclasses import dataclass
from datetime import date

from tracker.reports.checksum import content_checksum
from tracker.reports.sheet import Column, Sheet

SCHEMA = "nz.partnership-tracker.form.assessment"
# Goes up by one whenever a form of before could be read wrongly.
VERSION = 1
# The names of the two sheets, and of the headings by which columns are found again.
FORM_SHEET, FACTS_SHEET = "Answers", "form"
QUESTION_HEADING, ANSWER_HEADING = "True of our group now?", "Answer"
AGENCY_LABEL, MARK_LABEL = "Your agency", "Your mark, such as A or B"
DONT_KNOW = "don't know"
SCALE = ("0", "1", "2", "3", "4", DONT_KNOW)

_COLUMNS = (Column("what"), Column("key", 40), Column("text", 60))


@dataclass(frozen=True)
class FormFacts:
    """All that a form is known by. `agencies` are ids with the names in the list, `questions` keys with sentences."""

    office_id: str
    office: str
    group_id: str
    group: str
    assessment_id: str
    on: date
    asks: str
    agencies: tuple[tuple[str, str], ...]
    questions: tuple[tuple[str, str], ...]
    version: int = VERSION

    @property
    def sheet(self) -> Sheet:
        """The facts as rows, without their checksum."""
        rows = (
            ("schema", SCHEMA, str(self.version)),
            ("office", self.office_id, self.office),
            ("group", self.group_id, self.group),
            ("round", self.assessment_id, self.on.isoformat()),
            ("asks", self.asks, ""),
            *(("agency", key, name) for key, name in self.agencies),
            *(("question", key, text) for key, text in self.questions),
        )
        return Sheet(FACTS_SHEET, "", "", _COLUMNS, rows, raw=True)

    @property
    def checksum(self) -> str:
        """Tells whether the hidden sheet is as it left the office: it finds accidents, not fraud."""
        return content_checksum([self.sheet])
