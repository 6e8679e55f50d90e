"""Makes the official edition, data/official/, from the publishers' original files.

    python scripts/edition.py SOURCE [TARGET]

SOURCE has the folders onet, oews, projections, bea, exposure and cip. The same files give the
same bytes. data/official/README.md tells what each file holds.
"""

import shutil
import sys
from pathlib import Path

from official import manifest, oews, onet, others, projections
from official.files import Original

FILES = {
    "onet": "onet/db_30_3_text.zip",
    "oews": "oews/national_M2025_dl.xlsx",
    "oews-states": "oews/oews_state_M2025.zip",
    "oews-metros": "oews/oews_MSA_M2025.zip",
    "projections": "projections/occupation_2024-34.xlsx",
    "prices-states": "bea/SARPP_STATE_2008_2023.csv",
    "prices-metros": "bea/MARPP_MSA_2008_2024.csv",
    "prices-portions": "bea/PARPP_PORT_2008_2024.csv",
    "exposure-gpts": "exposure/gpts_are_gpts_occ_level.csv",
    "exposure-microsoft": "exposure/microsoft_soc_ai_applicability_scores.csv",
    "programs": "cip/CIP2020_SOC2018_Crosswalk.csv",
}
"""A source -> its file in the folder of originals."""
OFFICIAL = Path(__file__).parents[1] / "data" / "official"
FOLDERS = ("onet", "oews", "projections", "bea", "exposure", "cip")


def main(source: Path, target: Path) -> None:
    found = {name: Original(source / file) for name, file in FILES.items()}
    for folder in FOLDERS:
        shutil.rmtree(target / folder, ignore_errors=True)
    onet.make(found["onet"], target / "onet")
    oews.make(found["oews"], found["oews-states"], found["oews-metros"], target / "oews")
    projections.make(found["projections"], target / "projections")
    others.make_prices(
        found["prices-states"], found["prices-metros"], found["prices-portions"], target / "bea"
    )
    others.make_exposure(found["exposure-gpts"], found["exposure-microsoft"], target / "exposure")
    others.make_programs(found["programs"], target / "cip")
    manifest.write(target / "manifest.toml", found)


if __name__ == "__main__":
    arguments = [Path(argument) for argument in sys.argv[1:]]
    if len(arguments) not in (1, 2):
        sys.exit(__doc__)
    main(arguments[0], arguments[1] if len(arguments) == 2 else OFFICIAL)
