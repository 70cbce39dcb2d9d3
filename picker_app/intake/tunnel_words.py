"""What is said of a tunnel, by its code: a title, and what to do about it."""

from picker_app.intake.far_end import Way
from picker_app.intake.tunnel_presets import Fault

OPEN, OFF, STARTING, UNTESTED = "open", "off", "starting", "untested"
MISSING, NO_TOKEN, ENDED, UNSTEADY, NO_ADDRESS = "missing", "no_token", "ended", "unsteady", "no_address"

WORDS: dict[str, tuple[str, str]] = {
    OFF: (
        "No tunnel is set up.",
        "Without one the webhook is reached only where something else leads here.",
    ),
    STARTING: ("The tunnel is starting.", ""),
    OPEN: ("The public address leads to this program.", ""),
    UNTESTED: (
        "The tunnel runs, and its way was not tested.",
        "Store the webhook secret of an account: with it the program can ask the public address for itself.",
    ),
    MISSING: (
        "The program of the tunnel is not on this computer.",
        "Get it from {source}. The tunnel starts by itself then.",
    ),
    NO_TOKEN: (
        "The token of the tunnel is missing.",
        "Copy it from the page of the tunnel at Cloudflare and store it as the tunnel's token.",
    ),
    ENDED: ("The tunnel ended.", "It is started again by itself. Orders are read from the platform's list meanwhile."),
    UNSTEADY: (
        "The tunnel ends again and again.",
        "Look at what it says below, at the internet line, and whether it is in use on another computer.",
    ),
    NO_ADDRESS: (
        "The tunnel runs, and its public address is not known.",
        "Enter the public address in the settings of the tunnel.",
    ),
    Fault.REFUSED: (
        "The tunnel's sign-in was refused.",
        "Check the token of the tunnel; with ssh the user and the key.",
    ),
    Fault.TOO_MANY: (
        "The service of the tunnel gives no more tunnels at the moment.",
        "It is tried again by itself. A tunnel with an account of yours has no such limit.",
    ),
    Fault.IN_USE: (
        "The tunnel is in use elsewhere.",
        "End it on the other computer, or give this one a token or an address of its own.",
    ),
    Fault.SERVER_UNKNOWN: (
        "The key of the server is not known on this computer.",
        "Connect to the server with ssh by hand once, compare its key, and answer yes.",
    ),
    Fault.SERVER_CHANGED: (
        "The server has another key than before.",
        "Ask whoever runs the server. If the change is right, take the old key out with ssh-keygen -R.",
    ),
    Fault.PORT_TAKEN: (
        "The server does not let the tunnel listen.",
        "The port may still be taken by the connection before, which ends after a while; else choose another port, or "
        "have the server allow it.",
    ),
    Fault.NOT_REACHED: (
        "The server of the tunnel is not reached.",
        "Check the internet line, the name of the server and its port.",
    ),
    Fault.ELSEWHERE: (
        "At Cloudflare the tunnel leads to another place.",
        "On the page of the tunnel at Cloudflare set the service of the public name to http://{listener}.",
    ),
    Way.NO_NAME: (
        "The public address has no entry in the internet's directory.",
        "Check how it is written. A new name may take some minutes.",
    ),
    Way.NOT_REACHED: (
        "The public address is not reached.",
        "Check the internet line, and whether the server behind the address runs.",
    ),
    Way.NO_ANSWER: (
        "The public address does not answer in time.",
        "Check the internet line and the server of the tunnel.",
    ),
    Way.CERTIFICATE: (
        "The certificate of the public address cannot be trusted.",
        "Give the server a certificate of a public authority for this very name. If a proxy or virus scanner opens "
        "secure connections here, exempt this address.",
    ),
    Way.NOTHING_BEHIND: (
        "The public address answers, and nothing is behind it.",
        "The tunnel is not connected to it: check that the address is the tunnel's own, and that it leads to "
        "http://{listener}.",
    ),
    Way.REDIRECTED: (
        "The public address sends its callers elsewhere.",
        "A platform does not follow: have the address pass /webhooks/ on by itself, without a sign-in page.",
    ),
    Way.SOMEBODY_ELSE: (
        "Something else answers at the public address.",
        "Check that the address is the tunnel's own, and that it passes /webhooks/ on to http://{listener}.",
    ),
    Way.HEADER_LOST: (
        "The Authorization header does not arrive as it was sent.",
        "Have the server in between pass it on unchanged: without it every call of a platform is refused. Or a program "
        "with other secrets stands behind this address.",
    ),
    Way.PROXY: (
        "The proxy of this computer does not let the question out.",
        "Check the proxy in the settings of the system.",
    ),
}


def title(code: str) -> str:
    """Return what is so, in a sentence."""
    return WORDS[code][0]


def advice(code: str, *, source: str = "", listener: str = "") -> str:
    """Return what to do, "" where there is nothing to do."""
    return WORDS[code][1].replace("{source}", source or "whoever makes it").replace("{listener}", listener)
