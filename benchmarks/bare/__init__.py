"""The bare minimum that does the same: what no program of this kind can do without."""
