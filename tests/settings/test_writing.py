"""The file is changed as a hand would change it: nothing else moves, and nothing is written that cannot be used."""

import os
import stat
from decimal import Decimal
from pathlib import Path

import pytest

from picker_app.settings import BadConfiguration, IfoodPosAccount, Labels, load
from picker_app.settings.writing import add_account, change, change_account, remove_account

FILE = """# the counter's own file
language = "en"                 # en | pt_BR | es

[webhook]
port = 8787                     # 0: any free port
host   =   "127.0.0.1"

# the town
[store]
name = "Centro"
time_zone = "America/Sao_Paulo"

[[accounts]]
# the first
name = "hero"                   # foodora
platform = "delivery_hero"
base_url = "https://hero.example"
client_id = "id"
chain_id = "chain"
vendor_id = "vendor"
currency = "EUR"

# the second
[[accounts]]
name = "pos"
platform = "ifood_pos"
base_url = "https://pos.example"
client_id = "id"
username = "user"
merchant_ids = [
    137086,  # Centro
    137087,
]
currency = "BRL"
# the end
"""
ROO = {
    "name": "roo",
    "platform": "deliveroo_promotions",
    "base_url": "https://roo.example",
    "auth_url": "https://auth.roo.example",
    "client_id": "id",
    "brand_id": "brand",
    "currency": "GBP",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def text(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def test_a_value_is_changed_and_everything_else_stays_as_it_is(file: Path) -> None:
    settings = change(file, {("webhook", "port"): 9000, ("", "language"): "pt_BR"})
    assert text(file) == FILE.replace("port = 8787", "port = 9000").replace('"en"  ', '"pt_BR"  ', 1)
    assert settings == load(file) and settings.webhook.port == 9000 and settings.language == "pt_BR"


def test_what_is_so_already_leaves_the_file_untouched(file: Path) -> None:
    before = file.stat()
    change(file, {("webhook", "port"): 8787, ("webhook", "host"): "127.0.0.1"})
    assert (file.stat().st_ino, text(file)) == (before.st_ino, FILE)


def test_a_new_key_and_a_new_table_find_their_place(file: Path) -> None:
    change(file, {("tunnel", "kind"): "ssh", ("tunnel", "host"): "server.example", ("webhook", "port"): None})
    settings = load(file)
    assert (settings.tunnel.kind, settings.tunnel.host, settings.webhook.port) == ("ssh", "server.example", 8787)
    kept = FILE.replace("port = 8787                     # 0: any free port\n", "")
    assert [line for line in kept.splitlines() if line not in text(file).splitlines()] == []


def test_a_key_above_all_tables_does_not_slip_into_one(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('# mine\n[store]\nname = "Centro"\n', encoding="utf-8")
    assert change(path, {("", "language"): "es"}).language == "es"
    assert load(path).store.name == "Centro" and "# mine" in text(path)


def test_a_file_that_is_not_there_is_made_for_its_user_only(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "config.toml"
    change(path, {("store", "name"): "Centro"})
    assert load(path).store.name == "Centro"
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="permissions are inherited there")
def test_a_file_that_others_could_read_is_its_users_own_after_a_change(file: Path) -> None:
    file.chmod(0o644)
    change(file, {("webhook", "port"): 0})
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["config.toml"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_file_behind_a_link_is_changed_where_it_is(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    change(link, {("webhook", "port"): 1})
    assert link.is_symlink() and load(file).webhook.port == 1


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({("webhook", "port"): 70000}, "webhook.port"),
        ({("webhook", "prot"): 1}, "webhook.prot is not a key"),
        ({("tunnel", "kind"): "ssh"}, "tunnel.host is missing"),
        ({("", "language"): "fr"}, "language"),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_is_written(
    file: Path, values: dict[tuple[str, str], str | int], said: str
) -> None:
    with pytest.raises(BadConfiguration, match=said):
        change(file, {**values})
    assert text(file) == FILE


def test_a_file_with_a_fault_is_left_as_it_is(file: Path) -> None:
    file.write_text(FILE + "[[", encoding="utf-8")
    with pytest.raises(BadConfiguration, match="no valid TOML"):
        change(file, {("webhook", "port"): 1})
    assert text(file) == FILE + "[["


def test_a_file_in_another_encoding_is_left_as_it_is(file: Path) -> None:
    file.write_bytes('[store]\nname = "Café"\n'.encode("latin-1"))
    with pytest.raises(BadConfiguration, match="UTF-8"):
        change(file, {("webhook", "port"): 1})


def test_lines_of_windows_and_its_mark_stay(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xef\xbb\xbf# mine\r\n[webhook]\r\nport = 1 # one\r\n")
    change(path, {("webhook", "port"): 2, ("webhook", "host"): "::1"})
    assert path.read_bytes() == b'\xef\xbb\xbf# mine\r\n[webhook]\r\nport = 2 # one\r\nhost = "::1"\r\n'


def test_an_exact_weight_stays_exact(file: Path) -> None:
    assert change(file, {("labels", "max_weight_kg"): Decimal("12.345")}).labels == Labels(
        max_weight_kg=Decimal("12.345")
    )
    assert "max_weight_kg = 12.345\n" in text(file)


# Accounts


def test_an_account_is_added_behind_the_others(file: Path) -> None:
    settings = add_account(file, ROO)
    assert [account.name for account in settings.accounts] == ["hero", "pos", "roo"]
    assert text(file).startswith(FILE.rstrip())


def test_the_first_account_of_a_file_can_be_added(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('# mine\n[store]\nname = "Centro"\n', encoding="utf-8")
    settings = add_account(path, ROO)
    assert [account.name for account in settings.accounts] == ["roo"] and load(path).store.name == "Centro"


def test_an_account_is_added_to_a_list_between_brackets(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    inline = ", ".join(f'{key} = "{value}"' for key, value in (ROO | {"name": "one"}).items())
    path.write_text(f"accounts = [ {{ {inline} }} ] # mine\n", encoding="utf-8")
    assert [account.name for account in add_account(path, ROO).accounts] == ["one", "roo"]
    assert [account.name for account in remove_account(path, "one").accounts] == ["roo"]
    assert remove_account(path, "roo").accounts == ()


def test_two_accounts_of_one_name_are_refused(file: Path) -> None:
    with pytest.raises(BadConfiguration, match="two accounts are called"):
        add_account(file, ROO | {"name": "hero"})
    assert text(file) == FILE


def test_an_account_is_changed_and_its_comments_stay(file: Path) -> None:
    change_account(file, "hero", {"vendor_id": "another", "lead_minutes": 5})
    settings = change_account(file, "pos", {"merchant_ids": (1, 2)})
    pos = settings.accounts[1]
    assert isinstance(pos, IfoodPosAccount) and pos.merchant_ids == (1, 2)
    assert 'name = "hero"                   # foodora\n' in text(file) and "# the second\n" in text(file)
    assert 'vendor_id = "another"\n' in text(file) and "lead_minutes = 5\n" in text(file)


def test_an_account_is_taken_out_and_the_other_stays(file: Path) -> None:
    assert [account.name for account in remove_account(file, "hero").accounts] == ["pos"]
    assert "137086,  # Centro" in text(file) and "# the town" in text(file)
    assert remove_account(file, "pos").accounts == ()
    settings = add_account(file, ROO)
    assert load(file) == settings


def test_an_account_that_is_not_there_is_said(file: Path) -> None:
    for there in (FILE, ""):
        file.write_text(there, encoding="utf-8")
        with pytest.raises(LookupError):
            change_account(file, "nobody", {"currency": "EUR"})
        with pytest.raises(LookupError):
            remove_account(file, "nobody")
