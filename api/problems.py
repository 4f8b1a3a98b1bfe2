"""Errors as RFC 9457 problem details: one shape for all of them."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from corpus.errors import AimtraceError, GenerationError, ModelError, NotHeld, StoreError, UsageError

_STATUS: tuple[tuple[type[AimtraceError], int], ...] = (
    (NotHeld, 404),
    (UsageError, 400),
    (StoreError, 503),
    (GenerationError, 503),
    (ModelError, 503),
)


def status_of(error: AimtraceError) -> int:
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def problem(status: int, kind: str, title: str, detail: str | None = None) -> JSONResponse:
    """One problem document. `kind` names its type, which is documented under that name."""
    body: dict[str, object] = {"type": f"urn:aimtrace:problem:{kind}", "title": title, "status": status}
    if detail:
        body["detail"] = detail
    return JSONResponse(body, status_code=status, media_type="application/problem+json")


def install(app: FastAPI) -> None:
    """Answer every error with a problem document."""

    @app.exception_handler(AimtraceError)
    def told(_: Request, exc: AimtraceError) -> JSONResponse:
        return problem(status_of(exc), exc.problem_type, exc.problem, exc.remedy or None)

    @app.exception_handler(RequestValidationError)
    def malformed(_: Request, exc: RequestValidationError) -> JSONResponse:
        parts = [f"{'.'.join(str(p) for p in e['loc'][1:]) or 'request'}: {e['msg']}" for e in exc.errors()]
        return problem(
            422, "malformed-request", "The request is not of the form that this operation takes.", "; ".join(parts)
        )

    @app.exception_handler(HTTPException)
    def answered(_: Request, exc: HTTPException) -> JSONResponse:
        kind = {404: "no-such-path", 405: "method-not-allowed"}.get(exc.status_code, "http")
        return problem(exc.status_code, kind, str(exc.detail))
