"""Where the program's own files lie: fonts, icons and the sample office."""

from pathlib import Path


def resources() -> Path:
    """The resources folder: inside an installed package, beside the package in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
