"""Write the gazetteer's table of states from CLDR's French names (through Babel).

Run it with the dev dependencies after an update of Babel:
``python tools/build_countries.py``. States that need other names stand in states.csv by hand and
are left out here; Wikidata ids are kept as they stand. CLDR is under the Unicode licence v3.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import babel
from babel import Locale

DATA = Path(__file__).parents[1] / "src/dprk_events/language/gazetteer/data"
# Territories that are no states or whose French name is also a first name or a common word.
SKIP = frozenset(
    re.findall(
        r"\w+",
        """
    EA EU EZ IC QO TA UN XA XB ZZ AC CP DG BL MF SX PM RE YT GP MQ GF WF TF NC PF BQ CW AW
    AX AI AS AQ BV CC CK CX FK GG GI GL GS HM IM IO JE KY LC VC KN MS NF NU PN PR SH SJ TC
    TK UM VG VI EH MU DM GD CQ SM GU MP
""",
    )
)


def main() -> None:
    """Write countries.csv."""
    with (DATA / "states.csv").open(encoding="utf-8") as handle:
        by_hand = {row["country"] for row in csv.DictReader(handle)}
    path = DATA / "countries.csv"
    with path.open(encoding="utf-8") as handle:
        kept = csv.DictReader(line for line in handle if not line.startswith("#"))
        ids = {row["country"]: row["kb"] for row in kept}
    names = Locale.parse("fr").territories
    rows = []
    for code, name in sorted(names.items()):
        if re.fullmatch("[A-Z]{2}", code) and code not in SKIP | by_hand:
            plain = re.sub(r" \(.*\)| – .*", "", name).replace("’", "'")
            rows.append((plain, "state", code, ids.get(code, "")))
    with path.open("w", encoding="utf-8", newline="") as handle:
        handle.write(
            f"# CLDR French names, Babel {babel.__version__}, tools/build_countries.py; "
            "Wikidata ids by hand, from @rapideditor/country-coder 5.6.1\n"
        )
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(("canonical", "kind", "country", "kb"))
        writer.writerows(rows)
    print(f"{path}: {len(rows)} states")


if __name__ == "__main__":
    main()
