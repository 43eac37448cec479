"""Where Elasticsearch is, read from SEARCH_URL: https://user:password@one:9200,two:9200/name."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

USUAL_NAME = "leerkring"
USUAL_PORTS = {"http": 9200, "https": 443}


@dataclass(frozen=True)
class Address:
    """`hosts` are addresses of nodes of one cluster; `name` begins the names of our indexes in it."""

    hosts: tuple[str, ...]
    name: str
    user: str = ""
    password: str = ""


def read_address(url):
    """Address; raises ValueError when the URL names no host or no port that can be."""
    parts = urlsplit(url)
    signed_in_as, _at, hosts = parts.netloc.rpartition("@")
    user, _colon, password = signed_in_as.partition(":")
    return Address(
        hosts=tuple(host_of(parts.scheme, host) for host in hosts.split(",")),
        name=parts.path.strip("/").lower() or USUAL_NAME,
        user=unquote(user),
        password=unquote(password),
    )


def host_of(scheme, host):
    parts = urlsplit(f"{scheme}://{host}")
    if not parts.hostname:
        raise ValueError("it names no host")
    name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{scheme}://{name}:{parts.port or USUAL_PORTS[scheme]}"
