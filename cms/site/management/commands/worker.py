import signal
import threading

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from networks.alerts.actions import tend_alerts
from networks.mail.queue import tend_queue
from practices.library.lapsing import note_lapsed_evidence
from practices.municipalities.reorganising import note_reorganised
from search.outbox.actions import sweep_outbox
from search.wording.log import forget_old


class Command(BaseCommand):
    help = "Works beside the server: search keeps in step, what was scheduled is published, mails and tasks are done."

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
        note_reorganised()
        sweep_outbox()
        forget_old()
        tend_alerts()
        if settings.TASKS["default"]["BACKEND"] == "django_tasks_db.DatabaseBackend":
            tend_queue()
            call_command("db_worker", batch=True, startup_delay=False)
