"""Elasticsearch that is slow, busy, full or strict."""

import subprocess

import pytest

from search.engines.base import EngineUnavailableError, EntryChange
from search.engines.elastic.writing import RefusedError
from search.query import SearchQuery
from tests.elasticsearch.proxy import proxy_to
from tests.search.factories import EntryFactory

pytestmark = pytest.mark.elasticsearch


def put(engine, *entries, version=1):
    engine.apply([EntryChange(entry.id, version, entry) for entry in entries])


def total(engine):
    return engine.search(SearchQuery()).total


def test_slow_answer_is_not_waited_for(make_engine, proxy):
    make_engine().rebuild([])
    engine = make_engine(proxy.url, asking_seconds=0.3)
    proxy.delay_seconds = 5

    with pytest.raises(EngineUnavailableError):
        engine.search(SearchQuery())


def test_steps_of_one_question_together_are_not_waited_for_longer_than_one(make_engine, proxy):
    make_engine().rebuild([EntryFactory(title="Walvis")])
    engine = make_engine(proxy.url, asking_seconds=1)
    proxy.delay_seconds = 0.4

    with pytest.raises(EngineUnavailableError):
        engine.search(SearchQuery(text="walvs die zwemt"))  # one step, then two, then a correction


def test_busy_server_is_asked_again(make_engine, proxy):
    engine = make_engine(proxy.url)
    assert total(engine) == 1
    proxy.busy = 2

    put(engine, EntryFactory())

    assert total(engine) == 2


def test_full_disk_is_told_and_the_change_can_be_sent_again(make_engine, proxy):
    engine = make_engine(proxy.url)
    assert total(engine) == 1
    entry = EntryFactory()
    proxy.full = True

    with pytest.raises(EngineUnavailableError):
        put(engine, entry)
    proxy.full = False
    put(engine, entry)

    assert total(engine) == 2


def test_entry_that_can_never_be_stored_is_told_apart(engine):
    with pytest.raises(RefusedError):
        put(engine, EntryFactory(completeness=10_000))


def test_host_that_does_not_answer_is_passed_over(make_engine, proxy):
    make_engine().rebuild(EntryFactory.build_batch(3))
    engine = make_engine(f"http://127.0.0.1:9,{proxy.host}")

    assert [total(engine) for _ in range(4)] == [3, 3, 3, 3]


@pytest.fixture
def certificate(tmp_path):
    """A file with a key and a certificate for 127.0.0.1."""
    key, certificate = tmp_path / "key", tmp_path / "certificate"
    what = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    whose = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    where = ["-keyout", key, "-out", certificate]
    subprocess.run(["openssl", "req", *what, *whose, *where], check=True, capture_output=True)
    both = tmp_path / "both"
    both.write_bytes(key.read_bytes() + certificate.read_bytes())
    return both


def test_password_goes_over_tls(make_engine, elasticsearch_url, certificate):
    with proxy_to(elasticsearch_url, certificate) as proxy:
        engine = make_engine(f"https://kring:ge%3Aheim@{proxy.host}", ca_certs=str(certificate))

        assert total(engine) == 1
        assert proxy.signed_in_as == {"Basic a3Jpbmc6Z2U6aGVpbQ=="}  # kring:ge:heim


def test_certificate_that_nobody_vouches_for_is_refused(make_engine, elasticsearch_url, certificate):
    with proxy_to(elasticsearch_url, certificate) as proxy:
        engine = make_engine(f"https://kring:geheim@{proxy.host}")

        with pytest.raises(EngineUnavailableError):
            total(engine)
        assert proxy.asked == []
