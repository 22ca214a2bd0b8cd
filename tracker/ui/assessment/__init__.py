"""Self-assessment in the window: the rounds, the answers on screen, and what they suggest."""
