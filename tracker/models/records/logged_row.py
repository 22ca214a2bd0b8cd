"""Which record came of which row of a log that was read in, so that a row sent again updates and does not double."""

from typing import ClassVar

from tracker.models.fields import line
from tracker.models.records.record import Record, record


@record
class LoggedRow(Record):
    """One record that a row of a log became. A row may have made several: a ball and its handover, a result's shares.

    `kept_in` is the table of the record; `content` a checksum of the row as it was last read, and of the record as it
    was made of it.
    """

    table: ClassVar[str] = "logged_rows"
    noun: ClassVar[str] = "row of a log"
    nouns: ClassVar[str] = "rows of logs"
    title_field: ClassVar[str] = "row_ref"

    template_id: str = line("Log", required=True, searched=False)
    row_ref: str = line("Row", required=True, searched=False)
    kept_in: str = line("Kept in", required=True, searched=False)
    record_id: str = line("Became", required=True, searched=False)
    content: str = line("Content", searched=False)
