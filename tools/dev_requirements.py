"""Print the packages of a group of pyproject.toml ("dev" if none is named), one a line, for pip."""

import sys
import tomllib
from pathlib import Path

data = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))
print("\n".join(data["dependency-groups"][sys.argv[1] if len(sys.argv) > 1 else "dev"]))
