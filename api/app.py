"""The HTTP API: wiring, health, readiness. Later issues grow it."""

from fastapi import FastAPI, Response
from starlette.middleware.trustedhost import TrustedHostMiddleware

from aimtrace import __version__
from api import problems
from api.operations.workspace import Workspace
from api.routes import documents, records, search
from corpus.errors import AimtraceError


def make_app(workspace: Workspace) -> FastAPI:
    """An app over one workspace; the caller closes the workspace."""
    app = FastAPI(
        title="aimtrace",
        version=__version__,
        summary="From the EU's crime-priority PDFs to records that can be searched, linked and checked.",
        docs_url=None,  # Swagger's page would load scripts from elsewhere
        redoc_url=None,
    )
    app.state.workspace = workspace
    # A page elsewhere that has its own name resolve to this machine must not read what is served here (DNS rebinding).
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])
    problems.install(app)
    for module in (search, documents, records):
        app.include_router(module.router, prefix="/v1")

    @app.get("/healthz", tags=["health"], summary="The process is up.")
    def health() -> dict[str, str]:
        return {"status": "up", "version": __version__}

    @app.get("/readyz", tags=["health"], summary="Store and index can answer.")
    def ready(response: Response) -> dict[str, str]:
        try:
            with workspace.seen() as view:
                workspace.generation(view)
        except AimtraceError as exc:
            response.status_code = 503
            return {"status": "not ready", "problem": exc.problem}
        return {"status": "ready"}

    return app
