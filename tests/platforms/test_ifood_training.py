"""The client of iFood against the training platform, which was written apart: a whole order, and what can go wrong."""

from collections.abc import AsyncIterator, Iterator
from decimal import Decimal

import pytest

from picker_app.domain.cart import Kind
from picker_app.domain.said import Status
from picker_app.platforms.ifood_pos.client import IfoodPos
from picker_app.platforms.port import (
    Limited,
    LockedOut,
    Missing,
    PlatformError,
    PolledEvent,
    Priority,
    Refused,
    Unanswered,
    Uncertain,
    Unreachable,
    Unreadable,
)
from picker_app.training.ifood_pos.platform import TrainingIfood
from picker_app.training.ifood_pos.switches import Switches
from tests.platforms.ifood_line import Line, error_of
from tests.platforms.ifood_shop import message

ACCESS = Switches()
SECRETS = {"client_secret": ACCESS.client_secret, "password": ACCESS.password}
EXAMPLES = {"5101428012317050", "1618620938441010", "1118021938198010", "2718221938434020", "5918421938111050"}


@pytest.fixture
def platform() -> Iterator[TrainingIfood]:
    with TrainingIfood(min_poll_s=Decimal(0)) as training:
        yield training


@pytest.fixture
async def made(platform: TrainingIfood) -> AsyncIterator[IfoodPos]:
    line = Line(platform.url)
    yield line.client(client_id=ACCESS.client_id, username=ACCESS.username, secret=SECRETS.get)
    await line.close()


async def events(made: IfoodPos) -> list[PolledEvent]:
    return [event for event in await made.poll() if isinstance(event, PolledEvent)]


async def say(made: IfoodPos, ref: str, kind: Kind, reason: str = "") -> None:
    owed = message(kind, reason, ref)
    await made.send(owed, made.compose(owed), Priority.ACT)


async def test_an_order_goes_from_placed_to_delivered(platform: TrainingIfood, made: IfoodPos) -> None:
    assert await made.poll() == ()
    ref = platform.create_order()["reference"]
    (event,) = await events(made)
    assert (event.ref, event.status) == (ref, Status.RECEIVED)
    heard = await made.read(ref, Priority.READ)
    assert (heard.said.ref, heard.said.notices) == (ref, ())
    await made.acknowledge([event.id])
    assert await made.poll() == ()
    for kind, status in (
        (Kind.INTEGRATE, Status.INTEGRATED),
        (Kind.CONFIRM, Status.CONFIRMED),
        (Kind.DISPATCH, Status.DISPATCHED),
        (Kind.DELIVER, Status.DELIVERED),
    ):
        await say(made, ref, kind)
        (event,) = await events(made)
        assert (event.ref, event.status) == (ref, status)
        await made.acknowledge([event.id])


async def test_the_examples_of_the_platforms_page_are_read_without_a_complaint(made: IfoodPos) -> None:
    for ref in EXAMPLES:
        assert (await made.read(ref, Priority.READ)).said.notices == ()


async def test_many_orders_as_customers_place_them_are_read(platform: TrainingIfood, made: IfoodPos) -> None:
    odd = {platform.create_order(quirks=["sums_differ"])["reference"] for _ in range(3)}
    for _ in range(30):
        platform.create_order(quirks=[])
    for event in await events(made):
        said = (await made.read(event.ref, Priority.READ)).said
        assert said.lines and said.payment is not None and said.payment.total is not None
        assert said.notices == (("sums_differ",) if event.ref in odd else ())


async def test_a_rejection_says_why_and_makes_no_event(platform: TrainingIfood, made: IfoodPos) -> None:
    ref = platform.create_order()["reference"]
    (event,) = await events(made)
    await made.acknowledge([event.id])
    await say(made, ref, Kind.REJECT, "Falta arroz")
    assert await made.poll() == ()


async def test_what_the_platform_does_not_know_or_allow_is_refused(platform: TrainingIfood, made: IfoodPos) -> None:
    ref = platform.create_order()["reference"]
    assert type(await error_of(made.read("1234567890123456", Priority.READ))) is Missing
    assert type(await error_of(say(made, "1234567890123456", Kind.INTEGRATE))) is Missing
    assert type(await error_of(say(made, ref, Kind.DELIVER))) is Refused
    foreign = platform.create_order(merchant="999999")["reference"]
    error = await error_of(made.read(foreign, Priority.READ))
    assert isinstance(error, Refused) and error.kind == "not_allowed"


async def test_the_shops_settings_are_taken(platform: TrainingIfood, made: IfoodPos) -> None:
    code = next(item["externalCode"] for item in platform.create_order()["items"] if item.get("externalCode"))
    await made.set_price(["255001"], code, Decimal("28.49"), None)
    await made.set_product("255001", code, False)
    await made.set_shop("255001", False, "Falta de energia")
    assert type(await error_of(made.set_product("255001", "no/such code", True))) is Missing
    assert isinstance(await error_of(made.set_shop("999999", True, "")), PlatformError)


@pytest.mark.parametrize(
    ("kind", "value", "error", "carried_out"),
    [
        ("drop_before", None, Uncertain, False),
        ("drop_after", None, Uncertain, True),
        ("status", 500, Uncertain, False),
        ("status", 503, Unreachable, False),
        ("status", 429, Limited, False),
        ("status", 403, Refused, False),
    ],
)
async def test_a_fault_of_a_confirmation_says_whether_it_may_have_been_carried_out(
    platform: TrainingIfood, made: IfoodPos, kind: str, value: int | None, error: type[PlatformError], carried_out: bool
) -> None:
    ref = platform.create_order()["reference"]
    await say(made, ref, Kind.INTEGRATE)
    platform.fault("confirmation", kind, times=1, **({} if value is None else {"value": value}))
    assert type(await error_of(say(made, ref, Kind.CONFIRM))) is error
    assert platform.states()[ref] == ("CONFIRMED" if carried_out else "INTEGRATED")


async def test_tokens_that_died_are_renewed_in_passing(platform: TrainingIfood, made: IfoodPos) -> None:
    ref = platform.create_order()["reference"]
    await made.poll()
    platform.fault("any", "expire_token")
    assert [event.ref for event in await events(made)] == [ref]
    platform.change_settings(password="another")
    platform.fault("any", "expire_token")
    assert type(await error_of(made.poll())) is LockedOut


@pytest.mark.parametrize("kind", ["duplicate", "shuffle", "no_id", "unknown_code", "extra_fields"])
async def test_damaged_events_are_events_all_the_same(platform: TrainingIfood, made: IfoodPos, kind: str) -> None:
    refs = {platform.create_order()["reference"] for _ in range(3)}
    platform.fault("poll", kind, times=1)
    read = await made.poll()
    assert {event.ref for event in read if isinstance(event, PolledEvent)} == refs
    assert len({event.key for event in read if isinstance(event, PolledEvent) and event.status is Status.RECEIVED}) == 3
    assert not [event for event in read if isinstance(event, Unreadable)]


@pytest.mark.parametrize("kind", ["null_subitems", "strings"])
async def test_damaged_orders_are_worked_all_the_same(platform: TrainingIfood, made: IfoodPos, kind: str) -> None:
    whole = (await made.read("1118021938198010", Priority.READ)).said
    platform.fault("order", kind, times=1)
    said = (await made.read("1118021938198010", Priority.READ)).said
    assert said.payment == whole.payment
    assert [line.total_price for line in said.lines] == [line.total_price for line in whole.lines]


@pytest.mark.parametrize("value", ["html", "broken", "half", "empty", "endless"])
async def test_garbage_is_never_believed(platform: TrainingIfood, made: IfoodPos, value: str) -> None:
    ref = platform.create_order()["reference"]
    await made.sign_in()
    for route in ("order", "integration"):
        platform.fault(route, "garbage", value=value, times=1)
    assert type(await error_of(made.read(ref, Priority.READ))) in (Unreadable, Unanswered)
    if value != "empty":
        assert type(await error_of(say(made, ref, Kind.INTEGRATE))) is Uncertain
