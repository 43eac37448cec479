"""Dutch words that say nothing about what a text is about."""

STOP_WORDS = frozenset({
    "aan", "al", "alle", "allemaal", "allerlei", "alles", "als", "altijd", "andere", "anders", "beide", "ben",
    "bent", "bij", "bijvoorbeeld", "daar", "daaraan", "daarbij", "daardoor", "daarin", "daarmee", "daarnaast",
    "daarom", "daarop", "daarvan", "daarvoor", "dan", "dat", "de", "deden", "deed", "der", "deze", "die", "dit",
    "doch", "doen", "doet", "door", "doordat", "dus", "echter", "een", "eens", "elk", "elkaar", "elke", "en",
    "enkele", "er", "erg", "ergens", "even", "ga", "gaan", "gaat", "ge", "gedaan", "geen", "geweest", "geworden",
    "ging", "gingen", "graag", "haar", "had", "heb", "hebben", "heeft", "heel", "hem", "hen", "het", "hier",
    "hierbij", "hierdoor", "hiermee", "hierover", "hiervoor", "hij", "hoe", "hoeveel", "hoewel", "hun", "ieder",
    "iedere", "iemand", "iets", "ik", "immers", "in", "is", "ja", "je", "jou", "jouw", "jullie", "kan", "kon",
    "konden", "kunnen", "kunt", "laat", "laten", "liet", "lieten", "maar", "mag", "me", "meer", "men", "met", "mij",
    "mijn", "mocht", "mochten", "moest", "moesten", "moet", "moeten", "mogen", "na", "naar", "namelijk", "niemand",
    "niet", "niets", "nog", "nogal", "nu", "of", "om", "omdat", "ondanks", "onder", "ons", "onze", "ook", "op",
    "over", "per", "reeds", "rond", "rondom", "sinds", "sommige", "soms", "steeds", "te", "tegen", "terwijl",
    "tevens", "tijdens", "toch", "toen", "tot", "tussen", "u", "uit", "uw", "vaak", "van", "vanaf", "vanuit",
    "vanwege", "veel", "via", "volgens", "voor", "voordat", "waar", "waaraan", "waarbij", "waardoor", "waarin",
    "waarmee", "waarom", "waarop", "waarover", "waarvan", "waarvoor", "wanneer", "want", "waren", "was", "wat",
    "we", "weer", "wel", "welk", "welke", "werd", "werden", "wezen", "wie", "wij", "wil", "willen", "wilt", "word",
    "worden", "wordt", "zal", "ze", "zeer", "zei", "zelf", "zelfs", "zich", "zij", "zijn", "zo", "zoals", "zodat",
    "zonder", "zou", "zouden", "zoveel", "zulke", "zullen",
})  # fmt: skip
