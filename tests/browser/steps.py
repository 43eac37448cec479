"""What people do and see in the stories, in the words of the screen."""

SEARCH_BOX = "Zoek op onderwerp, gemeente of aanpak"
TILBURG = "Samen met voetbalclubs tegen discriminatie: eerst luisteren, dan een plan"
TILBURG_ADDRESS = "/gemeenten/tilburg/samen-met-voetbalclubs-tegen-discriminatie/"
HAARLEMMERMEER = "Professionals trainen, en als gemeente zeggen: discriminatie is schadelijk"


def search_box(page):
    return page.get_by_role("main").get_by_label(SEARCH_BOX)


def search_for(page, text):
    """Types in the search box and sends it with the Enter key."""
    search_box(page).fill(text)
    search_box(page).press("Enter")
    page.wait_for_url("**/praktijken/?q=*")


def titles(page):
    """Titles of the practices found, the best first."""
    return page.locator("#resultaten .lk-card__title").all_inner_texts()


def filter_check(page, facet, value):
    """The check before `value` in the filter `facet`."""
    group = page.get_by_role("group", name=facet, exact=True)
    return group.get_by_role("checkbox", name=value)


def compare_check(page, title):
    return page.get_by_role("checkbox", name=f"Vergelijk {title}")


def chosen_filters(page):
    """What stands on the chips; a reader of the screen hears "weghalen" after each."""
    chips = page.get_by_role("list", name="Gekozen filters").locator(".lk-chip").all_inner_texts()
    return [chip.removesuffix("\nweghalen") for chip in chips]


def compared(page):
    """Titles of the practices that lie side by side."""
    return page.locator(".lk-compare thead a:not(.lk-small)").all_inner_texts()
