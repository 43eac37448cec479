from django.core.management.base import BaseCommand

from search.outbox.status import search_status


class Command(BaseCommand):
    help = "Says how the search engine and its outbox are doing; exits 1 when the engine cannot be used."

    def handle(self, *args, **options):
        status = search_status()
        engine = status.engine
        self.stdout.write(f"engine: {engine.name}, {'available' if engine.is_available else 'NOT available'}")
        self.stdout.write(f"index: {engine.entries} entries, {engine.size_bytes / 1e6:.1f} MB ({engine.detail})")
        since = f" since {status.waiting_since:%Y-%m-%d %H:%M:%S}" if status.waiting_since else ""
        self.stdout.write(f"waiting: {status.waiting}{since}, at most {status.most_attempts} attempts")
        last = f"{status.last_drain:%Y-%m-%d %H:%M:%S}" if status.last_drain else "never"
        self.stdout.write(f"last sent: {last}")
        if not engine.is_available:
            raise SystemExit(1)
