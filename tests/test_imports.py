import pytest

from tests.import_rules import ROOT, violations


def test_no_room_imports_against_the_design():
    assert violations(ROOT) == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("search/entry.py", "from practices.library.models import PracticePage"),
        ("practices/library/models.py", "import networks.people"),
        ("practices/library/models.py", "from networks import people"),
        ("networks/people/models.py", "from cms.site.models import HomePage"),
        ("practices/municipalities/models.py", "from practices.taxonomy.models import Term"),
        ("practices/finding/views.py", "from practices.comparison import rows"),
        ("practices/taxonomy/models.py", "def late():\n    from practices.library.models import PracticePage"),
        ("practices/taxonomy/models.py", "from ..library import models"),
        ("search/outbox/models.py", "from tests.conftest import own_data"),
    ],
)
def test_an_import_against_the_design_is_found(tmp_path, path, code):
    write(tmp_path / path, code)

    assert len(violations(tmp_path)) == 1


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("cms/site/views.py", "from practices.library.models import PracticePage"),
        ("practices/finding/views.py", "from search.engines import get_engine"),
        ("practices/library/models.py", "from django.db import models"),
        ("practices/library/models.py", "from practices.csv_cells import safe_cell"),
        ("practices/urls.py", "from practices.finding import urls"),
    ],
)
def test_an_import_by_the_design_is_left_alone(tmp_path, path, code):
    write(tmp_path / path, code)

    assert violations(tmp_path) == []


def write(file, code):
    file.parent.mkdir(parents=True)
    file.write_text(code)
