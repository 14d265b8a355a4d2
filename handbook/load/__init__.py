"""Loading: bytes → text → YAML tree → records, every fault kept as a problem with its place."""

from handbook.load.catalogue import Catalogue, Loader, load_catalogue
from handbook.load.record_file import LoadedRecord

__all__ = ["Catalogue", "LoadedRecord", "Loader", "load_catalogue"]
