"""Checks how missing system libraries are found and what is said of them."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.house import source

SCRIPT = source.ROOT / "packaging" / "system_libraries.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script as a module; its folder is no package."""
    spec = importlib.util.spec_from_file_location("system_libraries", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libpulse.so.0", "libpulse0"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
    ],
)
def test_the_package_of_a_library_is_known(script: ModuleType, library: str, package: str) -> None:
    assert script.debian_package(library) == package


def test_what_the_loader_misses_is_read_from_its_answer(script: ModuleType) -> None:
    answer = "\tlinux-vdso.so.1 (0x1)\n\tlibpulse.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x2)\n"
    assert script.not_found(answer) == {"libpulse.so.0"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux misses libraries")
def test_without_a_way_to_install_the_exact_command_is_printed(tmp_path: Path) -> None:
    answer = tmp_path / "ldd"
    answer.write_text("#!/bin/sh\necho '\tlibxcb-cursor.so.0 => not found'\n")
    answer.chmod(0o755)
    told = subprocess.run(
        [sys.executable, str(SCRIPT)],
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "sudo apt-get install libxcb-cursor0" in told.stderr
    assert "no window can be opened" in told.stderr
    assert told.returncode == 1
