"""What must not be written: secrets and persons that were named, and whatever looks like a token or a number of one."""

import re
import threading
from collections import OrderedDict
from collections.abc import Iterable

HIDDEN = "***"
PERSONS = 20_000
"""So many names, telephone numbers and addresses are remembered; older ones make room."""
_LEAST = 3
"""Shorter values are not hidden: they would tear holes into words that tell nothing."""

_SECRET_KEYS = "access_token|refresh_token|id_token|client_secret|webhook_secret|api_token|api_key|password|passwd"
_PERSON_KEYS = (
    "first_name|last_name|full_name|customer_name|phone|phone_number|phoneNumber|email|street|streetName|apartment"
    "|building|formattedAddress|address|instructions|comment|latitude|longitude|taxPayerIdentificationNumber|document"
)
_QUOTED = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
_PATTERNS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        # What libraries say of the values they were given: pydantic, SQLAlchemy, and our own dataclass.
        (r"input_value=.*?(?=, input_type=)", f"input_value={HIDDEN}"),
        (r"\[parameters: .*", f"[parameters: {HIDDEN}]"),
        (rf"\bCustomer\((?:[^()'\"]|{_QUOTED})*\)", f"Customer({HIDDEN})"),
        (rf"""(["'](?:{_PERSON_KEYS})["']\s*:\s*)(?:{_QUOTED}|-?[\d.]+)""", rf"\1{HIDDEN}"),
        # Secrets: after their scheme, after their name, as a signed token, in an address.
        (r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{4,}", rf"\1 {HIDDEN}"),
        (
            rf"""(?i)(["']?\b(?:{_SECRET_KEYS}|authorization|secret|token)["']?\s*[:=]\s*)(?:{_QUOTED}|[^\s,;&)}}\]]+)""",
            rf"\1{HIDDEN}",
        ),
        (r"\beyJ[\w-]{8,}(?:\.[\w-]+){1,2}", HIDDEN),
        (r"(://[^\s:/@]+):[^\s@/]+@", rf"\1:{HIDDEN}@"),
        # Persons: e-mail, CNPJ, CPF, telephone numbers with and without blanks.
        (r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+", HIDDEN),
        (r"(?<!\d)\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}(?!\d)", HIDDEN),
        (r"(?<!\d)\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)", HIDDEN),
        (r"(?<![\w+])(?![\da-f]{8}-[\da-f]{4}-)(?:\+|00)\d(?:[\s().*/-]{0,2}[\d*]){6,14}(?!\w)", HIDDEN),
        (r"(?<![\w.:+-])\(0?\d{2,4}\)[\s-]?\d{3,5}[\s-]?\d{3,5}(?!\w)", HIDDEN),
        (r"(?<![\w.:-])0\d{2,4}[ /-]\d[\d /-]{3,}\d(?!\w)", HIDDEN),
        (r"(?<![\w.:-])\d{2}(?: - | )9?\d{4}-?\d{4}(?!\w)", HIDDEN),
        (r"(?<![\w.:#-])\d{10,11}(?![\w:]|[.-]\d)", HIDDEN),
    )
)
_WORD = re.compile(r"\w+")


class Masks:
    """Knows what must not be written, and covers it in a text. May be used from any thread."""

    def __init__(self, most: int = PERSONS) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._plain: dict[str, str] = {}
        self._persons: OrderedDict[str, str] = OrderedDict()
        self._by_word: dict[str, tuple[str, ...]] = {}

    def hide(self, values: Iterable[str | None], instead: str = HIDDEN) -> None:
        """Hide these texts wherever they stand, also within words: secrets."""
        with self._lock:
            known = self._plain | {value: instead for value in values if value and len(value) >= _LEAST}
            # The longest first: one may be a part of another.
            self._plain = dict(sorted(known.items(), key=lambda item: -len(item[0])))

    def hide_person(self, name: str = "", phone: str = "", address: str = "", others: Iterable[str] = ()) -> None:
        """Hide a person: the name whole and each word of it, the address whole and each part of it, the rest whole."""
        words = [word for word in _WORD.findall(name) if not word.isdigit()]
        parts = [part for part in address.split(",") if len(part.strip()) > _LEAST + 1]
        with self._lock:
            for value in (name, *words, phone, re.sub(r"\D", "", phone), address, *parts, *others):
                self._add(value.strip().lower())

    def cover(self, text: str) -> str:
        """Return the text with everything covered that must not be written."""
        for value, instead in self._plain.items():
            text = text.replace(value, instead)
        text = self._without_persons(text)
        for pattern, instead in _PATTERNS:
            text = pattern.sub(instead, text)
        return text

    def _add(self, value: str) -> None:
        first = _WORD.search(value)
        if first is None or len(value) < _LEAST:
            return
        if value in self._persons:
            self._persons.move_to_end(value)
            return
        self._persons[value] = first[0]
        # Tuples: the text of another thread is covered meanwhile.
        self._by_word[first[0]] = (*self._by_word.get(first[0], ()), value)
        if len(self._persons) > self._most:
            old, word = self._persons.popitem(last=False)
            rest = tuple(other for other in self._by_word[word] if other != old)
            if rest:
                self._by_word[word] = rest
            else:
                del self._by_word[word]

    def _without_persons(self, text: str) -> str:
        """Look each word up, rather than each person in the text: there are thousands of persons."""
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in text)
        found, end = [], 0
        for word in _WORD.finditer(lower):
            if word.start() < end:
                continue
            longest = ""
            for value in self._by_word.get(word[0], ()):
                begin = word.start() - value.index(word[0])
                behind = lower[begin + len(value) : begin + len(value) + 1]
                if begin >= end and lower.startswith(value, begin) and not (behind.isalnum() and value[-1].isalnum()):
                    longest = max(longest, value, key=len)
            if longest:
                begin = word.start() - longest.index(word[0])
                found.append(text[end:begin])
                end = begin + len(longest)
        return HIDDEN.join((*found, text[end:]))


MASKS = Masks()
"""The masks of this process. The log of a process is one, and so is what must not stand in it."""
