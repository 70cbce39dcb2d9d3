"""Checks how the bytes of a serial scanner become codes."""

from hypothesis import given
from hypothesis import strategies as st

from picker_app.devices.serial_lines import LONGEST, SerialLines

CODES = st.lists(st.text("0123456789ABC-\x1d", min_size=1, max_size=30), min_size=1, max_size=5)


@given(codes=CODES, ends=st.sampled_from([b"\r", b"\n", b"\r\n", b"\x00"]), data=st.data())
def test_codes_come_whole_however_their_bytes_are_cut(codes: list[str], ends: bytes, data: st.DataObject) -> None:
    stream = b"".join(code.encode() + ends for code in codes)
    lines = SerialLines()
    found: list[str] = []
    while stream:
        size = data.draw(st.integers(1, len(stream)))
        found += lines.take(stream[:size])
        stream = stream[size:]
    assert found == codes and not lines.waiting


def test_a_group_separator_stays_and_framing_goes() -> None:
    assert SerialLines().take(b"\x020110LOT\x1d17\x03\r\n") == ("0110LOT\x1d17",)
    assert SerialLines().take(b"\r\n\r\n") == ()
    assert SerialLines().take("Açaí\r".encode("latin-1")) == ("Açaí",)


def test_a_code_without_its_end_waits_until_nothing_more_comes() -> None:
    lines = SerialLines()
    assert lines.take(b"4006381333931") == () and lines.waiting
    ends = [(lines.end(), lines.waiting), (lines.end(), lines.waiting)]
    assert ends == [(("4006381333931",), False), ((), False)]


def test_noise_without_an_end_is_thrown_away() -> None:
    lines = SerialLines()
    assert lines.take(b"x" * (LONGEST + 1)) == ()
    assert lines.take(b"4821\r") == ("4821",)
