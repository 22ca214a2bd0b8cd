"""What a field is: declared once, it gives the table's column, the form's field, the sheet's column and the words.

Each function below is used as the default of a dataclass field. All fields have a default, so that a half-typed
record can exist; `Record.problems()` says what is still missing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from tracker.models.choice import Choice

# Names and titles stand in tables and headings; longer text belongs in a long field.
LONGEST_LINE = 300
# A long text is kept whole up to here (some 200 pages); a paste beyond it is refused with a sentence.
LONGEST_TEXT = 1_000_000
# With fewer lines of text than this, each is looked at by itself.
_FEW = 2
# No number is as large.
_LARGEST = 10**15
# Figures after the point of a number.
FINEST = 9

# Control characters, and two that no workbook may hold; a long text may have lines and tabs.
_UNSHOWN = frozenset(map(chr, (*range(32), 127, 0xFFFE, 0xFFFF)))
_UNSHOWN_IN_TEXT = _UNSHOWN - {"\n", "\t"}

# Gives the texts of several fields of a record at once.
_Texts = Callable[[Mapping[str, Any]], tuple[Any, ...]]
Scores = tuple[tuple[str, int | None], ...]


class FieldType(Enum):
    """How a field is kept and asked for."""

    LINE = auto()
    TEXT = auto()
    DAY = auto()
    MOMENT = auto()
    WHOLE = auto()
    DECIMAL = auto()
    YES_NO = auto()
    CHOICE = auto()
    CHOICES = auto()
    REFERENCE = auto()
    REFERENCES = auto()
    SCORES = auto()


class Field(NamedTuple):
    """One field of a record as people and tables see it."""

    # A tuple, for some 400 of them are declared before anything else can begin.
    label: str
    kept_as: FieldType
    name: str = ""
    help: str = ""
    unit: str = ""
    required: bool = False
    choices: type[Choice] | None = None
    refers_to: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    longest: int = LONGEST_LINE
    searched: bool = False

    @property
    def heading(self) -> str:
        """The label with its unit, as a column or a form shows it."""
        return f"{self.label} ({self.unit})" if self.unit else self.label


def fields_of(kind: Any) -> tuple[Field, ...]:
    """The declared fields of a record class, in order of declaration, each with its name."""
    return _declared(kind)


@cache
def _declared(kind: Any) -> tuple[Field, ...]:
    return tuple(
        part.metadata["field"]._replace(name=part.name) for part in dataclasses.fields(kind) if "field" in part.metadata
    )


@cache
def _parted(kind: Any) -> tuple[_Texts | None, tuple[str, ...], tuple[Field, ...]]:
    """What gives the lines of text, the names of those that are needed, and the other fields."""
    lines = [field for field in _declared(kind) if field.kept_as is FieldType.LINE and field.longest == LONGEST_LINE]
    if len(lines) < _FEW:
        return None, (), _declared(kind)
    needed = tuple(field.name for field in lines if field.required)
    others = tuple(field for field in _declared(kind) if field not in lines)
    return itemgetter(*(field.name for field in lines)), needed, others


def line(label: str, *, required: bool = False, help: str = "", searched: bool = True) -> Any:
    """One line of text, up to 300 characters."""
    return _declare(Field(label=label, kept_as=FieldType.LINE, required=required, help=help, searched=searched), "")


def prose(label: str, *, required: bool = False, help: str = "", searched: bool = True) -> Any:
    """Text of any length, up to 1,000,000 characters."""
    field = Field(
        label=label, kept_as=FieldType.TEXT, required=required, help=help, longest=LONGEST_TEXT, searched=searched
    )
    return _declare(field, "")


def day(label: str, *, required: bool = False, help: str = "") -> Any:
    """A date, never shifted by a time zone."""
    return _declare(Field(label=label, kept_as=FieldType.DAY, required=required, help=help), None)


def moment(label: str, *, required: bool = False) -> Any:
    """A point in time, in UTC."""
    return _declare(Field(label=label, kept_as=FieldType.MOMENT, required=required), None)


def whole(
    label: str,
    *,
    unit: str = "",
    low: int | None = None,
    high: int | None = None,
    required: bool = False,
    default: int | None = None,
    help: str = "",
) -> Any:
    """A whole number."""
    field = Field(
        label=label,
        kept_as=FieldType.WHOLE,
        unit=unit,
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        required=required,
        help=help,
    )
    return _declare(field, default)


def decimal(label: str, *, unit: str = "", low: int | None = None, help: str = "") -> Any:
    """An exact decimal number."""
    bound = None if low is None else Decimal(low)
    return _declare(Field(label=label, kept_as=FieldType.DECIMAL, unit=unit, low=bound, help=help), None)


def yes_no(label: str, *, default: bool = False, help: str = "") -> Any:
    """Yes or no."""
    return _declare(Field(label=label, kept_as=FieldType.YES_NO, help=help), default)


def choice(
    label: str,
    choices: type[Choice],
    *,
    default: Choice | None = None,
    required: bool = False,
    help: str = "",
) -> Any:
    """One word of a fixed list."""
    field = Field(label=label, kept_as=FieldType.CHOICE, choices=choices, required=required, help=help)
    return _declare(field, default)


def several(label: str, choices: type[Choice], *, help: str = "") -> Any:
    """Any number of words of a fixed list, kept in the list's order."""
    return _declare(Field(label=label, kept_as=FieldType.CHOICES, choices=choices, help=help), ())


def refers(label: str, kind: str, *, required: bool = False, help: str = "") -> Any:
    """Leads to one record of `kind` (a class name)."""
    field = Field(label=label, kept_as=FieldType.REFERENCE, refers_to=kind, required=required, help=help)
    return _declare(field, None)


def refers_to_several(label: str, kind: str, *, help: str = "") -> Any:
    """Leads to any number of records of `kind` (a class name)."""
    return _declare(Field(label=label, kept_as=FieldType.REFERENCES, refers_to=kind, help=help), ())


def scores(label: str, *, refers_to: str = "", low: int, high: int, help: str = "") -> Any:
    """Whole numbers by key, as pairs; `None` means "don't know". The keys are ids of `refers_to` where it is given."""
    field = Field(
        label=label, kept_as=FieldType.SCORES, refers_to=refers_to, low=Decimal(low), high=Decimal(high), help=help
    )
    return _declare(field, ())


def is_plainly_sound(field: Field, value: Any) -> bool:
    """Whether a value needs no closer look: empty where it may be, a word of its list, or a line of plain letters."""
    if value is None or value == "":
        return not field.required
    kind = type(value)
    if kind is str:
        return value.isascii() and value.isprintable() and len(value) <= field.longest and field.kept_as in _WORDS
    if kind is int and field.kept_as is FieldType.WHOLE:
        within = -_LARGEST < value < _LARGEST
        return within and (field.low is None or value >= field.low) and (field.high is None or value <= field.high)
    return field.choices is kind and field.kept_as is FieldType.CHOICE


def fields_to_check(kind: Any, held: Mapping[str, Any]) -> tuple[Field, ...]:
    """The fields of a record class that need a look: all, or all but the lines of text, where these are plain together.

    `held` is what a record holds, by field. Most records are plain, and they are kept by the thousand.
    """
    lines, needed, others = _parted(kind)
    if lines is None:
        return others
    texts = lines(held)
    try:
        together = "".join(texts)
    except TypeError:
        return fields_of(kind)
    plain = together.isascii() and together.isprintable() and max(map(len, texts)) <= LONGEST_LINE
    return others if plain and all(held[name] for name in needed) else fields_of(kind)


def field_problems(field: Field, value: Any, noun: str) -> list[str]:
    """What is wrong with one value, as sentences that say what to do."""
    if value in (None, "", ()):
        return [f"{field.label} is missing: fill it in for this {noun}."] if field.required else []
    check = _CHECKS.get(field.kept_as)
    return check(field, value) if check else []


def too_fine(number: Decimal) -> bool:
    """Whether a number has more figures after the point than anybody measures; it would cost time and room."""
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent < -FINEST


def _declare(field: Field, default: Any) -> Any:
    return dataclasses.field(default=default, metadata={"field": field})


def _text_problems(field: Field, value: Any) -> list[str]:
    if not isinstance(value, str):
        return [f"{field.label} must be text."]
    is_short = len(value) <= field.longest
    # What can be printed holds nothing of what is looked for below.
    if is_short and value.isprintable():
        return []
    problems = []
    if not is_short:
        problems.append(
            f"{field.label} has {len(value):,} characters and {field.longest:,} fit: shorten it, "
            "and put the rest in a note."
        )
    unshown = _UNSHOWN_IN_TEXT if field.kept_as is FieldType.TEXT else _UNSHOWN
    if not unshown.isdisjoint(value):
        problems.append(f"{field.label} holds a character that cannot be shown: type that part again.")
    try:
        value.encode()
    except UnicodeEncodeError:
        problems.append(f"{field.label} holds half of a character: type that part again.")
    return problems


def _number_problems(field: Field, value: Any) -> list[str]:
    wanted = int if field.kept_as is FieldType.WHOLE else Decimal
    if not isinstance(value, wanted) or isinstance(value, bool):
        return [f"{field.label} must be a number."]
    number = Decimal(value)
    if not number.is_finite():
        return [f"{field.label} must be a number."]
    if abs(number) >= _LARGEST:
        return [f"{field.label} is larger than the program can keep: give it in a larger unit."]
    if too_fine(number):
        return [f"{field.label} has more than {FINEST} figures after the point: round it."]
    if field.low is not None and number < field.low:
        return [f"{field.label} is {number}: it cannot be below {field.low}."]
    if field.high is not None and number > field.high:
        return [f"{field.label} is {number}: it cannot be above {field.high}."]
    return []


def _day_problems(field: Field, value: Any) -> list[str]:
    if not isinstance(value, date) or isinstance(value, datetime):
        return [f"{field.label} must be a date, such as 12 Jun 2008."]
    if not 1900 <= value.year <= 2199:
        return [f"{field.label} is in the year {value.year}: give a year from 1900 to 2199."]
    return []


def _moment_problems(field: Field, value: Any) -> list[str]:
    if not isinstance(value, datetime) or value.tzinfo is None:
        return [f"{field.label} must be a date and a time."]
    return []


def _choice_problems(field: Field, value: Any) -> list[str]:
    assert field.choices is not None
    if not isinstance(value, field.choices):
        words = ", ".join(member.label for member in field.choices)
        return [f"{field.label} must be one of: {words}."]
    return []


def _choices_problems(field: Field, value: Any) -> list[str]:
    problems = [sentence for member in value for sentence in _choice_problems(field, member)]
    return problems[:1]


def _scores_problems(field: Field, value: Any) -> list[str]:
    assert field.low is not None
    assert field.high is not None
    given = [score for _, score in value if score is not None]
    if any(not isinstance(score, int) or not field.low <= score <= field.high for score in given):
        return [f"{field.label} must be whole numbers from {field.low} to {field.high}."]
    if len({key for key, _ in value}) < len(value):
        return [f"{field.label} names the same thing twice: keep one."]
    return []


# What is kept as text: an id that leads to another record has no more to it.
_WORDS = (FieldType.LINE, FieldType.TEXT, FieldType.REFERENCE)
_CHECKS: dict[FieldType, Callable[[Field, Any], list[str]]] = {
    FieldType.LINE: _text_problems,
    FieldType.TEXT: _text_problems,
    FieldType.WHOLE: _number_problems,
    FieldType.DECIMAL: _number_problems,
    FieldType.DAY: _day_problems,
    FieldType.MOMENT: _moment_problems,
    FieldType.CHOICE: _choice_problems,
    FieldType.CHOICES: _choices_problems,
    FieldType.SCORES: _scores_problems,
}
