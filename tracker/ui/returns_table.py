"""The table of returns that were made, each with its entry in the register of what left."""

from datetime import datetime

from tracker.models.dates import shown
from tracker.models.figures.next_return import ReturnMade
from tracker.models.records.handing_in import Verdict
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.table import RIGHT, Column

_TONES = {Verdict.ACCEPTED: "good", Verdict.QUERIED: "warning", Verdict.REJECTED: "danger"}


def returns_table() -> HeadedTable:
    """The table, still empty; its rows are `ReturnMade`."""
    return HeadedTable(_COLUMNS, lambda line: line.id, lambda name, rows: name)


def _period(line: ReturnMade) -> str:
    return line.made.period.replace("-", " ") if line.made else ""


def _state(line: ReturnMade) -> str:
    return line.made.state.label if line.made and line.made.state else ""


def _saved(line: ReturnMade) -> datetime | None:
    return line.left.at.astimezone() if line.left and line.left.at else None


def _saved_words(line: ReturnMade) -> str:
    at = _saved(line)
    return shown(at.date()) if at else ""


def _answered(line: ReturnMade) -> datetime | None:
    return line.answer.received_at if line.answer else None


def _answer_words(line: ReturnMade) -> str:
    """Accepted, 3 Jul 2008; the words tell it, and the colour again."""
    if line.answer is None or line.answer.verdict is None or line.answer.received_at is None:
        return ""
    return f"{line.answer.verdict.label} {shown(line.answer.received_at.astimezone().date())}"


def _answer_tone(line: ReturnMade) -> str:
    return _TONES.get(line.answer.verdict, "") if line.answer and line.answer.verdict else ""


def _answer_tip(line: ReturnMade) -> str:
    return line.answer.issues if line.answer else ""


def _checksum(line: ReturnMade) -> str:
    return line.made.checksum if line.made else ""


_COLUMNS = (
    Column("Return", lambda line: line.what, width=300, least=170, share=3, bold=True),
    Column("Period", _period, width=112, least=108),
    Column("Revision", lambda line: line.made.revision if line.made else None, align=RIGHT, width=80, least=76),
    Column("State", _state, width=100, least=92),
    Column("Head office", _answered, _answer_words, width=170, least=150, tone=_answer_tone, tip=_answer_tip),
    Column("To", lambda line: line.left.to_whom if line.left else "", width=180, least=130, share=1),
    Column("Purpose", lambda line: line.left.purpose if line.left else "", width=150, least=140, drop=4),
    Column("Saved", _saved, _saved_words, width=116, least=112, drop=1),
    Column("Rows", lambda line: line.left.rows if line.left else None, align=RIGHT, width=64, least=60, drop=2),
    Column("Checksum", _checksum, lambda line: _checksum(line)[:8], width=100, least=96, drop=3),
    Column("File", lambda line: line.left.file_name if line.left else "", width=300, least=240, share=1, drop=5),
)
