"""A training platform of iFood over real HTTP, one for each test module, put back to its defaults after each test."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from picker_app.training.exact_json import JsonObject
from picker_app.training.ifood_pos.platform import TrainingIfood
from picker_app.training.ifood_pos.switches import Switches

ACCESS = Switches()
SIGN_IN = {
    "client_id": ACCESS.client_id,
    "client_secret": ACCESS.client_secret,
    "username": ACCESS.username,
    "password": ACCESS.password,
    "grant_type": "password",
}
STORE = "255001"
OTHER_STORE = "137086"
FOREIGN_STORE = "999999"
POLL_EVERY = 45
LONG = 10**8  # a token outlives the days that pass in the tests


class Till:
    """The shop's side: signs in, polls and says what became of orders. Its clock is the platform's own."""

    def __init__(self, platform: TrainingIfood) -> None:
        self.platform = platform
        self.http = httpx.Client(base_url=platform.url, trust_env=False, timeout=10)
        self.sign_in()

    def sign_in(self) -> httpx.Response:
        answer = self.http.post("/oauth/token", params=SIGN_IN)
        if answer.status_code == 200:
            self.http.headers["authorization"] = "Bearer " + answer.json()["access_token"]
        return answer

    def ask_events(self) -> httpx.Response:
        """Poll after the usual pause."""
        self.platform.move_clock(POLL_EVERY)
        return self.poll_again()

    def poll_again(self) -> httpx.Response:
        """Poll without any pause."""
        return self.http.get("/v1.0/events%3Apolling")

    def poll(self) -> list[JsonObject]:
        """The events of a poll after the usual pause; none for a 404."""
        answer = self.ask_events()
        if answer.status_code == 404:
            return []
        assert answer.status_code == 200, answer.text
        events: list[JsonObject] = answer.json()
        return events

    def codes(self) -> list[str]:
        return [event["code"] for event in self.poll()]

    def acknowledge(self, events: Any) -> httpx.Response:
        return self.http.post("/v1.0/events/acknowledgment", json=events)

    def order(self, reference: str) -> httpx.Response:
        return self.http.get(f"/v1.0/orders/{reference}")

    def say(self, reference: str, status: str, body: Any = None) -> httpx.Response:
        return self.http.post(f"/v1.0/orders/{reference}/statuses/{status}", json=body)

    def say_all(self, reference: str, *statuses: str) -> None:
        for status in statuses:
            assert self.say(reference, status).status_code == 202, status

    def state_of(self, reference: str) -> str:
        return self.platform.states()[reference]

    def sim(self, path: str, body: Any = None, method: str = "POST") -> httpx.Response:
        return self.http.request(method, f"/_sim/{path}", json=body)


@pytest.fixture(scope="module")
def served() -> Iterator[Till]:
    now = datetime(2025, 6, 3, 15, 0, tzinfo=UTC)
    with TrainingIfood(clock=lambda: now, token_ttl_s=LONG) as platform:
        till = Till(platform)
        yield till
        till.http.close()


@pytest.fixture
def till(served: Till) -> Iterator[Till]:
    """The shop's side of a platform with default settings and no event held."""
    yield served
    served.platform.clear_faults()
    served.platform.change_settings(**asdict(Switches()) | {"token_ttl_s": LONG})
    served.sign_in()
    served.platform.move_clock(3600)
    for event in served.poll():
        if "id" in event:
            served.acknowledge([{"id": event["id"]}])


@pytest.fixture
def reference(till: Till) -> str:
    """A fresh order to be delivered, polled and acknowledged."""
    return placed(till, type="DELIVERY")


def placed(till: Till, **wishes: Any) -> str:
    """Place an order, and take its event in."""
    document = till.platform.create_order(**({"quirks": []} | wishes))
    till.acknowledge([{"id": event["id"]} for event in till.poll()])
    return str(document["reference"])
