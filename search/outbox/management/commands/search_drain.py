from django.core.management.base import BaseCommand

from search.outbox.actions import sweep_outbox


class Command(BaseCommand):
    help = "Sends what waits in the outbox to the search engine."

    def handle(self, *args, **options):
        drained = sweep_outbox()
        self.stdout.write(f"{drained.sent} sent, {drained.failed} to be tried again")
