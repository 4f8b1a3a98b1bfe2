"""Pages that have to be read off their pictures, and what reads them."""
