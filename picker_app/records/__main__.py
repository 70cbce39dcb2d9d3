"""Saves a support bundle from the command line: python -m picker_app.records DATA_DIR TARGET."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing, nullcontext
from pathlib import Path

import platformdirs

from picker_app import settings
from picker_app.records.bundle import Subject, save_bundle
from picker_app.settings import BadConfiguration, Secrets, Settings
from picker_app.store.database import Database, sqlite_url

NAME = "picker-app"
DATABASE = "picker.sqlite3"


def main(arguments: Sequence[str] | None = None) -> int:
    """Save the bundle and print its path; returns 0, or 1 with a sentence if it cannot be written."""
    options = _parser().parse_args(arguments)
    chosen = _configuration(options.config)
    secrets = Secrets()
    if isinstance(chosen, Settings):
        secrets.warm(chosen.accounts, chosen.tunnel.kind)
    database = _database(options.data_dir, chosen)
    with nullcontext() if database is None else closing(database):
        try:
            path = save_bundle(options.target, Subject(options.data_dir, chosen, secrets, database))
        except OSError as error:
            print(f"{options.target}: the bundle cannot be written: {error.strerror}.", file=sys.stderr)
            return 1
    print(path)
    return 0


def _configuration(file: Path) -> Settings | BadConfiguration:
    try:
        return settings.load(file)
    except BadConfiguration as error:
        return error


def _database(folder: Path, chosen: Settings | BadConfiguration) -> Database | None:
    if isinstance(chosen, Settings) and chosen.database.url:
        return Database(chosen.database.url)
    file = folder / DATABASE
    return Database(sqlite_url(file)) if file.is_file() else None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m picker_app.records",
        description="Saves what helps to find out why something went wrong, without secrets and without customers.",
    )
    default = Path(platformdirs.user_config_path(NAME, appauthor=False)) / "config.toml"
    parser.add_argument("--config", type=Path, default=default, metavar="FILE", help="the configuration (TOML)")
    parser.add_argument("data_dir", type=Path, metavar="DATA_DIR", help="where the database and the log are kept")
    parser.add_argument("target", type=Path, metavar="TARGET", help="the zip to write, or the folder to write it in")
    return parser


if __name__ == "__main__":
    sys.exit(main())
