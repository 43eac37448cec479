"""What every page and component may use: the menu, form fields, pages and initials."""

from django import template

from cms.site import navigation, theme

register = template.Library()


@register.simple_tag(takes_context=True)
def main_menu(context):
    request = context.get("request")
    return navigation.main_menu(request.path if request else "")


@register.simple_tag
def about_menu():
    return navigation.ABOUT


@register.simple_tag
def accountability_menu():
    return navigation.ACCOUNTABILITY


@register.filter
def is_check(field):
    return getattr(field.field.widget, "input_type", "") == "checkbox" and not is_group(field)


@register.filter
def is_group(field):
    """Whether the field is a set of checks or radios, which needs a legend instead of a label."""
    return field.field.widget.use_fieldset


@register.filter
def styled(field):
    """The field's own widget with the class of our inputs added."""
    if is_check(field) or is_group(field):
        return field.as_widget()
    own = field.field.widget.attrs.get("class", "")
    return field.as_widget(attrs={"class": f"{own} lk-input".strip()})


@register.simple_tag
def page_links(page, querystring=""):
    """Pairs of (number, address) around a Django `Page`, None for a gap; `querystring` is the rest of the question."""
    rest = f"&{querystring}" if querystring else ""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return [(number, f"?pagina={number}{rest}") if isinstance(number, int) else None for number in numbers]


@register.filter
def initials(name):
    """Two letters for a seat: of the first and the last word, or of a single word."""
    words = [word for word in str(name).split() if word[0].isalpha()]
    letters = words[0][0] + words[-1][0] if len(words) > 1 else (words or [""])[0][:2]
    return letters.upper()


@register.filter
def in_thousands(count):
    """A count of people rounded to thousands, as one says it; as it is below a thousand."""
    return round(count, -3) if count >= 1000 else count


@register.filter
def is_list(value):
    return isinstance(value, list | tuple)


NOTICE_KINDS = {"success": "good", "warning": "warn", "error": "bad", "good": "good", "warn": "warn", "bad": "bad"}
NOTICE_ICONS = {"good": "check", "warn": "warn", "bad": "warn", "info": "info"}


@register.filter
def notice_kind(kind):
    """Our four kinds of notice; knows the names of Django's message levels too."""
    return NOTICE_KINDS.get(kind, "info")


@register.filter
def notice_icon(kind):
    return NOTICE_ICONS[kind]


@register.simple_tag
def empty_circle():
    """Seven of eight seats around a table, in a box of 96; the eighth is open."""
    return [(48, 12), (84, 48), ("73.5", "73.5"), (48, 84), ("22.5", "73.5"), (12, 48), ("22.5", "22.5")]


@register.simple_tag
def theme_url():
    """Address of the network's own theme file; "" when the house style is enough."""
    return theme.url()
