"""The picture of the demo in the README: ``make picture`` writes docs/demo.svg from a real run.

What a terminal shows is recorded while the demo runs on the sample corpus; nothing is drawn by hand. No font is loaded
from elsewhere: the picture uses the reader's own monospaced one.
"""

import re
import tempfile
from pathlib import Path

from rich.console import Console

from api.cli import console, coverage, demo, ingest, search, show

TARGET = Path(__file__).parent / "demo.svg"
WIDTH = 118


def main() -> None:
    recorder = Console(record=True, width=WIDTH, highlight=False, force_terminal=True, color_system="truecolor")
    for module in (console, coverage, demo, ingest, search, show):
        module.out = recorder  # type: ignore[attr-defined]
    console.err = Console(stderr=True, quiet=True)
    for module in (demo, ingest, search, coverage):
        module.tell = lambda message: recorder.print(message, style="dim", markup=False)  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory() as folder:
        demo.demo(home=Path(folder) / "demo")
        recorded = recorder.export_svg(title="aimtrace demo")
    drawn = re.sub(r"@font-face\s*\{.*?\}", "", recorded.replace(folder, "~"), flags=re.S)
    drawn = drawn.replace("Fira Code, monospace", "ui-monospace, 'DejaVu Sans Mono', monospace")
    TARGET.write_text(re.sub(r"[ \t]+\n", "\n", drawn), encoding="utf-8")
    print(f"{TARGET}: {len(drawn) // 1000} kB")


if __name__ == "__main__":
    main()
