import factory
from factory.django import DjangoModelFactory

from practices.taxonomy.models import Approach, Ground, PartnerKind, Role, TargetGroup, Theme


class TermFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    name = factory.Sequence(lambda number: f"Woord {number}")


class ThemeFactory(TermFactory):
    class Meta:
        model = Theme

    name = factory.Sequence(lambda number: f"Thema {number}")


class ApproachFactory(TermFactory):
    class Meta:
        model = Approach


class TargetGroupFactory(TermFactory):
    class Meta:
        model = TargetGroup


class GroundFactory(TermFactory):
    class Meta:
        model = Ground


class RoleFactory(TermFactory):
    class Meta:
        model = Role


class PartnerKindFactory(TermFactory):
    class Meta:
        model = PartnerKind
