import pytest

from practices.municipalities.names import name_key


@pytest.mark.parametrize(
    "text",
    ["'s-Gravenhage", "’s-Gravenhage", "s Gravenhage", "'S-GRAVENHAGE", "sGravenhage", " gemeente 's-Gravenhage "],
)
def test_every_way_to_write_a_name_gives_one_key(text):
    assert name_key(text) == "sgravenhage"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Súdwest-Fryslân", "sudwestfryslan"),
        ("St. Anthonis", "sintanthonis"),
        ("Peel & Maas", "peelenmaas"),
        ("Bergen (NH.)", "bergennh"),
        ("Gemert-Bakel", "gemertbakel"),
        ("Ĳsselstein", "ijsselstein"),
    ],
)
def test_a_key_has_plain_letters_only(text, key):
    assert name_key(text) == key


@pytest.mark.parametrize("text", ["", "  ", "?!\x00", "東京", "a" * 201])
def test_what_cannot_be_a_name_gives_no_key(text):
    assert name_key(text) == ""
