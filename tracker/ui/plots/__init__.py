"""Charts, drawn with pyqtgraph, which is loaded only when one is first needed."""
