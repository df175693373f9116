"""The film's names for the laws: every entity with its aliases, as a bank would list them."""

from rb_quiz.answers import Expected, Expects, near_rivals

PEOPLE = (
    ("Marion Cotillard",), ("Matthias Schoenaerts", "Schoenaerts"), ("Armand Verdure",), ("Corinne Masiero",),
    ("Céline Sallette",), ("Bouli Lanners",), ("Mourad Frarema",), ("Jean-Michel Correia",), ("Yannick Choirat",),
    ("Jacques Audiard",), ("Craig Davidson",), ("Thomas Bidegain",), ("Stéphane Fontaine",), ("Juliette Welfling",),
    ("Alexandre Desplat",), ("Martine Cassinelli",), ("Pascal Caucheteux",), ("Alix Raynaud",), ("Cédric Fayolle",),
    ("Françoise Michaud",), ("Alex Martin",), ("Tibo Vandenborre",), ("Peter Bradshaw",), ("Mary Corliss",),
    ("Michael Phillips",), ("A. O. Scott",), ("Roger Ebert",), ("Cate Blanchett",), ("Emmanuelle Riva",),
    ("Noémie Lvovsky",), ("Léa Seydoux",), ("Jean-Louis Trintignant",), ("Kacey Mottet Klein",), ("Michael Haneke",),
    ("John Cooper Clarke",), ("Katy Perry",), ("Bruce Springsteen",), ("Jean-Pierre Dardenne",), ("Luc Dardenne",),
)  # fmt: skip
CHARACTERS = (
    ("Ali", "Alain van Versch", "Alain"), ("Stéphanie",), ("Sam",), ("Anna",), ("Louise",), ("Martial",), ("Foued",),
    ("Richard",), ("Simon",),
)  # fmt: skip
PLACES = (
    ("Antibes",), ("Strasbourg",), ("Warsaw", "Varsovie"), ("Cannes",), ("Brussels", "Bruxelles"), ("Liège",),
    ("Paris",), ("Colmar",), ("Belgium", "Belgique"), ("France",), ("Telluride",), ("Toronto",), ("Valladolid",),
)  # fmt: skip
TITLES = (
    ("Rust and Bone", "De rouille et d'os"), ("Rocket Ride",), ("Un goût de rouille et d'os",), ("A Prophet",),
    ("Amour", "Love"), ("Holy Motors",), ("Farewell, My Queen",), ("The Intouchables",), ("The Hunt",), ("Firework",),
    ("The Dark Knight Rises",), ("Kings Row",), ("An Affair to Remember",), ("I Follow Rivers",), ("Love Shack",),
    ("Evidently Chickentown",), ("The Wolves",), ("Wash.",), ("Camille Rewinds",), ("A Royal Affair",),
)  # fmt: skip
TEXTS = (
    ("Why Not Productions", "Why Not"), ("Les Films du Fleuve",), ("France 2 Cinéma",), ("Page 114",),
    ("Sony Pictures Classics",), ("StudioCanal UK", "StudioCanal"), ("Best Actor",), ("Best Actress",),
    ("Best Supporting Actor",), ("Most Promising Actor",), ("an orca", "killer whale"), ("supermarket cashier",),
)  # fmt: skip
ENTITIES = tuple(
    (expects, names)
    for expects, group in (
        (Expects.PERSON, PEOPLE),
        (Expects.CHARACTER, CHARACTERS),
        (Expects.PLACE, PLACES),
        (Expects.TITLE, TITLES),
        (Expects.TEXT, TEXTS),
    )
    for names in group
)
ALL_NAMES = tuple(name for _, names in ENTITIES for name in names)
VALUES = (
    Expected(Expects.YEAR, "2012"),
    Expected(Expects.YEAR, "2005"),
    Expected(Expects.DATE, "17 May 2012"),
    Expected(Expects.DATE, "4 October 2011", accept=("le 4 octobre 2011",)),
    Expected(Expects.DATE, "May 2012"),
    Expected(Expects.MONEY, "€15.4 million", accept=("15,4 millions d'euros",)),
    Expected(Expects.MONEY, "$25.8 million"),
    Expected(Expects.NUMBER, "1,904,157", unit="admissions"),
    Expected(Expects.NUMBER, "155", unit="reviews"),
    Expected(Expects.NUMBER, "25", stem="How old is Ali?"),
    Expected(Expects.NUMBER, "9"),
    Expected(Expects.PERCENT, "82 %"),
    Expected(Expects.DURATION, "eight weeks", accept=("56 days",)),
    Expected(Expects.DURATION, "1h55"),
    Expected(Expects.DURATION, "89:22"),
)


def expected_name(expects: Expects, names: tuple[str, ...], stem: str = "") -> Expected:
    """A question about one entity, with the rivals that the whole bank lends it."""
    return Expected(expects, names[0], accept=names[1:], rivals=near_rivals(names, ALL_NAMES), stem=stem)


NAMED = tuple(expected_name(expects, names) for expects, names in ENTITIES)
EVERYTHING = NAMED + VALUES
