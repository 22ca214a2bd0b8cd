"""The group that typed lines are read for in the tests: eleven agencies and some of their people."""

from datetime import date

from tests.builders import a_group, a_member, a_person, an_agency, an_office
from tracker.models.records import Record
from tracker.models.records.school_term import SchoolTerm
from tracker.models.snapshot import Snapshot, snapshot_of

MET = date(2008, 6, 12)
GROUP = a_group(id="icm", next_meeting_on=date(2008, 7, 17))
AGENCIES = {
    code: an_agency(code, id=code, name=name, short_name=short, te_reo_name=te_reo)
    for code, name, short, te_reo in (
        ("POL", "New Zealand Police", "Police", "Ngā Pirihimana o Aotearoa"),
        ("HNZ", "Housing New Zealand Corporation", "Housing NZ", ""),
        ("WINZ", "Work and Income", "", "Te Hiranga Tangata"),
        ("CYF", "Child, Youth and Family", "CYF", ""),
        ("EDU", "Ministry of Education", "Education", "Te Tāhuhu o te Mātauranga"),
        ("PPS", "Papakura Primary School", "", ""),
        ("PMT", "Papakura Marae Trust", "Marae trust", ""),
        ("WHA", "The whānau", "Whānau", ""),
        ("YTS", "Youth Trust South", "Youth Trust", ""),
        ("YTN", "Youth Trust North", "Youth Trust", ""),
    )
}
ELSEWHERE = an_agency("CUS", id="CUS", name="Customs")
PEOPLE = {
    name: a_person(AGENCIES[code], id=name, name=name, post=post)
    for name, code, post in (
        ("Aroha Ngata", "CYF", "Case manager"),
        ("Tama Brown", "POL", "Youth officer"),
        ("Mere Tamati", "EDU", "Attendance lead"),
        ("Mere Brown", "WINZ", "Service manager"),
        ("Ana Pere", "EDU", "Regional manager"),
        ("Rua Pene", "HNZ", "Regional manager"),
        ("Hone Walker", "HNZ", "Tenancy manager"),
    )
}
LEFT = "Hone Walker"


def records() -> list[Record]:
    """The office with its group; Hone Walker left in March."""
    seats = [a_member(GROUP, agency) for agency in AGENCIES.values()]
    for name, person in PEOPLE.items():
        seats.append(
            a_member(
                GROUP,
                AGENCIES[person.agency_id or ""],
                person_id=person.id,
                to_on=date(2008, 3, 20) if name == LEFT else None,
            )
        )
    return [an_office(), GROUP, *AGENCIES.values(), ELSEWHERE, *PEOPLE.values(), *seats]


def terms() -> list[Record]:
    """Terms 2 and 3 of 2008."""
    return [
        SchoolTerm(id="term-2", name="Term 2, 2008", from_on=date(2008, 5, 5), to_on=date(2008, 7, 4)),
        SchoolTerm(id="term-3", name="Term 3, 2008", from_on=date(2008, 7, 21), to_on=date(2008, 9, 26)),
    ]


def office(*more: Record) -> Snapshot:
    return snapshot_of(date(2008, 6, 30), [*records(), *more])
