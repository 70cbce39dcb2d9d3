"""The workspaces beside the orders: which there are."""

from PySide6.QtCore import QCoreApplication

from picker_app.gui.means import Means as Means
from picker_app.gui.promotion_hands import PromotionHands
from picker_app.gui.scanner_hands import ScannerHands
from picker_app.gui.settings_hands import SettingsHands
from picker_app.gui.shop_hands import ShopHands
from picker_app.gui.workspace import Workspace

translate = QCoreApplication.translate


def workspaces(means: Means) -> tuple[Workspace, ...]:
    """Return the workspaces that these surroundings have, as they stand in the rail."""
    made = []
    if means.given.promotions is not None and means.given.promotions.shops:
        offers = PromotionHands(means, means.given.promotions)
        made.append(Workspace("promotions", "offers", translate("Workspaces", "Offers"), offers.page, offers))
    if means.given.shop is not None and means.given.shop.accounts:
        shop = ShopHands(means, means.given.shop)
        made.append(Workspace("shop", "store", translate("Workspaces", "Shop"), shop.page, shop))
    if means.given.counter is not None:
        scanner = ScannerHands(means, means.given.counter)
        made.append(Workspace("scanner", "scanner", translate("Workspaces", "Scanner"), scanner.page, scanner))
    if means.given.cabinet is not None:
        settings = SettingsHands(means, means.given.cabinet)
        made.append(Workspace("settings", "settings", translate("Workspaces", "Settings"), settings.page, settings))
    return tuple(made)
