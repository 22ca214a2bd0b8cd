"""Bringing in what others have: a log that was filled in, and lists of groups, agencies, people and promises."""
