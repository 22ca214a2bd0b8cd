"""The system libraries that Qt needs on Linux: which are missing, and how they are installed."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Library:
    """A system library that Qt loads: the file it asks for, and the Debian package that brings it."""

    file: str
    package: str


OFFSCREEN = (
    Library("libglib-2.0.so.0", "libglib2.0-0"),
    Library("libGL.so.1", "libgl1"),
    Library("libEGL.so.1", "libegl1"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
)
X11 = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1"),
    Library("libxcb-shape.so.0", "libxcb-shape0"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0"),
)


def has_screen(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether a window can be shown. Windows and macOS are taken to have a screen."""
    return not platform.startswith("linux") or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def wanted_libraries(platform: str, environ: Mapping[str, str], *, window: bool) -> tuple[Library, ...]:
    """The libraries that Qt must find; elsewhere than on Linux it brings its own."""
    if not platform.startswith("linux"):
        return ()
    if not window:
        return OFFSCREEN
    return OFFSCREEN + (X11 if environ.get("DISPLAY") else WAYLAND)


def can_load(file: str) -> bool:
    """Whether the system finds the library. The loader is asked: a package's name changes from one year to the next."""
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def missing_packages(wanted: Iterable[Library], loads: Callable[[str], bool] = can_load) -> list[str]:
    """The Debian packages of the libraries that do not load."""
    return [library.package for library in wanted if not loads(library.file)]


def named_here(packages: Iterable[str], known: Iterable[str]) -> list[str]:
    """The packages by this system's names: from Debian 13 and Ubuntu 24.04 some end in t64."""
    here = set(known)
    return [package + "t64" if package + "t64" in here else package for package in packages]


def missing_sentence(packages: Sequence[str]) -> str:
    """One line that names what is missing and the command that installs it."""
    return f"Qt needs system libraries that are missing. Install them with: sudo apt-get install {' '.join(packages)}"


def still_missing(wanted: Sequence[Library]) -> list[str]:
    """The packages that are missing, after installing what may be installed (as root, on Debian or Ubuntu)."""
    packages = missing_packages(wanted)
    if packages and may_install():
        apt_install(packages)
        packages = missing_packages(wanted)
    return named_here(packages, known_packages()) if packages else []


def may_install() -> bool:
    """Whether we are root and there is apt."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: Sequence[str]) -> None:
    """Installs packages without a question; what apt cannot do shows in its own words and in what is then missing."""
    print(f"Installing the system libraries that Qt needs: {' '.join(packages)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", "update"], env=quiet, check=False)
    install = ["apt-get", "-qq", "install", "--yes", "--no-install-recommends"]
    names = named_here(packages, known_packages())
    subprocess.run([*install, *names], env=quiet, stdout=subprocess.DEVNULL, check=False)


def known_packages() -> list[str]:
    """The package names that apt knows on this system; none where there is no apt."""
    if shutil.which("apt-cache") is None:
        return []
    return subprocess.run(["apt-cache", "pkgnames", "lib"], capture_output=True, text=True, check=False).stdout.split()
