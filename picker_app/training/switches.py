"""Settings of a training platform that are changed while it runs, each checked by the kind of its default."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from typing import Any, ClassVar


@dataclass
class Switchboard:
    """The switches of a platform are the fields of its subclass: texts, truths, numbers from 0, tuples of texts.

    `choices`: what a switch may be where not every value will do. `secrets` are shown masked. `nullable` may be null.
    """

    choices: ClassVar[Mapping[str, tuple[object, ...]]] = {}
    secrets: ClassVar[tuple[str, ...]] = ()
    nullable: ClassVar[tuple[str, ...]] = ()

    def change(self, wanted: Mapping[str, Any]) -> None:
        """Take over `wanted`; raises `ValueError` naming the key and what is accepted, then nothing is changed."""
        checked = {key: self._checked(key, value) for key, value in wanted.items()}
        for key, value in checked.items():
            setattr(self, key, value)

    def shown(self) -> dict[str, Any]:
        """All switches by name, secrets masked."""
        return {key: "***" if key in self.secrets and value else value for key, value in asdict(self).items()}

    def _checked(self, key: str, value: Any) -> Any:
        kinds = {field.name: field.type for field in fields(self)}
        if key not in kinds:
            raise ValueError(f"unknown setting {key!r}; known: {', '.join(sorted(kinds))}")
        if key in self.choices:
            if value not in self.choices[key] or isinstance(value, bool):
                raise ValueError(f"{key} is one of {', '.join(map(str, self.choices[key]))}")
            return value
        kind = kinds[key]
        if kind is bool:
            if not isinstance(value, bool):
                raise ValueError(f"{key} is true or false")
            return value
        if kind is str:
            if not isinstance(value, str):
                raise ValueError(f"{key} is a text")
            return value
        if kind == tuple[str, ...]:
            if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
                raise ValueError(f"{key} is a list of texts")
            return tuple(value)
        if value is None and key in self.nullable:
            return None
        return _number(key, value, whole=kind is not Decimal)


def _number(key: str, value: Any, *, whole: bool) -> int | Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal) or value < 0:
        raise ValueError(f"{key} is a number, 0 or more")
    if not whole:
        return Decimal(str(value))
    if value != int(value):
        raise ValueError(f"{key} is a whole number, 0 or more")
    return int(value)
