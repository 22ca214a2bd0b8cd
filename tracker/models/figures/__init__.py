"""What is worked out from the records; each function takes a snapshot and changes nothing."""
