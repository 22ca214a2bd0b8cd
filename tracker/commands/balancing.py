"""`tracker balance`: who brings what, who decides, and who gives more than it gets in a group."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import click

from tracker.commands.offices import Day, as_json, group_option, office_file, reading
from tracker.commands.printing import print_json, print_rows
from tracker.models.dates import shown
from tracker.models.figures.balance import Balance, balance
from tracker.models.figures.chair_check import Chair
from tracker.models.figures.concentration import Concentration
from tracker.models.figures.headline import Headline
from tracker.models.figures.influence import Influence
from tracker.models.figures.resource_shares import NZD, ResourceShare
from tracker.models.figures.share_words import per_cent, points
from tracker.models.records import Group

Names = dict[str, str]


@click.command()
@office_file
@group_option
@click.option("--on", type=Day(), help="The day that counts as today.")
@as_json
def balance_command(file: Path, group: str | None, on: Any, *, as_json: bool) -> None:
    """Show who brings what, who decides, who gives and gets.

    Resources are what was delivered in the 12 months up to the day; kinds are never added up. Influence, gives and
    gets are shares of the 100 points of the latest reading.
    """
    if group is None:
        raise click.UsageError("Say which group, with --group.")
    with reading(file, on) as office:
        found = balance(office.snapshot(), office.find(Group, group).id)
    if as_json:
        print_json(_object(found))
    else:
        _print(found)


def _object(found: Balance) -> dict[str, Any]:
    names = _names(found)
    given_and_got = found.gives_gets
    return {
        "group": found.group.name,
        "group_id": found.group.id,
        "on": found.on.isoformat(),
        "since": found.resources.since.isoformat(),
        "members": found.members,
        "agencies": [
            {"agency": names[row.id], "agency_id": row.id, "member": row.present, "chair": row.chairs}
            for row in found.rows
        ],
        "headline": _headline_object(found.headline, names),
        "kinds": [_kind_object(row, names) for row in found.resources.delivered],
        "promised": [_kind_object(row, names) for row in found.resources.promised],
        "influence": _shares(found.influence, names),
        "gives": _shares(found.gives, names),
        "gets": _shares(found.gets, names),
        "gives_less_gets": {names[row.agency_id]: float(row.gap) for row in given_and_got.rows},
        "mismatch": None if given_and_got.mismatch is None else float(given_and_got.mismatch),
        "giving_more_than_it_gets": [names[row.agency_id] for row in given_and_got.giving_more()],
        "readings": {
            "influence": _reading_object(found.influence),
            "gives": _reading_object(found.gives),
            "gets": _reading_object(found.gets),
        },
        "chair": _chair_object(found.chair.chairs, names),
    }


def _names(found: Balance) -> Names:
    """Agencies by their names; two of one name are told apart by their codes, or else by their ids."""
    agencies = {row.id: row.agency for row in found.rows}
    names = {key: agency.name for key, agency in agencies.items()}
    for told in (lambda key: agencies[key].code, lambda key: key):
        often = Counter(names.values())
        names = {key: f"{name} ({told(key)})" if often[name] > 1 else name for key, name in names.items()}
    return names


def _headline_object(told: Headline, names: Names) -> dict[str, Any]:
    return {
        "unit": NZD,
        **_figures(told.concentration, names),
        "n": told.n,
        "total": _amount(told.total),
        "members": told.members,
        "with_value": told.with_value,
        "since": told.since.isoformat(),
        "until": told.on.isoformat(),
        "words": told.words,
    }


def _kind_object(row: ResourceShare, names: Names) -> dict[str, Any]:
    return {
        "kind": row.kind.value,
        "unit": row.unit,
        **_figures(row.concentration, names),
        "n": row.n,
        "amounts": {names[key]: _amount(amount) for key, amount in row.amounts.items()} if row.unit else {},
        "entries": {names[key]: count for key, count in row.entries.items()},
        "from": row.first.isoformat(),
        "to": row.last.isoformat(),
    }


def _figures(spread: Concentration | None, names: Names) -> dict[str, Any]:
    """Shares in the order in which the agencies joined, and what is worked out of them; null where that is nothing."""
    largest = spread.largest if spread else None
    return {
        "shares": {name: float(spread.shares[key]) for key, name in names.items() if key in spread.shares}
        if spread
        else {},
        "largest": float(largest[1]) if largest else None,
        "largest_agency": names[largest[0]] if largest else "",
        "hhi": spread.hhi if spread else None,
        "hhi_normalised": spread.hhi_normalised if spread else None,
        "effective_partners": spread.effective_partners if spread else None,
        "gini": spread.gini if spread else None,
        "gini_corrected": spread.gini_corrected if spread else None,
    }


def _shares(read: Influence | None, names: Names) -> dict[str, float]:
    return {names[row.agency_id]: float(row.share) for row in read.rows} if read else {}


def _reading_object(read: Influence | None) -> dict[str, Any] | None:
    if read is None:
        return None
    return {
        "on": read.on.isoformat(),
        "previous": read.previous.isoformat() if read.previous else None,
        "raters": read.raters,
        "agencies": len(read.agencies),
        "asked": len(read.asked),
        "left_out": read.left_out,
    }


def _chair_object(chairs: tuple[Chair, ...], names: Names) -> dict[str, Any] | None:
    """Who took the chair last; whoever has it as well stands in `others`."""
    if not chairs:
        return None
    chair, *others = chairs
    return {
        "person": chair.person,
        "person_id": chair.holder.person_id,
        "agency": names.get(chair.holder.agency_id or "", chair.agency),
        "agency_id": chair.holder.agency_id,
        "resources": _number(chair.resources),
        "influence": _number(chair.influence),
        "largest": chair.most_resources,
        "words": chair.words,
        "others": [{"person": other.person, "agency": other.agency, "words": other.words} for other in others],
    }


def _amount(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _number(share: Fraction | None) -> float | None:
    return None if share is None else float(share)


def _print(found: Balance) -> None:
    last_day = ", its last day" if found.closed else ""
    click.echo(f"{found.group.name}, {shown(found.on)}{last_day}")
    for tile in found.tiles:
        click.echo(tile.words)
    click.echo("")
    heading = ["Agency", "Resources", "Influence", "Gives", "Gets", "Difference"]
    rows = [
        [
            row.called,
            per_cent(row.resources),
            points(row.influence.share) if row.influence else "",
            points(row.gives_gets.gives) if row.gives_gets else "",
            points(row.gives_gets.gets) if row.gives_gets else "",
            row.gives_gets.gap_words if row.gives_gets else "",
        ]
        for row in found.rows
    ]
    print_rows([heading, *rows] if rows else [], "No agency has a seat yet.")
    for title, kinds in (("Delivered", found.resources.delivered), ("Promised", found.resources.promised)):
        click.echo("")
        lines = [[title, "Behind it"], *([row.heading, row.words] for row in kinds)]
        print_rows(lines if kinds else [], f"Nothing {title.lower()} in these 12 months.")
