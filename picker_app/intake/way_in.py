"""A question that only the program behind the webhook can answer: a nonce, signed with the webhook's secret.

Who asks puts the question into the Authorization header of a GET to the webhook's own path. The listener answers that
with 405 as every GET; only where the question is signed with the account's secret the answer carries one more header.
A stranger sees no difference, and learns nothing that an event with that secret would not have told.
"""

import hmac
import re
import secrets

ANSWER = "Picker-Answer"
SCHEME = b"Picker"
_QUESTION = re.compile(rb"Picker ([0-9a-f]{32})\.([0-9a-f]{64})")


def new_nonce() -> str:
    """Return a nonce: 32 hexadecimal digits that were never used before."""
    return secrets.token_hex(16)


def question(account: str, secret: str, nonce: str) -> str:
    """Return the value of the Authorization header that asks for a nonce."""
    return f"{SCHEME.decode()} {nonce}.{_sign('question', account, secret, nonce)}"


def answer(account: str, secret: str, nonce: str) -> str:
    """Return what the program behind the webhook answers to a nonce."""
    return _sign("answer", account, secret, nonce)


def asked(header: bytes) -> bool:
    """Say whether an Authorization header is meant as such a question."""
    return header.strip(b" \t").partition(b" ")[0] == SCHEME


def reply(account: str, secret: str, header: bytes) -> str:
    """Return the answer to a question, "" where it is not signed with the account's secret."""
    found = _QUESTION.fullmatch(header.strip(b" \t"))
    if found is None or not secret.strip():
        return ""
    nonce = found[1].decode()
    if not hmac.compare_digest(found[2].decode(), _sign("question", account, secret, nonce)):
        return ""
    return answer(account, secret, nonce)


def _sign(what: str, account: str, secret: str, nonce: str) -> str:
    words = f"picker-app way in\n{what}\n{account}\n{nonce}".encode()
    return hmac.new(secret.strip().encode(), words, "sha256").hexdigest()
