"""The doctor's round: a line for each part, what is configured, and the secrets, none of which is told."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from starlette.responses import JSONResponse

from picker_app.doctor import command
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.doctor.rounds import CLIENT_SECRET, WEBHOOK_SECRET, Doctor, routes, served, shop

# The whole round.


def test_where_all_is_well_each_part_has_its_line_and_the_exit_code_is_0(
    doctor: Doctor, platform: TrainingPlatform
) -> None:
    order = platform.create_order(lines=2)
    doctor.write(shop(platform.url))
    doctor.round()
    assert doctor.code == 0 and not doctor.failed
    assert doctor.of("centro, sign-in") == ["ok: the platform takes the secret"]
    assert doctor.of("centro, list of orders") == ["ok: the last hour can be read"]
    assert doctor.of("centro, order path") == [f"ok: /v2/orders/{{order_id}} works: order {order['order_id']} was read"]
    assert routes(platform) == ["token", "list", "get_order"]
    for what in ("configuration", "centro, secrets", "data folder", "database", "webhook", "scanner", "labels"):
        assert len(doctor.of(what)) == 1 and doctor.of(what)[0].startswith("ok: "), what
    # The training platform tells its time in every answer: the clock is compared too.
    assert doctor.of("self-test") and doctor.lines[-1].startswith("0 failed, 0 to look at")


def test_in_training_the_doctor_asks_a_platform_of_its_own_and_needs_no_configuration(doctor: Doctor) -> None:
    doctor.round(training=True)
    assert doctor.code == 0 and doctor.of("configuration") == ["ok: training needs none"]
    assert doctor.of("training, order path")[0].startswith("ok: ")
    assert not doctor.data.exists()


def test_the_doctor_needs_no_qt(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None\nfrom picker_app.__main__ import main\nsys.exit(main(sys.argv[1:]))"
    )
    words = ["--training", "--data-dir", str(tmp_path / "data")]
    done = subprocess.run([sys.executable, "-c", code, *words, "doctor"], capture_output=True, text=True, timeout=55)
    assert done.returncode in (0, 1) and "ok    training, sign-in: " in done.stdout and "Traceback" not in done.stderr
    for other in ([], ["self-test"]):
        refused = subprocess.run(
            [sys.executable, "-c", code, *words, *other], capture_output=True, text=True, timeout=55
        )
        assert refused.returncode == 1 and refused.stderr.startswith("The window cannot be loaded: ")


# Configuration and secrets.


def test_each_wrong_key_has_a_line_and_the_computer_is_looked_at_all_the_same(doctor: Doctor) -> None:
    doctor.write(shop("http://far.example", head='language = "de"\n[webhook]\nport = 70000\n'))
    doctor.round()
    assert doctor.code == 1
    found = doctor.of("configuration")
    assert [line.startswith(f"fail: {doctor.config}: ") for line in found] == [True] * 3
    assert "language" in found[0] and "webhook.port" in found[1] and "base_url" in found[2]
    assert doctor.of("data folder") and doctor.of("database") and not doctor.of("centro, sign-in")


def test_without_a_configuration_it_is_said_where_it_was_looked_for_and_what_to_do(doctor: Doctor) -> None:
    doctor.round()
    first, second = doctor.of("configuration")
    assert doctor.code == 1 and first == f"fail: {doctor.config}: there is no such file."
    assert "--training" in second


@pytest.mark.parametrize("missing", ["client_secret", "webhook_secret"])
def test_a_missing_secret_is_named_with_both_places_where_it_may_stand(
    doctor: Doctor, platform: TrainingPlatform, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    variable = f"PICKER_SECRET_CENTRO_{missing.upper()}"
    monkeypatch.delenv(variable)
    doctor.write(shop(platform.url))
    doctor.round()
    present, absent = doctor.of("centro, secrets")
    assert doctor.code == 1 and absent.startswith(f"fail: {missing} is missing") and variable in absent
    assert present.startswith("ok: ") and missing not in present
    if missing == "client_secret":
        assert doctor.of("centro, sign-in")[0].startswith("fail: ") and routes(platform) == []


class Kept(KeyringBackend):
    """A keyring with one value for everything; it answers when it is `open`."""

    priority = 1

    def __init__(self, value: str) -> None:
        self.value = value
        self.open = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        assert self.open.wait(30)
        return self.value

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    before = keyring.get_keyring()
    backend = Kept(CLIENT_SECRET)
    keyring.set_keyring(backend)
    yield backend
    backend.open.set()
    keyring.set_keyring(before)


def test_where_a_secret_comes_from_is_said(
    doctor: Doctor, platform: TrainingPlatform, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PICKER_SECRET_CENTRO_CLIENT_SECRET")
    kept.open.set()
    doctor.write(shop(platform.url))
    doctor.round()
    expected = "ok: client_secret from the keyring, webhook_secret from the environment"
    assert doctor.of("centro, secrets") == [expected]
    assert doctor.of("centro, sign-in")[0].startswith("ok: ")


def test_a_keyring_that_does_not_answer_holds_nobody_up(
    doctor: Doctor, platform: TrainingPlatform, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PICKER_SECRET_CENTRO_CLIENT_SECRET")
    monkeypatch.setattr(command, "LOCAL_SECONDS", 0.5)
    doctor.write(shop(platform.url))
    doctor.round()
    assert doctor.code == 1 and doctor.of("keyring")[0].startswith("fail: it did not answer within")
    assert doctor.of("webhook")


def test_no_secret_is_printed_though_a_platform_repeats_it(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = "a secret/with=signs&more"
    monkeypatch.setenv("PICKER_SECRET_CENTRO_CLIENT_SECRET", secret)
    repeated = f"{secret} a+secret%2Fwith%3Dsigns%26more {WEBHOOK_SECRET}"
    with served(lambda request: JSONResponse({"message": f"Invalid: {repeated}"}, 401)) as away:
        doctor.write(shop(away.url))
        doctor.round()
    (line,) = doctor.of("centro, sign-in")
    assert doctor.code == 1 and line.startswith("fail: The platform refuses the sign-in. Invalid: ")
    printed = "\n".join(doctor.lines)
    for spelled in (secret, "a+secret%2Fwith%3Dsigns%26more", WEBHOOK_SECRET):
        assert spelled not in printed


def test_the_password_of_a_database_is_not_printed(doctor: Doctor) -> None:
    head = '[database]\nurl = "postgresql://till:pw-81f3@127.0.0.1:1/till"\n[webhook]\nport = 0\n'
    doctor.write(head)
    doctor.round()
    assert doctor.code == 1 and doctor.of("database")[0].startswith("fail: ")
    assert "pw-81f3" not in "\n".join(doctor.lines)
