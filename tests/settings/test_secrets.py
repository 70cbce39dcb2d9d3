"""Secrets come from the environment or the keyring, are kept in the keyring only, and are never told."""

from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, null
from keyring.errors import KeyringLocked, PasswordDeleteError

from picker_app.masks import MASKS
from picker_app.settings import (
    DeliverooPromotionsAccount,
    DeliveryHeroAccount,
    IfoodPosAccount,
    NoKeyring,
    Secrets,
    variable,
)
from picker_app.settings.secrets import overridden, trouble

ACCOUNTS = (
    DeliveryHeroAccount(
        name="hero",
        platform="delivery_hero",
        base_url="https://hero.example",
        client_id="id",
        chain_id="chain",
        vendor_id="vendor",
        currency="EUR",
    ),
    IfoodPosAccount(
        name="pos",
        platform="ifood_pos",
        base_url="https://pos.example",
        client_id="id",
        username="user",
        merchant_ids=(1,),
        currency="BRL",
    ),
    DeliverooPromotionsAccount(
        name="roo",
        platform="deliveroo_promotions",
        base_url="https://roo.example",
        auth_url="https://auth.roo.example",
        client_id="id",
        brand_id="brand",
        currency="GBP",
    ),
)


class Memory(KeyringBackend):
    """A keyring in memory; locked, it answers as one whose owner said no."""

    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = self.forgetful = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked("no")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise KeyringLocked("no")
        if not self.forgetful:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.locked:
            raise KeyringLocked("no")
        if (service, username) not in self.kept:
            raise PasswordDeleteError("not there")
        del self.kept[service, username]


@pytest.fixture
def memory() -> Iterator[Memory]:
    """The operating system's keyring for this test."""
    before = keyring.get_keyring()
    backend = Memory()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


def test_a_secret_is_read_from_the_keyring(memory: Memory) -> None:
    keyring.set_password("picker-app", "foodora-centro/client_secret", "in the keyring")
    assert Secrets().get("foodora-centro", "client_secret") == "in the keyring"
    assert Secrets().get("foodora-centro", "webhook_secret") is None


def test_an_environment_variable_overrides_the_keyring(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    keyring.set_password("picker-app", "foodora-centro/client_secret", "in the keyring")
    monkeypatch.setenv("PICKER_SECRET_FOODORA_CENTRO_CLIENT_SECRET", "in the environment")
    assert Secrets().get("foodora-centro", "client_secret") == "in the environment"
    monkeypatch.setenv("PICKER_SECRET_FOODORA_CENTRO_CLIENT_SECRET", "")
    assert Secrets().get("foodora-centro", "client_secret") == "in the keyring"


def test_secrets_are_read_once_where_waiting_is_allowed(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = Secrets()
    keyring.set_password("picker-app", "hero/client_secret", "c")
    keyring.set_password("picker-app", "hero/webhook_secret", "w")
    keyring.set_password("picker-app", "pos/password", "p")
    monkeypatch.setenv("PICKER_SECRET_ROO_CLIENT_SECRET", "r")
    secrets.warm(ACCOUNTS)
    memory.locked = True
    monkeypatch.delenv("PICKER_SECRET_ROO_CLIENT_SECRET")
    known = [("hero", "client_secret"), ("hero", "webhook_secret"), ("pos", "password"), ("roo", "client_secret")]
    assert [secrets.get(*place) for place in known] == ["c", "w", "p", "r"]
    assert secrets.get("pos", "client_secret") is None


def test_the_training_platforms_secrets_are_given_and_no_keyring_is_asked() -> None:
    assert Secrets({("training", "client_secret"): "given"}).get("training", "client_secret") == "given"


def test_a_keyring_that_is_locked_or_missing_has_no_secrets(memory: Memory) -> None:
    memory.locked = True
    assert Secrets().get("shop", "password") is None


def test_without_any_keyring_there_are_no_secrets() -> None:
    assert Secrets().get("shop", "password") is None


@pytest.mark.parametrize(
    ("account", "secret", "name"),
    [
        ("foodora-centro", "client_secret", "PICKER_SECRET_FOODORA_CENTRO_CLIENT_SECRET"),
        ("Shop2", "password", "PICKER_SECRET_SHOP2_PASSWORD"),
    ],
)
def test_the_variable_of_a_secret_is_upper_case_with_underscores(account: str, secret: str, name: str) -> None:
    assert variable(account, secret) == name


def test_the_token_of_the_tunnel_is_read_with_the_others(memory: Memory) -> None:
    keyring.set_password("picker-app", "tunnel/cloudflared_token", "of cloudflared")
    keyring.set_password("picker-app", "tunnel/ngrok_authtoken", "of ngrok")
    secrets = Secrets()
    secrets.warm((), "cloudflared")
    memory.locked = True
    assert secrets.get("tunnel", "cloudflared_token") == "of cloudflared"
    assert secrets.get("tunnel", "ngrok_authtoken") is None


# Kept


def test_a_secret_is_saved_without_the_blanks_around_it_and_used_at_once(memory: Memory) -> None:
    secrets = Secrets()
    assert secrets.get("hero", "client_secret") is None
    secrets.save("hero", "client_secret", "  pasted-with-blanks \n")
    assert secrets.get("hero", "client_secret") == "pasted-with-blanks"
    assert memory.kept == {("picker-app", "hero/client_secret"): "pasted-with-blanks"}
    assert Secrets().get("hero", "client_secret") == "pasted-with-blanks"


def test_a_saved_secret_is_never_logged(memory: Memory) -> None:
    Secrets().save("hero", "client_secret", "zx81-never-told")
    Secrets().hold("hero", "webhook_secret", "zx82-never-told")
    assert "never-told" not in MASKS.cover("they are zx81-never-told and zx82-never-told")


def test_an_empty_secret_is_not_saved(memory: Memory) -> None:
    with pytest.raises(ValueError, match="not empty"):
        Secrets().save("hero", "client_secret", "  ")
    assert memory.kept == {}


def test_a_secret_is_deleted_and_one_that_is_not_there_is_no_fault(memory: Memory) -> None:
    secrets = Secrets()
    secrets.save("hero", "client_secret", "value")
    secrets.delete("hero", "client_secret")
    secrets.delete("hero", "client_secret")
    assert memory.kept == {} and secrets.get("hero", "client_secret") is None


def test_a_secret_that_is_held_is_kept_nowhere(memory: Memory) -> None:
    secrets = Secrets()
    secrets.hold("hero", "client_secret", " for now ")
    assert secrets.get("hero", "client_secret") == "for now" and secrets.values() == ("for now",)
    assert memory.kept == {} and Secrets().get("hero", "client_secret") is None


def test_an_environment_variable_goes_on_to_hold_after_a_secret_was_saved(
    memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PICKER_SECRET_HERO_CLIENT_SECRET", "from the environment")
    secrets = Secrets()
    secrets.save("hero", "client_secret", "from the person")
    assert overridden("hero", "client_secret") and not overridden("hero", "webhook_secret")
    assert secrets.get("hero", "client_secret") == "from the environment"
    assert memory.kept["picker-app", "hero/client_secret"] == "from the person"


def test_a_locked_keyring_says_so_and_what_else_can_be_done(memory: Memory) -> None:
    memory.locked = True
    said = r"locked\. Unlock it and try again, or set .*PICKER_SECRET_HERO_CLIENT_SECRET"
    with pytest.raises(NoKeyring, match=said) as no:
        Secrets().save("hero", "client_secret", "value")
    assert "value" not in str(no.value)
    with pytest.raises(NoKeyring, match=said):
        Secrets().delete("hero", "client_secret")


def test_a_keyring_that_keeps_nothing_is_noticed(memory: Memory) -> None:
    memory.forgetful = True
    with pytest.raises(NoKeyring, match="did not keep hero/client_secret"):
        Secrets().save("hero", "client_secret", "value")


def test_without_a_keyring_the_way_out_is_said_and_nothing_is_written(home: Path) -> None:
    with pytest.raises(NoKeyring, match=r"has no keyring .*\. Or set the environment variable PICKER_SECRET_HERO_"):
        Secrets().save("hero", "client_secret", "value")
    assert not [path for path in home.rglob("*") if path.is_file()]


class PlaintextKeyring(Memory):
    """A keyring that would write to a file."""


PlaintextKeyring.__module__ = "keyrings.alt.file"


class EmptyChain(chainer.ChainerBackend):
    """What stands for all keyrings of a computer, where it found none."""

    backends = ()


@pytest.mark.parametrize(
    ("backend", "said"),
    [
        (null.Keyring, "has no keyring"),
        (EmptyChain, "has no keyring"),
        (PlaintextKeyring, "writes secrets to a file, which this program never does"),
    ],
)
def test_a_keyring_that_is_none_is_not_used(memory: Memory, backend: Callable[[], KeyringBackend], said: str) -> None:
    assert trouble() == ""
    keyring.set_keyring(backend())
    assert said in trouble()
    with pytest.raises(NoKeyring, match=said):
        Secrets().save("hero", "client_secret", "value")
