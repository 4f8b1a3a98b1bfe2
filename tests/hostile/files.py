"""Files that somebody could send to hurt us, or that a broken program could write: made of bytes, on the fly, small.

Each is a `Hostile` with what a reader may rely on. What ordinary viewers open is read ("ok", or "degraded" where a part
can't be); what they can't is refused with its class. Nothing here runs anything: the scripts and launches of these files
are words to us.
"""

from dataclasses import dataclass

from tests.hostile import acting, heavy, locks, odd, torn, trees
from tests.hostile.raw import SENTENCE, Make, sound

Outcome = tuple[str, str | None]

OK: Outcome = ("ok", None)
DEGRADED: Outcome = ("degraded", None)
READ = (OK, DEGRADED)


def refused(outcome_class: str) -> tuple[Outcome, ...]:
    return (("refused", outcome_class),)


@dataclass(frozen=True)
class Hostile:
    """One file: its name, how it is made, and what has to become of it (one of `outcomes`).

    `says` are words that stand in it as it is read. `costly` ones take seconds or much memory, whatever becomes of them.
    """

    name: str
    make: Make
    outcomes: tuple[Outcome, ...] = (OK,)
    says: str | None = None
    costly: bool = False


def reads(name: str, make: Make, says: str | None = SENTENCE, *, costly: bool = False) -> Hostile:
    """A file that is read whole, and says this."""
    return Hostile(name, make, says=says, costly=costly)


HOSTILE = (
    # no PDF, or half of one
    Hostile("zero-bytes", bytes, refused("empty")),
    Hostile("one-byte", lambda: b"%", refused("not_a_pdf")),
    Hostile("html", torn.html, refused("not_a_pdf")),
    Hostile("zip", torn.archive, refused("not_a_pdf")),
    Hostile("far-header", torn.far_header, refused("not_a_pdf")),
    Hostile("header-alone", torn.portfolio_of_nothing, refused("corrupt")),
    Hostile("noise", torn.noise, refused("corrupt")),
    Hostile("truncated", torn.truncated, refused("corrupt")),
    # under a password
    Hostile("locked", lambda: locks.locked(b"secret"), refused("encrypted")),
    reads("locked-empty", lambda: locks.locked(b"")),
    # too much
    Hostile("many-pages", heavy.many_pages, refused("too_large")),
    Hostile("crowded", heavy.crowded, READ, costly=True),
    Hostile("one-word", heavy.one_word, READ),
    Hostile("bomb", heavy.bomb, refused("too_large"), costly=True),
    Hostile("bomb-twice-packed", lambda: heavy.bomb(2), refused("too_large"), costly=True),
    Hostile("bomb-in-objects", heavy.bomb_in_objects, refused("too_large"), costly=True),
    Hostile("bomb-in-font", heavy.bomb_in_font, refused("too_large"), costly=True),
    Hostile("bomb-of-runs", heavy.bomb_of_runs),
    Hostile("bomb-in-picture", heavy.bomb_in_picture, READ, SENTENCE, costly=True),
    Hostile("bomb-scan", heavy.bomb_scan, READ, costly=True),
    reads("many-shapes", heavy.many_shapes, None, costly=True),
    reads("many-cells", heavy.many_cells),
    reads("dense-grid", heavy.dense_grid, costly=True),
    reads("huge-font", heavy.huge_font),
    reads("long-paper", lambda: heavy.long_paper(200), costly=True),
    Hostile("odd-paper", heavy.odd_paper, READ, heavy.ODD, costly=True),
    # trees, loops, depths
    Hostile("cyclic-tree", trees.cyclic_tree, (DEGRADED,), SENTENCE),
    Hostile("only-a-cycle", trees.only_cycle, refused("corrupt")),
    Hostile("deep-tree", trees.deep_tree, refused("corrupt")),
    reads("fairly-deep-tree", trees.fairly_deep_tree),
    Hostile("lying-count", trees.lying_count, refused("too_large")),
    Hostile("no-pages", trees.no_pages, refused("empty")),
    Hostile("lost-page", trees.lost_page, (DEGRADED,), SENTENCE),
    Hostile("form-loop", trees.form_loop, READ, "The"),
    Hostile("form-ring", trees.form_ring, (*READ, *refused("too_large")), costly=True),
    Hostile("form-laughter", trees.form_laughter, (*READ, *refused("too_large")), costly=True),
    reads("deep-graphics", trees.deep_graphics),
    reads("deep-arrays", trees.deep_arrays),
    reads("outline-loop", trees.outline_loop),
    reads("outline-deep", trees.outline_deep),
    reads("tags-loop", trees.tags_loop),
    reads("tags-deep", trees.tags_deep),
    reads("stamps", trees.stamps, "SEEN", costly=True),
    reads("glyph-loop", trees.glyph_loop),
    # boxes, turns, numbers
    reads("box-huge", odd.box("[0 0 1e9 1e9]")),
    reads("box-of-no-size", odd.box("[0 0 0 0]")),
    reads("box-reversed", odd.box("[595 842 0 0]")),
    reads("box-of-no-numbers", odd.box("[nan inf (x) null]")),
    reads("box-missing", odd.box("")),
    reads("unit-huge", odd.box("[0 0 595 842]", "/UserUnit 99999999")),
    reads("unit-zero", odd.box("[0 0 595 842]", "/UserUnit 0")),
    Hostile("crop-elsewhere", odd.box("[0 0 595 842]", "/CropBox [9000 9000 9999 9999]"), READ),
    reads("turned-by-45", odd.rotated("45")),
    reads("turned-backwards", odd.rotated("-90")),
    reads("turned-by-a-word", odd.rotated("(x)")),
    reads("numbers", odd.numbers),
    Hostile("scan-of-a-thousand-kilometers", odd.huge_scan, (DEGRADED,)),
    # what would act
    reads("actions", acting.actions),
    reads("formula-in-title", acting.titled(acting.FORMULA)),
    reads("script-in-title", acting.titled(acting.SCRIPT)),
    Hostile("controls-in-title", acting.titled(acting.CONTROLS), READ, SENTENCE),
    Hostile("controls-in-font", acting.mapped(acting.SIGNS), READ, SENTENCE),
    # broken, and mended by viewers
    reads("truncated-late", torn.truncated_late),
    reads("leading-junk", torn.leading_junk),
    reads("wrong-offsets", torn.wrong_offsets),
    reads("start-of-table-at-zero", torn.zero_startxref),
    reads("loop-of-tables", torn.loop_of_tables),
    reads("length-of-zero", torn.wrong_length(0)),
    reads("length-beyond-end", torn.wrong_length(99_999_999)),
    reads("length-lost", torn.lost_length),
    reads("objects-not-ended", torn.missing_endobj),
    reads("stream-cut-short", torn.cut_stream, f"{SENTENCE}, item 3"),
    reads("filter-unknown", torn.unknown_filter),
    reads("object-twice", torn.twice_numbered),
    reads("page-without-content", torn.no_contents),
    reads("font-missing", torn.missing_font),
    reads("version-to-come", torn.old_version),
    reads("picture-without-end", torn.inline_picture_without_end),
    reads("table-of-huge-size", torn.table_of_huge_size),
    reads("object-of-huge-number", torn.object_of_huge_number),
    reads("updated-often", torn.updated),
    reads("types-missing", torn.no_root_type),
    reads("sound", sound),
)
