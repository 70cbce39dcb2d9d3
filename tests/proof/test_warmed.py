"""The process that children are forked from has learned what they need, and holds nothing that they must not share."""

import subprocess
import sys
from pathlib import Path

import pytest

FILES = Path("/proc/self/fd")
LOOKS = """
import gc, os, threading
from picker_app.proof import kills
files = len(os.listdir("/proc/self/fd"))
from picker_app.proof import warmed
print(threading.active_count(), len(os.listdir("/proc/self/fd")) - files, gc.get_freeze_count() > 0)
"""


@pytest.mark.skipif(not FILES.is_dir(), reason="only here a process can see its own files")
def test_a_warm_process_holds_no_thread_and_no_file_of_the_day_that_warmed_it() -> None:
    command = [sys.executable, "-c", LOOKS]
    there = subprocess.run(command, capture_output=True, text=True, check=True, timeout=100)
    assert there.stdout.split() == ["1", "0", "True"]
