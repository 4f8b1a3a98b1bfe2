"""HTML printed by Chromium, page by page, with footnotes on the page of their mark.

Chromium knows no footnotes and repeats nothing at a page end that a Council paper needs, so a script in the page fills
boxes of the size of a page itself and breaks paragraphs and table rows between words. The HTML holds the flow as data.
"""

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pyphen

from tests.golden.unseen.make.stamp import settle

_MARKED = re.compile(r"(\*\*.+?\*\*|__.+?__)")
_NOTES = re.compile(r"\{(\d+)\}")
_WORD = re.compile(r"[A-Za-z]{8,}")

Token = tuple[str, str, int]
"""A word with its punctuation, its style (``b``, ``i`` or none) and the footnote marked after it, or 0."""


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB")


def tokens(text: str, *, hyphenate: bool = False) -> list[Token]:
    """Words of a typed text. Hyphenated text has soft hyphens, since headless Chromium has no dictionaries."""
    found: list[Token] = []
    for piece in _MARKED.split(text):
        style = "b" if piece.startswith("**") else "i" if piece.startswith("__") else ""
        bare_piece = piece.strip("*_") if style else piece
        if found and bare_piece[:1] in tuple(",.;:"):  # punctuation right after a styled word stays with it
            found[-1] = (found[-1][0] + bare_piece[0], *found[-1][1:])
            bare_piece = bare_piece[1:]
        for word in bare_piece.split():
            mark = _NOTES.search(word)
            bare = _NOTES.sub("", word)
            if hyphenate:
                bare = _WORD.sub(lambda match: _hyphens().inserted(match[0], "\u00ad"), bare)
            found.append((bare, style, int(mark[1]) if mark else 0))
    return found


def paragraph(text: str, kind: str, *, lead: str = "", hyphenate: bool = False) -> dict[str, object]:
    """A paragraph of the flow; ``kind`` is its class, ``lead`` its number, letter or bullet."""
    return {"kind": "p", "cls": kind, "lead": lead, "t": tokens(text, hyphenate=hyphenate)}


_SCRIPT = """
const holder = document.body;
let body, notes;
function newPage() {
  const page = document.createElement('section');
  page.className = 'page';
  const n = document.querySelectorAll('section').length + 1;
  if (n > 40) throw new Error('a block that no page takes');
  page.innerHTML = `<div class="band">${DATA.band}</div><div class="body"></div><div class="notes"></div>
    <div class="foot">${(n === 1 ? DATA.foot1 : DATA.foot).replace('#', n)}</div>`;
  holder.append(page);
  body = page.querySelector('.body');
  notes = page.querySelector('.notes');
}
function html(list) {
  return list.map(([word, style, note]) => {
    const mark = note ? `<sup data-note="${note}">${note}</sup>` : '';
    const cut = note ? word.match(/^(.*?)([.,;:]?)$/) : [0, word, ''];
    const inner = cut[1] + mark + cut[2];
    return style ? `<${style}>${inner}</${style}>` : inner;
  }).join(' ').replaceAll('</b> <b>', ' ').replaceAll('</i> <i>', ' ');
}
function fits(spare = 0) {
  const marks = [...body.querySelectorAll('[data-note]')].map(mark => mark.dataset.note);
  notes.innerHTML = marks.map(n => `<p><sup>${n}</sup> ${DATA.notes[n]}</p>`).join('');
  notes.classList.toggle('some', marks.length > 0);
  const top = body.getBoundingClientRect().top;
  const bottoms = [...body.querySelectorAll('*')].map(e => e.getBoundingClientRect().bottom);
  const used = Math.max(top, ...bottoms) - top;
  return used + notes.offsetHeight + spare <= body.offsetHeight - 4;
}
function make(para, from, to) {
  const el = document.createElement('p');
  // A line before a word with a footnote may end early, since the footnote needs room: it is not stretched.
  const ends = to < para.t.length ? (para.t[to][2] ? ' cut early' : ' cut') : '';
  el.className = para.cls + (from ? ' cont' : '') + ends;
  const lead = para.lead && !from ? `<span class="lead">${para.lead}</span>` : '';
  el.innerHTML = lead + html(para.t.slice(from, to));
  return el;
}
// Puts as much of a paragraph as the page takes into `into`; gives the first word that is left, or -1.
function place(into, para, from) {
  let el = make(para, from, para.t.length);
  into.append(el);
  if (fits()) return -1;
  let low = 0, high = para.t.length - from;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const next = make(para, from, from + middle);
    el.replaceWith(next); el = next;
    if (fits()) low = middle; else high = middle;
  }
  low = Math.min(low, para.t.length - from - 5);
  if (low < 8) { el.remove(); fits(); return from; }
  const last = make(para, from, from + low);
  el.replaceWith(last);
  fits();
  return from + low;
}
function flow(para) {
  let from = place(body, para, 0);
  while (from >= 0) { newPage(); from = place(body, para, from); }
}
function row(item) {
  let cells, el;
  const open = first => {
    el = document.createElement('div');
    el.className = 'row ' + item.cls + (first ? '' : ' cont');
    el.innerHTML = '<div class="no"></div><div class="label"></div><div class="aims"></div>';
    if (first) {
      el.children[0].textContent = item.no;
      el.children[1].innerHTML = html(item.label);
    }
    body.append(el);
    cells = el.children[2];
    return fits(item.cls === 'head' ? 150 : 0); // the table's head stands over a first row
  };
  if (!open(true)) { el.remove(); newPage(); open(true); }
  let placed = false;
  for (const para of item.paras) {
    let from = place(cells, para, 0);
    while (from >= 0) {
      if (from > 0) placed = true;
      if (!placed) el.remove();
      newPage();
      open(!placed);
      from = place(cells, para, from);
    }
    placed = true;
  }
}
newPage();
for (const item of DATA.flow) {
  if (item.kind === 'p') flow(item);
  else if (item.kind === 'row') row(item);
  else if (item.kind === 'break') newPage();
  else {
    const el = document.createElement('div');
    el.innerHTML = item.html;
    body.append(el);
    if (!fits()) { el.remove(); newPage(); body.append(el); fits(); }
  }
}
"""


def print_flow(pdf: Path, style: str, data: Mapping[str, object], *, title: str, date: str) -> None:
    """Lay the flow out, print it and fix the dates, so that a new run gives the same bytes."""
    page = (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{style}</style></head>"
        f"<body><script>const DATA = {json.dumps(data, ensure_ascii=False)};{_SCRIPT}</script></body></html>"
    )
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        raise RuntimeError("Chromium is needed for this document (Debian: apt-get install chromium)")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source, printed = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_text(page, encoding="utf-8")
        options = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking"
        subprocess.run(
            [
                browser,
                *options.split(),
                "--disable-component-update",
                "--disable-sync",
                f"--user-data-dir={folder}/profile",
                "--virtual-time-budget=20000",
                "--no-pdf-header-footer",
                f"--print-to-pdf={printed}",
                source.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=60,
        )
        settle(printed, pdf, date=date, title=title)
