"""What people type may be about a person: then it is not kept."""

import pytest

from search.wording.privacy import LONGEST, keepable


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Voetbalclub  RACISME ", "voetbalclub racisme"),
        ("LHBTI+", "lhbti+"),
        ("coördinatie", "coördinatie"),
        ("wet 2023-2024", "wet 2023-2024"),
        ("2022 en 2023", "2022 en 2023"),
        ("10.000 euro", "10.000 euro"),
        ("250.000 inwoners", "250.000 inwoners"),
        ("g40 gemeenten", "g40 gemeenten"),
        ("artikel 1", "artikel 1"),
        ("op weg naar werk", "op weg naar werk"),
        ("een\x00twee\ud800", "een twee"),
        ("x" * LONGEST, "x" * LONGEST),
    ],
)
def test_question_is_kept_in_one_form(typed, kept):
    assert keepable(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ?! ",
        "noor@gemeente.example",
        "noor @ gemeente",
        "0612345678",
        "06-12 34 56 78",
        "+31 (0)6 12345678",
        "bel 077-1234567",
        "123456782",
        "bsn 1234.56.782",
        "2023 0612345678",
        "NL91 ABNA 0417 1643 00",
        "geboren 12-03-1985",
        "12/3/85",
        "5038 CB 12",
        "5038cb",
        "Dorpsstraat 12a",
        "dhr. Jansen",
        "mevrouw de Vries",
        "https://leerkring.example/geheim",
        "www.voorbeeld.example",
        "tilburg.nl",
        "x" * (LONGEST + 1),
        "een twee drie vier vijf zes zeven acht negen tien elf",
    ],
)
def test_question_that_may_be_about_a_person_is_not_kept(typed):
    assert keepable(typed) == ""
