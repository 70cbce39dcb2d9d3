"""Check that the configuration of training leads to the platforms that run, with secrets that let it in."""

from collections.abc import Iterator

import httpx
import pytest

from picker_app.settings import SECRETS, DeliverooPromotionsAccount, IfoodPosAccount
from picker_app.training.accounts import DELIVEROO, DELIVERY_HERO, IFOOD, IFOOD_DAY, training_settings
from picker_app.training.deliveroo.platform import TrainingDeliveroo
from picker_app.training.delivery_hero.platform import TrainingPlatform
from picker_app.training.ifood_pos.platform import TrainingIfood


@pytest.fixture
def both() -> Iterator[tuple[TrainingPlatform, TrainingIfood]]:
    with TrainingPlatform() as platform, TrainingIfood(**IFOOD_DAY) as ifood:
        yield platform, ifood


def test_without_ifood_there_is_one_account(both: tuple[TrainingPlatform, TrainingIfood]) -> None:
    chosen, secrets = training_settings(both[0])
    assert [account.name for account in chosen.accounts] == [DELIVERY_HERO]
    assert secrets.get(DELIVERY_HERO, "client_secret")


def test_the_account_of_ifood_signs_in_with_its_secrets_and_polls(both: tuple[TrainingPlatform, TrainingIfood]) -> None:
    chosen, secrets = training_settings(*both)
    account = chosen.accounts[1]
    assert isinstance(account, IfoodPosAccount)
    assert (account.name, account.currency, account.base_url) == (IFOOD, "BRL", both[1].url)
    query = {
        "client_id": account.client_id,
        "username": account.username,
        **{name: str(secrets.get(IFOOD, name)) for name in SECRETS["ifood_pos"]},
        "grant_type": "password",
    }
    with httpx.Client(base_url=account.base_url, trust_env=False) as http:
        given = http.post("/oauth/token", params=query)
        assert given.status_code == 200
        bearer = {"authorization": "Bearer " + given.json()["access_token"]}
        both[1].create_order(merchant=str(account.merchant_ids[-1]))
        assert len(http.get("/v1.0/events%3Apolling", headers=bearer).json()) == 1


def test_the_day_of_ifood_lets_the_account_poll_at_its_pace(both: tuple[TrainingPlatform, TrainingIfood]) -> None:
    account = training_settings(*both)[0].accounts[1]
    assert isinstance(account, IfoodPosAccount)
    settings = both[1].state()["settings"]
    assert settings["min_poll_s"] < account.poll_seconds
    assert settings["desk"] == "confirm"


def test_the_brand_at_deliveroo_signs_in_with_its_secret(both: tuple[TrainingPlatform, TrainingIfood]) -> None:
    with TrainingDeliveroo() as brand:
        chosen, secrets = training_settings(*both, brand)
        account = chosen.accounts[2]
        assert isinstance(account, DeliverooPromotionsAccount)
        access = (account.client_id, str(secrets.get(DELIVEROO, "client_secret")))
        form = {"grant_type": "client_credentials", "scope": "promotions"}
        with httpx.Client(base_url=account.auth_url, trust_env=False) as http:
            bearer = {
                "authorization": "Bearer " + http.post("/oauth2/token", data=form, auth=access).json()["access_token"]
            }
            assert http.post(f"/brands/{account.brand_id}/promotions/upload_url", headers=bearer).status_code == 200
