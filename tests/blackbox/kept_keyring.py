"""A keyring for a program under test: in a file that the test reads, as a person looks into the system's own."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

PLACE = "TEST_KEYRING_FILE"


class Kept(KeyringBackend):
    """Keeps passwords by service and user."""

    priority = 1.0

    def get_password(self, service: str, username: str) -> str | None:
        """Return a password, None if there is none."""
        return read().get(f"{service}:{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password."""
        file().write_text(json.dumps({**read(), f"{service}:{username}": password}), "utf-8")

    def delete_password(self, service: str, username: str) -> None:
        """Forget a password."""
        kept = read()
        if kept.pop(f"{service}:{username}", None) is None:
            raise PasswordDeleteError(username)
        file().write_text(json.dumps(kept), "utf-8")


def file() -> Path:
    """The file that the environment names."""
    return Path(os.environ[PLACE])


def read() -> dict[str, str]:
    """All that is kept."""
    return dict(json.loads(file().read_text("utf-8"))) if file().exists() else {}
