from django.core.management.base import BaseCommand

from networks.alerts.actions import tend_alerts


class Command(BaseCommand):
    help = "Mails what is new for the saved searches that are due; the worker does this by itself."

    def handle(self, **options):
        self.stdout.write(f"{tend_alerts()} mails")
