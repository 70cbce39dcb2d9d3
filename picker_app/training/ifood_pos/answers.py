"""How the training platform refuses: the error body of its page, with the message that names what is meant."""

from datetime import datetime
from http import HTTPStatus

from picker_app.training import exact_json
from picker_app.training.answers import JSON, Answer, RefusedError
from picker_app.training.clock import stamp

VERSION = "/v1.0"


def bad_request(message: str) -> RefusedError:
    """A request that lacks something or comes out of order: 400."""
    return RefusedError(400, "Exception", message)


def forbidden(message: str) -> RefusedError:
    """Something of a store that the user has no right on: 403."""
    return RefusedError(403, "AccessDeniedException", message)


def unauthorized(message: str) -> RefusedError:
    """No token, an old one, or one without the right on this store: 401."""
    return RefusedError(401, "InvalidTokenException", message)


def not_found(message: str) -> RefusedError:
    """Something the platform does not know: 404."""
    return RefusedError(404, "NotFoundException", message)


def error_answer(refused: RefusedError, path: str, now: datetime) -> Answer:
    """Return a refusal as the platform writes it; `path` is the one that was asked for."""
    try:
        phrase = HTTPStatus(refused.status).phrase
    except ValueError:
        phrase = "Error"
    body = {
        "timestamp": stamp(now),
        "status": refused.status,
        "error": phrase,
        "exception": refused.code,
        "message": refused.message,
        "path": path.removeprefix(VERSION),
    }
    return Answer(refused.status, exact_json.write(body), refused.headers | JSON)
