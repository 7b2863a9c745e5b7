"""Print the packages of the "dev" group of pyproject.toml, one a line, for pip."""

import tomllib
from pathlib import Path

data = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))
print("\n".join(data["dependency-groups"]["dev"]))
