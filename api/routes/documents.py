"""``GET /v1/documents``: what is held, a page at a time."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.routes.common import CallerWorkspace, problems
from corpus.contract import document_json

router = APIRouter(tags=["documents"])


@router.get("/documents", responses=problems(422), summary="List documents.")
def list_documents(
    workspace: CallerWorkspace,
    limit: Annotated[int, Query(ge=1, le=500, description="How many, at most.")] = 100,
    after: Annotated[str | None, Query(max_length=16, description="The last id of the page before.")] = None,
) -> dict[str, Any]:
    """Documents in the order of their ids; `next` is the `after` of the next page, null on the last."""
    with workspace.seen() as view:
        found = view.documents.page(after, limit + 1)
    page = found[:limit]
    return {
        "documents": [document_json(document) for document in page],
        "next": page[-1].id if len(found) > limit else None,
    }
