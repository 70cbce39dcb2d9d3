"""Checks that the strip says once that nothing can be saved, and once that it can, and hides no result with it."""

from dataclasses import dataclass, replace

import pytest

from picker_app.gui.notices import Notice
from picker_app.gui.surroundings import Surroundings
from picker_app.picking.rows import Outcome, Result
from tests.gui.conftest import Open, Till
from tests.gui.shop import Shop

FULL = "The disk is full: nothing more can be saved. Free some space, then scan again."


@dataclass
class Troubled(Shop):
    """A shop whose database is in trouble while there are words."""

    words: str = ""

    def surroundings(self, language: str = "en", *, training: bool = False) -> Surroundings:
        return replace(super().surroundings(language, training=training), trouble=lambda: self.words)


@pytest.fixture
def shop() -> Troubled:
    return Troubled()


@pytest.fixture
async def till(open_till: Open, shop: Troubled) -> Till:
    return await open_till(shop)


@pytest.fixture
def told(till: Till) -> list[Notice]:
    """What was told since the window was opened."""
    heard: list[Notice] = []
    till.window.notices.told.connect(heard.append)
    return heard


async def test_that_nothing_can_be_saved_is_said_once_aloud_and_once_that_it_can(
    till: Till, shop: Troubled, told: list[Notice]
) -> None:
    till.window.tick()
    assert told == []
    shop.words = FULL
    for _ in range(3):
        till.window.tick()
    assert [(one.headline, one.detail, one.sound) for one in told] == [("Nothing can be saved now", FULL, "fault")]
    shop.words = ""
    for _ in range(3):
        till.window.tick()
    assert [one.headline for one in told[1:]] == ["It can be saved again"]
    shop.words = FULL
    till.window.tick()
    assert len(told) == 3, "the next time it is said again"


async def test_a_result_that_says_the_same_or_that_was_saved_stays_on_the_strip(
    till: Till, shop: Troubled, told: list[Notice]
) -> None:
    unsaved = Result(Outcome.NOT_SAVED, "not_saved", good=False, values={"words": FULL})
    till.window.telling.result(unsaved)
    shop.words = FULL
    till.window.tick()
    assert len(told) == 1
    till.window.telling.result(Result(Outcome.PICKED, "picked", True, {"name": "Milk", "amount": "1", "ordered": "2"}))
    shop.words = ""
    till.window.tick()
    assert [one.headline for one in told[1:]] == ["Milk"]
