"""Fixed choices: what editors cannot add to, because code, charts and filters rely on them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class TermKind(models.TextChoices):
    THEME = "theme", _("theme")
    APPROACH = "approach", _("approach")
    TARGET_GROUP = "target_group", _("target group")
    GROUND = "ground", _("ground of discrimination")
    ROLE = "role", _("municipal role")
    PARTNER_KIND = "partner_kind", _("kind of partner")


class Mark(models.TextChoices):
    """The drawings and quiet colours of the house style; a theme has one of them."""

    ANTIDISCRIMINATIE = "antidiscriminatie", pgettext_lazy("mark", "Dots in a ring")
    KANSEN = "kansen", pgettext_lazy("mark", "Three steps up")
    WEERBAAR = "weerbaar", pgettext_lazy("mark", "Three linked rings")
    ONDERWIJS = "onderwijs", pgettext_lazy("mark", "Waves around a dot")
    SPORT = "sport", pgettext_lazy("mark", "Centre circle")
    WERK = "werk", pgettext_lazy("mark", "Two linked rings")
    GEZOND = "gezond", pgettext_lazy("mark", "Rings around a dot")
    WONEN = "wonen", pgettext_lazy("mark", "Four dots in a square")


class Phase(models.TextChoices):
    """How far a practice is, in this order; `STOPPED` stands outside the order."""

    EXPLORING = "verkennen", pgettext_lazy("phase", "Exploring")
    PREPARING = "voorbereiden", pgettext_lazy("phase", "Preparing")
    CARRYING_OUT = "uitvoeren", pgettext_lazy("phase", "Carrying out")
    ANCHORING = "borgen", pgettext_lazy("phase", "Anchoring")
    STOPPED = "gestopt", pgettext_lazy("phase", "Stopped")


class EvidenceLevel(models.TextChoices):
    """The Dutch ladder for social interventions, weakest first.

    Source: Erkenningscommissie Interventies, the recognition levels that the
    databases of effective interventions share.
    """

    WELL_DESCRIBED = "goed-beschreven", pgettext_lazy("evidence", "Well described")
    WELL_FOUNDED = "goed-onderbouwd", pgettext_lazy("evidence", "Well founded")
    FIRST_SIGNS = "eerste-aanwijzingen", pgettext_lazy("evidence", "First signs of effectiveness")
    GOOD_SIGNS = "goede-aanwijzingen", pgettext_lazy("evidence", "Good signs of effectiveness")
    STRONG_SIGNS = "sterke-aanwijzingen", pgettext_lazy("evidence", "Strong signs of effectiveness")

    @property
    def rung(self):
        """Place on the ladder, 1 (lowest) to 5."""
        return list(type(self)).index(self) + 1


class CostBand(models.TextChoices):
    """Bands of a total budget in thousands of euros; the upper limit belongs to the band.

    The limits put a grant of exactly 25,000 euros, the most common one in this
    field, together with the smaller ones.
    """

    UP_TO_5 = "0-5", _("up to €5,000")
    UP_TO_25 = "5-25", _("€5,001 to €25,000")
    UP_TO_100 = "25-100", _("€25,001 to €100,000")
    OVER_100 = "100+", _("more than €100,000")

    @classmethod
    def of(cls, budget_eur):
        """The band of a budget in whole or decimal euros; None when the budget is not known."""
        if budget_eur is None:
            return None
        for limit_eur, band in UPPER_LIMITS_EUR.items():
            if budget_eur <= limit_eur:
                return band
        return cls.OVER_100


UPPER_LIMITS_EUR = {
    5_000: CostBand.UP_TO_5,
    25_000: CostBand.UP_TO_25,
    100_000: CostBand.UP_TO_100,
}
