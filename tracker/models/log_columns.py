"""The log that staff fill in without the program (PT-T1): its columns, and the words that stand in them."""

from tracker.models.choice import Choice
from tracker.models.records.accountability import STRENGTH_WORDS
from tracker.models.records.record import Sensitivity
from tracker.models.records.result import CountBasis, Rba

SCHEMA_ID = "nz.partnership-tracker.template.outcome-log"
SCHEMA_VERSION = "1.0"
# Where a log comes from: a form sent to staff, or a meeting logged in the program on another machine.
FORM, MEETING = "form", "meeting"

SHORTEST_TEXT, LONGEST_TEXT = 5, 500
NOT_SURE = "not sure"
BETTER_OFF: dict[str, Rba | None] = {rba.label.casefold(): rba for rba in Rba} | {NOT_SURE: None}
SENSITIVITIES = {each.label.casefold(): each for each in Sensitivity}
USUAL_SENSITIVITY = Sensitivity.IN_CONFIDENCE.label.casefold()
# What adds up, and beside it what stands for itself.
UNITS = (*(basis.label.casefold() for basis in CountBasis), "percent", "dollars", "days")


class LogColumn(Choice):
    """A column of the log. The value is its name in a file for programs, the label its heading."""

    ROW_REF = "row_ref"
    MEETING_DATE = "meeting_date"
    GROUP = "group"
    MEETING_PLACE = "meeting_place"
    CHAIRED_BY = "chaired_by"
    AGENCIES_PRESENT = "agencies_present"
    KIND = "kind"
    WHAT_HAPPENED = "what_happened"
    OWNER_AGENCY = "owner_agency"
    OWNER_PERSON = "owner_person"
    DUE_DATE = "due_date"
    COMMITMENT_STATE = "commitment_state"
    VALUE = "value"
    UNIT = "unit"
    BASELINE = "baseline"
    BETTER_OFF = "better_off"
    AGENCIES_CONTRIBUTING = "agencies_contributing"
    LINE_CODE = "line_code"
    STRENGTH = "strength"
    EVIDENCE = "evidence"
    SENSITIVITY = "sensitivity"
    ENTERED_BY = "entered_by"
    # A meeting that was logged in the program knows more than the form asks for.
    TO_WHOM = "to_whom"
    RISK_LEVEL = "risk_level"
    FELT = "felt"


FORM_COLUMNS = tuple(LogColumn)[:22]
NEEDED = frozenset(
    {
        LogColumn.MEETING_DATE,
        LogColumn.GROUP,
        LogColumn.AGENCIES_PRESENT,
        LogColumn.KIND,
        LogColumn.WHAT_HAPPENED,
        LogColumn.SENSITIVITY,
        LogColumn.ENTERED_BY,
    }
)
# Filled in beforehand, or again and again: a row with nothing else is an empty row.
PREFILLED = frozenset({LogColumn.ROW_REF, LogColumn.SENSITIVITY, LogColumn.ENTERED_BY})


class LogKind(Choice):
    """What a row of the log is."""

    DECISION = "decision"
    COMMITMENT = "commitment"
    VICTORY = "little victory"
    LESSON = "lesson"
    RISK = "risk"
    BALL = "ball"
    NOW_SEE = "we now see"
    NOTE = "note"
    BARRIER = "barrier"
    CONTRIBUTION = "contribution"
    APOLOGY = "apology"


class PromiseState(Choice):
    """How a promise stands: done is kept, stopped is released, the others are open."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    STOPPED = "stopped"


KINDS = {kind.value: kind for kind in LogKind}
# What people write for the same.
KINDS |= {"promise": LogKind.COMMITMENT, "victory": LogKind.VICTORY, "now see": LogKind.NOW_SEE}
STRENGTHS = {f"{number} {words}": number for number, words in enumerate(STRENGTH_WORDS)}
STRENGTHS |= {str(number): number for number in range(len(STRENGTH_WORDS))}
STRENGTHS |= {words: number for number, words in enumerate(STRENGTH_WORDS)}
