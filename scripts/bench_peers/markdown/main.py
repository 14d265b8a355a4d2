"""What a page may call: records read from the same YAML as our build's."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))


def define_env(env: Any) -> None:
    """Register the macros, for MkDocs as for Zensical."""
    from peer_records import name_of, read_record

    env.macro(read_record, "record")
    env.macro(name_of, "name")
