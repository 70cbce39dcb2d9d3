"""A connection to a D-Bus, with the standard library alone: calls with plain values, and answers of any type."""

import itertools
import os
import socket
import struct
from typing import Any, Final

Call = tuple[str, str, str, str, str, tuple[Any, ...]]
"""Destination, path, interface, member, signature and values."""

METHOD_RETURN: Final = 2
SIZES: Final = {"y": (1, "B"), "b": (4, "I"), "n": (2, "h"), "q": (2, "H"), "i": (4, "i"), "u": (4, "I"), "x": (8, "q"),
                "t": (8, "Q"), "d": (8, "d")}  # fmt: skip
PATIENCE_SECONDS: Final = 15.0


class Refused(Exception):
    """The program has no such object any more: the window has changed while it was read."""


class Bus:
    """A connection to the bus as the reader."""

    def __init__(self, path: str) -> None:
        self._line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._line.settimeout(PATIENCE_SECONDS)
        self._line.connect(path)
        self._numbers = itertools.count(1)
        self._line.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode() + b"\r\n")
        assert self._line.recv(200).startswith(b"OK"), "the bus does not let the reader in"
        self._line.sendall(b"BEGIN\r\n")
        self._bus("Hello")

    def close(self) -> None:
        """Leave the bus."""
        self._line.close()

    def owner(self, process: int) -> str | None:
        """The name of the connection of a process, None if it has none."""
        for name in self._bus("ListNames")[0]:
            if name.startswith(":"):
                try:
                    found = self._bus("GetConnectionUnixProcessID", "s", name)[0]
                except Refused:
                    continue
                if found == process:
                    return str(name)
        return None

    def _bus(self, member: str, signature: str = "", *values: Any) -> list[Any]:
        own = "org.freedesktop.DBus"
        return self.call([(own, "/org/freedesktop/DBus", own, member, signature, values)])[0]

    def call(self, calls: list[Call]) -> list[list[Any]]:
        """Call all at once; their answers, in their order."""
        numbers = []
        for destination, path, interface, member, signature, values in calls:
            number = next(self._numbers)
            numbers.append(number)
            body = b""
            for kind, value in zip(signature, values, strict=True):
                body += _written(kind, value, len(body))
            fields = [(1, "o", path), (2, "s", interface), (3, "s", member), (6, "s", destination)]
            fields += [(8, "g", signature)] if signature else []
            head = b""
            for code, kind, value in fields:
                head += b"\0" * (-len(head) % 8) + bytes([code, 1]) + kind.encode() + b"\0"
                head += _written(kind, value, len(head))
            message = struct.pack("<cBBBII", b"l", 1, 0, 1, len(body), number) + struct.pack("<I", len(head)) + head
            self._line.sendall(message + b"\0" * (-len(message) % 8) + body)
        answers: dict[int, list[Any] | None] = {}
        while not answers.keys() >= set(numbers):
            sort, to, answer = self._receive()
            if to in numbers:
                answers[to] = answer if sort == METHOD_RETURN else None
        found = [answers[number] for number in numbers]
        if None in found:
            raise Refused
        return [answer for answer in found if answer is not None]

    def _receive(self) -> tuple[int, int, list[Any]]:
        """The next message: its kind, the number that it answers, its values."""
        start = self._bytes(16)
        order = "<" if start[:1] == b"l" else ">"
        length, _, size = struct.unpack(order + "III", start[4:])
        rest = self._bytes(size + (-size % 8) + length)
        known, at = {}, 0
        while at < size:
            (code, value), at = _read("(yv)", rest, at, order)
            known[code] = value
        values, at, signature, body = [], 0, known.get(8, ""), rest[size + (-size % 8) :]
        while signature:
            kind, signature = _first(signature)
            value, at = _read(kind, body, at, order)
            values.append(value)
        return start[1], known.get(5, 0), values

    def _bytes(self, count: int) -> bytes:
        found = b""
        while len(found) < count:
            part = self._line.recv(count - len(found))
            if not part:
                raise Refused
            found += part
        return found


def _written(kind: str, value: Any, at: int) -> bytes:
    """A value that begins at a place, with what must stand before it so that it is in line."""
    if kind == "g":
        return bytes([len(value)]) + str(value).encode() + b"\0"
    pad = b"\0" * (-at % 4)
    if kind in "so":
        text = str(value).encode()
        return pad + struct.pack("<I", len(text)) + text + b"\0"
    return pad + struct.pack("<" + SIZES[kind][1], value)


def _first(signature: str) -> tuple[str, str]:
    """The first whole type of a signature, and the rest."""
    if signature[0] == "a":
        inner, rest = _first(signature[1:])
        return "a" + inner, rest
    if signature[0] not in "({":
        return signature[0], signature[1:]
    depth = 0
    for place, sign in enumerate(signature):
        depth += (sign in "({") - (sign in ")}")
        if not depth:
            return signature[: place + 1], signature[place + 1 :]
    raise ValueError(f"no signature: {signature}")


def _read(kind: str, data: bytes, at: int, order: str) -> tuple[Any, int]:
    """The value of a type at a place, and the place behind it."""
    sign = kind[0]
    if sign in "({":
        at += -at % 8
        inner, found = kind[1:-1], []
        while inner:
            first, inner = _first(inner)
            value, at = _read(first, data, at, order)
            found.append(value)
        return tuple(found), at
    if sign == "a":
        at += -at % 4
        end = struct.unpack_from(order + "I", data, at)[0]
        at += 4
        at += -at % (8 if kind[1] in "({xtd" else SIZES.get(kind[1], (4, ""))[0])
        end += at
        found = []
        while at < end:
            value, at = _read(kind[1:], data, at, order)
            found.append(value)
        return found, at
    if sign in "gv":
        text = data[at + 1 : at + 1 + data[at]].decode()
        at += data[at] + 2
        return (text, at) if sign == "g" else _read(text, data, at, order)
    if sign in "so":
        at += -at % 4
        size = struct.unpack_from(order + "I", data, at)[0]
        return data[at + 4 : at + 4 + size].decode(), at + 5 + size
    size, form = SIZES[sign]
    at += -at % size
    return struct.unpack_from(order + form, data, at)[0], at + size
