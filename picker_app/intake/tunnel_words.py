"""What is said of a tunnel, by its code: a title, and what to do about it."""

from picker_app.intake.far_end import Way
from picker_app.intake.tunnel_presets import Fault
from picker_app.wording import tr

OPEN, OFF, STARTING, UNTESTED = "open", "off", "starting", "untested"
MISSING, NO_TOKEN, ENDED, UNSTEADY, NO_ADDRESS = "missing", "no_token", "ended", "unsteady", "no_address"

WORDS: dict[str, tuple[str, str]] = {
    OFF: (
        tr("No tunnel is set up."),
        tr("Without one the webhook is reached only where something else leads here."),
    ),
    STARTING: (tr("The tunnel is starting."), ""),
    OPEN: (tr("The public address leads to this program."), ""),
    UNTESTED: (
        tr("The tunnel runs, and its way was not tested."),
        tr("Store the webhook secret of an account: with it the program can ask the public address for itself."),
    ),
    MISSING: (
        tr("The program of the tunnel is not on this computer."),
        tr("Get it from {source}. The tunnel starts by itself then."),
    ),
    NO_TOKEN: (
        tr("The token of the tunnel is missing."),
        tr("Copy it from the page of the tunnel at Cloudflare and store it as the tunnel's token."),
    ),
    ENDED: (
        tr("The tunnel ended."),
        tr("It is started again by itself. Orders are read from the platform's list meanwhile."),
    ),
    UNSTEADY: (
        tr("The tunnel ends again and again."),
        tr("Look at what it says below, at the internet line, and whether it is in use on another computer."),
    ),
    NO_ADDRESS: (
        tr("The tunnel runs, and its public address is not known."),
        tr("Enter the public address in the settings of the tunnel."),
    ),
    Fault.REFUSED: (
        tr("The tunnel's sign-in was refused."),
        tr("Check the token of the tunnel; with ssh the user and the key."),
    ),
    Fault.TOO_MANY: (
        tr("The service of the tunnel gives no more tunnels at the moment."),
        tr("It is tried again by itself. A tunnel with an account of yours has no such limit."),
    ),
    Fault.IN_USE: (
        tr("The tunnel is in use elsewhere."),
        tr("End it on the other computer, or give this one a token or an address of its own."),
    ),
    Fault.SERVER_UNKNOWN: (
        tr("The key of the server is not known on this computer."),
        tr("Connect to the server with ssh by hand once, compare its key, and answer yes."),
    ),
    Fault.SERVER_CHANGED: (
        tr("The server has another key than before."),
        tr("Ask whoever runs the server. If the change is right, take the old key out with ssh-keygen -R."),
    ),
    Fault.PORT_TAKEN: (
        tr("The server does not let the tunnel listen."),
        tr(
            "The port may still be taken by the connection before, which ends after a while; else choose another port, "
            "or have the server allow it."
        ),
    ),
    Fault.NOT_REACHED: (
        tr("The server of the tunnel is not reached."),
        tr("Check the internet line, the name of the server and its port."),
    ),
    Fault.ELSEWHERE: (
        tr("At Cloudflare the tunnel leads to another place."),
        tr("On the page of the tunnel at Cloudflare set the service of the public name to http://{listener}."),
    ),
    Way.NO_NAME: (
        tr("The public address has no entry in the internet's directory."),
        tr("Check how it is written. A new name may take some minutes."),
    ),
    Way.NOT_REACHED: (
        tr("The public address is not reached."),
        tr("Check the internet line, and whether the server behind the address runs."),
    ),
    Way.NO_ANSWER: (
        tr("The public address does not answer in time."),
        tr("Check the internet line and the server of the tunnel."),
    ),
    Way.CERTIFICATE: (
        tr("The certificate of the public address cannot be trusted."),
        tr(
            "Give the server a certificate of a public authority for this very name. If a proxy or virus scanner opens "
            "secure connections here, exempt this address."
        ),
    ),
    Way.NOTHING_BEHIND: (
        tr("The public address answers, and nothing is behind it."),
        tr(
            "The tunnel is not connected to it: check that the address is the tunnel's own, and that it leads to "
            "http://{listener}."
        ),
    ),
    Way.REDIRECTED: (
        tr("The public address sends its callers elsewhere."),
        tr("A platform does not follow: have the address pass /webhooks/ on by itself, without a sign-in page."),
    ),
    Way.SOMEBODY_ELSE: (
        tr("Something else answers at the public address."),
        tr("Check that the address is the tunnel's own, and that it passes /webhooks/ on to http://{listener}."),
    ),
    Way.HEADER_LOST: (
        tr("The Authorization header does not arrive as it was sent."),
        tr(
            "Have the server in between pass it on unchanged: without it every call of a platform is refused. Or a "
            "program with other secrets stands behind this address."
        ),
    ),
    Way.PROXY: (
        tr("The proxy of this computer does not let the question out."),
        tr("Check the proxy in the settings of the system."),
    ),
}


def title(code: str) -> str:
    """Return what is so, in a sentence."""
    return WORDS[code][0]


def advice(code: str, *, source: str = "", listener: str = "") -> str:
    """Return what to do, "" where there is nothing to do."""
    return WORDS[code][1].replace("{source}", source or "whoever makes it").replace("{listener}", listener)
