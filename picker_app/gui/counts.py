"""Words with a number in them, with the plural forms of each language."""

from PySide6.QtCore import QCoreApplication


class _Counts:
    """Named so that Qt's lupdate finds the plurals: it knows them only as calls of `self.tr` within a class."""

    def tr(self, text: str, comment: str, count: int) -> str:
        """Translate a text that holds %n."""
        return QCoreApplication.translate("_Counts", text, comment, count)

    def items(self, count: int) -> str:
        """Return how many lines an order has."""
        return self.tr("%n item(s)", "", count)

    def by_weight(self, count: int) -> str:
        """Return how many of the lines are weighed."""
        return self.tr("%n by weight", "", count)

    def changes_waiting(self, count: int, platform: str) -> str:
        """Return how many changes are saved here and not yet at the platform."""
        return self.tr("%n change(s) saved here, not yet at {platform}", "", count).format(platform=platform)

    def changes_at_quitting(self, count: int, platforms: str) -> str:
        """Return what is not sent when the program is left."""
        return self.tr(
            "%n change(s) are saved here and not yet at {platforms}. They are sent at the next start.", "", count
        ).format(platforms=platforms)

    def changes_not_sent(self, count: int) -> str:
        """Return how many changes of an order are not sent."""
        return self.tr("%n change(s) not sent", "", count)

    def more_lines(self, count: int) -> str:
        """Return how many lines follow the one that is named."""
        return self.tr("and %n more line(s)", "", count)

    def new_orders(self, count: int, codes: str) -> str:
        """Return why the alarm rings."""
        return self.tr("%n new order(s): {codes}", "", count).format(codes=codes)

    def days(self, count: int) -> str:
        """Return a number of days."""
        return self.tr("%n day(s)", "", count)

    def still_to_pick(self, count: int) -> str:
        """Return how many lines are not decided."""
        return self.tr("%n line(s) still to pick", "", count)


counts = _Counts()
