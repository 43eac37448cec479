from django.db import transaction

from networks.people.demo import demo_person
from networks.publishing.coordinators import make_coordinator
from networks.publishing.teams import make_editor
from practices.library.models import MunicipalityPage


@transaction.atomic
def load_cast():
    """Makes the made-up people of the demonstration and returns their DemoAccounts; may run any number of times.

    Refused where `FICTIONAL_CONTENT_ALLOWED` is off. Editors of a municipality that is not in the tree are left out.
    """
    accounts = []
    _noor, account = demo_person(email="noor@voorbeeld.example", first_name="Noor", last_name="Bakker", role="member")
    accounts.append(account)
    for slug, first_name, last_name in [("tilburg", "Tess", "Aydin"), ("voorbeeldstad", "Vera", "Jansen")]:
        page = MunicipalityPage.objects.filter(slug=slug).first()
        if page:
            editor, account = demo_person(
                email=f"{first_name.lower()}@voorbeeld.example",
                first_name=first_name,
                last_name=last_name,
                role=f"editor of {page.title}",
            )
            make_editor(editor, page)
            accounts.append(account)
    coordinator, account = demo_person(
        email="coen@voorbeeld.example", first_name="Coen", last_name="de Wit", role="coordinator"
    )
    make_coordinator(coordinator)
    accounts.append(account)
    _admin, account = demo_person(
        email="beheer@voorbeeld.example",
        first_name="Bo",
        last_name="Beheer",
        role="administrator",
        is_staff=True,
        is_superuser=True,
    )
    return [*accounts, account]
