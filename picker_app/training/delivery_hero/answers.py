"""How the training platform refuses (section 15): the usual refusals, and the styles an error body can have."""

from picker_app.training import exact_json
from picker_app.training.answers import HTML, JSON, Answer, RefusedError

BLOCK_PAGE = b"<!doctype html><html><body><h1>Access denied</h1><p>Request blocked.</p></body></html>"


def invalid_cart(message: str) -> RefusedError:
    """A cart that breaks a rule of section 7 or 8: 400 `invalid cart update: …`."""
    return RefusedError(400, "INVALID_CART_UPDATE", f"invalid cart update: {message}")


def bad_request(message: str) -> RefusedError:
    """A request that breaks a rule other than the cart's: 400."""
    return RefusedError(400, "BAD_REQUEST", message)


def not_found(message: str) -> RefusedError:
    """Something the platform does not know: 404."""
    return RefusedError(404, "NOT_FOUND", message)


def error_answer(refused: RefusedError, style: str) -> Answer:
    """Return a refusal in the style set by `error_body`: json, text, empty or html (section 15)."""
    headers = dict(refused.headers)
    if style == "empty":
        return Answer(refused.status, b"", headers)
    if style == "text":
        return Answer(refused.status, refused.message.encode(), headers | {"content-type": "text/plain; charset=utf-8"})
    if style == "html":
        page = f"<!doctype html><html><body><h1>{refused.status}</h1><p>{refused.message}</p></body></html>"
        return Answer(refused.status, page.encode(), headers | HTML)
    body = exact_json.write({"code": refused.code, "message": refused.message})
    return Answer(refused.status, body, headers | JSON)
