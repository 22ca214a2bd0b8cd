"""Plain values: frozen, compared by what they hold, and quick to declare.

A frozen dataclass has its methods written and compiled anew for each class, which takes most of a millisecond. What
the first page needs declares its values here, where the methods stand once.
"""

from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from typing import ClassVar, TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True)
def value(kind: type[Kind]) -> type[Kind]:
    """Declares a subclass of `Value` as a dataclass without methods of its own; defaults are plain values."""
    made = dataclass(init=False, repr=False, eq=False)(kind)
    made._defaults = {part.name: part.default for part in fields(made)}  # type: ignore[attr-defined, arg-type]
    return made


class Value:
    """What a frozen dataclass would have: made of its fields, equal when they are, and never changed."""

    _defaults: ClassVar[dict[str, object]]

    def __init__(self, *given: object, **named: object) -> None:
        """Takes the fields in order or by name. Raises TypeError for one too many, twice, unknown or missing."""
        values = dict(zip(self._defaults, given, strict=False))
        if wrong := (named.keys() - self._defaults.keys()) | (named.keys() & values.keys()):
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(wrong))}, or has it already")
        if len(given) > len(self._defaults):
            raise TypeError(f"{type(self).__name__} has {len(self._defaults)} fields, and {len(given)} were given")
        known = self._defaults | values | named
        if MISSING in known.values():
            missing = [name for name, held in known.items() if held is MISSING]
            raise TypeError(f"{type(self).__name__} lacks {', '.join(missing)}")
        vars(self).update(known)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __setattr__(self, name: str, held: object) -> None:
        raise FrozenInstanceError(f"{type(self).__name__} is never changed: make another with dataclasses.replace")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"{type(self).__name__} is never changed: make another with dataclasses.replace")

    def __repr__(self) -> str:
        held = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({held})"
