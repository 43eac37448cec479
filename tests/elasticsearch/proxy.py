"""Stands between an engine and Elasticsearch, and is as slow, busy, closed or strict as a test wants."""

import ssl
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

KEPT = ("content-type", "accept")


class Proxy(ThreadingHTTPServer):
    """Passes everything on to `upstream`. `busy` says how often it first answers that it is too busy."""

    daemon_threads = True

    def __init__(self, upstream, certificate=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.upstream = upstream
        self.delay_seconds, self.busy, self.full = 0, 0, False
        self.asked, self.signed_in_as = [], set()
        self.scheme = "http"
        if certificate:
            self.scheme = "https"
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True)

    @property
    def host(self):
        return f"127.0.0.1:{self.server_port}"

    @property
    def url(self):
        return f"{self.scheme}://{self.host}"

    def handle_error(self, request, client_address):
        """A client that hung up is what some tests are about."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def pass_on(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        server = self.server
        server.asked.append(self.path)
        server.signed_in_as.add(self.headers.get("authorization"))
        time.sleep(server.delay_seconds)
        if "_bulk" in self.path and server.full:
            return self.answer(403, b'{"error": {"type": "cluster_block_exception"}, "status": 403}')
        if "_bulk" in self.path and server.busy:
            server.busy -= 1
            return self.answer(429, b'{"error": {"type": "es_rejected_execution_exception"}, "status": 429}')
        headers = {name: value for name, value in self.headers.items() if name.lower() in KEPT}
        request = urllib.request.Request(server.upstream + self.path, body or None, headers, method=self.command)
        try:
            with urllib.request.urlopen(request) as answer:
                return self.answer(answer.status, answer.read(), answer.headers["content-type"])
        except urllib.error.HTTPError as error:
            return self.answer(error.code, error.read(), error.headers["content-type"])

    do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = pass_on  # noqa: N815 - the names that http.server calls

    def answer(self, status, body, content_type="application/json"):
        self.send_response(status)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("content-type", content_type or "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        """Says nothing."""


@contextmanager
def proxy_to(upstream, certificate=None):
    proxy = Proxy(upstream, certificate)
    thread = threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        proxy.shutdown()
        proxy.server_close()
