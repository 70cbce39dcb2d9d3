"""Files of promotions: a platform's JSON or a spreadsheet's CSV, told apart by how they begin."""

from picker_app.promotions import csv_reader, deliveroo_reader
from picker_app.promotions.reading import Read
from picker_app.promotions.without_pauses import without_pauses

_BLANKS = b"\xef\xbb\xbf \t\r\n"


def read(body: bytes, currency: str, zone: str = "UTC") -> Read:
    """Read a file of promotions: Deliveroo's JSON if it begins with a brace or bracket, else CSV.

    `currency` says what a minor unit of JSON is; `zone` is the shop's time zone. Nothing is raised: what is wrong is
    in the answer, all at once.
    """
    with without_pauses():
        if body.lstrip(_BLANKS)[:1] in (b"{", b"["):
            return deliveroo_reader.read(body, currency, zone)
        return csv_reader.read(body, zone)
