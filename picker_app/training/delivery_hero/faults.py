"""Which faults the training platform of Delivery Hero knows (section 15)."""

from picker_app.training.faults import ANY, IMMEDIATE_KIND, REQUEST_KINDS, Menu

WEBHOOK = "webhook"
KINDS = (*REQUEST_KINDS, "block_page", IMMEDIATE_KIND)
ROUTES = ("token", "put_order", "get_order", "list", "catalog", "promotion", "job", "status", ANY)
WEBHOOK_KINDS = ("duplicate", "reorder", "lose", "early_echo", "garbage", "wrong_secret", "oversize", "slow")
# A login page comes from a network before the platform; the other two from the platform itself.
MENU = Menu(
    kinds={**dict.fromkeys(ROUTES, KINDS), WEBHOOK: WEBHOOK_KINDS},
    garbage=("html", "broken", "empty"),
    whole=("broken", "empty"),
    acted="carried_out",
    apart=(WEBHOOK,),
)
