"""Pages as a scanner sends them: drawn, turned, blurred, and put back into a PDF as pictures."""

import io

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter

from tests.pdfs import PdfPage


def picture_of(pdf: bytes, page: int = 1, dpi: int = 150) -> Image.Image:
    """A page of a PDF, drawn in gray."""
    document = pdfium.PdfDocument(pdf)
    try:
        return document[page - 1].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    finally:
        document.close()


def scanned(picture: Image.Image, *, skew: float = 0.0, quarters: int = 0, noise: float = 0.0) -> Image.Image:
    """A picture as it leaves a scanner.

    Args:
        picture: the page.
        skew: by how many degrees it lies turned, clockwise.
        quarters: by how many quarter turns more, clockwise.
        noise: how much tones scatter, in levels of gray; it is the same each time.
    """
    turned = picture.rotate(-90 * quarters, expand=True).rotate(-skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    if not noise:
        return turned
    pixels = np.asarray(turned.filter(ImageFilter.GaussianBlur(0.5))).astype(np.float64)
    pixels = 20 + pixels * 0.9 + np.random.default_rng(7).normal(0, noise, pixels.shape)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def on_page(picture: Image.Image, page: PdfPage | None = None) -> PdfPage:
    """A page that the picture covers, below whatever is drawn on it later; a sheet of A4 if none is given."""
    page = page or PdfPage(media=(0, 0, 842, 595) if picture.width > picture.height else (0, 0, 595, 842))
    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=75)
    _, _, width, height = page.media
    page.content.append(
        f"q {width} 0 0 {height} 0 0 cm BI /W {picture.width} /H {picture.height} /CS /G /BPC 8 /F [/AHx /DCT] "
        f"ID {jpeg.getvalue().hex()}> EI Q"
    )
    return page


def unseen(page: PdfPage, x: float, y: float, text: str, size: float = 11) -> PdfPage:
    """Text that is drawn invisibly, as scanners lay it under their pictures."""
    page.content.append(f"BT 3 Tr /F1 {size} Tf {x} {y} Td ({text}) Tj ET")
    return page
