"""Forms of a self-assessment for tests: written for a round, filled in with openpyxl as a person would, and read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from tests.builders import a_group, a_member, an_agency, an_id, an_office
from tracker.models.figures.assessment.asked_order import asked_texts
from tracker.models.records import Agency, Assessment, Group, Membership, OfficeDetails, Rating, Record
from tracker.models.records.stage import Asked
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.reports.assessment_form import PreparedForm, form_bytes, prepare_form
from tracker.reports.assessment_parts import AGENCY_LABEL, MARK_LABEL
from tracker.reports.assessment_reading import ReadForm, ratings_to_keep, read_forms

TODAY = date(2008, 6, 30)
MADE_AT = datetime(2008, 6, 30, 9, 30, tzinfo=UTC)
NAMES = ("Ministry of Education", "New Zealand Police", "Plunket Papakura", "Te Whānau o Waipareira")

# Something done to the sheet with the answers, or to the book.
Change = Callable[[Any], None]


@dataclass
class Round:
    """A group of four, one round asked today, and the forms that come back."""

    folder: Path
    asks: Asked = Asked.SIGNS
    details: OfficeDetails = field(default_factory=an_office)
    group: Group = field(default_factory=a_group)
    agencies: list[Agency] = field(
        default_factory=lambda: [an_agency(f"A{n}", name=name) for n, name in enumerate(NAMES)]
    )
    ratings: list[Rating] = field(default_factory=list)
    seats: list[Membership] = field(init=False)
    assessment: Assessment = field(init=False)

    def __post_init__(self) -> None:
        self.seats = [a_member(self.group, agency) for agency in self.agencies]
        self.assessment = self.a_round()

    @property
    def records(self) -> list[Record]:
        return [self.details, self.group, *self.agencies, *self.seats, self.assessment, *self.ratings]

    @property
    def snapshot(self) -> Snapshot:
        return snapshot_of(TODAY, self.records)

    @property
    def texts(self) -> dict[str, str]:
        """The questions by key, in the order of the form."""
        return dict(asked_texts(self.assessment))

    def a_round(self, **fields: Any) -> Assessment:
        """A round of today that asks all four."""
        ids = tuple(agency.id for agency in self.agencies)
        defaults = {"id": an_id(), "group_id": self.group.id, "on": TODAY, "asks": self.asks, "asked_ids": ids}
        return Assessment(**defaults | fields)

    def prepared(self) -> PreparedForm:
        return prepare_form(self.snapshot, self.assessment, MADE_AT)

    def blank(self, name: str = "form.xlsx") -> Path:
        """The form as it is sent."""
        path = self.folder / name
        path.write_bytes(form_bytes(self.prepared()))
        return path

    def filled(
        self,
        answers: Mapping[str, Any] | None = None,
        *,
        agency: Any = NAMES[0],
        mark: Any = "A",
        name: str = "form.xlsx",
        change: Change = lambda book: None,
    ) -> Path:
        """A form filled in: by default 2 to everything. `change` gets the book last."""
        path = self.blank(name)
        book = openpyxl.load_workbook(path)
        given = dict.fromkeys(self.texts, 2) if answers is None else answers
        by_text = {self.texts[key]: answer for key, answer in given.items()}
        by_text |= {AGENCY_LABEL: agency, MARK_LABEL: mark}
        for _, words, answer in book["Answers"].iter_rows(max_col=3):
            if words.value in by_text:
                answer.value = by_text[words.value]
        change(book)
        book.save(path)
        return path

    def first_key(self) -> str:
        return next(iter(self.texts))

    def with_first(self, answer: Any) -> dict[str, Any]:
        """2 to everything, and another answer to the first question."""
        return dict.fromkeys(self.texts, 2) | {self.first_key(): answer}

    def read(self, *paths: Path, **options: Any) -> tuple[ReadForm, ...]:
        return read_forms(self.snapshot, paths, an_id, **options)

    def read_one(self, path: Path, **options: Any) -> ReadForm:
        (form,) = self.read(path, **options)
        return form

    def keep(self, *paths: Path) -> tuple[ReadForm, ...]:
        """Reads forms and keeps what they give."""
        forms = self.read(*paths)
        new = {rating.id: rating for rating in ratings_to_keep(forms)}
        self.ratings = [each for each in self.ratings if each.id not in new] + list(new.values())
        return forms

    def named(self, **fields: Any) -> "Round":
        """The same with another round."""
        self.assessment = replace(self.assessment, **fields)
        return self


def put(label: str, value: Any) -> Change:
    """Writes over the cell that holds some words on the sheet of answers."""

    def work(book: Any) -> None:
        for row in book["Answers"].iter_rows():
            for cell in row:
                if cell.value == label:
                    cell.value = value
                    return
        raise AssertionError(f"no cell holds {label}")

    return work


def fact(what: str, column: int, value: Any) -> Change:
    """Writes over one of the facts on the sheet that is not shown."""

    def work(book: Any) -> None:
        row = next(row for row in book["form"].iter_rows() if row[0].value == what)
        row[column].value = value

    return work
