"""The program beside the bare minimum that does the same, measured in one run; a table and never a test."""
