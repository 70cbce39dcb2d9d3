"""The promotions of one account at Delivery Hero: sent and followed on the same line as its orders."""

from picker_app.platforms.delivery_hero import promotions_protocol, promotions_translate
from picker_app.platforms.delivery_hero.client import DeliveryHero
from picker_app.platforms.port import Priority
from picker_app.platforms.promotion_jobs import Begun, Progress


class DeliveryHeroPromotions:
    """The promotions of a chain; token and limiter are those of its account, at the lowest priority (section 3)."""

    def __init__(self, line: DeliveryHero) -> None:
        self._settings = line.settings
        self._line = line

    @property
    def account(self) -> str:
        """Return the account's name in the configuration."""
        return self._line.account

    @property
    def title(self) -> str:
        """Return the brand's name."""
        return self._line.title

    async def put(self, body: bytes) -> Begun:
        """Send the body of a promotion (section 13). Uncertain: the same bytes may be sent once more."""
        request = promotions_protocol.put_promotion(self._settings, body)
        answer = await self._line.ask(request, Priority.BACKGROUND)
        return promotions_translate.begun(promotions_protocol.begun(answer), answer.body)

    async def read_job(self, job: str) -> Progress:
        """Read how far a job is. Missing: the platform does not know it, or not yet."""
        answer = await self._line.ask(promotions_protocol.read_job(self._settings, job), Priority.BACKGROUND)
        return promotions_translate.progress(promotions_protocol.told(answer), answer.body)

    async def sign_in(self) -> None:
        """Prove that the account's secrets work."""
        await self._line.sign_in()
