"""What the tests of the store have in common."""

import shutil
import subprocess

import pytest


@pytest.fixture(scope="session")
def namespace() -> list[str]:
    """The words before a shell script that may mount small disks which nobody else sees; it gets its arguments."""
    words = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    if shutil.which("unshare") is None or subprocess.run([*words, "mount -t tmpfs tmpfs /mnt"], check=False).returncode:
        pytest.skip("this machine lets nobody mount a disk of his own")
    return words
