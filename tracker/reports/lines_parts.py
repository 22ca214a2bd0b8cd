"""What the template of lines and measures (PT-T2) is made of: its sheets, columns and words."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.models.line_template import TemplateColumn
from tracker.models.records.accountability import Operator
from tracker.models.records.result import Rba
from tracker.reports.table_file import Shape
from tracker.reports.workbook_file import Wanted

SCHEMA_ID, SCHEMA_VERSION = "nz.partnership-tracker.template.lines", "1.0"
READ_ME_SHEET, LINES_SHEET, FACTS_SHEET = "Read_me", "Lines", "Metadata"
TITLE = "Accountability lines and measures"
ABOUT = "One row is a line, or one measure of a line. What stands empty leaves what is known already."
# So many rows are made ready below those that are filled.
PREPARED = 200
HOW_TO_FILL = (
    "One row is one accountability line, or one measure of it. A line with three measures has three rows.",
    "Framework: the document with its year, such as Statement of Performance Expectations 2007/08.",
    "A line is known again by its framework, agency and code: sent again, it is updated and never doubled.",
    "A measure is known again by its line and its own code.",
    "What stands empty leaves what is known. To take something out, do so in Partnership Tracker.",
    "Targets and baselines are plain numbers; the unit stands beside them, so 85 and %, not 85%.",
    "A target in words has “text” as what it is, and the words in the column target_low.",
    "Columns may be moved, and others put beside them. The headings have to stay as they are.",
    "Reading it is a try first: of each row it is told what would become of it, before anything is kept.",
)
TEMPLATE = Wanted(
    "template of lines", "choose the template of lines and measures (.xlsx)", "save it again in Excel, and read that"
)
SHAPE = Shape(tuple(column.value for column in TemplateColumn), LINES_SHEET, TEMPLATE)


@dataclass(frozen=True)
class ColumnPart:
    """A column's width in characters, what it is for, and what stands in the worked row."""

    width: float
    meaning: str
    worked: str = ""
    needed: str = ""


PARTS: Mapping[TemplateColumn, ColumnPart] = {
    TemplateColumn.FRAMEWORK: ColumnPart(
        34, "The document, with its year", "Statement of Performance Expectations 2007/08", "yes"
    ),
    TemplateColumn.AGENCY: ColumnPart(26, "Name, short name or code of the agency", "Ministry of Education", "yes"),
    TemplateColumn.CODE: ColumnPart(12, "The line's own number or letters", "2.1", "yes"),
    TemplateColumn.PARENT_CODE: ColumnPart(14, "The code of the line that it is part of", ""),
    TemplateColumn.NAME: ColumnPart(36, "What the line is called", "Attendance and engagement", "for a new line"),
    TemplateColumn.TYPE: ColumnPart(22, "Its sort, in the document's words", "Departmental output"),
    TemplateColumn.MEASURE_CODE: ColumnPart(16, "The measure's own number or letters", "2.1.1", "with a measure"),
    TemplateColumn.MEASURE: ColumnPart(
        48, "The measure as it stands there", "Pupils supported who are back at school within 20 school days"
    ),
    TemplateColumn.RBA: ColumnPart(13, "Asks: how much, how well or better off", "better off"),
    TemplateColumn.UNIT: ColumnPart(12, "What the numbers count", "%"),
    TemplateColumn.TARGET_OP: ColumnPart(12, "The target is >=, <=, =, between or text", ">="),
    TemplateColumn.TARGET_LOW: ColumnPart(12, "The target, or the lower end of it", "85"),
    TemplateColumn.TARGET_HIGH: ColumnPart(12, "The upper end, if it is between two numbers", ""),
    TemplateColumn.BASELINE: ColumnPart(12, "Where it stood before", "79"),
    TemplateColumn.FREQUENCY: ColumnPart(16, "How often it is measured", "each quarter"),
    TemplateColumn.PAGE_REF: ColumnPart(12, "Where it stands in the document", "p. 14"),
}
LISTS: Mapping[TemplateColumn, tuple[str, ...]] = {
    TemplateColumn.RBA: tuple(each.label.lower() for each in Rba),
    TemplateColumn.TARGET_OP: tuple(each.value for each in Operator),
}
LENGTHS: Mapping[TemplateColumn, int] = dict.fromkeys(
    (TemplateColumn.FRAMEWORK, TemplateColumn.CODE, TemplateColumn.NAME, TemplateColumn.MEASURE_CODE), 300
)
