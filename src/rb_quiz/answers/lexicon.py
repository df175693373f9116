"""The words a host knows: which carry no information, which turn an answer round, which are never a slip."""

from .number_words import NUMBER_WORDS, ORDINALS

Phrase = tuple[str, ...]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> tuple[Phrase, ...]:
    """Read phrases parted by commas, the longest first so that it wins."""
    phrases = {tuple(phrase.split()) for phrase in text.split(",")}
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


OPENERS = _phrases(
    "who is, who was, who are, whos, what is, what was, what are, whats, where is, wheres, when was, when is, is it,"
    "was it, it is, it was, its, that is, thats, this is, he is, hes, he was, she is, shes, she was, they are,"
    "theyre,"
    "they were, i think, i think that, i believe, i believe that, i guess, i guess that, id say, i would say,"
    "i say, my answer is, my guess is, the answer is, answer, surely, definitely, obviously, clearly,"
    "certainly, well,"
    "um, uh, er, erm, hmm, euh, cest, cetait, ce sont, qui est, quest ce que cest, qui etait, je crois, je crois que,"
    "je pense, je pense que, je dirais, la reponse est, ma reponse est, il sagit de, cest bien sur, bien sur,"
    "is that, it must be, must be, it has to be, that would be,"
    "it would be, la bonne reponse est, im sure its, im sure it is, ill go with, i will go with, that must be,"
    "i reckon, i reckon its, pretty sure its, im pretty sure its, yes, oui, ok, okay, oh, so,"
    "in my opinion, a mon avis"
)
CLOSERS = _phrases(
    "please, i think, i believe, i guess, i suppose, of course, obviously, surely, definitely, certainly, for sure,"
    "final answer, thanks, thank you, je crois, je pense, bien sur, merci, svp, stp, sil vous plait,"
    "sil te plait, isnt it"
)
UNSURE = _phrases(
    "maybe, perhaps, not sure, im not sure, i am not sure, not certain, no idea, no idea but, possibly,"
    "probably, might be, could be, peut etre, probablement, sans doute, may be"
)
PASSES = frozenset(
    _phrases(
        "pass, i pass, passe, je passe, skip, idk, dont know, i dont know, i do not know, do not know, dunno, i dunno,"
        "no idea, i have no idea, no clue, unknown, not sure, im not sure, je ne sais pas, je sais pas, jsp,"
        "aucune idee, sais pas, no answer, n a, n/a, nothing, anything, anyone, whatever, next, dk, cant remember,"
        "i cant remember, i forget, i forgot, no comment, i give up, beats me"
    )
)
NEGATIONS = _words(
    "not no never nor neither non pas ne ni jamais sauf except excepting excluding but without sans isnt wasnt "
    "arent werent aint dont doesnt didnt cannot cant wont nobody none anyone anybody everyone everybody other "
    "others another else rather instead nest netait aucun aucune personne excepte autre hardly barely"
)
QUALIFIERS = _words(
    "over under above below more less fewer than least most nearly almost half double twice triple minus plus "
    "before after between since until till from up down beyond within quarter per square cubed squared moins "
    "presque avant apres entre depuis jusqua jusque demi moitie fois early late mid"
)
ABOUT = _words("about around approximately roughly circa approx ca environ c approximativement ~ ≈")
EXACTLY = _words("exactly exactement precisely precisement just exact")
NONE_AT_ALL = _words("none nil nul nought aucun aucune no 0")
FILLERS = _words(
    "a an the it is was its in on at of to he she they i think that was were be there lasted took cost costs year "
    "answer le la les l en au aux d de du des cest est won got received an annee il elle a etait ce je crois que "
    "dure date day for by has have had please old aged age"
)
ARTICLES = _words("the a an le la les un une des")
POSSESSIVES = _words("his her their its my your our leur leurs")
SMALL_WORDS = ARTICLES | POSSESSIVES | _words("of and de du d l et this that ce cet cette")
PLACE_PREPOSITIONS = _words("in at on from to inside en a au aux dans du de des d chez by")
TEXT_PREPOSITIONS = _words("in at on by a au aux en dans")
PLACE_NOUNS = _words("city town village ville commune municipality country pays")
TITLE_NOUNS = _words(
    "film movie song book novel story album track tune play series chanson livre roman nouvelle titre title"
)
ROLES = _words(
    "actor actress director writer author composer screenwriter producer singer critic novelist editor filmmaker "
    "cinematographer musician character acteur actrice realisateur realisatrice compositeur auteur ecrivain "
    "scenariste chanteur chanteuse personnage mr mrs ms miss mx dr prof professor sir dame lord lady madame mme "
    "mlle mademoiselle monsieur called named"
)
PARTICLES = _words(
    "van von de der den ter ten du des di da del della dos das la le los el al bin ibn ben zu zum af av mac mc st"
)
COMPOUNDING = _words("jean marie anne pierre paul juan jose")
SUFFIXES = _words("jr sr ii iii iv junior senior pere fils")
HARMLESS_LINKS = _words("as in at en")
LINKS = _words("of by with in for from to as at on de du des d par avec dans pour chez")
CARRIERS = _words("is was are were called named est etait the a an le la les un une qui who which that")
ASKING = _words(
    "who whom whose what which where when how why near in on at for by from of the a an is was did does do are "
    "were has have name qui que quel quelle quels quelles ou quand comment combien de dans en pour"
)

_COMPASS = _words(
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern "
    "northwestern southeastern southwestern nord sud ouest"
)
EXACT_WORDS = NUMBER_WORDS | ORDINALS.keys() | _COMPASS
NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "de", "re", "anti", "pre", "post", "mal", "a")

COUNTRIES = _words(
    "afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain "
    "bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria "
    "burundi cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus denmark djibouti "
    "dominica ecuador egypt england eritrea estonia eswatini ethiopia fiji finland france gabon gambia georgia "
    "germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran "
    "iraq ireland israel italy jamaica japan jordan kazakhstan kenya kiribati kuwait kyrgyzstan laos latvia "
    "lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali "
    "malta mauritania mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar "
    "namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau panama paraguay peru "
    "philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia seychelles singapore "
    "slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand "
    "togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam "
    "wales yemen zambia zimbabwe"
)
_PAIRS = (
    "louis louise louisa, marion mario, simon simone, jean jeanne jeans, michel michele michelle,"
    "daniel daniele danielle,"
    "pascal pascale, gabriel gabrielle, andre andree andrea, martin martine, alexandre alexandra, francois francoise,"
    "julien julian julie julia julius, stephane stephanie, rene renee, claude claudie claudia, marcel marcelle,"
    "frederic frederique, dominic dominique, emmanuel emmanuelle, raphael raphaelle, michael michaela, marie maria"
    " mario marius, christian christina christine, paul paula pauline, victor victoria, patrick patricia, carl carla"
    " carlo, robert roberta, henri henry henriette, oliver olive olivia olivier, brian briana, erica erich,"
    "actor actress, male female, mother brother father other, winter winner, legal illegal, hero heroine, amiens"
    "  amens, cannes cannet cagnes caunes, colmar kolmar kalmar colman colmars calmar collar, strasbourg "
    "strassburg strasberg strassberg,alain alvin albin aladin alaina plain again, martial martian marital "
    "partial, haneke handke,amour armour amur,cotillard corbillard couillard, stephanie tiphanie typhanie, "
    "emmanuelle emanuele emmanuello, marion marin marino,alexandre alexandrine alexandria alejandro, armand "
    "armande armando armani, dreams creams,productions reductions predictions, rises rides raises roses, hands "
    "bands sands lands, legs lambs limbs,artificial superficial, prosthetic prophetic, lanners landers manners, "
    "rouille fouille,father farther feather, married unmarried, man men, woman women, win won, fight flight"
)
LOOKALIKES = tuple(frozenset(group.split()) for group in _PAIRS.split(","))
