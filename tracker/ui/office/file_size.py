"""How large a file is, in words."""


def size_words(size: int) -> str:
    """640 kB, 1.4 MB: `size` in bytes; a megabyte is a million of them, as file managers count."""
    if size < 1_000:
        return f"{size} bytes"
    if size < 999_500:
        return f"{size / 1_000:.0f} kB"
    return f"{size / 1_000_000:,.1f} MB"
