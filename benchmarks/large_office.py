"""An office of 100,000 searchable records: many years of many groups, made up from a seed in words used here."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tracker.models.identity import mint
from tracker.models.records import (
    Agency,
    Commitment,
    Decision,
    Group,
    Meeting,
    Membership,
    Note,
    Person,
    Record,
    Result,
    Risk,
)
from tracker.models.records.agency import Sector
from tracker.models.records.office import OfficeDetails
from tracker.store.office import Office
from tracker.store.rows import columns_of, to_row
from tracker.store.search_index import entry_of
from tracker.store.setting import Setting


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GROUPS, AGENCIES, PEOPLE = 40, 120, 2_000
# Of each kind so many; with the names above that is 100,000.
COUNTS = {Meeting: 12_000, Decision: 20_000, Note: 16_000, Commitment: 38_000, Result: 9_000, Risk: 2_840}
RARE = "kōkako"

_PLACES = _words("""
    Papakura Māngere Ōtara Manukau Ōtāhuhu Panmure Takanini Pukekohe Waiuku Howick Glen Innes Te Atatū Whangārei
    Kaitāia Rotorua Tauranga Whakatāne Gisborne Napier Flaxmere Taupō Ōtaki Porirua Nelson Timaru Ōamaru Gore
""")
_PEOPLE = _words("""
    Aroha Mere Hēmi Wiremu Tama Ngaire Sione Lupe Mele Semisi Anahera Kahu Rangi Hana Pita Moana Tāne Marama Ana
    Sina Helen Graham Margaret Brian Judith Colin Priya Arjun Wei Mei Jin Sarah Karen Stephen Ruth Alan Fiona Neil
    Jo Kim
""")
_FAMILIES = _words("""
    Parata Ngata Tamihana Rāpata Hohepa Paki Te Kanawa Taufa Fonua Leota Tuilagi Smith Wilson Campbell Fraser Ross
    Patel Singh Chen Wong Henare Pōmare Kingi Wharepapa Tupou Māhina Young Clark Walker Reid
""")
_WORDS = _words("""
    whānau school schools family families house housing meeting agency report visit letter list plan form money
    office children tamariki rangatahi young people police health social work benefit licence course hui kura iwi
    marae kaumātua principal teacher nurse board council data figures week month term year street car bus money room
    hall shared joint early warm dry safe new first next last each every about before after until with without from
    into bring send write find name agree ask tell show count try keep meet call visit share look sign pay hold
    start referral attendance truancy overcrowding insulation budget consent privacy interpreter mentor
    apprenticeship immunisation enrolment transport childcare smoking gambling debt violence youth justice bail
    probation refuge
""")
# What fills a dictionary: names and rare words by the thousand, each in a few places.
_SYLLABLES = _words("""
    ka ko ku ma me mi mo na nga ni pa pe pu ra re ri ro ta te ti to tu wa we whe hau han ber lin mor sel ton
""")
_SHORT = _words("""
    the a to of and for in on by at it is we they their our will has have not
""")


def make_large_office(path: Path, setting: Setting, seed: int = 2008) -> None:
    """Writes the office; the same one for the same seed. Its rows are put in by hand: history is of no use here."""
    random = Random(seed)
    details = OfficeDetails(id=mint(0, 0), name="A large office", code="BIG", region="Auckland")
    Office.create(path, details, setting).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        for number, record in enumerate(_records(random), start=1):
            _insert(connection, number, record)


def _insert(connection: sqlite3.Connection, number: int, record: Record) -> None:
    columns = columns_of(type(record))
    names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    row = to_row(record)
    connection.execute(f'INSERT INTO "{record.table}"({names}) VALUES ({marks})', [row[name] for name in columns])
    if (entry := entry_of(record)) is not None:
        values = (number, record.table, record.id, *entry)
        connection.execute("INSERT INTO search_entries VALUES (?, ?, ?, ?, ?)", values)
        connection.execute("INSERT INTO search_index(rowid, title, body) VALUES (?, ?, ?)", (number, *entry))


def _records(random: Random) -> Iterator[Record]:
    ids = (mint(1_000_000_000_000 + number, number) for number in range(1_000_000))
    agencies = [next(ids) for _ in range(AGENCIES)]
    for number, agency in enumerate(agencies):
        name = (
            f"{random.choice(_PLACES)} {random.choice(('Health', 'Schools', 'Housing', 'Trust', 'Council', 'Rūnanga'))}"
        )
        yield Agency(id=agency, name=f"{name} {number}", code=f"A{number}", sector=random.choice(list(Sector)))
    people = [(next(ids), random.choice(agencies)) for _ in range(PEOPLE)]
    for identity, agency in people:
        name = f"{random.choice(_PEOPLE)} {random.choice(_FAMILIES)}"
        yield Person(id=identity, name=name, post=_text(random, 2), agency_id=agency)
    groups = [next(ids) for _ in range(GROUPS)]
    for number, group in enumerate(groups):
        name = f"{random.choice(_PLACES)} {_text(random, 2)} {number}"
        yield Group(id=group, name=name, code=f"G{number}", purpose=_text(random, 12), started_on=date(1998, 1, 1))
        for identity, agency in random.sample(people, 15):
            yield Membership(
                id=next(ids), group_id=group, agency_id=agency, person_id=identity, from_on=date(1998, 1, 1)
            )
    yield from _happenings(random, ids, groups, agencies)


def _happenings(random: Random, ids: Iterator[str], groups: list[str], agencies: list[str]) -> Iterator[Record]:
    """All kinds mixed, as they come about; one in 5,000 has the rare word."""
    left, meetings = dict(COUNTS), defaultdict(list)
    order = [kind for kind, count in COUNTS.items() for _ in range(count)]
    random.shuffle(order)
    for number, kind in enumerate(order):
        group = random.choice(groups)
        on = date(1998, 1, 1) + timedelta(days=number * 3_800 // len(order))
        rare = f" {RARE}" if number % 5_000 == 0 else ""
        text = _text(random, random.randint(5, 18)) + rare
        common = {"id": next(ids), "group_id": group}
        left[kind] -= 1
        if kind is Meeting:
            meetings[group].append(common["id"])
            yield Meeting(**common, on=on, place=f"{random.choice(_PLACES)}, {random.choice(_WORDS)} hall{rare}")
        elif kind is Commitment:
            yield Commitment(
                **common, text=text, agency_id=random.choice(agencies), to=_text(random, 2), made_on=on, due=on
            )
        elif kind is Result:
            yield Result(**common, name=text, narrative=_text(random, 40), who_gained=_text(random, 6), on=on)
        else:
            yield kind(**common, text=text, on=on)


def _text(random: Random, words: int) -> str:
    """Short words and others by turns, the early ones of the list far more often, as in any language."""
    chosen = [_word(random) for _ in range(words)]
    if random.random() < 0.3:
        chosen.append(random.choice(_PLACES))
    return " ".join(chosen).capitalize()


def _word(random: Random) -> str:
    share = random.random()
    if share < 0.35:
        return random.choice(_SHORT)
    if share < 0.43:
        return "".join(random.choices(_SYLLABLES, k=random.randint(2, 4)))
    return _WORDS[int(len(_WORDS) * random.random() ** 1.7)]
