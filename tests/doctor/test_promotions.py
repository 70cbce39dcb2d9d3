"""What the doctor says of an account that carries promotions only."""

from collections.abc import Iterator

import pytest

from picker_app.training.deliveroo.platform import TrainingDeliveroo
from tests.doctor.rounds import Doctor

SECRET = "training-secret"


@pytest.fixture
def brand() -> Iterator[TrainingDeliveroo]:
    with TrainingDeliveroo() as platform:
        yield platform


def account(url: str, client_id: str = "training-brand") -> str:
    return f"""
[webhook]
port = 0
[[accounts]]
name = "roo"
platform = "deliveroo_promotions"
base_url = "{url}"
auth_url = "{url}"
client_id = "{client_id}"
brand_id = "corner-market"
currency = "GBP"
"""


def test_a_client_with_the_scope_is_let_in(
    doctor: Doctor, brand: TrainingDeliveroo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PICKER_SECRET_ROO_CLIENT_SECRET", SECRET)
    doctor.write(account(brand.url))
    doctor.round()
    assert doctor.code == 0
    assert doctor.of("roo, sign-in") == ["ok: the platform takes the secret, and lets it write promotions"]
    assert doctor.of("roo, secrets") == ["ok: client_secret from the environment"]
    assert [entry["route"] for entry in brand.state()["requests"]] == ["token"]
    assert SECRET not in "\n".join(doctor.lines)


def test_a_client_without_the_scope_fails_with_what_to_ask_for(
    doctor: Doctor, brand: TrainingDeliveroo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PICKER_SECRET_ROO_CLIENT_SECRET", SECRET)
    brand.change_settings(token_scope="orders")
    doctor.write(account(brand.url))
    doctor.round()
    (line,) = doctor.of("roo, sign-in")
    assert doctor.code == 1 and "no promotions scope" in line and "ask Deliveroo" in line


def test_a_wrong_client_id_and_a_missing_secret_fail(doctor: Doctor, brand: TrainingDeliveroo) -> None:
    doctor.write(account(brand.url, "another"))
    doctor.round()
    assert doctor.code == 1
    assert doctor.of("roo, secrets")[0].startswith("fail: client_secret is missing")
    assert doctor.of("roo, sign-in")[0].startswith("fail: ")


def test_a_platform_that_cannot_be_reached_fails_with_where_to_look(
    doctor: Doctor, brand: TrainingDeliveroo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PICKER_SECRET_ROO_CLIENT_SECRET", SECRET)
    doctor.write(account(brand.url))
    brand.close()
    doctor.round()
    assert doctor.code == 1 and "auth_url" in doctor.of("roo, sign-in")[0]
