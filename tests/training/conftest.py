"""A training platform over real HTTP, one for each test module, put back to its defaults after each test."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from picker_app.training import exact_json
from picker_app.training.delivery_hero.platform import TrainingPlatform
from picker_app.training.delivery_hero.switches import Switches
from tests.training.receiver import Receiver

SAMPLES = Path(__file__).parent / "samples"
SECRET = "s3cret of the webhook"


class HandClock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2025, 6, 3, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


class Shop:
    """A partner's side: signs in and calls the platform."""

    def __init__(self, platform: TrainingPlatform) -> None:
        self.platform = platform
        self.http = httpx.Client(base_url=platform.url, trust_env=False, timeout=10)
        self.sign_in()

    def sign_in(self) -> httpx.Response:
        form = {"grant_type": "client_credentials", "client_id": "training-client", "client_secret": "training-secret"}
        answer = self.http.post("/v2/oauth/token", data=form)
        if answer.status_code == 200:
            self.http.headers["authorization"] = "Bearer " + answer.json()["access_token"]
        return answer

    def put(self, order: dict[str, Any], items: Any, status: str = "READY_FOR_PICKUP", **more: Any) -> httpx.Response:
        body = {"order_id": order["order_id"], "status": status, "items": items, **more}
        content, headers = exact_json.write(body), {"content-type": "application/json"}
        return self.http.put(f"/v2/orders/{order['order_id']}", content=content, headers=headers)

    def get(self, order: dict[str, Any]) -> httpx.Response:
        return self.http.get(f"/v2/orders/{order['order_id']}")


def eventually(found: Callable[[], Any]) -> Any:
    """What `found` gives, once it is true; fails after a deadline."""
    waiting = threading.Event()
    deadline = time.monotonic() + 10
    while not (value := found()):
        assert time.monotonic() < deadline, "it did not come about"
        waiting.wait(0.005)
    return value


@pytest.fixture(scope="module")
def clock() -> HandClock:
    return HandClock()


@pytest.fixture(scope="module")
def running(clock: HandClock) -> Iterator[TrainingPlatform]:
    with TrainingPlatform(clock=clock, requests_per_minute=100_000, token_calls_per_minute=100_000) as platform:
        yield platform


@pytest.fixture(scope="module")
def signed_in(running: TrainingPlatform) -> Iterator[Shop]:
    shop = Shop(running)
    yield shop
    shop.http.close()


@pytest.fixture
def shop(signed_in: Shop, clock: HandClock) -> Iterator[Shop]:
    """The partner's side of a platform with default settings but for its limits."""
    yield signed_in
    signed_in.platform.clear_faults()
    defaults = asdict(Switches()) | {"requests_per_minute": 100_000, "token_calls_per_minute": 100_000}
    signed_in.platform.change_settings(**defaults)
    clock.move(hours=1)
    signed_in.sign_in()


@pytest.fixture
def platform(shop: Shop) -> TrainingPlatform:
    return shop.platform


@pytest.fixture(scope="module")
def listening() -> Iterator[Receiver]:
    receiver = Receiver()
    receiver.start()
    yield receiver
    receiver.close()


@pytest.fixture
def receiver(listening: Receiver, platform: TrainingPlatform) -> Iterator[Receiver]:
    """A webhook that the platform rings, with short pauses between its tries."""
    listening.forget()
    platform.change_settings(webhook_url=listening.url, webhook_secret=SECRET, push_pause=0.01)
    yield listening
    listening.release()
    eventually(lambda: not {"waiting", "held back"} & {push["result"] for push in platform.state()["pushes"]})


@pytest.fixture
def sample_order() -> dict[str, Any]:
    """The order of the specification's section 6, created now."""
    order: dict[str, Any] = json.loads((SAMPLES / "order.json").read_text("utf-8"))
    return order
