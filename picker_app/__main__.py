"""Reads the command line and hands over to the program."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import platformdirs

from picker_app import __version__
from picker_app.doctor import command as doctor
from picker_app.settings import BadConfiguration

try:
    from picker_app import app, self_test
    from picker_app.gui import start_trouble
except ImportError as error:  # Qt, or a library of the system that it needs, is not there: only the doctor works then
    NO_WINDOW = f"The window cannot be loaded: {error}"
else:
    NO_WINDOW = ""

NAME = "picker-app"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code: 0, 1 for a failure, 2 for a command line or configuration refused."""
    options = _parser().parse_args(arguments)
    training = options.training or options.command == "demo"
    folder = "training" if training else "shop"
    config = options.config or Path(platformdirs.user_config_path(NAME, appauthor=False)) / "config.toml"
    data_dir = options.data_dir or Path(platformdirs.user_data_path(NAME, appauthor=False)) / folder
    if options.command == "doctor":
        return doctor.run(config, data_dir, training=training)
    if NO_WINDOW:
        print(NO_WINDOW, file=sys.stderr)
        return 1
    if options.command == "self-test":
        return self_test.run()
    launch = app.Launch(
        config=config,
        data_dir=data_dir,
        training=training,
        minimized=options.minimized,
        demo=options.command == "demo",
        may_ask=options.config is None,
    )
    try:
        return app.run(launch)
    except BadConfiguration as error:
        print(error, file=sys.stderr)
        start_trouble.tell(start_trouble.CONFIGURATION, error.words)
        return 2
    except app.CannotStart as error:
        print(error, file=sys.stderr)
        start_trouble.tell(start_trouble.START, error.words)
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
    parser.add_argument(
        "command",
        nargs="?",
        choices=["demo", "self-test", "doctor"],
        help="demo: play the main job by itself; self-test: try what comes with the program; "
        "doctor: look at configuration, secrets, database, clock, platforms, webhook and devices",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
