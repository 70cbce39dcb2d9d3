"""Holds a program of Windows in a job that ends with this process: written from Microsoft's pages, not tried yet."""

import ctypes
import subprocess
import sys
from ctypes import wintypes

assert sys.platform == "win32"

_KILL_ON_JOB_CLOSE = 0x2000
_EXTENDED_LIMITS = 9
_CREATE_SUSPENDED = 0x4
_SET_QUOTA_AND_TERMINATE_AND_SUSPEND = 0x0100 | 0x0001 | 0x0800


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
        ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
        ("LimitFlags", wintypes.DWORD),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", wintypes.DWORD),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", wintypes.DWORD),
        ("SchedulingClass", wintypes.DWORD),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("BasicLimitInformation", _BasicLimits),
        ("IoInfo", ctypes.c_ulonglong * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


class Job:
    """A job object: Windows ends all that is in it when its last handle is closed, by this process or by its end.

    A program is started suspended (`FLAGS`), so that it runs only once it is in the job. OSError where Windows says no.
    """

    FLAGS = _CREATE_SUSPENDED | subprocess.CREATE_NO_WINDOW

    def __init__(self) -> None:
        self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        self._kernel.CreateJobObjectW.restype = wintypes.HANDLE
        self._kernel.OpenProcess.restype = wintypes.HANDLE
        self._handle: int | None = self._kernel.CreateJobObjectW(None, None)
        if not self._handle:
            raise ctypes.WinError(ctypes.get_last_error())
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = _KILL_ON_JOB_CLOSE
        self._check(
            self._kernel.SetInformationJobObject(
                wintypes.HANDLE(self._handle), _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
            )
        )

    def take(self, pid: int) -> None:
        """Take a suspended program into the job and let it run; it is ended if that is not possible."""
        process = self._kernel.OpenProcess(_SET_QUOTA_AND_TERMINATE_AND_SUSPEND, False, pid)
        self._check(process)
        try:
            if not self._kernel.AssignProcessToJobObject(wintypes.HANDLE(self._handle), wintypes.HANDLE(process)):
                error = ctypes.get_last_error()
                self._kernel.TerminateProcess(wintypes.HANDLE(process), 1)
                raise ctypes.WinError(error)
            # Python closed the handle of the only thread; this resumes all threads of the process.
            ctypes.WinDLL("ntdll").NtResumeProcess(wintypes.HANDLE(process))
        finally:
            self._kernel.CloseHandle(wintypes.HANDLE(process))

    def close(self) -> None:
        """End all that is in the job; a second call does nothing."""
        if self._handle:
            self._kernel.CloseHandle(wintypes.HANDLE(self._handle))
            self._handle = None

    def _check(self, good: object) -> None:
        if not good:
            raise ctypes.WinError(ctypes.get_last_error())
