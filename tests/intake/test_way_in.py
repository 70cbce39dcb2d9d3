"""The sign that only the program behind the webhook can give: who knows the secret gets it, a stranger sees nothing."""

import httpx
import pytest

from picker_app.intake import way_in
from tests.outbox.shop import NAME, SECRET, Shop

WEBHOOK = f"/webhooks/{NAME}"


def question(account: str = NAME, secret: str = SECRET, nonce: str = "") -> dict[str, str]:
    return {"authorization": way_in.question(account, secret, nonce or way_in.new_nonce())}


async def test_a_question_signed_with_the_secret_is_answered_with_its_nonce_signed(
    shop: Shop, caller: httpx.AsyncClient
) -> None:
    nonce = way_in.new_nonce()
    answer = await caller.get(WEBHOOK, headers=question(nonce=nonce))
    assert answer.headers[way_in.ANSWER] == way_in.answer(NAME, SECRET, nonce)
    assert shop.listener.refused == {}


async def test_the_answer_is_the_one_of_the_contract_but_for_one_header(caller: httpx.AsyncClient) -> None:
    asked = await caller.get(WEBHOOK, headers=question())
    plain = await caller.get(WEBHOOK, headers={"authorization": ""})
    assert (asked.status_code, asked.content) == (plain.status_code, plain.content) == (405, b"only POST")
    assert set(asked.headers) - set(plain.headers) == {way_in.ANSWER.lower()}


@pytest.mark.expected_log("without the right secret")
@pytest.mark.parametrize(
    "headers",
    [
        question(secret="a guess"),
        question(account="another"),
        {"authorization": "Picker x"},
        {"authorization": f"Picker {'0' * 32}.{'0' * 64}"},
    ],
)
async def test_a_stranger_gets_what_everybody_gets_and_is_counted(
    shop: Shop, caller: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    answer = await caller.get(WEBHOOK, headers=headers)
    plain = await caller.get(WEBHOOK, headers={"authorization": ""})
    assert (answer.status_code, answer.content, dict(answer.headers)) == (405, plain.content, dict(plain.headers))
    assert shop.listener.refused == {NAME: 1}


@pytest.mark.parametrize("path", ["/health", "/webhooks/nobody", "/"])
async def test_other_paths_answer_as_if_nobody_had_asked(caller: httpx.AsyncClient, path: str) -> None:
    asked = await caller.get(path, headers=question())
    plain = await caller.get(path, headers={"authorization": ""})
    assert (asked.status_code, asked.content, asked.headers) == (plain.status_code, plain.content, plain.headers)


def test_an_answer_is_of_no_use_for_another_nonce_account_or_question() -> None:
    nonce = way_in.new_nonce()
    assert len(nonce) == 32 and nonce != way_in.new_nonce()
    answers = {way_in.answer(account, SECRET, one) for account in ("a", "b") for one in (nonce, way_in.new_nonce())}
    assert len(answers) == 4
    assert way_in.answer(NAME, SECRET, nonce) not in way_in.question(NAME, SECRET, nonce)


def test_without_a_secret_nothing_is_answered() -> None:
    for secret in ("", "  "):
        assert way_in.reply(NAME, secret, way_in.question(NAME, secret, way_in.new_nonce()).encode()) == ""
