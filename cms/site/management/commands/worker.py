import signal
import threading

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from practices.library.lapsing import note_lapsed_evidence
from search.outbox.actions import sweep_outbox


class Command(BaseCommand):
    help = "Works beside the server: keeps search in step, publishes what was scheduled and runs background tasks."

    def add_arguments(self, parser):
        parser.add_argument("--every-seconds", type=float, default=30)
        parser.add_argument("--once", action="store_true", help="one round, then stop")

    def handle(self, *, every_seconds, once, **options):
        stopped = threading.Event()
        if not once:
            for name in (signal.SIGTERM, signal.SIGINT):
                signal.signal(name, lambda *_args: stopped.set())
        while True:
            self.round()
            if once or stopped.wait(every_seconds):
                return

    def round(self):
        call_command("publish_scheduled")
        note_lapsed_evidence()
        sweep_outbox()
        if settings.TASKS["default"]["BACKEND"] == "django_tasks_db.DatabaseBackend":
            call_command("db_worker", batch=True, startup_delay=False)
