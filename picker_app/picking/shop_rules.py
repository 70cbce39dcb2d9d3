"""The label rules that are on: those that come with the program and are chosen, and those that the shop taught."""

import logging
from collections.abc import Callable
from typing import cast

from picker_app.devices.labels import Measure, Rule, RuleConflict, RuleError, check_together
from picker_app.picking.ledger import Ledger
from picker_app.store import labels
from picker_app.store.database import Connection, NotSaved
from picker_app.store.labels import TaughtRule

log = logging.getLogger(__name__)


class ShopRules:
    """Holds the rules while the program runs; what is taught counts from the next scan on.

    `changed` is called with all rules after each change.
    """

    def __init__(self, ledger: Ledger, chosen: tuple[Rule, ...]) -> None:
        self._ledger = ledger
        self._chosen = chosen
        self._taught: tuple[Rule, ...] = ()
        self.changed: Callable[[tuple[Rule, ...]], None] = lambda rules: None

    def __call__(self) -> tuple[Rule, ...]:
        """Return the rules that are on."""
        return (*self._chosen, *self._taught)

    @property
    def taught(self) -> tuple[Rule, ...]:
        """Return the shop's own rules, the oldest first."""
        return self._taught

    async def start(self) -> None:
        """Read what was taught; NotSaved if the database cannot be read."""
        self._take(await self._ledger.ask(labels.rules))
        try:
            check_together(self())
        except RuleConflict as conflict:
            # Such a label is said to be ambiguous; nothing is read by the first of two rules.
            log.warning("%s", conflict)

    async def teach(self, rule: Rule) -> str:
        """Keep a rule under its name; returns "" or, in a sentence, why that is not possible.

        A rule that reads the same labels differently than one that is on is not kept; the sentence names both.
        """
        others = tuple(other for other in self() if other.id != rule.id)
        kept = TaughtRule(rule.id, rule.prefixes, rule.pattern, rule.measure, rule.decimals)

        def work(connection: Connection) -> tuple[TaughtRule, ...]:
            labels.add_rule(connection, kept, self._ledger.now())
            return labels.rules(connection)

        try:
            check_together((*others, rule))
            self._take(await self._ledger.run(work))
        except (RuleConflict, NotSaved) as error:
            return str(error)
        return ""

    async def forget(self, name: str) -> str:
        """Forget a rule that was taught; returns "" or, in a sentence, why that cannot be kept."""

        def work(connection: Connection) -> tuple[TaughtRule, ...]:
            labels.remove_rule(connection, name)
            return labels.rules(connection)

        try:
            self._take(await self._ledger.run(work))
        except NotSaved as error:
            return str(error)
        return ""

    def free_name(self) -> str:
        """Return a name that no taught rule has: shop-1, shop-2 …"""
        names = {rule.id for rule in self._taught}
        return next(name for number in range(1, len(names) + 2) if (name := f"shop-{number}") not in names)

    def _take(self, kept: tuple[TaughtRule, ...]) -> None:
        rules = []
        for one in kept:
            try:
                rules.append(Rule(one.name, "", one.prefixes, one.pattern, cast(Measure, one.measure), one.decimals))
            except RuleError as error:
                log.warning("a rule of the shop is passed over: %s", error)
        self._taught = tuple(rules)
        self.changed(self())
