"""Partnership Tracker: groups of agencies, what they promise each other and how far they have come."""

__version__ = "0.1.0"
