"""Why a group forms (§2.2), and what to ask where that is the reason; in our own words."""

from dataclasses import dataclass

from tracker.models.records.group import Trigger


@dataclass(frozen=True, kw_only=True)
class TriggerHelp:
    """One trigger, and what to ask because of it."""

    trigger: Trigger
    text: str
    section: str = "2.2"


TRIGGERS: tuple[TriggerHelp, ...] = (
    TriggerHelp(
        trigger=Trigger.NO_SENSE,
        text="What people meet does not look like what the service was made for: ask others how they see it.",
    ),
    TriggerHelp(
        trigger=Trigger.NOT_ALONE,
        text="It takes more knowledge and means than one agency has: ask who holds the rest.",
    ),
    TriggerHelp(
        trigger=Trigger.CRISIS,
        text="Harm is near or everybody is watching: ask what must be done at once, and what can be thought over.",
    ),
    TriggerHelp(
        trigger=Trigger.NOT_STANDARD,
        text="Going by the book would do harm here: ask who can allow something else.",
    ),
    TriggerHelp(
        trigger=Trigger.EARLIER_FAILED,
        text="It has been tried and came to nothing: ask what would have to be different this time.",
    ),
    TriggerHelp(
        trigger=Trigger.OPPORTUNITY,
        text="The right people were there at the right time: ask what has to happen before the chance is gone.",
    ),
)
CATALYST = "One person set it off. Without somebody like that, reasons alone start nothing (§2.2)."

_BY_TRIGGER = {help.trigger: help for help in TRIGGERS}


def trigger_help(trigger: Trigger) -> TriggerHelp:
    """What is said of a trigger."""
    return _BY_TRIGGER[trigger]
