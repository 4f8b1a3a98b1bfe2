"""One aim into its clauses: the core, and the riders that narrow it or add to it.

Coverage is judged per clause, so a clause is a part that an action can serve by itself. Leads ("with a special focus on",
"in particular", "as well as" …) say where riders begin; the parse says where a list of riders falls into members, and
where a second verb with an object of its own begins one. Words stand exactly as they stand in the aim.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from models.language import Token

_INTRODUCTION = 10  # words between a core and the points behind its colon

ClauseRole = Literal["core", "rider"]


@dataclass(frozen=True, slots=True)
class ClausePart:
    """A stretch of the aim's text (end exclusive) that is one clause."""

    start: int
    end: int
    role: ClauseRole


_NOUNS = (
    r"(?:focus|emphasis|attention|regard|priority|care|weight|stress|consideration|precedence|prominence|preference"
    r"|vigilance|view|importance|interest|concern|efforts?|eye|look|heed|accent|thought|account|notice|place)"
)
_ADJECTIVES = (
    r"(?:\w+ly\ )?(?:(?:a|an|the|due|all|our|its|their|every|some|more|most|greater|great|much)\ )?(?:[\w-]+\ ){0,2}"
)
_MOST = (
    r"(?:above\ all|in\ particular|especially|particularly|first\ of\ all|first\ and\ foremost|in\ the\ first\ place"
    r"|not\ least|notably|chiefly|mainly)"
)
# What leads into riders. Words that only join ("and", "or") are no leads; the members of a list are told apart below.
_LEADS = re.compile(
    r"""
    (?:
      (?:(?:with|(?:while\ |whilst\ |by\ )?(?:giving|paying|placing|laying|putting|attaching|devoting)|having|setting)\ """
    + _ADJECTIVES
    + _NOUNS
    + r"""(?:\ (?:being\ )?(?:given|paid|placed|laid|devoted))?(?:\ """
    + _MOST
    + r""")?\ (?:on|upon|to|for|of|at))
    | (?:the|its|their)\ (?:\w+\ )?(?:emphasis|focus|accent|weight|stress|priority|attention|aim|effort)
      \ (?:being|lying|resting|falling|going|set|placed)\ (?:on|upon|to|with)
    | (?:(?:in\ all\ (?:of\ )?(?:this|these)|here|throughout|in\ doing\ so|at\ the\ same\ time),?\ )?
      (?:(?:a|an|the|special|particular|specific|due|great|greater|extra)\ ){0,3}
      (?:care|attention|regard|emphasis|priority|weight|heed|thought|consideration|focus|vigilance)
      \ (?:is|are|shall\ be|will\ be|has|have|must\ be|should\ be)\ (?:to\ be\ )?
      (?:owed|given|paid|taken|due|devoted|placed|laid|put|directed)\ (?:to|of|on|upon|at|for)
    | without\ (?:losing\ sight\ of|neglecting|forgetting|overlooking|leaving\ out|ignoring|prejudice\ to|leaving\ aside)
    | extending\ (?:also\ |even\ )?to | reaching\ (?:down\ |up\ )?to | down\ to
    | up\ to\ and\ including | right\ (?:down|up)\ to | ranging\ from
    | be\ (?:they|it|these|this)(?=\ )
    | in\ particular(?:\ (?:by|through|of|on|against|to|for|with\ regard\ to|as\ regards))?
    | (?:most\ |more\ )?
      (?:particularly|especially|specifically|notably|chiefly|mainly|primarily|principally|namely|expressly|explicitly)
      (?:\ (?:focuss?ing\ (?:on|upon)|targeting|by\ (?:means|way)\ of|by|through|on|against))?
    | including(?:\ (?:by|through)|,?\ but\ not\ limited\ to,?)?
    | such\ as
    | as\ well\ as(?:\ (?:on|by|through|against|to|of|for|with|in))?
    | most\ importantly | most\ of\ all
    | above\ all(?:\ (?:by|on|through|against))?
    | not\ least(?:\ (?:by|on|through|against|where|when))?
    | first\ (?:and\ foremost|of\ all)(?:\ (?:by|on))?
    | (?:together|along|coupled|combined|in\ combination|in\ conjunction)\ with
    | in\ addition\ to | beginning\ with | starting\ with | over\ and\ above | not\ only
    | inter\ alia(?:\ (?:by|through|on|against|for))? | among(?:st)?\ (?:others|them|these|those|other\ things)
    | for\ example | for\ instance
    | (?:most\ |more\ )?(?:first|chief|principal|foremost)\ among\ (?:them|these|those)
    | (?:with\ )?(?:particular\ |special\ )?(?:focuss?ing|concentrating|centring|centering)\ (?:in\ particular\ )?(?:on|upon)
    | prioritising | prioritizing
    | (?:while|whilst)(?:\ (?:also|at\ the\ same\ time|likewise))?(?=\ \w+ing\b)
    | (?:thereby|thus)(?=\ \w+ing\b)
    | wherever\ possible\ by | where\ possible\ by
    )
    \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Leads that only lead behind a comma: without one they are part of what is said.
_NEEDS_COMMA = re.compile(
    r"^(?:particularly|especially|specifically|chiefly|mainly|primarily|principally|expressly|explicitly|prioriti[sz]ing)$",
    re.IGNORECASE,
)
_BY_DOING = re.compile(r",\s+(?:and\s+)?(?:also\s+|mostly\s+|partly\s+)?(?:by|through)\s+(?=\w+ing\b)", re.IGNORECASE)
_AND_TO = re.compile(r"[,;]\s+(?:and|as well as|but also)\s+to\s+(?=[a-z]+\b)")
_INCLUDED = re.compile(
    r"\((?:incl\.?|including|e\.g\.|i\.e\.|such as|for example|in particular|notably|especially|among them|above all)"
    r"[,:]?\s+(?P<inside>[^()]+)\)",
    re.IGNORECASE,
)
_JOINS = re.compile(r"\s*[;,]?\s*\b(?:and|or|as well as|but also)\b\s*|\s*[;,]\s*", re.IGNORECASE)
_PREPOSITIONS = ("on", "by", "to", "for", "through", "against", "with", "in", "of", "upon", "at")
_RELATIVES = frozenset({"that", "which", "who", "whom", "whose", "where", "when"})


def split_clauses(text: str, tokens: Sequence[Token], points: Sequence[int] = ()) -> tuple[ClausePart, ...]:
    """The clauses of an aim in the order in which they begin; the core comes first.

    Args:
        text: the aim, from "To" to its end, without the terminal stop.
        tokens: its parse.
        points: where points of a list begin that the aim ends with; each is a rider as it stands.
    """
    masked = _without_brackets(text)
    stop = points[0] if points else len(text)
    introduces = bool(points) and text[:stop].rstrip().endswith(":")
    leads = [lead for lead in _leads(masked, tokens) if lead[0] < stop]
    if introduces and (not leads or masked[leads[-1][1] : stop].count(",") > 0):
        leads += _introduction(masked, stop)
    core_end = _trim_end(text, leads[0][0] if leads else stop)
    second = _second_verb(masked, tokens, core_end)
    parts: list[ClausePart] = []
    if second is not None:
        parts.append(ClausePart(second[1], core_end, "rider"))
        core_end = _trim_end(text, second[0])
    parts.append(ClausePart(0, core_end, "core"))
    for position, (_, begin, preposition) in enumerate(leads):
        until = leads[position + 1][0] if position + 1 < len(leads) else stop
        if introduces and until == stop:
            continue  # what is left leads on to the points
        for start, end in _members(masked, tokens, begin, until, preposition):
            start, end = _trimmed(text, start, end)
            if end - start > 1:
                parts.append(ClausePart(start, end, "rider"))
    for position, begin in enumerate(points):
        start, end = _trimmed(text, begin, points[position + 1] if position + 1 < len(points) else len(text))
        parts.append(ClausePart(start, end, "rider"))
    for match in _INCLUDED.finditer(text):
        start, end = _trimmed(text, match.start("inside"), match.end("inside"))
        parts.append(ClausePart(start, end, "rider"))
    parts.sort(key=lambda part: (part.role != "core", part.start, -part.end))
    return tuple(parts)


def _introduction(masked: str, stop: int) -> list[tuple[int, int, str | None]]:
    """What leads to a list of points though no lead is known: the last words before the colon, behind a comma."""
    match = re.search(r",\s[^,;]*:\s*$", masked[:stop])
    if match is None or len(match.group().split()) > _INTRODUCTION:
        return []
    return [(match.start(), stop, None)]


def _without_brackets(text: str) -> str:
    """The text with what stands in brackets blanked, so that no lead or comma is found there."""
    return re.sub(r"\([^()]*\)", lambda match: "(" + "x" * (len(match.group()) - 2) + ")", text)


# --- leads ---------------------------------------------------------------------------------------------------------


def _leads(masked: str, tokens: Sequence[Token]) -> list[tuple[int, int, str | None]]:
    """Where riders are led into: (start of the lead, start of what follows, the lead's preposition)."""
    found: list[tuple[int, int, str | None]] = []
    verbs = {token.start for token in tokens if token.tag in ("VB", "VBP")}
    matches = [*_LEADS.finditer(masked), *_BY_DOING.finditer(masked)]
    matches += [match for match in _AND_TO.finditer(masked) if match.end() in verbs]
    for match in sorted(matches, key=lambda m: m.start()):
        if found and match.start() < found[-1][1]:
            continue
        lead = match.group().strip(" ,").casefold()
        before = masked[: match.start()].rstrip()
        after_comma = before.endswith((",", ";", ")", "–", "-")) or match.group().startswith(",")
        if _NEEDS_COMMA.match(lead) and not after_comma and not before.endswith((" and", " or")):
            continue
        if lead.startswith(("including", "such as", "for example", "for instance")) and found and not after_comma:
            continue
        # Rule: "including" within a rider opens no further one ("acts of violence, including intimidation, and …").
        if lead.startswith(("including", "such as")) and found and _stays_in_rider(masked, found[-1], match.start()):
            continue
        if lead in ("as well as", "together with", "along with", "not only") and _joins_words(masked, match):
            continue
        words = lead.split()
        preposition = words[-1] if words[-1] in _PREPOSITIONS else None
        found.append((match.start(), match.end(), preposition))
    return found


def _stays_in_rider(masked: str, last: tuple[int, int, str | None], start: int) -> bool:
    """Whether text between a lead and here is one member that is still open."""
    return bool(masked[last[1] : start].strip())


def _joins_words(masked: str, match: re.Match[str]) -> bool:
    """ "as well as" between two short words of one list: it stands without a comma and few words follow."""
    before = masked[: match.start()].rstrip()
    if before.endswith((",", ";")):
        return False
    after = re.split(r"[,;]", masked[match.end() :])[0].split()
    return len(after) <= 2


# --- second verb ---------------------------------------------------------------------------------------------------


def _second_verb(masked: str, tokens: Sequence[Token], core_end: int) -> tuple[int, int] | None:
    """Where the core's second verb with an object of its own begins: (end of the first part, start of the verb).

    English marks it by its plain form: "to free persons who are held, and prosecute those who profit" has a plain form
    (VB) where a verb of the relative clause would be finite (VBP). A plain form that goes on with another infinitive
    inside the core ("in order to encrypt or copy") is none.
    """
    root = next((i for i, t in enumerate(tokens) if t.tag in ("VB", "VBP") and t.text.casefold() != "to"), None)
    if root is None:
        return None
    chain = {root}
    for position, token in enumerate(tokens):
        if position <= root or token.start >= core_end or token.tag not in ("VB", "VBP"):
            continue
        lead = _AND_BEFORE.search(masked[: token.start])
        if lead is None:
            continue
        in_chain = token.dep == "conj" and token.head in chain
        has_object = any(
            t.head in chain and t.dep in ("dobj", "obj", "prep", "ccomp", "xcomp", "dative", "oprd")
            for t in tokens[root + 1 : position]
        )
        if in_chain and not has_object:
            chain.add(position)
            continue
        head = tokens[token.head]
        goes_on_infinitive = token.dep == "conj" and token.head not in chain and head.tag in ("VB", "VBP", "VBZ")
        plain = token.tag == "VB" and not goes_on_infinitive and (token.dep == "conj" or "," in lead.group())
        follows = tokens[position + 1] if position + 1 < len(tokens) else None
        takes_object = follows is not None and follows.pos in (
            "NOUN",
            "PROPN",
            "DET",
            "ADJ",
            "PRON",
            "ADP",
            "NUM",
            "PART",
        )
        if has_object and takes_object and (in_chain or plain):
            return lead.start(), token.start
    return None


_AND_BEFORE = re.compile(r"\s*[,;]?\s*\b(?:and|but)\b(?:\s+(?:also|then|thereby|so))?(?:\s+to)?\s+$")


# --- members of a list ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch between two joins; `join` is what stands before it."""

    start: int
    end: int
    join: str


def _members(
    masked: str, tokens: Sequence[Token], begin: int, stop: int, preposition: str | None
) -> list[tuple[int, int]]:
    """Cut the list behind a lead into its members."""
    if re.match(r"\s*(?:those|that of|the ones)\b", masked[begin:stop], re.IGNORECASE):
        return _members_of_those(masked, tokens, begin, stop)
    clause = re.match(r"\s*(where|when|whether|wherever|whenever)\b", masked[begin:stop], re.IGNORECASE)
    if clause:
        return _members_by_word(masked, begin, stop, clause[1])
    if preposition is not None:
        repeated = _members_by_preposition(masked, tokens, begin, stop, preposition)
        if len(repeated) > 1:
            return repeated
    pieces = _pieces(masked, begin, stop)
    starts_gerund = _begins_gerund(pieces[0], tokens)
    members: list[list[_Piece]] = [[pieces[0]]]
    waiting = not _is_heavy(pieces[0], tokens, masked)  # light so far: shares what follows
    closed = False  # the light list behind a heavy piece has had its "and"
    for position, piece in enumerate(pieces[1:], start=1):
        joined = "and" in piece.join or "or" in piece.join
        heavy = _is_heavy(piece, tokens, masked)
        if re.match(r"(?:those|that of)\b", masked[piece.start : piece.end], re.IGNORECASE) or ";" in piece.join:
            new = True
        elif _first_word(masked, piece) in _PREPOSITIONS:
            new = False
        elif starts_gerund:
            new = _begins_gerund(piece, tokens) and (joined or "," in piece.join)
        elif _begins_verb(piece, tokens) and joined:
            shares = _is_bare_verb(members[-1][-1], tokens)  # "identify and protect the children": one object for both
            new = not shares and ("," in piece.join or not _has_relative(members[-1], tokens))
        elif _begins_finite(piece, tokens):
            new = False
        elif waiting:
            new = closed and "," in piece.join and (joined or heavy)  # "A, B and C, and D who …", "A and B, D who …"
        else:
            new = _opens_member(masked, tokens, pieces, position, closed, members)
        if new:
            members.append([piece])
            waiting, closed = not heavy, False
        else:
            members[-1].append(piece)
            closed = (closed or joined) if not heavy or waiting else False
            waiting = waiting and not heavy
            closed = closed and (waiting or not heavy)
    if len(members) == 1 and _is_plain_list(members[0], tokens, masked):
        return [(piece.start, piece.end) for piece in members[0]]
    return [(group[0].start, group[-1].end) for group in members]


def _is_plain_list(pieces: Sequence[_Piece], tokens: Sequence[Token], masked: str) -> bool:
    """Whether a list of three or more is of nouns that each stand alone ("pesticides, medicines and spare parts"), and not
    of words that share one ("labour, sexual and other exploitation")."""
    if len(pieces) < 3 or any(_is_heavy(piece, tokens, masked) for piece in pieces):
        return False
    return all(_form(piece, tokens) == "plural" for piece in pieces)


def _is_bare_verb(piece: _Piece, tokens: Sequence[Token]) -> bool:
    inside = _tokens_in(piece, tokens)
    return len(inside) == 1 and inside[0].tag in ("VB", "VBP")


def _members_by_word(masked: str, begin: int, stop: int, word: str) -> list[tuple[int, int]]:
    """ "where A, where B and where C": the word with which a rider begins, come again, begins the next."""
    joint = rf"(?:[,;]\s*)?(?:\b(?:and|or|as well as)\s+)?(?=\b{word}\b)"
    cuts = [begin + m.start() for m in re.finditer(joint, masked[begin:stop]) if m.group().strip()]
    starts = [begin, *cuts]
    return list(zip(starts, [*cuts, stop], strict=True))


def _members_by_preposition(
    masked: str, tokens: Sequence[Token], begin: int, stop: int, preposition: str
) -> list[tuple[int, int]]:
    """ "on A and B, on C, and on D": where the lead's preposition comes again, it and nothing else parts the members."""
    pattern = re.compile(rf"(?P<join>[,;]?\s*(?:\b(?:and|or|as well as|but also)\b\s+)?)\b{preposition}\s+")
    verbs = {token.start for token in tokens if token.tag in ("VB", "VBP")}
    cuts: list[tuple[int, int]] = []
    for match in pattern.finditer(masked, begin, stop):
        if not match.group("join").strip() or match.end() in verbs:
            continue
        rest = pattern.search(masked, match.end(), stop)
        chunk = _Piece(match.end(), rest.start() if rest and rest.group("join").strip() else stop, "")
        strong = bool(re.search(r"[,;]", match.group("join")))
        if strong or _is_heavy(chunk, tokens, masked) or _begins_gerund(chunk, tokens):
            cuts.append((match.start(), match.end()))
    starts = [begin, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), stop]
    return list(zip(starts, ends, strict=True))


def _members_of_those(masked: str, tokens: Sequence[Token], begin: int, stop: int) -> list[tuple[int, int]]:
    """ "those who A, or B; those who C and D": each reaches to the next "those", or to a noun behind ", and" that has a
    relative clause of its own."""
    cuts: list[tuple[int, int]] = []
    joint = r"(?:[,;]\s*)?(?:\b(?:and|or|as well as)\s+)?(?:\b(?:on|by|to|for|with|in|of|against)\s+)?"
    for match in re.finditer(joint + r"(?=\b(?:those|that of)\b)", masked[begin:stop]):
        if match.group().strip():
            cuts.append((begin + match.start(), begin + match.end()))
    for match in re.finditer(r",\s+(?:and|or)\s+", masked[begin:stop]):
        at = begin + match.end()
        following = next((i for i, t in enumerate(tokens) if t.start == at), None)
        if following is None:
            continue
        if tokens[following].pos not in ("NOUN", "PROPN", "ADJ", "DET"):
            if _begins_verb(_Piece(at, stop, ""), tokens) and _goes_with_root(tokens, following):
                cuts.append((begin + match.start(), at))
            continue
        ahead = [t for t in tokens[following : following + 6] if t.start < stop]
        if tokens[following].text.casefold() not in ("those", "that") and any(
            t.text.casefold() in _RELATIVES for t in ahead[1:]
        ):
            cuts.append((begin + match.start(), at))
    cuts = sorted(set(cuts))
    starts = [begin, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), stop]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if masked[start:end].strip()]


def _goes_with_root(tokens: Sequence[Token], position: int) -> bool:
    """Whether the parse joins a verb to the aim's own verbs and not to one of a relative clause."""
    root = next((i for i, t in enumerate(tokens) if t.tag in ("VB", "VBP")), None)
    while tokens[position].dep == "conj" and tokens[position].head != position:
        position = tokens[position].head
    return position == root


def _pieces(masked: str, begin: int, stop: int) -> list[_Piece]:
    pieces: list[_Piece] = []
    at, join = begin, ""
    for match in _JOINS.finditer(masked, begin, stop):
        if match.end() - match.start() == 0 or not masked[at : match.start()].strip():
            at = match.end() if not masked[at : match.start()].strip() else at
            join += match.group()
            continue
        pieces.append(_Piece(at, match.start(), join))
        at, join = match.end(), match.group()
    if masked[at:stop].strip():
        pieces.append(_Piece(at, stop, join))
    return pieces or [_Piece(begin, stop, "")]


def _tokens_in(piece: _Piece, tokens: Sequence[Token]) -> list[Token]:
    return [t for t in tokens if piece.start <= t.start < piece.end]


def _first_word(masked: str, piece: _Piece) -> str:
    match = re.match(r"\s*([\w-]+)", masked[piece.start : piece.end])
    return match.group(1).casefold() if match else ""


def _is_heavy(piece: _Piece, tokens: Sequence[Token], masked: str) -> bool:
    """Whether a piece stands by itself: its noun has a modifier behind it (of …, who …, made in …)."""
    inside = _tokens_in(piece, tokens)
    noun = next((i for i, t in enumerate(inside) if t.pos in ("NOUN", "PROPN", "PRON")), None)
    if noun is None:
        return False
    return any(
        t.pos in ("ADP", "SCONJ") or t.tag in ("VBN", "VBG", "VBD", "VBZ", "VBP", "WDT", "WP", "WP$", "WRB", "IN")
        for t in inside[noun + 1 :]
        if masked[t.start - 1] != "-"  # "family-based", "end-of-life"
    )


def _begins_gerund(piece: _Piece, tokens: Sequence[Token]) -> bool:
    """A verbal noun with an object begins the piece ("tracing the chemicals", not "hosting that ignores")."""
    inside = _tokens_in(piece, tokens)
    if inside and inside[0].text.casefold() in ("by", "through", "to", "also"):
        inside = inside[1:]
    if len(inside) < 2 or not inside[0].text.casefold().endswith("ing"):
        return False
    follows = inside[1]
    if follows.text.casefold() in _RELATIVES or follows.text in (",", "and", "of"):
        return False
    return inside[0].tag == "VBG" or follows.pos in ("DET", "ADJ", "PRON", "NUM", "ADP", "PART")


def _begins_verb(piece: _Piece, tokens: Sequence[Token]) -> bool:
    """A verb in its plain form with an object begins the piece ("and trace leaders who …")."""
    inside = _tokens_in(piece, tokens)
    takes = ("NOUN", "DET", "PRON", "ADJ", "PROPN", "ADP")
    return len(inside) > 1 and inside[0].tag == "VB" and inside[1].pos in takes


def _begins_finite(piece: _Piece, tokens: Sequence[Token]) -> bool:
    """A finite verb that goes on with a relative clause ("who advertise victims, and are serviced by brokers")."""
    inside = _tokens_in(piece, tokens)
    return bool(inside) and (inside[0].tag in ("VBZ", "VBP", "VBD", "MD") or inside[0].pos == "AUX")


def _has_relative(group: Sequence[_Piece], tokens: Sequence[Token]) -> bool:
    """Whether the member at hand has a relative clause, with whose verbs a further verb would go on."""
    return any(t.text.casefold() in _RELATIVES for piece in group for t in _tokens_in(piece, tokens))


def _opens_member(
    masked: str,
    tokens: Sequence[Token],
    pieces: Sequence[_Piece],
    position: int,
    closed: bool,
    members: Sequence[Sequence[_Piece]],
) -> bool:
    """Whether a noun behind a finished member opens the next one, or still belongs to a list within the member.

    Light nouns belong to what stands before them up to the "and" that closes their list, unless the noun behind that
    "and" has a modifier of its own and the form of the member's head: then they share it, and the list is the riders' own.
    """
    piece = pieces[position]
    alike = any(_same_form(piece, member[0], tokens) for member in members)
    if _is_heavy(piece, tokens, masked):
        if "," in piece.join or alike or (len(members) > 1 and _form(piece, tokens) == "article"):
            return True
        if len(members) == 1:
            return len(members[0]) == 1 and not _hangs_within(piece, members[-1], tokens)
        ends = not any("," in later.join for later in pieces[position + 1 :])
        return ends and len(members[-1]) == 1 and not _hangs_within(piece, members[-1], tokens)
    if closed:
        return "," in piece.join
    for later in pieces[position:]:
        heavy = _is_heavy(later, tokens, masked)
        if "and" in later.join or "or" in later.join:
            return heavy and alike
        if heavy:
            return True
    return False


def _same_form(one: _Piece, two: _Piece, tokens: Sequence[Token]) -> bool:
    """Whether two nouns are alike: both with an article, or both plurals without one."""
    return _form(one, tokens) == _form(two, tokens)


def _form(piece: _Piece, tokens: Sequence[Token]) -> Literal["article", "plural", "bare"]:
    inside = _tokens_in(piece, tokens)
    if inside and inside[0].tag == "DT":
        return "article"
    nouns = list(takewhile(lambda t: t.pos in ("ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "ADV"), inside))
    return "plural" if nouns and nouns[-1].tag in ("NNS", "NNPS") else "bare"


def _hangs_within(piece: _Piece, member: Sequence[_Piece], tokens: Sequence[Token]) -> bool:
    """Whether the parse joins the piece's noun to a noun inside the member and not to the member's own."""
    inside = {i for i, t in enumerate(tokens) if any(p.start <= t.start < p.end for p in member)}
    head = next((i for i in sorted(inside) if tokens[i].pos in ("NOUN", "PROPN", "PRON")), None)
    for token in tokens:
        if piece.start <= token.start < piece.end and token.dep == "conj" and token.head in inside:
            return token.head != head
    return False


# --- edges ---------------------------------------------------------------------------------------------------------

_TAIL = re.compile(r"(?:[\s,;:–—-]|\b(?:and|or|but|also)\s*$)+$")
_HEAD = re.compile(r"^(?:[\s,;:–—]|(?:and|or|but|also)\s)+", re.IGNORECASE)


def _trim_end(text: str, end: int) -> int:
    """Drop the comma and "and" with which a lead is joined on."""
    cut = text[:end]
    while True:
        shorter = re.sub(r"(?:[\s,;:–—]+|\s+(?:and|or|but))$", "", cut)
        if shorter == cut:
            return len(cut)
        cut = shorter


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    head = _HEAD.match(text[start:end])
    if head:
        start += head.end()
    return start, max(start, _trim_end(text[:end], end))
