"""``aimtrace serve``: the HTTP API on this machine."""

from typing import Annotated

import typer

from api.cli.console import tell
from api.cli.options import HomeOption, open_settings
from corpus.errors import BadSetting

_LOOPBACK = ("127.0.0.1", "localhost")


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
    """Answer over HTTP: /v1/search, /v1/documents, /v1/records/{id}, /healthz, /readyz; all of it in /openapi.json."""
    import socket

    import uvicorn

    from api.app import make_app
    from api.operations.workspace import Workspace

    settings = open_settings(home)
    address = host or settings.host
    if address not in _LOOPBACK:
        raise BadSetting(
            f"--host {address}: without accounts aimtrace listens on this machine only.", remedy="Use 127.0.0.1."
        )
    given = settings.home, settings.model, settings.seen, settings.limits, tell, settings.profiles_folder
    with Workspace(*given) as workspace:
        with workspace.seen() as view:
            held = view.documents.count()
        try:
            listener = socket.create_server((address, port if port is not None else settings.port))
        except OSError as exc:
            raise BadSetting(
                f"{address}:{port if port is not None else settings.port} can't be listened on ({exc.strerror}).",
                remedy="Choose another port with --port; 0 takes a free one.",
            ) from exc
        with listener:
            bound = listener.getsockname()[1]
            tell(f"{held} documents in {settings.home}. Listening on http://{address}:{bound} (Ctrl-C stops).")
            config = uvicorn.Config(make_app(workspace), log_level="warning", access_log=False)
            uvicorn.Server(config).run(sockets=[listener])
