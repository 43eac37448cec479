"""Debian packages, where this machine and this person may install them."""

import functools
import os
import shutil

from scripts.house.commands import output, run, say


@functools.cache
def as_root():
    """The words that make a command run as root: none for root itself, None where that may not be."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ()
    return ("sudo", "-n") if shutil.which("sudo") and output("sudo", "-n", "id", "-u") == "0" else None


def install(packages):
    """Whether these packages are there now."""
    if as_root() is None:
        return False
    say(f"Installing Debian packages: {' '.join(packages)}")
    apt_get = [*as_root(), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    return run(*apt_get, "update") and run(*apt_get, "install", "-y", "--no-install-recommends", *packages)


def command_for(packages):
    """What a person types to get them."""
    return f"sudo apt-get install {' '.join(packages)}"
