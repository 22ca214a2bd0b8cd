"""Plain values: frozen, compared by what they hold, and quick to declare.

A frozen dataclass has its methods written and compiled anew for each class, which takes most of a millisecond. What
the first page needs declares its values here, where the methods stand once.
"""

from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from typing import ClassVar, NoReturn, TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True)
def value(kind: type[Kind]) -> type[Kind]:
    """Declares a subclass of `Value` as a dataclass without methods of its own; defaults are plain values."""
    made = dataclass(init=False, repr=False, eq=False)(kind)
    made._defaults = {part.name: part.default for part in fields(made)}  # type: ignore[attr-defined, arg-type]
    made._needed = tuple(part.name for part in fields(made) if part.default is MISSING)  # type: ignore[attr-defined, arg-type]
    return made


class Value:
    """What a frozen dataclass would have: made of its fields, equal when they are, and never changed."""

    _defaults: ClassVar[dict[str, object]]
    _needed: ClassVar[tuple[str, ...]]

    def __init__(self, *given: object, **named: object) -> None:
        """Takes the fields in order or by name. Raises TypeError for one too many, twice, unknown or missing."""
        if not given and named.keys() == self._defaults.keys():
            # All fields by name, as figures give them: nothing can be missing or too much.
            vars(self).update(self._defaults | named)
            return
        values = dict(zip(self._defaults, given, strict=False))
        known = self._defaults | values | named
        # All is well nearly always, and values are made by the ten thousand: what is wrong is looked for only then.
        fits = len(known) == len(self._defaults) and len(given) == len(values) and values.keys().isdisjoint(named)
        if not fits:
            self._refuse(given, values, named)
        if missing := [name for name in self._needed if known[name] is MISSING]:
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

    def _refuse(self, given: tuple[object, ...], values: dict[str, object], named: dict[str, object]) -> NoReturn:
        if wrong := (named.keys() - self._defaults.keys()) | (named.keys() & values.keys()):
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(wrong))}, or has it already")
        raise TypeError(f"{type(self).__name__} has {len(self._defaults)} fields, and {len(given)} were given")
