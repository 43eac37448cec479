from wagtail.admin.ui.components import Component

from practices.library.models import MunicipalityPage


class StartPanel(Component):
    """The first thing an editor sees in the admin: write a practice for your own municipality."""

    name = "start"
    order = 10
    template_name = "networks/start_panel.html"

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        pages = MunicipalityPage.objects.filter(editorial_team__group__user=self.user).order_by("title")
        return {"pages": pages}
