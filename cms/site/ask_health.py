"""`python -m cms.site.ask_health`: ends with 1 when the site in this container does not answer, or is not well."""

import os
from urllib.request import Request, urlopen

URL = "http://127.0.0.1:8000/health/"


def main():
    host = os.environ["ALLOWED_HOSTS"].split(",")[0].strip().lstrip(".*")
    # urlopen raises on a 503, and that ends with 1.
    urlopen(Request(URL, headers={"Host": host or "localhost"}), timeout=10).close()


if __name__ == "__main__":
    main()
