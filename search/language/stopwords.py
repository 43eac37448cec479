"""Dutch words that say nothing about what a text is about."""

STOP_WORDS = frozenset({
    "aan", "al", "alle", "als", "altijd", "andere", "bij", "daar", "dan", "dat", "de", "der", "deze", "die",
    "dit", "doch", "doen", "door", "dus", "een", "eens", "en", "er", "ge", "had", "heb", "hebben", "heeft", "het",
    "hij", "hoe", "hun", "iets", "ik", "in", "is", "ja", "je", "jou", "kan", "kon", "kunnen", "maar", "me",
    "meer", "men", "met", "mij", "mijn", "moet", "na", "naar", "niet", "nog", "nu", "of", "om", "omdat", "ons",
    "ook", "op", "over", "reeds", "te", "tegen", "toch", "toen", "tot", "u", "uit", "uw", "van", "veel", "via",
    "voor", "waar", "waarom", "want", "waren", "was", "wat", "we", "welke", "wel", "werd", "wezen", "wie", "wij",
    "wil", "wordt", "worden", "ze", "zei", "zelf", "zich", "zij", "zijn", "zo", "zonder", "zou", "zoals",
})  # fmt: skip
