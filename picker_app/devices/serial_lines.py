"""Cut the bytes of a serial scanner into codes: what stands before each CR, LF or NUL is one.

Follows "Barcodes and scanners", section 13. Pure.
"""

import re
from typing import Final

LONGEST: Final = 4096
_ENDS: Final = re.compile(rb"[\r\n\x00]+")


class SerialLines:
    """Collects bytes until a code is whole. STX and ETX around a code are left out, the group separator stays."""

    def __init__(self) -> None:
        self._rest = b""

    @property
    def waiting(self) -> bool:
        """Whether a code has begun whose end has not come."""
        return bool(self._rest)

    def take(self, data: bytes) -> tuple[str, ...]:
        """The codes that are whole with these bytes; more than LONGEST without an end are thrown away."""
        *whole, self._rest = _ENDS.split(self._rest + data)
        if len(self._rest) > LONGEST:
            self._rest = b""
        return tuple(code for line in whole if (code := _text(line)))

    def end(self) -> tuple[str, ...]:
        """The code that has begun, as nothing more comes: a scanner without a suffix, or a port that was closed."""
        rest, self._rest = self._rest, b""
        code = _text(rest)
        return (code,) if code else ()


def _text(line: bytes) -> str:
    """A line as text: UTF-8 where it is, else byte by byte."""
    body = line.strip(b"\x02\x03 \t")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("latin-1")
