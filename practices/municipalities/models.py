from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from practices.municipalities.choices import Province, SizeGroup
from practices.municipalities.names import name_key
from practices.municipalities.querysets import MunicipalityQuerySet

# A box around the European Netherlands, in degrees WGS84.
SOUTH, NORTH, WEST, EAST = 50.7, 53.62, 3.25, 7.34
TOOI_ADDRESS = "https://identifier.overheid.nl/tooi/id/gemeente/"


def both_or_neither(first, second):
    """The condition that two fields are filled together or empty together."""
    return Q((f"{first}__isnull", True), (f"{second}__isnull", True)) | Q(
        (f"{first}__isnull", False), (f"{second}__isnull", False)
    )


def rule(name, condition, message):
    return models.CheckConstraint(condition=condition, name=name, violation_error_message=message)


class Municipality(models.Model):
    """A Dutch municipality, present or ended since 2008; or a made-up one for demonstrations.

    Of an ended one we know the name, the code, the last day and who took over; province, population
    and coordinates stay empty. An empty `valid_from` means: before 2008, or not known.
    """

    SEARCH_KIND = "municipality"

    cbs_code = models.CharField(
        _("CBS code"),
        max_length=6,
        unique=True,
        validators=[RegexValidator(r"^(GM|XX)\d{4}\Z")],
        help_text=_("GM and four digits, for example GM0344. A made-up municipality has XX instead of GM."),
    )
    name = models.CharField(_("official name"), max_length=100)
    name_key = models.CharField(max_length=200, editable=False, db_index=True)
    slug = models.SlugField(_("address"), max_length=100, unique=True)
    province = models.CharField(_("province"), max_length=20, choices=Province, blank=True)
    population = models.PositiveIntegerField(_("inhabitants"), null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(
        _("year of the number of inhabitants"), null=True, blank=True, help_text=_("Counted on 1 January of this year.")
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    is_g4 = models.BooleanField(_("one of the four large cities (G4)"), default=False)
    is_g40 = models.BooleanField(_("member of the G40 network of cities"), default=False)
    valid_from = models.DateField(_("exists from"), null=True, blank=True)
    valid_until = models.DateField(_("exists until"), null=True, blank=True, help_text=_("The last day it existed."))
    successors = models.ManyToManyField(
        "self", symmetrical=False, related_name="predecessors", blank=True, verbose_name=_("successors")
    )
    is_fictional = models.BooleanField(_("made up"), default=False)

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        # By key, so that 's-Gravenhage stands under the s, on every database.
        ordering = ["name_key"]
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        constraints = [
            models.UniqueConstraint(
                fields=["name"],
                condition=Q(valid_until=None),
                name="municipality_name_once",
                violation_error_message=_("Another municipality has this name."),
            ),
            rule(
                "municipality_code_tells_fiction",
                Q(is_fictional=False, cbs_code__startswith="GM") | Q(is_fictional=True, cbs_code__startswith="XX"),
                _("A code starts with GM, and that of a made-up municipality with XX."),
            ),
            rule(
                "municipality_has_province",
                Q(province__in=Province.values)
                | Q(province="", valid_until__isnull=False)
                | Q(province="", is_fictional=True),
                _("Fill in the province, or the last day it existed."),
            ),
            rule(
                "municipality_population_has_year",
                both_or_neither("population", "population_year"),
                _("Fill in both the inhabitants and their year, or neither."),
            ),
            rule(
                "municipality_whole_coordinates",
                both_or_neither("latitude", "longitude"),
                _("Fill in both latitude and longitude, or neither."),
            ),
            rule(
                "municipality_inside_netherlands",
                Q(latitude=None) | Q(latitude__range=(SOUTH, NORTH), longitude__range=(WEST, EAST)),
                _("This point does not lie in the Netherlands."),
            ),
            rule(
                "municipality_g4_or_g40",
                ~Q(is_g4=True, is_g40=True),
                _("A municipality is in the G4 or in the G40, not in both."),
            ),
            rule(
                "municipality_ends_after_start",
                Q(valid_from=None) | Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                _("The last day is before the first day."),
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.name_key = name_key(self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return f"/gemeenten/{self.slug}/"

    @property
    def tooi_uri(self):
        """The address that Dutch governments know it by; None for a made-up one."""
        return None if self.is_fictional else TOOI_ADDRESS + self.cbs_code.lower()

    @property
    def size_group(self):
        return SizeGroup.of(self.population)

    @property
    def is_current(self):
        today = timezone.localdate()
        return (self.valid_from is None or self.valid_from <= today) and (
            self.valid_until is None or self.valid_until >= today
        )


class Spelling(models.Model):
    """Another way to write a municipality's name, such as Den Haag; two may share one, such as Bergen."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="spellings", verbose_name=_("municipality")
    )
    text = models.CharField(_("other spelling"), max_length=100)
    key = models.CharField(max_length=200, editable=False, db_index=True)

    class Meta:
        ordering = ["text"]
        verbose_name = _("other spelling")
        verbose_name_plural = _("other spellings")
        constraints = [models.UniqueConstraint(fields=["municipality", "key"], name="spelling_once_each_municipality")]

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        self.key = name_key(self.text)
        super().save(*args, **kwargs)
