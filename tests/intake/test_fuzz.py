"""Throws garbage at the webhook in quantity; tests/intake/fuzz.py throws more of it."""

import asyncio
import socket
from random import Random

import httpx

from tests.conftest import ExpectedLog
from tests.intake import fuzz
from tests.intake.events import event, new_ref
from tests.intake.knocks import WEBHOOK, answer, line, post, rest, status
from tests.outbox.shop import Shop


async def test_bodies_that_nobody_would_send_are_kept_or_refused_as_the_table_says(shop: Shop) -> None:
    sent = fuzz.bodies(500, seed=7)
    answers = await fuzz.strike(shop, sent)
    assert set(answers) <= {200, 400, 413} and answers[200] > 50 and answers[400] > 50
    await fuzz.nothing_is_missing(shop, sent)
    await fuzz.all_applied(shop)


async def test_bodies_that_nobody_would_send_do_no_harm_to_the_reports_on_jobs(
    shop: Shop, caller: httpx.AsyncClient
) -> None:
    for body in fuzz.bodies(60, seed=8):
        assert (await caller.post(f"{WEBHOOK}/jobs", content=body)).status_code in (200, 400, 413)


async def test_requests_with_bytes_turned_over_never_break_the_door(shop: Shop, expected_log: ExpectedLog) -> None:
    chance, answered = Random(9), 0
    for _ in range(300):
        request = bytearray(post(event(order_id=new_ref())))
        for _ in range(chance.randint(1, 3)):
            request[chance.randrange(120)] = chance.randrange(256)
        with line(shop.listener, bytes(request)) as connection:
            connection.shutdown(socket.SHUT_WR)
            received = await asyncio.to_thread(rest, connection)
        if received:
            answered += 1
            assert status(received) < 500, (request, received)
    if any("right secret" in record.getMessage() for record in expected_log.records):
        expected_log("without the right secret")
    assert answered > 100
    with line(shop.listener, post(event())) as connection:
        assert status(await asyncio.to_thread(answer, connection)) == 200
