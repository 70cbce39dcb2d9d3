"""Looks at the way from the internet to the webhook: the tunnel's program and token, and the public address itself."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

from picker_app.doctor import certificate
from picker_app.intake import far_end, tunnel_presets, tunnel_words
from picker_app.intake.far_end import Answer, Way
from picker_app.report import Found, fail, ok, warn
from picker_app.settings import TUNNEL, TUNNEL_SECRETS, DeliveryHeroAccount, Settings, Tunnel, variable

WHAT = "tunnel"


def tunnel(chosen: Tunnel, token: str) -> list[Found]:
    """Look at what the tunnel needs on this computer; nothing is started."""
    if not chosen.kind:
        if chosen.public_url:
            return [ok(WHAT, f"none is started by the program; {chosen.public_url} is to lead here")]
        return [ok(WHAT, "none is set up: something else must bring the calls of Delivery Hero to the webhook")]
    found = []
    program = tunnel_presets.found(chosen)
    if not program:
        source = tunnel_presets.source(chosen)
        advice = tunnel_words.advice(tunnel_words.MISSING, source=source)
        found.append(fail(WHAT, f"{tunnel_presets.program(chosen)} is not on this computer. {advice}"))
    for key in ("key_file", "ssh_config") if chosen.kind == "ssh" else ():
        named = getattr(chosen, key)
        if named and not Path(named).expanduser().is_file():
            found.append(fail(WHAT, f"{key}: there is no file {named}. Write the right place into [tunnel] {key}."))
    if tunnel_presets.needs_token(chosen) and not token:
        name = TUNNEL_SECRETS[chosen.kind]
        found.append(
            fail(
                WHAT,
                f"{name} is missing. Store it in the keyring: service picker-app, user {TUNNEL}/{name}; "
                f"or set the environment variable {variable(TUNNEL, name)}.",
            )
        )
    if tunnel_presets.is_temporary(chosen):
        found.append(
            warn(WHAT, "its address is another one after each start. Set up one that stays before orders depend on it.")
        )
    return found or [ok(WHAT, f"{chosen.kind}, {program}")]


async def ask(chosen: Settings, known: Mapping[tuple[str, str], str], *, running: bool) -> list[Found]:
    """Ask the public address for each account; `running` says whether the program is there to answer."""
    callers = [account.name for account in chosen.accounts if isinstance(account, DeliveryHeroAccount)]
    what = "way in"
    if not callers or not (chosen.tunnel.kind or chosen.tunnel.public_url):
        return []
    if not chosen.tunnel.public_url:
        return [warn(what, "not tried: the address is known only to the running program. Its tunnel page tries it.")]
    if not running:
        return [warn(what, "not tried: the program does not run. Start it, then ask again.")]
    secrets = {name: known[name, "webhook_secret"] for name in callers if known[name, "webhook_secret"]}
    url = chosen.tunnel.public_url
    answers = await asyncio.gather(*(far_end.ask(url, name, secret) for name, secret in secrets.items()))
    listener = f"{chosen.webhook.host}:{chosen.webhook.port}"
    return [
        await _told(f"{name}, {what}", far_end.address(url, name), answer, listener)
        for name, answer in zip(secrets, answers, strict=True)
    ]


async def _told(what: str, address: str, answer: Answer, listener: str) -> Found:
    if answer.way is Way.OPEN:
        return ok(what, f"{address} leads to the running program, in {answer.seconds:.1f} s")
    words = f"{address}: {tunnel_words.title(answer.way)} {tunnel_words.advice(answer.way, listener=listener)}"
    if answer.way is Way.CERTIFICATE:
        shown = await asyncio.to_thread(certificate.seen, address)
        words += f" ({'; '.join(part for part in (answer.words, shown) if part)})"
    return fail(what, words)
