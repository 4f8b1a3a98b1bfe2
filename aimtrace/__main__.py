"""``python -m aimtrace`` and the command ``aimtrace``."""

from api.cli.main import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
