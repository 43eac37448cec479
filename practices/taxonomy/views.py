from django.shortcuts import render

from practices.taxonomy.models import KIND_MODELS
from practices.taxonomy.texts import LIST_TEXTS


def term_list(request, kind):
    """All terms of a kind with what they mean and how often a visitor finds them."""
    model = KIND_MODELS[kind]
    terms = model.objects.active().select_related("parent").with_usage().in_tree_order()
    return render(
        request,
        "practices/terms/list.html",
        {"kind": kind, "terms": terms, "texts": LIST_TEXTS[kind], "kinds": other_lists(kind)},
    )


def other_lists(kind):
    return [(model._meta.verbose_name_plural, other) for other, model in KIND_MODELS.items() if other != kind]
