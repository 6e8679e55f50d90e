"""What people call metropolitan areas whose titles don't say it."""

EVERYDAY = {
    "10740": "abq",
    "12060": "atl",
    "16980": "chicagoland, chi town",
    "19100": "dfw, metroplex, plano, irving, frisco",
    "19340": "quad cities",
    "22220": "northwest arkansas, nwa, bentonville",
    "26420": "sugar land, katy",
    "26900": "indy",
    "27260": "jax",
    "28140": "kc, kcmo",
    "29820": "vegas",
    "31080": "la, hollywood, santa monica, burbank, irvine",
    "32580": "rio grande valley, rgv",
    "33100": "south florida, hialeah, boca raton",
    "33460": "twin cities",
    "35380": "nola",
    "35620": "nyc, new york city, manhattan, brooklyn, queens, bronx, the bronx, staten island,"
    " long island, yonkers, hoboken",
    "36420": "okc",
    "37980": "philly",
    "38060": "scottsdale, tempe",
    "38900": "pdx",
    "40140": "inland empire",
    "41620": "slc",
    "41860": "bay area, the bay area, sf, san fran, berkeley",
    "41940": "silicon valley, palo alto, mountain view, cupertino",
    "46520": "oahu, waikiki",
    "47260": "hampton roads, tidewater, newport news",
    "47900": "dmv, northern virginia, nova, bethesda, reston",
}
"""Code of the metropolitan area -> names in everyday use, and towns in it that its title leaves
out, by the delineation of 2023."""
SPELLINGS = {"ft": "fort", "saint": "st", "mt": "mount"}
"""Words of a place -> how titles of areas spell them."""


def spelled_as_titles(name: str) -> str:
    """A folded name as titles spell it; its last word may be a state's abbreviation."""
    *words, last = name.split() or [""]
    return " ".join([*(SPELLINGS.get(word, word) for word in words), last])


def is_called(code: str, title: str, name: str) -> bool:
    """Whether an area is called so in everyday use, with a state of its title behind it or not.

    title, name: folded
    """
    if code not in EVERYDAY:
        return False
    names = EVERYDAY[code].split(", ")
    place, _, state = name.rpartition(" ")
    return name in names or (place in names and state in title.split())
