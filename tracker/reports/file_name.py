"""The name of a return's file: what it is, of when, from whom, about whom, and which revision."""

import re
import unicodedata

from tracker.models.period import Period
from tracker.models.records import Agency, Group, OfficeDetails
from tracker.models.records.handing_in import ReturnKind

# No drive of any system takes longer names, and a folder's name stands before it.
_LONGEST_PART = 40
_DEVICES = frozenset(
    ["CON", "PRN", "AUX", "NUL", *(f"{device}{number}" for device in ("COM", "LPT") for number in range(1, 10))]
)


def group_file_name(office: OfficeDetails, group: Group, period: Period, revision: int) -> str:
    """Such as PT-R1_2019-20-Q3_AKL-PAPAKURA_ICM_rev02.xlsx."""
    place = safe_part(group.place).upper()
    return return_file_name(
        ReturnKind.GROUP, period, f"{office.code}-{place}" if place else office.code, group.code, revision
    )


def agency_file_name(office: OfficeDetails, agency: Agency, period: Period, revision: int) -> str:
    """Such as PT-R2_2019-20-Q3_AKL_EDU_rev02.xlsx."""
    return return_file_name(ReturnKind.AGENCY, period, office.code, agency.code, revision)


def region_file_name(office: OfficeDetails, period: Period, revision: int) -> str:
    """Such as PT-R3_2019-20-Q3_AKL_Auckland_rev02.xlsx."""
    return return_file_name(ReturnKind.REGION, period, office.code, office.region, revision)


def return_file_name(kind: ReturnKind, period: Period, where: str, scope: str, revision: int) -> str:
    """The name from its parts, each made safe for every system (letters, digits and hyphens)."""
    parts = [f"PT-{kind.value}", period.file_label, where, scope]
    return "_".join(safe_part(part) or "X" for part in parts) + f"_rev{revision:02d}.xlsx"


def safe_part(text: str) -> str:
    """Text as part of a file's name: plain letters, digits and hyphens, at most 40, and never a device's name."""
    text = text.replace("'", "").replace("’", "")
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    part = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:_LONGEST_PART].strip("-")
    return f"{part}-" if part.upper() in _DEVICES else part
