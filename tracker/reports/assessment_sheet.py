"""Reading one self-assessment form that came back: what is written in it, before it is judged whether it may count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tracker.models.assessment_taking import HIGHEST
from tracker.models.folding import folded
from tracker.models.mistake import Mistake
from tracker.reports.assessment_parts import (
    AGENCY_LABEL,
    ANSWER_HEADING,
    DONT_KNOW,
    FACTS_SHEET,
    FORM_SHEET,
    MARK_LABEL,
    QUESTION_HEADING,
    SCHEMA,
    VERSION,
    FormFacts,
)
from tracker.reports.sound_text import sound
from tracker.reports.workbook_file import opened_workbook

_LAST_ROW, _LAST_COLUMN = 500, 30
_DONT_KNOW = frozenset(
    {
        *("dont know", "don t know", "do not know", "dontknow", "dunno", "dk", "d k", "unknown", "not known"),
        *("not sure", "unsure", "no idea", "cannot say", "can not say", "cant say", "not applicable", "na", "n a"),
        *("kaore au e mohio", "kaore i te mohio", "?", "??", "???"),
    }
)
_SCORE = re.compile(r"([+-]?\d+(?:[.,]\d+)?)(?:\s*[-–:.]?\s*(?:not at all|a little|partly|mostly|fully))?")


@dataclass(frozen=True)
class FilledForm:
    """What a form says. `answers` are 0 to 4 by key, None for "don't know"; what was left empty is not among them.

    `problem` says why the answers cannot be read, "" if they can.
    """

    facts: FormFacts
    agency: str
    mark: str
    answers: dict[str, int | None]
    notes: tuple[str, ...] = ()
    problem: str = ""


def read_filled(path: Path) -> FilledForm:
    """The form in a file. Raises Mistake, with what to do, if it is no form of ours or cannot be read as one."""
    book = opened_workbook(path)
    try:
        facts = _facts(book)
        return _Answers(book[_form_sheet(book)], facts).read()
    finally:
        book.close()


def _facts(book: Any) -> FormFacts:
    """What the form is known by. Raises Mistake if that is missing, changed, or of another version."""
    if FACTS_SHEET not in book.sheetnames:
        raise Mistake(
            "This workbook is no self-assessment form, or the sheet by which it is known was taken out: fill in the "
            "form as it was sent."
        )
    rows = [tuple(_text(cell) for cell in row) for row in _rows(book[FACTS_SHEET], 3)]
    kept = {row[0]: row for row in rows}
    if kept.get("schema", ("", "", ""))[1] != SCHEMA:
        raise Mistake("This workbook is no self-assessment form: choose the form that came back.")
    version = _version(kept["schema"][2])
    changed = "What the form is known by was changed since it was sent: send a new form."
    try:
        facts = FormFacts(
            office_id=kept["office"][1],
            office=kept["office"][2],
            group_id=kept["group"][1],
            group=kept["group"][2],
            assessment_id=kept["round"][1],
            on=date.fromisoformat(kept["round"][2]),
            asks=kept["asks"][1],
            agencies=tuple((key, name) for what, key, name in rows if what == "agency"),
            questions=tuple((key, text) for what, key, text in rows if what == "question"),
            version=version,
        )
    except (KeyError, ValueError) as error:
        raise Mistake(changed) from error
    if kept.get("checksum", ("", "", ""))[1] != facts.checksum:
        raise Mistake(changed)
    return facts


def _version(text: str) -> int:
    version = int(text) if text.isascii() and text.isdigit() else 0
    if version > VERSION:
        raise Mistake("The form comes from a newer Partnership Tracker: bring this one up to date, and read it again.")
    if version < VERSION:
        raise Mistake("The form comes from an older Partnership Tracker: send a new form.")
    return version


def _form_sheet(book: Any) -> str:
    """The sheet with the answers, whatever it is called now."""
    if FORM_SHEET in book.sheetnames:
        return FORM_SHEET
    for sheet in book.worksheets:
        if sheet.title != FACTS_SHEET and any(QUESTION_HEADING in map(_text, row) for row in _rows(sheet)):
            return str(sheet.title)
    raise Mistake(f"The sheet “{FORM_SHEET}” is missing: fill in the form as it was sent.")


class _Answers:
    """The reading of one sheet of answers. Places are found by their words, so that rows may stand in any order."""

    def __init__(self, sheet: Any, facts: FormFacts) -> None:
        self._sheet = sheet
        self._facts = facts
        self._rows = list(_rows(sheet))
        self._notes: list[str] = []

    def read(self) -> FilledForm:
        """What cannot be read is said, with whose form it is as far as that can."""
        agency = mark = problem = ""
        answers: dict[str, int | None] = {}
        try:
            top, question, answer = self._headings()
            agency = self._beside(AGENCY_LABEL, answer)
            mark = " ".join(self._beside(MARK_LABEL, answer).split())
            answers = self._answers(top, question, answer)
        except Mistake as mistake:
            problem = mistake.sentence
        return FilledForm(self._facts, agency, mark, answers, tuple(self._notes), problem)

    def _headings(self) -> tuple[int, int, int]:
        for place, row in enumerate(self._rows):
            texts = [folded(_text(cell)) for cell in row]
            if folded(QUESTION_HEADING) in texts:
                columns = [number for number, text in enumerate(texts) if text == folded(ANSWER_HEADING)]
                if len(columns) == 1:
                    return place, texts.index(folded(QUESTION_HEADING)), columns[0]
                how = "is missing or was renamed" if not columns else "stands there more than once"
                raise Mistake(f"The column “{ANSWER_HEADING}” {how}: fill in the form as it was sent.")
        raise Mistake(f"The column “{QUESTION_HEADING}” is missing or was renamed: fill in the form as it was sent.")

    def _beside(self, label: str, column: int) -> str:
        for row in self._rows:
            if folded(label) in (folded(_text(cell)) for cell in row):
                value = row[column] if column < len(row) else None
                return self._plain(value, label)
        raise Mistake(f"The line “{label}” is missing or was renamed: fill in the form as it was sent.")

    def _answers(self, top: int, question: int, answer: int) -> dict[str, int | None]:
        keys = {folded(sound(text)): (key, text) for key, text in self._facts.questions}
        answers: dict[str, int | None] = {}
        seen: set[str] = set()
        hidden = 0
        for number, row in enumerate(self._rows[top + 1 :], start=top + 2):
            told = folded(_text(row[question]) if question < len(row) else "")
            if told not in keys:
                continue
            key, text = keys[told]
            if key in seen:
                raise Mistake(f"“{text}” stands there twice: fill in the form as it was sent.")
            seen.add(key)
            value = row[answer] if answer < len(row) else None
            score = self._score(value, text)
            hidden += bool(self._sheet.row_dimensions[number].hidden) and score is not _EMPTY
            if not isinstance(score, _Empty):
                answers[key] = score
        self._refuse_missing(seen)
        if hidden:
            self._notes.append(f"{hidden} answered in hidden rows")
        return answers

    def _refuse_missing(self, seen: set[str]) -> None:
        missing = [text for key, text in self._facts.questions if key not in seen]
        if missing:
            others = f", and {len(missing) - 1:,} more" if len(missing) > 1 else ""
            raise Mistake(
                f"The line “{missing[0]}” is missing or was changed{others}: fill in the form as it was sent."
            )

    def _score(self, value: Any, text: str) -> "int | _Empty | None":
        if isinstance(value, bool):
            raise Mistake(f"“{text}” is answered by {value!s}: choose 0 to 4, or {DONT_KNOW}.")
        if isinstance(value, (int, float)):
            return _whole(value, str(value), text)
        plain = self._plain(value, text)
        if not plain:
            return _EMPTY
        if _spelt_dont_know(plain):
            return None
        if found := _SCORE.fullmatch(folded(plain)):
            return _whole(float(found[1].replace(",", ".")), plain, text)
        raise Mistake(f"“{text}” is answered by “{_short(plain)}”: choose 0 to 4, or {DONT_KNOW}.")

    def _plain(self, value: Any, text: str) -> str:
        """The words of a cell. Raises Mistake for a formula."""
        if value is not None and not isinstance(value, (str, int, float)):
            kind = type(value).__name__
            what = "a formula" if "Formula" in kind else "a date" if hasattr(value, "year") else "no plain answer"
            raise Mistake(f"“{text}” holds {what}: type the answer itself.")
        words = _text(value)
        if words.startswith("="):
            raise Mistake(f"“{text}” holds a formula: type the answer itself.")
        if words.startswith("#"):
            raise Mistake(f"“{text}” holds {_short(words)}, which a formula left there: type the answer itself.")
        return words


class _Empty:
    """Stands for a cell that nobody filled in."""


_EMPTY = _Empty()


def _rows(sheet: Any, columns: int = _LAST_COLUMN) -> Iterator[tuple[Any, ...]]:
    last = min(sheet.max_row or 0, _LAST_ROW)
    yield from sheet.iter_rows(1, last, 1, min(max(sheet.max_column or 1, columns), columns), values_only=True)


def _whole(value: float, said: str, text: str) -> int:
    if value not in range(HIGHEST + 1):
        why = "is none of 0 to 4" if float(value).is_integer() else "is not a whole number"
        raise Mistake(f"“{text}” is answered by {_short(said)}, which {why}: choose 0 to 4, or {DONT_KNOW}.")
    return int(value)


def _spelt_dont_know(plain: str) -> bool:
    """Don't know, dont know, DK, n/a, ?: however somebody types it."""
    letters = folded(plain).replace("'", "").replace("’", "").replace("`", "").replace("´", "").replace("‘", "")
    return " ".join(re.sub(r"[^\w?]+", " ", letters).split()) in _DONT_KNOW


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
