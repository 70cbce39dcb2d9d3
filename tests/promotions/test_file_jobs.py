"""A file of promotions at Deliveroo: its three steps, and how it survives all that can go wrong with them."""

import json

from picker_app.promotions.overview import PromotionState
from tests.promotions.campaign_bench import BRAND, Bench, percent


async def test_the_three_steps_in_their_order(bench: Bench) -> None:
    numbers = await bench.live(BRAND, percent(), percent("RICE-10PCT-2026W23", 10, "5000169830055"))
    assert bench.routes() == ["token", "upload_url", "upload", "status", "status", "status"]
    assert [await bench.state(number) for number in numbers] == [PromotionState.SCHEDULED] * 2
