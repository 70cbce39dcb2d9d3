"""The words of the choices and secrets of the settings, and where on a platform's pages each is found."""

from PySide6.QtCore import QCoreApplication

from picker_app.gui.marked import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

PLATFORMS = {
    "delivery_hero": (
        QT_TRANSLATE_NOOP("Setup", "Delivery Hero"),
        QT_TRANSLATE_NOOP("Setup", "foodora, PedidosYa, Talabat, foodpanda and its other brands."),
    ),
    "ifood_pos": ("iFood", QT_TRANSLATE_NOOP("Setup", "iFood in Brazil, by its POS interface.")),
    "deliveroo_promotions": ("Deliveroo", QT_TRANSLATE_NOOP("Setup", "Promotions only; no orders come from there.")),
}
WHERE = {
    "delivery_hero": QT_TRANSLATE_NOOP(
        "Setup",
        "In the Partner Portal, under Shop Integrations, Settings, API: make credentials there; the portal shows the "
        "client ID and, once only, its secret. Chain and vendor ID stand beside the name of the store.",
    ),
    "ifood_pos": QT_TRANSLATE_NOOP(
        "Setup",
        "iFood gives these to you when it opens the POS integration for your shop: client ID and secret, a user with a "
        "password, and the number of each store.",
    ),
    "deliveroo_promotions": QT_TRANSLATE_NOOP(
        "Setup",
        "Deliveroo gives these to you for its Partner Platform: client ID and secret, and the brand ID of the chain.",
    ),
}
ADDRESSES = {
    "delivery_hero": {"base_url": "https://foodora.partner.deliveryhero.io", "currency": "EUR"},
    "ifood_pos": {"base_url": "https://pos-api.ifood.com.br", "currency": "BRL"},
    "deliveroo_promotions": {
        "base_url": "https://api.developers.deliveroo.com",
        "auth_url": "https://auth.developers.deliveroo.com",
        "currency": "GBP",
    },
}
"""What is offered in a new account."""
SECRETS = {
    "client_secret": (
        QT_TRANSLATE_NOOP("Setup", "Client secret"),
        QT_TRANSLATE_NOOP("Setup", "The platform shows it once. It is saved in the keyring of this computer only."),
    ),
    "api_token": (
        QT_TRANSLATE_NOOP("Setup", "Fixed token"),
        QT_TRANSLATE_NOOP("Setup", "Only for an older sign-in by a fixed token."),
    ),
    "webhook_secret": (
        QT_TRANSLATE_NOOP("Setup", "Webhook secret"),
        QT_TRANSLATE_NOOP("Setup", "The platform shows it with each call; the same words are entered in its portal."),
    ),
    "password": (
        QT_TRANSLATE_NOOP("Setup", "Password"),
        QT_TRANSLATE_NOOP("Setup", "The password of the user. It is saved in the keyring of this computer only."),
    ),
    "cloudflared_token": (
        QT_TRANSLATE_NOOP("Setup", "Token of the tunnel"),
        QT_TRANSLATE_NOOP(
            "Setup", "The page of the tunnel at Cloudflare shows it under “Install and run a connector”."
        ),
    ),
    "ngrok_authtoken": (
        QT_TRANSLATE_NOOP("Setup", "Authtoken of ngrok"),
        QT_TRANSLATE_NOOP("Setup", "The dashboard of ngrok shows it under “Your Authtoken”."),
    ),
    "command_token": (
        QT_TRANSLATE_NOOP("Setup", "Token of the own command"),
        QT_TRANSLATE_NOOP("Setup", "Given to it in its environment as PICKER_TUNNEL_TOKEN; leave it empty for none."),
    ),
}
TUNNELS = {
    "cloudflared": (
        QT_TRANSLATE_NOOP("Setup", "Cloudflare, with an address that stays"),
        QT_TRANSLATE_NOOP("Setup", "Free; needs a domain at Cloudflare and the token of a tunnel."),
    ),
    "cloudflared_quick": (
        QT_TRANSLATE_NOOP("Setup", "Cloudflare, to try it out"),
        QT_TRANSLATE_NOOP("Setup", "Needs nothing; the address is another one after each start."),
    ),
    "ngrok": ("ngrok", QT_TRANSLATE_NOOP("Setup", "Needs an account there; free ones have one address that stays.")),
    "ssh": (
        QT_TRANSLATE_NOOP("Setup", "A server of your own, by ssh"),
        QT_TRANSLATE_NOOP("Setup", "A web server there passes the calls on to the port that ssh opens."),
    ),
    "command": (
        QT_TRANSLATE_NOOP("Setup", "Another program"),
        QT_TRANSLATE_NOOP("Setup", "Any command that opens a tunnel and prints its address."),
    ),
    "": (
        QT_TRANSLATE_NOOP("Setup", "None"),
        QT_TRANSLATE_NOOP("Setup", "Orders come by the platform's list every two minutes, or by another way in."),
    ),
}
TUNNEL_KEYS = {
    "": ("public_url",),
    "cloudflared": ("public_url", "program", "name"),
    "cloudflared_quick": ("program",),
    "ngrok": ("public_url", "program"),
    "ssh": ("public_url", "host", "user", "port", "remote_host", "remote_port", "key_file", "ssh_config", "program"),
    "command": ("command", "public_url"),
}
"""The keys of the tunnel that mean something, by its kind."""
_CHOICES = {
    "language": {"en": "English", "pt_BR": "Português (Brasil)", "es": "Español"},
    "kind": {kind: words for kind, (words, _) in TUNNELS.items()},
    "prefix": {"": QT_TRANSLATE_NOOP("Setup", "None")},
    "layout": {
        "auto": QT_TRANSLATE_NOOP("Setup", "Find it out"),
        "text": QT_TRANSLATE_NOOP("Setup", "By the characters"),
        "keys": QT_TRANSLATE_NOOP("Setup", "By the keys"),
    },
    "auth": {
        "oauth": QT_TRANSLATE_NOOP("Setup", "Client ID and secret"),
        "static": QT_TRANSLATE_NOOP("Setup", "Fixed token"),
    },
    "confirm": {
        "manual": QT_TRANSLATE_NOOP("Setup", "A person, with Enter"),
        "auto": QT_TRANSLATE_NOOP("Setup", "The program"),
    },
    "bulk": {
        "new": QT_TRANSLATE_NOOP("Setup", "Only new ones"),
        "all": QT_TRANSLATE_NOOP("Setup", "All that have not ended"),
    },
}


def setup(text: str) -> str:
    """Translate a text of the tables above."""
    return translate("Setup", text)


def choice(key: str, value: str) -> str:
    """Say a value of a choice; one that has no words stands for itself."""
    return setup(_CHOICES.get(key, {}).get(value, value))


def kept(*, overridden: str, saved: bool) -> str:
    """Say where a secret is kept: under an environment variable, in the keyring, or "" for nowhere."""
    if overridden:
        words = translate("Setup", "Given by the environment variable {name}, which stands above the keyring.")
        return words.format(name=overridden)
    if saved:
        return translate("Setup", "Saved in the keyring of this computer. What you type takes its place.")
    return ""
