"""Names, synonyms and addresses of terms, made tidy."""

from django.utils.text import slugify

MAX_SYNONYM_LENGTH = 80


def clean_synonyms(synonyms, name):
    """The synonyms without spaces around them, without empty ones and doubles, and without the name itself."""
    seen, cleaned = {name.casefold()}, []
    for synonym in synonyms:
        synonym = " ".join(synonym.split())
        if synonym and synonym.casefold() not in seen:
            seen.add(synonym.casefold())
            cleaned.append(synonym)
    return cleaned


def free_slug(term):
    """A slug from the term's name that no term of its kind has, merged ones included."""
    base = slugify(term.name)[:90] or term.kind.replace("_", "-")
    taken = set(type(term)._base_manager.filter(kind=term.kind, slug__startswith=base).values_list("slug", flat=True))
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
