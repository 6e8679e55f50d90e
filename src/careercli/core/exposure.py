"""How exposed a study finds an occupation to AI, beside all others of the study."""

from careercli.model.occupation import Exposure


def place_of_100(exposure: Exposure) -> int:
    """An occupation's place among all of a study, 100 for the most exposed, 1 for the least.

    Occupations of the same value have the middle of their ranks.
    """
    middle = exposure.rank + (exposure.tied - 1) / 2
    return max(1, round(100 * (exposure.of - middle) / exposure.of))
