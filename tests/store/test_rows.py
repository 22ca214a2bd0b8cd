"""Records to rows and back: every kind, every type of field, nothing lost."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.builders import a_result, an_office
from tracker.models.fields import Field, FieldType, fields_of
from tracker.models.records import KINDS, Group, IndicatorValue, OfficeDetails, Record
from tracker.store.office import Office
from tracker.store.rows import columns_of, from_row, to_row
from tracker.store.setting import Setting

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)

AWKWARD: dict[FieldType, Any] = {
    FieldType.LINE: "Ōtara's “desk” – 50% = 'so'",
    FieldType.TEXT: '=1+1\n\tā, č, 日本, 😀, \\ and "quotes"',
    FieldType.DAY: date(1900, 1, 1),
    FieldType.MOMENT: datetime(2008, 6, 30, 23, 59, 59, 999_999, tzinfo=UTC),
    FieldType.WHOLE: 10**15 - 1,
    FieldType.DECIMAL: Decimal("-0.100"),
    FieldType.YES_NO: True,
    FieldType.REFERENCE: "another",
    FieldType.REFERENCES: ("one", "twō"),
    FieldType.SCORES: (("sign \" '", 4), ("unknown", None)),
}


def awkward(part: Field) -> Any:
    if part.choices is not None:
        last = list(part.choices)[-1]
        return (last,) if part.kept_as is FieldType.CHOICES else last
    return AWKWARD[part.kept_as]


def full(kind: type[Record]) -> Record:
    """A record with something awkward in every field; not a sound one."""
    return kind(id="x", **{part.name: awkward(part) for part in fields_of(kind)})


@each_kind
@pytest.mark.parametrize("fill", [full, lambda kind: kind(id="x")], ids=["full", "empty"])
def test_a_row_gives_back_the_record_it_was_made_of(kind: type[Record], fill: Any) -> None:
    record = fill(kind)
    row = to_row(record)
    back = from_row(kind, list(row.values()))
    assert back == record
    assert {name: type(value) for name, value in vars(back).items()} == {
        name: type(value) for name, value in vars(record).items()
    }


@each_kind
def test_a_row_has_the_columns_in_their_order_and_plain_values_alone(kind: type[Record]) -> None:
    row = to_row(full(kind))
    assert tuple(row) == columns_of(kind)
    assert {type(value) for value in row.values()} <= {str, int, type(None)}


@pytest.mark.parametrize("value", ["0", "0.10", "-12.5", "1E+3", "1E-9", "999999999999999", "0.1000000000000000055511"])
def test_a_decimal_is_kept_to_its_last_digit_and_never_as_a_power(value: str) -> None:
    number = IndicatorValue(id="v", value=Decimal(value))
    kept = to_row(number)["value"]
    assert isinstance(kept, str)
    assert "E" not in kept
    assert from_row(IndicatorValue, list(to_row(number).values())).value == Decimal(value)


def test_a_tenth_added_ten_times_is_one_after_the_file() -> None:
    result = a_result(Group(id="g"), "0.1")
    back = from_row(type(result), list(to_row(result).values()))
    assert back.value is not None
    assert sum([back.value] * 10) == 1


def test_every_kind_comes_back_from_the_file_as_it_went_in(office: Office, setting: Setting) -> None:
    """Written past the checks: what leads nowhere is refused at the step's end, so the references are left out."""
    kept = {kind: without_references(full(kind)) for kind in KINDS if kind is not OfficeDetails and free(kind)}
    connection = office._connection
    for kind, record in kept.items():
        row = to_row(record)
        names = ", ".join(f'"{name}"' for name in row)
        connection.execute(
            f'INSERT INTO "{kind.table}"({names}) VALUES ({", ".join("?" * len(row))})', list(row.values())
        )
    office.close()
    found = Office.read(office.path, setting)
    assert {kind: found.snapshot().of(kind)[0] for kind in kept} == kept
    found.close()


def free(kind: type[Record]) -> bool:
    """Whether a record of the kind can stand alone."""
    return not any(part.required and part.kept_as is FieldType.REFERENCE for part in fields_of(kind))


def without_references(record: Record) -> Record:
    led = {part.name for part in fields_of(type(record)) if part.kept_as is FieldType.REFERENCE}
    return type(record)(**{name: value for name, value in vars(record).items() if name not in led})


def test_the_office_itself_comes_back_as_it_was_made(office: Office) -> None:
    (details,) = office.snapshot().of(OfficeDetails)
    assert details == an_office(id=details.id)
