"""Where we keep it: one office file, written through one door."""
