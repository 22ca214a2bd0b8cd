"""A typed line of a meeting, read: what it is, whose it is, by when, and whose the credit is."""
