"""Promises, balls, and how they are kept: the parts that the Commitments page and a group's tab share."""
