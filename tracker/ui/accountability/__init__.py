"""Shared results on each agency's own lines: the matrix, its list, what is suggested, and what is done with a claim."""
