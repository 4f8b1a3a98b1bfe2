"""``GET /v1/records/{id}``: one record with its places."""

from typing import Annotated, Any

from fastapi import APIRouter, Path

from api.routes.common import CallerWorkspace, problems
from corpus.contract import record_json

router = APIRouter(tags=["records"])


@router.get("/records/{record_id}", responses=problems(404, 422), summary="Read one record.")
def read_record(
    workspace: CallerWorkspace,
    record_id: Annotated[str, Path(max_length=32, description="As search, show and coverage print it.")],
) -> dict[str, Any]:
    """A record and its document's id. One that the caller may not see is answered like one that is not held."""
    with workspace.seen() as view:
        record, document = view.records.get(record_id)
    return {**record_json(record), "document": document}
