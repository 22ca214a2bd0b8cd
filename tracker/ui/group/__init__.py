"""The tabs of one group."""
