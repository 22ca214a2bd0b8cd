"""Rounds of self-assessment for tests of the window: agencies around a table, what they answered, and the side."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, an_agency, an_id
from tracker.models.figures.assessment.asked_order import keys_asked
from tracker.models.guidance.signs import SIGNS
from tracker.models.records import Agency, Assessment, Rating, Record
from tracker.models.records.stage import Asked, Stage
from tracker.store.office import Office
from tracker.ui.assessment.assessment_side import AssessmentSide
from tracker.ui.desk import Desk
from tracker.ui.place import Place

ASKED_ON = date(2008, 5, 1)


class Table:
    """Agencies around a table; each `said` adds a rater, of the agency at that place."""

    def __init__(self, agencies: int = 4, **fields: Any) -> None:
        self.group = a_group(**fields)
        self.agencies = [an_agency(f"A{place}", short_name=f"Agency {place}") for place in range(agencies)]
        self.seats = [a_member(self.group, agency) for agency in self.agencies]
        self.rounds: list[Assessment] = []
        self.ratings: list[Rating] = []

    @property
    def records(self) -> list[Record]:
        return [self.group, *self.agencies, *self.seats, *self.rounds, *self.ratings]

    def asked(self, on: date = ASKED_ON, asks: Asked = Asked.SIGNS, **fields: Any) -> "Table":
        ids = tuple(agency.id for agency in self.agencies)
        self.rounds.append(Assessment(id=an_id(), group_id=self.group.id, on=on, asks=asks, asked_ids=ids, **fields))
        return self

    def said(self, place: int, answers: Mapping[str, int | None], mark: str = "A") -> "Table":
        kept = tuple(sorted(answers.items()))
        agency: Agency = self.agencies[place]
        self.ratings.append(
            Rating(id=an_id(), assessment_id=self.rounds[-1].id, agency_id=agency.id, rater=mark, answers=kept)
        )
        return self


def all_say(score: int | None, asks: Asked = Asked.SIGNS) -> dict[str, int | None]:
    """The same answer to every question."""
    return dict.fromkeys(keys_asked(asks), score)


def most(stage: Stage, high: int = 4, low: int = 1) -> dict[str, int | None]:
    """High on the signs of one stage, low on all others."""
    return {sign.key: high if sign.stage is stage else low for sign in SIGNS}


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


def shown_side(office: Office, group_id: str, qtbot: QtBot, record_id: str = "") -> AssessmentSide:
    side = AssessmentSide(Desk(office))
    qtbot.addWidget(side)
    side.resize(900, 640)
    side.show_place(Place("group", group_id, "life-cycle/assessment", record_id))
    side.show()
    side.take_focus()
    return side
