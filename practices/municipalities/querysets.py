from django.db import models
from django.db.models import Q
from django.utils import timezone

from practices.municipalities.choices import SIZE_BOUNDS, SizeGroup
from practices.municipalities.names import name_key


class MunicipalityQuerySet(models.QuerySet):
    def current(self, day=None):
        """Those that exist on `day` (today when left out)."""
        day = day or timezone.localdate()
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day),
            Q(valid_until=None) | Q(valid_until__gte=day),
        )

    def real(self):
        return self.filter(is_fictional=False)

    def in_province(self, province):
        return self.filter(province=province)

    def of_size(self, group):
        """Those in a SizeGroup; without the ones whose population is not known."""
        group = SizeGroup(group)
        sized = self.filter(population__gte=group.lowest)
        bound = next((bound for bound in SIZE_BOUNDS if bound > group.lowest), None)
        return sized.filter(population__lt=bound) if bound else sized

    def named(self, text):
        """Those with this name, other spelling or CBS code, current and ended alike."""
        key = name_key(text)
        if not key:
            return self.none()
        return self.filter(Q(name_key=key) | Q(spellings__key=key) | Q(cbs_code=key.upper())).distinct()

    def containing(self, text):
        """Those with the text somewhere in the name, in another spelling or in the CBS code."""
        key = name_key(text)
        if not key:
            return self.none()
        found = Q(name_key__contains=key) | Q(spellings__key__contains=key) | Q(cbs_code__contains=key.upper())
        return self.filter(found).distinct()
