"""``python -m aimtrace`` and the command ``aimtrace``."""

import sys


def main() -> None:
    """Run the command line. Ctrl-C is heard from here on, also while its modules load."""
    try:
        from api.cli.main import main as run
    except KeyboardInterrupt:
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
