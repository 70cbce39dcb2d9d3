"""Which faults the training platform of iFood knows."""

from picker_app.training.faults import ANY, IMMEDIATE_KIND, REQUEST_KINDS, Menu

KINDS = (*REQUEST_KINDS, IMMEDIATE_KIND)
POLL_KINDS = ("duplicate", "shuffle", "stale", "no_id", "unknown_code", "extra_fields")
ORDER_KINDS = ("not_yet", "missing_field", "null_subitems", "strings")
ROUTES = (
    "token", "poll", "ack", "order", "integration", "confirmation", "dispatch", "delivery", "rejection", "price",
    "shop", "sku", ANY,
)  # fmt: skip
MENU = Menu(
    kinds=dict.fromkeys(ROUTES, KINDS) | {"poll": (*KINDS, *POLL_KINDS), "order": (*KINDS, *ORDER_KINDS)},
    garbage=("html", "broken", "half", "empty", "endless"),
    whole=("broken", "half", "empty", "endless"),
    acted="acted",
)
