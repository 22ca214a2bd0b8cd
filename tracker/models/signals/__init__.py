"""Signals: small rules over what is recorded, which say what needs attention, why it matters and what to do."""
