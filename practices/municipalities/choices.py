from bisect import bisect_right

from django.db import models
from django.utils.translation import gettext_lazy as _


class Province(models.TextChoices):
    """The twelve provinces: the slug as value, the official name (the same in every language) as label."""

    DRENTHE = "drenthe", "Drenthe"
    FLEVOLAND = "flevoland", "Flevoland"
    FRYSLAN = "fryslan", "Fryslân"
    GELDERLAND = "gelderland", "Gelderland"
    GRONINGEN = "groningen", "Groningen"
    LIMBURG = "limburg", "Limburg"
    NOORD_BRABANT = "noord-brabant", "Noord-Brabant"
    NOORD_HOLLAND = "noord-holland", "Noord-Holland"
    OVERIJSSEL = "overijssel", "Overijssel"
    UTRECHT = "utrecht", "Utrecht"
    ZEELAND = "zeeland", "Zeeland"
    ZUID_HOLLAND = "zuid-holland", "Zuid-Holland"


# The first number of inhabitants of each size group but the smallest.
SIZE_BOUNDS = (20_000, 50_000, 100_000, 250_000)


class SizeGroup(models.TextChoices):
    """Municipalities by number of inhabitants; the values say thousands."""

    UP_TO_20 = "0-20", _("up to 20,000 inhabitants")
    FROM_20 = "20-50", _("20,000 to 50,000 inhabitants")
    FROM_50 = "50-100", _("50,000 to 100,000 inhabitants")
    FROM_100 = "100-250", _("100,000 to 250,000 inhabitants")
    FROM_250 = "250+", _("250,000 or more inhabitants")

    @property
    def lowest(self):
        """The smallest number of inhabitants in this group."""
        return (0, *SIZE_BOUNDS)[list(SizeGroup).index(self)]

    @classmethod
    def of(cls, population):
        """The group for a number of inhabitants; None when the number is not known."""
        return None if population is None else list(cls)[bisect_right(SIZE_BOUNDS, population)]
