"""Signals in the window: what is seen in a group, what is set aside, and what leads on from there."""
