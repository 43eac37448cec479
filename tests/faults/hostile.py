"""Questions that nobody means well: the same ones for the same seed."""

from urllib.parse import urlencode

from search.query import SearchQuery, Sort

SYNTAX = (
    "\" ' ` ( ) [ ] { } < > / \\ | & && || ! ^ ~ * ? : ; , . - + = % # @ $ _ AND OR NOT TO title:voetbal id:* "
    "_exists_:id audience:hidden voet* *bal v?etbal voetbal~9 voetbal^1e9 [a TO z] {* TO *} /(a+)+$/ /.*.*.*.*b/ "
    '(a|aa)+ ((((((((((((( ))))))) """ -voetbal +voetbal ${7*7} {{7*7}} <script> \'; %00 %s%n ../../etc null NaN '
    "1e999 -1 0x7fffffff true"
)
PIECES = tuple(SYNTAX.split())
STRANGE = (
    "\x00\x01\x08\x1b\x7f\x85\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\ufffd\uffff"
    "\ud800\udfff\u0300\u0301\u0489\u0670אבגשלוםالعربيةदेवनागरी中文日本語한국어ไทยİıſßŉǆﬁﬃⅧ²½١٢٣🙂👨‍👩‍👧‍👦🇳🇱🏳️‍🌈𝔳𝕠𝖾𝗍𐀀\U0010ffff"
)
WORDS = (
    "voetbal racisme gelijke kansen antidiscriminatievoorziening gemeenteraadsverkiezingen kansengelijkheidsbeleid ADV"
)
FACETS = ("theme", "approach", "province", "phase", "year", "kind", "nothing", "a b", "", "id", "__proto__", "theme.x")
LONGEST = 20_000


def questions(chance, count):
    """So many SearchQuery, each of another kind than the one before."""
    for number in range(count):
        text = KINDS[number % len(KINDS)](chance)[:LONGEST]
        yield SearchQuery(
            text=text,
            sort=chance.choice(list(Sort)),
            page=chance.choice([1, 1, 1, 2, 0, -1, 500, 10**6, 10**12]),
            page_size=chance.choice([20, 20, 20, 1, 100]),
            facets=chosen(chance, text),
            facet_names=tuple(chance.sample(FACETS, chance.randint(0, 6))),
            kinds=chance.choice([(), (), (), ("practice",), (text[:50],)]),
        )


def address_of(query):
    """The search page with the same question, in its own words for facets."""
    values = {"q": query.text, "pagina": query.page, "thema": [*query.facets.get("theme", ())], "sorteer": query.sort}
    return "/praktijken/?" + urlencode(values, doseq=True, errors="surrogatepass")


def chosen(chance, text):
    if chance.random() < 0.7:
        return {}
    values = chance.choice([("sport",), (text[:200],), tuple(chance.sample(PIECES, 5)), ("sport",) * 500])
    return {chance.choice(FACETS): values}


def syntax(chance):
    return "".join(chance.choices((*PIECES, *WORDS, " "), k=chance.randint(1, 25)))


def syntax_between_words(chance):
    return " ".join(chance.choices((*PIECES, *WORDS), k=chance.randint(1, 40)))


def strange(chance):
    return "".join(chance.choices(STRANGE, k=chance.randint(1, 80)))


def strange_within_words(chance):
    letters = list(chance.choice(WORDS))
    for _ in range(chance.randint(1, 6)):
        letters.insert(chance.randint(0, len(letters)), chance.choice(STRANGE))
    return "".join(letters)


def anything(chance):
    return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randint(1, 60)))


def mistyped(chance):
    letters = list(chance.choice(WORDS))
    for _ in range(chance.randint(1, 3)):
        letters[chance.randrange(len(letters))] = chance.choice("abcdefghijklmnopqrstuvwxyz")
    return "".join(letters)


def one_long_word(chance):
    return chance.choice(["x", "ss", "kansengelijkheids", "é", "a-", "a.b.", "🙂", '"', "("]) * chance.randint(
        50, 5_000
    )


def thousands_of_words(chance):
    return " ".join(chance.choices((*WORDS, "a", "x1", "1"), k=chance.randint(500, 4_000)))


def different_words(chance):
    return " ".join(f"woord{chance.randrange(10**6)}" for _ in range(chance.randint(20, 2_000)))


KINDS = (
    syntax, strange, anything, mistyped, syntax_between_words, strange_within_words,
    one_long_word, mistyped, thousands_of_words, syntax, different_words, strange,
)  # fmt: skip
