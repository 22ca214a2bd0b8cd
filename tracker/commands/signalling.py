"""`tracker signals`: what needs attention in a group or in all, why, and what to do next."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from tracker.commands.offices import Day, as_json, group_option, office_file, reading
from tracker.commands.printing import print_json, print_rows
from tracker.models.as_at import as_at
from tracker.models.dates import shown
from tracker.models.records import Group
from tracker.models.signals.rule import Signal, Verdict
from tracker.models.signals.signals import all_signals, most_urgent_first

# What a program is told of each verdict.
_SEEN = {Verdict.SEEN: True, Verdict.NOT_SEEN: False, Verdict.NOT_ENOUGH: None}
_LONGEST = 90


@click.command()
@office_file
@group_option
@click.option("--on", type=Day(), help="The day that counts as today.")
@as_json
def signals_command(file: Path, group: str | None, on: date | None, *, as_json: bool) -> None:
    """Show what needs attention, why, and what to do.

    What is seen and not set aside stands in the table. With --json every rule is told for every group that runs, and
    "seen" is null where too little is recorded to tell.
    """
    with reading(file) as office:
        # What the office knew then, and not what it knows now of that day.
        snapshot = as_at(office.snapshot(), on or office.today)
        wanted = office.find(Group, group) if group else None
        groups = [each for each in snapshot.of(Group) if wanted is None or each.id == wanted.id]
        found = most_urgent_first(all_signals(snapshot, groups))
    if as_json:
        print_json([_object(signal) for signal in found])
    elif not found:
        whose = f"{wanted.name} does not run" if wanted else "No group runs"
        click.echo(f"{whose} on {shown(snapshot.today)}: signals are about groups that do.")
    else:
        _print([signal for signal in found if signal.is_seen and not signal.aside])


def _object(signal: Signal) -> dict[str, Any]:
    rule, aside = signal.rule, signal.aside
    return {
        "signal": rule.key,
        "title": rule.title,
        "group": signal.group.name,
        "group_id": signal.group.id,
        "seen": _SEEN[signal.finding.verdict],
        "figures": signal.finding.figures,
        "urgency": rule.urgency.value,
        "records": [{"kind": each.noun, "id": each.id, "title": str(each.title)} for each in signal.finding.records],
        "why": rule.why,
        "section": rule.section,
        "action": rule.action,
        "set_aside_until": aside.until.isoformat() if aside and aside.until else None,
        "set_aside_why": aside.why if aside else "",
    }


def _print(seen: list[Signal]) -> None:
    heading = ["Group", "How soon", "Signal", "What is seen", "Next", "Source"]
    rows = [
        [
            signal.group.called,
            signal.rule.urgency.label,
            signal.rule.title,
            _short(signal.finding.figures),
            signal.rule.action,
            f"§{signal.rule.section}" if signal.rule.section[:1].isdigit() else signal.rule.section,
        ]
        for signal in seen
    ]
    print_rows([heading, *rows] if rows else [], "No signal is seen.")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
