"""``aimtrace serve``: the HTTP API on this machine."""

from typing import Annotated

import typer

from api.cli.console import tell
from api.cli.options import HomeOption, open_settings
from corpus.errors import BadSetting

_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: aimtrace serve --port 8765")(serve)


def serve(
    host: Annotated[
        str | None, typer.Option("--host", help="Where to listen; only this machine for now.", show_default=False)
    ] = None,
    port: Annotated[
        int | None, typer.Option("--port", min=0, max=65_535, help="The port; 0 takes a free one.", show_default=False)
    ] = None,
    home: HomeOption = None,
) -> None:
    """Answer searches over HTTP: /v1/search, /v1/documents, /v1/records/{id}, /docs, /healthz, /readyz."""
    import uvicorn

    from api.app import make_app
    from api.operations.workspace import Workspace

    settings = open_settings(home)
    address = host or settings.host
    if address not in _LOOPBACK:
        raise BadSetting(
            f"--host {address}: without accounts aimtrace listens on this machine only.", remedy="Use 127.0.0.1."
        )
    with Workspace(settings.home, settings.model, settings.seen, settings.limits, tell) as workspace:
        with workspace.seen() as view:
            held = view.documents.count()
        listening = port if port is not None else settings.port
        tell(f"{held} documents in {settings.home}. Listening on http://{address}:{listening} (Ctrl-C stops).")
        uvicorn.run(make_app(workspace), host=address, port=listening, log_level="warning", access_log=False)
