"""The Nu HTML checker as a server of its own, so that all pages share one Java process."""

import json
import shutil
import subprocess
import time
import urllib.error
import urllib.request

import pytest

from scripts.house.postgres import free_port
from scripts.house.tools import VALIDATOR

STARTS_WITHIN_SECONDS = 180  # two seconds on a quiet machine


class Validator:
    def __init__(self):
        if not VALIDATOR.exists():
            pytest.skip("the HTML validator is missing: npm ci")
        if not shutil.which("java"):
            pytest.skip("Java is missing: sudo apt-get install default-jre-headless")
        port = free_port()
        self.url = f"http://127.0.0.1:{port}/?out=json"
        options = ["-Xmx512m", "-Dnu.validator.servlet.bind-address=127.0.0.1"]
        command = ["java", *options, "-cp", str(VALIDATOR), "nu.validator.servlet.Main", str(port)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.wait_until_answering()

    def wait_until_answering(self):
        give_up_at = time.monotonic() + STARTS_WITHIN_SECONDS
        while time.monotonic() < give_up_at:
            try:
                return self.errors("<!doctype html><html lang=nl><title>Leerkring</title>")
            except urllib.error.URLError:
                time.sleep(0.2)
        self.stop()
        raise TimeoutError("The HTML validator did not start.")

    def errors(self, html):
        """One line for each error in a whole page."""
        headers = {"Content-Type": "text/html; charset=utf-8"}
        request = urllib.request.Request(self.url, html.encode(), headers)
        with urllib.request.urlopen(request, timeout=30) as answer:
            messages = json.load(answer)["messages"]
        return [
            f"line {message.get('lastLine')}: {message['message']}: {message.get('extract', '')}"
            for message in messages
            if message["type"] == "error"
        ]

    def stop(self):
        self.process.terminate()
        self.process.wait()
