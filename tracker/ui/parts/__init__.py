"""What several pages are put together from: tables with keys and headings, stories, tiles, and a line that asks."""
