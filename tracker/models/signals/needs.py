"""Signals as needs of the Today page, beside those that the office's own records tell at once."""

from collections.abc import Iterable, Sequence

from tracker.models.figures.need import Lead, Need, Urgency
from tracker.models.signals.rule import Signal

# Promises that are overdue stand among the needs already, for each group in one: told twice they would count twice.
TOLD_ALREADY = frozenset({"overdue"})


def signal_needs(found: Iterable[Signal]) -> list[Need]:
    """What is seen and not set aside, as needs; without those that the needs tell anyway.

    What is only to be kept in view is gathered into one need a group: a morning has room for what presses.
    """
    told = [signal for signal in found if signal.is_seen and not signal.aside and signal.rule.key not in TOLD_ALREADY]
    kept: dict[str, list[Signal]] = {}
    for signal in told:
        if signal.rule.urgency is Urgency.LATER:
            kept.setdefault(signal.group.id, []).append(signal)
    pressing = [_need(signal) for signal in told if signal.rule.urgency is not Urgency.LATER]
    return pressing + [_gathered(several) if len(several) > 1 else _need(several[0]) for several in kept.values()]


def _need(signal: Signal) -> Need:
    rule, finding = signal.rule, signal.finding
    return Need(
        title=f"{signal.group.called}: {_lower(rule.title)}",
        figures=finding.figures,
        section=rule.section,
        action=rule.action,
        place=signal.place,
        urgency=rule.urgency,
        weight=finding.weight,
        signal=rule.key,
        why=rule.why,
    )


def _gathered(several: Sequence[Signal]) -> Need:
    group = several[0].group
    titles = [several[0].rule.title, *(_lower(signal.rule.title) for signal in several[1:])]
    return Need(
        title=f"{group.called}: {len(several):,} signals to keep in view",
        figures=", ".join(titles),
        section="",
        action="See the signals",
        place=Lead("group", group.id, "overview/signals"),
        urgency=Urgency.LATER,
    )


def _lower(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
