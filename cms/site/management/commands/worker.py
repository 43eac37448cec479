import signal
import threading
import time

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django_tasks_db.models import DBTaskResult

from networks.alerts.actions import tend_alerts
from networks.mail.queue import tend_queue
from practices.attachments.actions import read_unread
from practices.library.lapsing import note_lapsed_evidence
from practices.municipalities.reorganising import note_reorganised
from search.outbox.actions import drain_outbox, sweep_outbox
from search.outbox.models import Change
from search.wording.log import forget_old

# What is published must be found within a second.
LOOKS_EVERY_SECONDS = 0.2


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
            if once or self.is_stopped_within(every_seconds, stopped):
                return

    def is_stopped_within(self, seconds, stopped):
        """Does at once what comes up until the next round."""
        next_round = time.monotonic() + seconds
        while time.monotonic() < next_round and not stopped.wait(min(seconds, LOOKS_EVERY_SECONDS)):
            if Change.objects.due().exists():
                drain_outbox()
            if DBTaskResult.objects.ready().exists():
                run_tasks()
        return stopped.is_set()

    def round(self):
        call_command("publish_scheduled")
        note_lapsed_evidence()
        note_reorganised()
        read_unread()
        sweep_outbox()
        forget_old()
        tend_alerts()
        if settings.TASKS["default"]["BACKEND"] == "django_tasks_db.DatabaseBackend":
            tend_queue()
            run_tasks()


def run_tasks():
    call_command("db_worker", batch=True, startup_delay=False)
