"""What we send and what comes in: plain records go in, a workbook comes out, and back."""
