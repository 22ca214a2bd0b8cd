"""A self-assessment as an Excel form: one page that an agency fills in and sends back (§7.2).

All is protected but the cells for answers, so that the keyboard goes from one to the next. What the form is known by
stands on a sheet that is not shown.
"""

import hashlib
import io
import textwrap
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from tracker.models.assessment_taking import started
from tracker.models.dates import shown
from tracker.models.figures.assessment.asked_order import asked_texts
from tracker.models.figures.gate import group_that_leaves, is_restricted
from tracker.models.mistake import Mistake
from tracker.models.records.agency import Agency
from tracker.models.records.handing_in import Departure
from tracker.models.records.stage import Asked, Assessment
from tracker.models.snapshot import Snapshot
from tracker.reports.assessment_parts import (
    AGENCY_LABEL,
    ANSWER_HEADING,
    FACTS_SHEET,
    FORM_SHEET,
    MARK_LABEL,
    QUESTION_HEADING,
    SCALE,
    FormFacts,
)
from tracker.reports.file_name import safe_part
from tracker.reports.looks import FONT, SIZE, Looks, Part
from tracker.reports.row_height import row_height
from tracker.reports.saving import save_whole
from tracker.reports.sheet import Cell, Column, Look
from tracker.reports.sound_text import sound
from tracker.reports.text_cells import Cells

_A4 = 9
_COLUMNS = (Column("No.", 5), Column(QUESTION_HEADING, 70), Column(ANSWER_HEADING, 26, fill_in=True))
_MARGINS = {"left": 0.5, "right": 0.5, "top": 0.5, "bottom": 0.5}
# What runs over the three columns in one line.
_LINE, _TITLE_LINE = 124, 64
# Up to so many agencies nobody is truly anonymous.
_FEW = 7
# A line of the register holds no more.
_LONGEST = 280
_LONGEST_MARK = 20
# Points: a row to answer has room for a pen too, and an agency's name may take two lines.
_LEAST_ROW, _WHO_ROW, _ABOVE_TABLE = 23.0, 30.0, 36.0
_TIGHT = 1.5
_SCALE_WORDS = "0 not at all   ·   1 a little   ·   2 partly   ·   3 mostly   ·   4 fully   ·   don't know"


@dataclass(frozen=True)
class PreparedForm:
    """A form before it is written, with the round that it belongs to."""

    facts: FormFacts
    assessment: Assessment
    made_at: datetime
    file_name: str

    @property
    def what(self) -> str:
        """As the register of what left names it."""
        sort = "Health check form" if self.assessment.asked is Asked.HEALTH else "Self-assessment form"
        return f"{sort}, {self.facts.group}, {shown(self.facts.on)}"

    @property
    def notes(self) -> tuple[str, ...]:
        """What the form tells who fills it in, a sentence or two each."""
        return (
            f"{self.facts.office} asks, {shown(self.facts.on)}. It takes ten minutes. How is it now, as you see it?",
            "Choose an answer for each line. “Don't know” never counts as 0. An empty cell is read as left out.",
            self._names,
            "Give each person of one agency a mark of their own. Please write no name of a client, family or whānau.",
        )

    @property
    def _names(self) -> str:
        agreed = (
            "The group agreed beforehand that answers are shown with the agency's name."
            if self.assessment.named
            else "Answers are shown to the group without names."
        )
        number = len(self.facts.agencies)
        few = f" With {number} agencies nobody is truly anonymous." if number <= _FEW else ""
        return f"{agreed}{few} The office sees whose form this is; single answers go no further."


def prepare_form(snapshot: Snapshot, assessment: Assessment, made_at: datetime) -> PreparedForm:
    """The form of a round; `made_at` is a time with its zone. The round may be one that is not kept yet.

    Raises KeyError if there is no such group, Mistake if the group is restricted to this office or nobody is asked.
    """
    group = group_that_leaves(snapshot, assessment.group_id)
    if is_restricted(assessment):
        raise Mistake("This round is restricted to this office, so no form of it can leave: change who may see it.")
    if not assessment.asked_ids:
        raise Mistake("No agency is named as asked in this round: say who is asked first.")
    assert assessment.on is not None
    office = snapshot.office
    facts = FormFacts(
        office_id=office.id,
        office=sound(office.name),
        group_id=group.id,
        group=sound(group.name),
        assessment_id=assessment.id,
        on=assessment.on,
        asks=assessment.asked.value,
        agencies=_named(snapshot, assessment.asked_ids),
        questions=asked_texts(assessment),
    )
    sort = "health-check" if assessment.asked is Asked.HEALTH else "self-assessment"
    file_name = f"{sort}_{safe_part(group.code) or 'group'}_{assessment.on.isoformat()}.xlsx"
    return PreparedForm(facts, assessment, made_at, file_name)


def form_bytes(form: PreparedForm) -> bytes:
    """The workbook as it will lie on the disk."""
    import xlsxwriter

    whole = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONT, "font_size": SIZE},
    }
    book = xlsxwriter.Workbook(whole, options)
    looks = Looks(book)
    _write_form(book.add_worksheet(FORM_SHEET), form, looks)
    _write_facts(book.add_worksheet(FACTS_SHEET), form.facts, looks)
    properties = {"title": form.what, "author": form.facts.office, "company": form.facts.office}
    comments = "A form to fill in and send back. It was made by Partnership Tracker."
    book.set_properties(properties | {"comments": comments, "created": form.made_at.replace(tzinfo=None)})
    book.close()
    return whole.getvalue()


def write_form(form: PreparedForm, content: bytes, path: Path) -> None:
    """Puts the form's bytes at `path`, whole. Raises Mistake if they cannot be written."""
    save_whole(path, content, lambda beside: _look(beside, content))


def departure_of(
    form: PreparedForm, content: bytes, path: Path, identity: str, to_whom: str, purpose: str
) -> Departure:
    """The entry for the register of what left. Its rows are the questions."""
    return Departure(
        id=identity,
        at=form.made_at,
        what=form.what if len(form.what) <= _LONGEST else form.what[: _LONGEST - 1] + "…",
        to_whom=to_whom.strip(),
        purpose=purpose.strip(),
        rows=len(form.facts.questions),
        file_name=path.name,
        file_sha256=hashlib.sha256(content).hexdigest(),
    )


def round_to_send(snapshot: Snapshot, group_id: str, asks: Asked, mint: Callable[[], str]) -> tuple[Assessment, bool]:
    """Today's round, and whether it is a new one that is still to be kept. Raises Mistake if none can be started."""
    for assessment in snapshot.of(Assessment, group_id=group_id):
        if assessment.on == snapshot.today and assessment.asked is asks:
            return assessment, False
    return started(snapshot, group_id, snapshot.today, mint, asks=asks), True


def _named(snapshot: Snapshot, agency_ids: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The agencies asked by their names; two of one name are told apart by their codes, or else by a number."""
    agencies = [agency for agency in (snapshot.find(Agency, key) for key in agency_ids) if agency]
    often = Counter(sound(agency.name) for agency in agencies)
    names: list[tuple[str, str]] = []
    for number, agency in enumerate(agencies, start=1):
        name = sound(agency.name)
        names.append((agency.id, f"{name} ({agency.code or number})" if often[name] > 1 else name))
    return tuple(names)


def _write_form(worksheet: Any, form: PreparedForm, looks: Looks) -> None:
    cells = Cells(worksheet, looks)
    for place, column in enumerate(_COLUMNS):
        worksheet.set_column(place, place, column.width)
    row = _write_top(worksheet, cells, form)
    who = row
    cells.put(who, 1, AGENCY_LABEL)
    cells.put(who, 2, None, fill_in=True)
    cells.put(who + 1, 1, MARK_LABEL)
    cells.put(who + 1, 2, None, fill_in=True)
    for line in (who, who + 1):
        worksheet.set_row(line, _WHO_ROW)
    cells.label(who + 2, 0, _SCALE_WORDS, Part.CAPTION)
    worksheet.set_row(who + 2, _ABOVE_TABLE)
    row = who + 3
    for place, column in enumerate(_COLUMNS):
        cells.heading(row, place, column.heading, Look.TEXT)
    worksheet.set_row(row, 20)
    first = row + 1
    for number, (_, text) in enumerate(form.facts.questions, start=1):
        question: tuple[Cell, ...] = (number, text, None)
        worksheet.set_row(row + number, max(_LEAST_ROW, row_height(question, _COLUMNS) + _TIGHT))
        for place, cell in enumerate(question):
            cells.put(row + number, place, cell, fill_in=place == 2)
    _validate(worksheet, form.facts, who, first)
    _protect(worksheet, who)
    _set_page(worksheet, form.facts)


def _write_top(worksheet: Any, cells: Cells, form: PreparedForm) -> int:
    """The title and the notes; returns the row after them, counted from 0."""
    title = "Health check:" if form.assessment.asked is Asked.HEALTH else "How is our group?"
    row = 0
    for line in textwrap.wrap(f"{title} {form.facts.group}", _TITLE_LINE):
        cells.label(row, 0, line, Part.TITLE)
        worksheet.set_row(row, 24)
        row += 1
    for note in form.notes:
        for line in textwrap.wrap(note, _LINE):
            cells.label(row, 0, line, Part.ABOUT)
            row += 1
    return row + 1


def _write_facts(worksheet: Any, facts: FormFacts, looks: Looks) -> None:
    cells = Cells(worksheet, looks)
    sheet = facts.sheet
    rows = (*sheet.rows, ("checksum", facts.checksum, ""))
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            cells.put(number, place, cell)
    worksheet.protect()
    worksheet.very_hidden()


def _validate(worksheet: Any, facts: FormFacts, who: int, first: int) -> None:
    """Lists for the agency and the answers. The agencies' names are too long for a list of their own."""
    rows = facts.sheet.rows
    places = [place for place, row in enumerate(rows, start=1) if row[0] == "agency"]
    offered = f"={FACTS_SHEET}!$C${places[0]}:$C${places[-1]}"
    _allow(
        worksheet,
        (who, who),
        {"validate": "list", "source": offered},
        "Choose from the list",
        "Choose your agency here.",
    )
    short = {"validate": "length", "criteria": "<=", "value": _LONGEST_MARK}
    _allow(worksheet, (who + 1, who + 1), short, "A short mark", "A mark, such as A or B, and no name.")
    last = first + len(facts.questions) - 1
    scale = {"validate": "list", "source": list(SCALE), "show_input": False}
    _allow(worksheet, (first, last), scale, "Choose from the list", "Choose 0 to 4, or don't know.")


def _allow(worksheet: Any, rows: tuple[int, int], rule: dict[str, Any], title: str, words: str) -> None:
    """What the cells for answers take in some rows; the same words tell it when one is chosen, and when it is wrong."""
    told = {"input_title": title, "input_message": words, "error_title": title, "error_message": words}
    worksheet.data_validation(rows[0], 2, rows[1], 2, rule | told)


def _protect(worksheet: Any, who: int) -> None:
    """Without a password: it guards against slips alone. Tab goes from one open cell to the next."""
    worksheet.protect("", {"format_columns": True, "format_rows": True})
    worksheet.set_selection(who, 2, who, 2)


def _set_page(worksheet: Any, facts: FormFacts) -> None:
    worksheet.set_portrait()
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(1, 1)
    worksheet.set_margins(**_MARGINS)
    worksheet.hide_gridlines(2)
    worksheet.activate()


def _look(beside: Path, content: bytes) -> None:
    """Raises Mistake if the disk did not keep it."""
    if beside.read_bytes() != content:
        raise Mistake("The form did not reach the disk whole: save it again, or in another folder.")
