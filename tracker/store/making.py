"""Making the sample office from its text."""

from pathlib import Path

from tracker.models.identity import minting_in_order
from tracker.models.records import OfficeDetails
from tracker.places import resources
from tracker.store.files import discard
from tracker.store.office import Office
from tracker.store.opening import refuse_if_taken
from tracker.store.sample import read_sample
from tracker.store.setting import Setting


def make_sample(path: Path, setting: Setting) -> Office:
    """A new file with the sample office, open. Raises Mistake if the file is there already or cannot be written."""
    refuse_if_taken(path)
    records = read_sample(resources() / "sample", minting_in_order(setting.mint))
    details = next(record for record in records if isinstance(record, OfficeDetails))
    office = Office.create(path, details, setting)
    try:
        with office.step("fill the sample office", barrier=True):
            office.save(*(record for record in records if record is not details))
    except BaseException:
        office.close()
        discard(path)
        raise
    return office
