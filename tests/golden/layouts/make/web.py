"""Papers set from HTML and CSS, by a browser or by WeasyPrint.

Both know margin boxes and named pages; only WeasyPrint knows footnotes, so a note in a text for the browser is
refused.
"""

import datetime
import html as html_module
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.golden.layouts.make.inks import Text, dressed
from tests.golden.layouts.make.papers import BAND, Cover, settle

_TAGS = (("bold", "b"), ("italic", "i"), ("underline", "u"), ("strike", "s"))


def esc(text: str) -> str:
    return html_module.escape(text, quote=False)


def span(text: Text) -> str:
    """A text as HTML; its notes become footnotes (``.fn``), which are not inked."""
    found = ""
    for run, colour in dressed(text):
        if run.note:
            note = f' style="color:{colour}"' if colour else ""
            found += f'<span class="fn"><span{note}>{esc(run.text)}</span></span>'
            continue
        words = esc(run.text).replace("\n", "<br>")
        for name, tag in _TAGS:
            if getattr(run, name):
                words = f"<{tag}>{words}</{tag}>"
        style = f' style="color:{colour}"' if colour else ""
        found += f"<span{style}>{words}</span>"
    return found


def block(text: Text, kind: str = "", tag: str = "p") -> str:
    kind = f' class="{kind}"' if kind else ""
    return f"<{tag}{kind}>{span(text)}</{tag}>"


def grid(columns: Sequence[tuple[str, float]], rows: str) -> str:
    """A table of class ``grid`` with heads that come again on each page; columns are heads and widths in per cent."""
    widths = "".join(f'<col style="width:{width}%">' for _, width in columns)
    heads = "".join(f"<th>{head}</th>" for head, _ in columns)
    body = f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>"
    return f'<table class="grid"><colgroup>{widths}</colgroup>{body}</table>'


BASE = """
html { font-family: "Liberation Serif"; font-size: 11.5pt; line-height: 1.35; }
body { margin: 0; }
p { margin: 0 0 0.8em 0; }
table { border-collapse: collapse; width: 100%; }
td, th { vertical-align: top; text-align: left; padding: 3pt 5pt; }
.fn { float: footnote; font-size: 9pt; color: black; font-weight: normal; font-style: normal; }
.cover-head { display: table; width: 100%; margin-bottom: 10mm; }
.cover-head > div { display: table-cell; width: 50%; vertical-align: top; font-weight: bold; }
.cover-head .name { font-size: 14pt; line-height: 1.1; }
.marking { font-size: 13.5pt; }
.rows td { padding: 3pt 0 3pt 0; }
.rows td:first-child { width: 34mm; }
.rows { border-top: 1pt solid black; border-bottom: 1pt solid black; margin-bottom: 7mm; }
.rows tr.subject td + td { font-weight: bold; }
.right { text-align: right; }
.centred { text-align: center; }
.annex { break-before: page; page: annex; }
"""


def pages(
    cover: Cover,
    *,
    size: str = "A4",
    annex_size: str = "A4",
    margin: str = "22mm 24mm 28mm 24mm",
    annex_margin: str = "",
    family: str = "Liberation Serif",
) -> str:
    """CSS of pages with a band above and a footer of two rows; pages named ``annex`` say so in their footer."""

    def box(place: str, content: str, more: str = "") -> str:
        return f"@{place} {{ content: {content}; font: 9.5pt '{family}'; {more} }}"

    marking = f"  {cover.marking}" if cover.marking else ""

    def page(name: str, size: str, margin: str, annex: str) -> str:
        left = rf'"{cover.number}\A {annex}"'
        right = rf'counter(page) "\A{marking}  {cover.language}"'
        middle = rf'"{cover.initials}\A {cover.unit}"' if not cover.label else rf'"{cover.unit}\A {cover.label}"'
        rule = "border-top: 0.6pt solid black; margin-top: 6pt; padding-top: 3pt; vertical-align: top; "
        rule += "white-space: pre-line;"
        return f"""@page {name} {{ size: {size}; margin: {margin};
          {box("top-center", f'"{BAND}"', "font-size: 7.5pt; color: #555;")}
          {box("bottom-left", left, rule + "width: 30%; text-align: left;")}
          {box("bottom-center", middle, rule + "width: 40%; text-align: center;")}
          {box("bottom-right", right, rule + "width: 30%; text-align: right;")}
        }}"""

    return page("", size, margin, "") + page("annex", annex_size, annex_margin or margin, "ANNEX")


def cover_page(cover: Cover) -> str:
    """The first page: institution and number side by side, type, labelled rows, first paragraphs."""
    right = [cover.place_and_date, cover.original, "", cover.number]
    head = "<br>".join(esc(line) for line in right)
    marking = f'<br><span class="marking">{cover.marking}</span>' if cover.marking else ""
    codes = "".join(f"<br>{esc(code)}" for code in cover.codes)
    rows = "".join(
        f"<tr{' class=subject' if value == cover.subject else ''}><td>{esc(label)}</td><td>{esc(value)}</td></tr>"
        for label, value in cover.rows
    )
    body = "".join(block(text) for text in cover.body)
    return f"""<div class="cover-head"><div class="name">Council of the<br>European Union</div>
<div>{head}{marking}{codes}</div></div>
<p><b>{esc(cover.kind)}</b></p><table class="rows">{rows}</table>{body}"""


def page_of(css: str, body: str, *, title: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{esc(title)}</title>'
        f"<style>{BASE}{css}</style></head><body>{body}</body></html>"
    )


def by_weasyprint(source: str, pdf: Path, day: datetime.date) -> None:
    import weasyprint

    weasyprint.HTML(string=source).write_pdf(pdf)
    settle(pdf, pdf, day, producer="WeasyPrint")


def by_browser(source: str, pdf: Path, day: datetime.date) -> None:
    """Print with Chromium."""
    if 'class="fn"' in source:
        raise ValueError("the browser sets no footnotes")
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        raise FileNotFoundError("no Chromium found; install it (Debian: apt-get install chromium)")
    options = (
        "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking "
        "--disable-component-update --disable-sync --no-pdf-header-footer"
    )
    with tempfile.TemporaryDirectory() as folder:
        page, printed = Path(folder) / "page.html", Path(folder) / "page.pdf"
        page.write_text(source, encoding="utf-8")
        subprocess.run(
            [
                browser,
                *options.split(),
                f"--user-data-dir={folder}/profile",
                f"--print-to-pdf={printed}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        settle(printed, pdf, day, producer="Skia/PDF")
