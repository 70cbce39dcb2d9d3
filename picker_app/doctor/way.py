"""Looks at the way from the internet to the webhook: the tunnel's program and token, and the public address itself."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

from picker_app.doctor import certificate
from picker_app.doctor.accounts import SECRET_MISSING
from picker_app.intake import far_end, tunnel_presets, tunnel_words
from picker_app.intake.far_end import Answer, Way
from picker_app.report import Found, fail, ok, warn
from picker_app.settings import TUNNEL, TUNNEL_SECRETS, DeliveryHeroAccount, Settings, Tunnel, variable
from picker_app.wording import say, tr

WHAT = say(tr("tunnel"))


def tunnel(chosen: Tunnel, token: str) -> list[Found]:
    """Look at what the tunnel needs on this computer; nothing is started."""
    if not chosen.kind:
        if chosen.public_url:
            words = tr("none is started by the program; {address} is to lead here")
            return [ok(WHAT, say(words, address=chosen.public_url))]
        words = tr("none is set up: something else must bring the calls of Delivery Hero to the webhook")
        return [ok(WHAT, say(words))]
    found = []
    program = tunnel_presets.found(chosen)
    if not program:
        source = tunnel_presets.source(chosen) or say(tr("whoever makes it"))
        advice = say(tunnel_words.WORDS[tunnel_words.MISSING][1], source=source)
        missing = say(tr("{program} is not on this computer."), program=tunnel_presets.program(chosen))
        found.append(fail(WHAT, missing + " " + advice))
    for key in ("key_file", "ssh_config") if chosen.kind == "ssh" else ():
        named = getattr(chosen, key)
        if named and not Path(named).expanduser().is_file():
            words = tr("{key}: there is no file {file}. Write the right place into [tunnel] {key}.")
            found.append(fail(WHAT, say(words, key=key, file=named)))
    if tunnel_presets.needs_token(chosen) and not token:
        name = TUNNEL_SECRETS[chosen.kind]
        words = say(SECRET_MISSING, secret=name, account=TUNNEL, variable=variable(TUNNEL, name))
        found.append(fail(WHAT, words))
    if tunnel_presets.is_temporary(chosen):
        words = tr("its address is another one after each start. Set up one that stays before orders depend on it.")
        found.append(warn(WHAT, say(words)))
    return found or [ok(WHAT, f"{chosen.kind}, {program}")]


async def ask(chosen: Settings, known: Mapping[tuple[str, str], str], *, running: bool) -> list[Found]:
    """Ask the public address for each account; `running` says whether the program is there to answer."""
    callers = [account.name for account in chosen.accounts if isinstance(account, DeliveryHeroAccount)]
    what = say(tr("way in"))
    if not callers or not (chosen.tunnel.kind or chosen.tunnel.public_url):
        return []
    if not chosen.tunnel.public_url:
        words = tr("not tried: the address is known only to the running program. Its tunnel page tries it.")
        return [warn(what, say(words))]
    if not running:
        return [warn(what, say(tr("not tried: the program does not run. Start it, then ask again.")))]
    secrets = {name: known[name, "webhook_secret"] for name in callers if known[name, "webhook_secret"]}
    url = chosen.tunnel.public_url
    answers = await asyncio.gather(*(far_end.ask(url, name, secret) for name, secret in secrets.items()))
    listener = f"{chosen.webhook.host}:{chosen.webhook.port}"
    return [
        await _told(say(tr("{account}, way in"), account=name), far_end.address(url, name), answer, listener)
        for name, answer in zip(secrets, answers, strict=True)
    ]


async def _told(what: str, address: str, answer: Answer, listener: str) -> Found:
    if answer.way is Way.OPEN:
        words = tr("{address} leads to the running program, in {seconds} s")
        return ok(what, say(words, address=address, seconds=f"{answer.seconds:.1f}"))
    title, advice = (say(text, listener=listener) for text in tunnel_words.WORDS[answer.way])
    said = say("{address}: ", address=address) + title + " " + advice
    if answer.way is Way.CERTIFICATE:
        shown = await asyncio.to_thread(certificate.seen, address)
        said += " (" + say("; ").join(part for part in (answer.words, shown) if part) + ")"
    return fail(what, said)
