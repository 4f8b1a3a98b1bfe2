"""Running commands as a user does, in this process: arguments in; exit code, output and errors out."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from api.cli.main import main


@dataclass(frozen=True)
class Run:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Cli:
    """Runs commands and captures what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Run:
        self._capsys.readouterr()
        try:
            main([str(argument) for argument in arguments])
            code: Any = 0
        except SystemExit as exc:
            code = exc.code or 0
        captured = self._capsys.readouterr()
        return Run(int(code), captured.out, captured.err)
