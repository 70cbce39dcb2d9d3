"""The bytes of Delivery Hero's promotion jobs as models; everything in them but the id may be missing."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainValidator, model_validator

from picker_app.platforms.exact_json import without_halves


def _text(value: Any) -> str:
    return without_halves(value).strip() if isinstance(value, str) else ""


def _texts(value: Any) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else [value]
    return tuple(text for text in map(_text, parts) if text)


def _by_vendor(value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Read SKUs by vendor; a plain list is of no vendor."""
    pairs = value.items() if isinstance(value, dict) else [("", value)]
    return tuple((str(vendor), texts) for vendor, part in pairs if (texts := _texts(part)))


Text = Annotated[str, PlainValidator(_text)]
Texts = Annotated[tuple[str, ...], PlainValidator(_texts)]
ByVendor = Annotated[tuple[tuple[str, tuple[str, ...]], ...], PlainValidator(_by_vendor)]


class Result(BaseModel):
    """What a job could not take over (section 13); it is optional."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    invalid_vendors: Texts = ()
    missing_skus: ByVendor = ()
    invalid_discounted_skus: ByVendor = ()


class Job(BaseModel):
    """A promotion job: the answer to the PUT, and to the question for its status."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    job_id: Text = ""
    job_status: Text = ""
    result: Annotated[Result, PlainValidator(lambda value: read(value, Result))] = Result()

    @model_validator(mode="before")
    @classmethod
    def _either_name(cls, tree: Any) -> Any:
        return {"job_status": tree.get("status"), **tree}


def read(tree: Any, model: type[BaseModel] = Job) -> Any:
    """Read an answer; what is of another shape is as if it were missing."""
    return model.model_validate(tree if isinstance(tree, dict) else {})
