"""Signs files for Windows with the certificate that the environment names; without one it says so and goes on.

PICKER_SIGN_THUMBPRINT: the SHA-1 thumbprint of a certificate in the user's store. No password is needed then, which a
command line would show to all. PICKER_SIGN_TIME: the address of a time-stamping service, if another is wanted.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

TIME_STAMPS = "http://timestamp.digicert.com"
MISSING = "Not signed: PICKER_SIGN_THUMBPRINT names no certificate. Windows will warn whoever starts the program."


def sign(files: Sequence[Path], environment: Mapping[str, str] = os.environ) -> None:
    """Sign the files; FileNotFoundError when there is a certificate but no signtool, CalledProcessError if it fails."""
    if not files:
        return
    thumbprint = environment.get("PICKER_SIGN_THUMBPRINT", "")
    if not thumbprint:
        print(MISSING)
        return
    tool = shutil.which("signtool", path=environment.get("PATH"))
    if tool is None:
        raise FileNotFoundError("signtool is not in PATH: it comes with the Windows SDK")
    when = environment.get("PICKER_SIGN_TIME", TIME_STAMPS)
    words = [tool, "sign", "/sha1", thumbprint, "/fd", "sha256", "/tr", when, "/td", "sha256"]
    subprocess.run([*words, *map(str, files)], check=True)
    print("Signed:", ", ".join(file.name for file in files))
