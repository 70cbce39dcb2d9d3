"""Which faults the training platform of Deliveroo knows."""

from picker_app.training.faults import ANY, IMMEDIATE_KIND, REQUEST_KINDS, Menu

EXPIRE_URL = "expire_url"
KINDS = (*REQUEST_KINDS, IMMEDIATE_KIND)
OF_STATUS = ("stale", "backwards", "duplicate_errors", "foreign_ids", "null_fields", "text_numbers", "stuck")
OF_FILES = (*KINDS, EXPIRE_URL)
MENU = Menu(
    kinds={
        "token": KINDS,
        "upload_url": OF_FILES,
        "upload": OF_FILES,
        "status": (*KINDS, *OF_STATUS),
        "single": KINDS,
        ANY: KINDS,
    },
    garbage=("html", "broken", "half", "empty"),
    whole=("broken", "half", "empty"),
    acted="carried_out",
)
