"""Reads the command line and hands over to the program."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import platformdirs

from picker_app import __version__, app
from picker_app.settings import BadConfiguration

NAME = "picker-app"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code: 0, 1 for a failure, 2 for a command line or configuration refused."""
    options = _parser().parse_args(arguments)
    training = options.training or options.command == "demo"
    folder = "training" if training else "shop"
    launch = app.Launch(
        config=options.config or Path(platformdirs.user_config_path(NAME, appauthor=False)) / "config.toml",
        data_dir=options.data_dir or Path(platformdirs.user_data_path(NAME, appauthor=False)) / folder,
        training=training,
        minimized=options.minimized,
        demo=options.command == "demo",
    )
    try:
        return app.run(launch)
    except BadConfiguration as error:
        print(error, file=sys.stderr)
        return 2
    except app.CannotStart as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=NAME, description="Picks the orders of delivery platforms at a shop's counter, with a barcode scanner."
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="the configuration (TOML)")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where the database and the log are kept")
    parser.add_argument("--training", action="store_true", help="practise on an embedded platform; needs nothing else")
    parser.add_argument("--minimized", action="store_true", help="start with the window minimized")
    parser.add_argument("--version", action="version", version=f"{NAME} {__version__}")
    parser.add_argument("command", nargs="?", choices=["demo"], help="demo: play the main job by itself")
    return parser


if __name__ == "__main__":
    sys.exit(main())
