from django.shortcuts import render
from django.views.decorators.http import require_safe

from practices.taxonomy.addresses import list_address
from practices.taxonomy.models import KIND_MODELS
from practices.taxonomy.texts import LIST_TEXTS


@require_safe
def term_list(request, kind):
    """All terms of a kind with what they mean and how often a visitor finds them."""
    terms = KIND_MODELS[kind].objects.active().select_related("parent").with_usage().in_tree_order()
    context = {
        "texts": LIST_TEXTS[kind],
        "sections": in_sections(terms),
        "other_lists": [(texts.title, list_address(other)) for other, texts in LIST_TEXTS.items() if other != kind],
    }
    return render(request, "practices/terms/list.html", context)


def in_sections(terms):
    """Pairs of a group and its themes; one pair without a group for kinds that have no levels."""
    sections = []
    for term in terms:
        if term.is_group:
            sections.append((term, []))
        else:
            if not sections:
                sections.append((None, []))
            sections[-1][1].append(term)
    return sections
