"""Loading: bytes → text → YAML tree → records, every fault kept as a problem with its place."""

from handbook.load.catalogue import Catalogue, LoadedRecord, load_catalogue

__all__ = ["Catalogue", "LoadedRecord", "load_catalogue"]
