import pytest
import yaml

from practices.library.loading import load_practices
from practices.library.tree import ensure_tree
from tests.practices.municipality_factories import MunicipalityFactory
from tests.practices.practice_factories import plant_site
from tests.practices.term_factories import ApproachFactory, PartnerKindFactory, ThemeFactory


@pytest.fixture
def words(db):
    """A small site and the words that the files of these tests use; one municipality, GM0855."""
    home = plant_site()
    ThemeFactory(name="Sport")
    ApproachFactory(name="Gesprek")
    PartnerKindFactory(name="Sportclub")
    MunicipalityFactory(name="Tilburg", slug="tilburg", cbs_code="GM0855")
    ensure_tree(home)


@pytest.fixture
def folder(tmp_path):
    """An empty folder for content files."""
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


@pytest.fixture
def write(folder):
    """Writes a content file with what is needed, changed by what the test says; None takes a key away."""

    def write(name="voetbal", **changes):
        content = {
            "title": "Voetbal voor iedereen",
            "summary": "Drie clubs maken een plan.",
            "municipality": "GM0855",
            "themes": ["sport"],
            "approaches": ["gesprek"],
            "story": {"content": "Drie gesprekken per club."},
            "source": {"title": "Een rapport"},
            **changes,
        }
        kept = {key: value for key, value in content.items() if value is not None}
        path = folder / f"{name}.yaml"
        path.write_text(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return path

    return write


@pytest.fixture
def load(folder):
    return lambda **options: load_practices(folder, **options)
