"""What we keep and what it means: plain Python, no Qt, no SQL, no Excel, no files, no clock."""
