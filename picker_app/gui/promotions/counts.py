"""Words of promotions with a number in them, with the plural forms of each language."""

from PySide6.QtCore import QCoreApplication


class _PromotionCounts:
    """Named so that Qt's lupdate finds the plurals: it knows them only as calls of `self.tr` within a class."""

    def tr(self, text: str, comment: str, count: int) -> str:
        """Translate a text that holds %n."""
        return QCoreApplication.translate("_PromotionCounts", text, comment, count)

    def products(self, count: int) -> str:
        """Return how many products there are."""
        return self.tr("%n product(s)", "", count)

    def added(self, count: int) -> str:
        """Return how many products were added."""
        return self.tr("%n product(s) added", "", count)

    def sites(self, count: int) -> str:
        """Return how many sites there are."""
        return self.tr("%n site(s)", "", count)

    def promotions(self, count: int) -> str:
        """Return how many promotions there are."""
        return self.tr("%n promotion(s)", "", count)

    def in_file(self, count: int) -> str:
        """Return how many promotions a file has."""
        return self.tr("%n promotion(s) in the file", "", count)

    def brought_in(self, count: int) -> str:
        """Return how many promotions were brought in."""
        return self.tr("%n promotion(s) brought in", "", count)

    def written(self, count: int) -> str:
        """Return how many promotions were written."""
        return self.tr("%n promotion(s) written", "", count)

    def marked(self, count: int) -> str:
        """Return how many promotions are marked."""
        return self.tr("%n promotion(s) marked", "", count)

    def to_mend(self, count: int) -> str:
        """Return how many things keep promotions from being sent."""
        return self.tr("%n thing(s) to mend", "", count)

    def warnings(self, count: int) -> str:
        """Return how many warnings should be read."""
        return self.tr("%n warning(s): read them first", "", count)

    def send(self, count: int) -> str:
        """Ask whether so many promotions shall be sent."""
        return self.tr("Send %n promotion(s)?", "", count)

    def end(self, count: int) -> str:
        """Ask whether so many promotions shall be ended."""
        return self.tr("End %n promotion(s) now?", "", count)


counts = _PromotionCounts()
