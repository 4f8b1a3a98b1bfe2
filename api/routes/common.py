"""What routes share: the caller's workspace, and the problems that an operation can answer with."""

from typing import Annotated, Any

from fastapi import Depends, Request

from api.operations.workspace import Workspace


def workspace_of(request: Request) -> Workspace:
    workspace: Workspace = request.app.state.workspace
    return workspace


CallerWorkspace = Annotated[Workspace, Depends(workspace_of)]


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problem documents that an operation may answer with, for the OpenAPI document."""
    said = {400: "The request can't be carried out.", 404: "Not held, or not to be seen.", 422: "Malformed request."}
    content = {"application/problem+json": {"schema": {"type": "object"}}}
    return {status: {"description": said.get(status, "A problem."), "content": content} for status in statuses}
