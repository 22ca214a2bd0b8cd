"""What we see: all Qt and all pyqtgraph. It draws and asks, and computes nothing."""
