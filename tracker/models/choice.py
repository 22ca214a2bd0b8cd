"""A choice is a fixed list of words, each with the label that people read."""

from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """One of a fixed list. The value is what is kept; `label` is what is shown.

    Members are written `NAME = "value"` or `NAME = "value", "Label"`; without a label the value is used, its
    underscores as spaces and its first letter as a capital.
    """

    label: str
    # Place in the list as declared, from 0.
    rank: int

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.rank = len(cls.__members__)
        member.label = label or value.replace("_", " ").capitalize()
        return member
