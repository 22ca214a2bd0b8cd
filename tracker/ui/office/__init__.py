"""The parts of the Office page."""
