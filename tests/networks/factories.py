import factory
from allauth.account.models import EmailAddress
from wagtail.models import Page

from networks.people.models import User
from practices.library.models import MunicipalityIndexPage, MunicipalityPage, PracticePage
from practices.municipalities.models import Municipality

PASSWORD = "drie kleine fietsen"


class PersonFactory(factory.django.DjangoModelFactory):
    """Somebody who can sign in: with the password above, and an address that is confirmed."""

    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"persoon{n}@gemeente.example")
    first_name = "Noor"
    last_name = factory.Sequence(lambda n: f"Bakker{n}")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        user = model_class.objects.create_user(password=PASSWORD, **kwargs)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return user


def municipality_page(name):
    """The page of a made-up municipality, below the one index page of the site."""
    number = Municipality.objects.count() + 1
    municipality = Municipality.objects.create(
        name=name, slug=name.lower(), cbs_code=f"XX{number:04}", is_fictional=True
    )
    index = MunicipalityIndexPage.objects.first() or home().add_child(
        instance=MunicipalityIndexPage(title="Gemeenten", slug="gemeenten")
    )
    page = MunicipalityPage.objects.filter(municipality=municipality).first()
    return page or index.add_child(
        instance=MunicipalityPage(title=name, slug=municipality.slug, municipality=municipality)
    )


def home():
    return Page.objects.get(depth=2)


def practice_below(page, title, *, live=False, summary="Drie clubs maken een plan.", **fields):
    """A practice with a version that is saved; a live one was published by nobody in particular."""
    practice = page.add_child(instance=PracticePage(title=title, summary=summary, live=live, **fields))
    revision = practice.save_revision()
    if live:
        revision.publish()
    return PracticePage.objects.get(pk=practice.pk)
