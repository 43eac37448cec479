import factory
from django.utils import timezone

from networks.alerts.models import SavedSearch
from tests.networks.factories import PersonFactory


class SavedSearchFactory(factory.django.DjangoModelFactory):
    """A confirmed search for the word voetbal, of somebody with an account, who wants to hear at once."""

    class Meta:
        model = SavedSearch

    user = factory.SubFactory(PersonFactory)
    question = "q=voetbal"
    name = "“voetbal”"
    frequency = "at-once"
    language = "nl"
    confirmed_at = factory.LazyFunction(timezone.now)


class AddressSearchFactory(SavedSearchFactory):
    """The same, of somebody without an account."""

    user = None
    email = factory.Sequence(lambda number: f"lezer{number}@gemeente.example")
