"""What is mailed, to whom and when: each new practice once, and never an empty mail."""

import re
from dataclasses import replace

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction

from networks.alerts.models import SavedSearch, Told
from networks.alerts.sending import look_at
from networks.people.models import User
from practices.library.models import PracticePage
from search.engines import get_engine
from search.engines.base import EngineUnavailableError
from search.engines.embedded import EmbeddedEngine
from search.outbox.actions import drain_outbox
from search.query import SearchQuery
from tests.networks.alerts.factories import AddressSearchFactory, SavedSearchFactory
from tests.networks.factories import PersonFactory
from tests.practices.practice_factories import municipality_page, published_practice
from tests.practices.practice_factories import publish as publish_version


def test_new_practice_is_told_once(at, publish, round_of_worker):
    SavedSearchFactory()
    at("2026-11-16 12:05")
    publish("Voetbal voor iedereen")

    assert round_of_worker() == [["Voetbal voor iedereen"]]
    at("2026-11-18 12:00")
    assert round_of_worker() == []
    publish("Voetbal in de zaal")
    assert round_of_worker() == [["Voetbal in de zaal"]]


def test_nothing_new_is_no_mail(at, publish, round_of_worker):
    publish("Voetbal van vroeger")
    at("2026-11-16 12:01")
    for frequency in ("at-once", "daily", "weekly"):
        SavedSearchFactory(frequency=frequency)
    publish("Korfbal")

    at("2026-11-30 12:00")
    assert round_of_worker() == []


def test_mail_tells_what_and_where_and_how_to_stop(at, publish, round_of_worker, mailoutbox, member):
    saved = SavedSearchFactory(user=member)
    at("2026-11-16 12:05")
    publish("Voetbal <b>samen</b>", parent=municipality_page("Tilburg"), summary="Drie clubs & een plan.")

    round_of_worker()

    (mail,) = mailoutbox
    site = "http://localhost:8000"
    assert mail.to == ["noor@gemeente.example"]
    assert mail.extra_headers == {
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": f"<{site}/zoekopdrachten/{saved.token}/stoppen/>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    assert f"* Voetbal <b>samen</b>\n  Tilburg. Drie clubs & een plan.\n  {site}/gemeenten/tilburg/" in mail.body
    assert re.findall(rf"^{site}/\S+$", mail.body, flags=re.MULTILINE) == [
        f"{site}/praktijken/?q=voetbal&sorteer=nieuwste",
        f"{site}/zoekopdrachten/{saved.token}/",
        f"{site}/zoekopdrachten/{saved.token}/stoppen/",
    ]
    assert "Voetbal &lt;b&gt;samen&lt;/b&gt;" in mail.alternatives[0][0]


def test_only_what_matches_is_told(at, publish, round_of_worker):
    SavedSearchFactory(question="q=voetbal&fase=borgen")
    at("2026-11-16 12:05")
    publish("Voetbal die blijft", phase="borgen")
    publish("Voetbal die begint", phase="verkennen")
    publish("Korfbal die blijft", phase="borgen")

    assert round_of_worker() == [["Voetbal die blijft"]]


def test_practice_with_only_some_of_the_words_is_not_told(at, publish, round_of_worker):
    SavedSearchFactory(question="q=voetbal+meisjes")
    at("2026-11-16 12:05")
    publish("Voetbal voor jongens")

    assert round_of_worker() == []


def test_many_new_practices_are_one_mail_with_the_first_twenty(at, round_of_worker, monkeypatch):
    monkeypatch.setattr("networks.alerts.questions.PAGE_SIZE", 10)
    SavedSearchFactory()
    at("2026-11-16 12:05")
    for number in range(25):
        published_practice(title=f"Voetbal {number}")
    drain_outbox()

    (items,) = round_of_worker()

    assert items[:20] == [f"Voetbal {number}" for number in range(24, 4, -1)]
    assert (len(items), re.findall(r"\d+", items[20])) == (21, ["5"])
    assert Told.objects.count() == 25
    assert round_of_worker() == []


def test_practice_that_comes_back_online_is_not_news(at, publish, round_of_worker):
    practice = publish("Voetbal voor iedereen")
    at("2026-11-16 12:05")
    SavedSearchFactory()
    practice.unpublish()
    publish_version(practice)
    drain_outbox()

    assert round_of_worker() == []


def test_practice_that_matches_only_later_is_told_then(at, publish, round_of_worker):
    SavedSearchFactory()
    at("2026-11-16 12:05")
    practice = publish("Korfbal")
    assert round_of_worker() == []

    at("2026-11-18 12:00")
    publish_version(practice, title="Korfbal en voetbal")
    drain_outbox()

    assert round_of_worker() == [["Korfbal en voetbal"]]


@pytest.mark.parametrize(
    ("frequency", "times"),
    [
        ("at-once", ["2026-11-18 15:01"]),
        ("daily", ["2026-11-19 07:00"]),
        ("weekly", ["2026-11-23 07:00"]),
    ],
)
def test_each_frequency_has_its_time(at, client, publish, round_of_worker, frequency, times):
    saved = SavedSearchFactory()
    client.post(f"/zoekopdrachten/{saved.token}/wijzigen/", {"frequency": frequency})
    at("2026-11-18 15:00")
    round_of_worker()
    publish("Voetbal op woensdag")

    moments = ["2026-11-18 15:01", "2026-11-19 06:59", "2026-11-19 07:00", "2026-11-23 06:59", "2026-11-23 07:00"]
    told = []
    for moment in moments:
        at(moment)
        told += [moment] * len(round_of_worker())

    assert told == times


def test_seven_in_the_morning_is_seven_in_summer_too(time_machine, publish, round_of_worker):
    time_machine.move_to("2027-03-27 12:00 +0100", tick=False)
    SavedSearchFactory(frequency="daily", due_at="2027-03-27T07:00+01:00")
    time_machine.move_to("2027-03-27 23:00 +0100", tick=False)
    round_of_worker()
    publish("Voetbal in de nacht van de zomertijd")

    time_machine.move_to("2027-03-28 06:59 +0200", tick=False)
    assert round_of_worker() == []
    time_machine.move_to("2027-03-28 07:00 +0200", tick=False)
    assert round_of_worker() == [["Voetbal in de nacht van de zomertijd"]]


def test_worker_that_was_away_at_seven_sends_one_mail_when_it_is_back(at, publish, round_of_worker):
    SavedSearchFactory(frequency="daily", due_at="2026-11-17T07:00+01:00")
    at("2026-11-16 13:00")
    publish("Voetbal voor iedereen")

    at("2026-11-19 10:00")
    assert (len(round_of_worker()), round_of_worker()) == (1, [])
    at("2026-11-20 07:00")
    assert round_of_worker() == []


def test_at_once_is_looked_at_only_when_search_heard_something_or_an_hour_went_by(at, publish, round_of_worker):
    saved = SavedSearchFactory()
    at("2026-11-16 12:05")
    publish("Korfbal")

    looked_at = []
    for moment in ["12:06", "12:07", "13:05", "13:06", "13:07"]:
        at(f"2026-11-16 {moment}")
        round_of_worker()
        saved.refresh_from_db()
        looked_at.append(f"{timezone.localtime(saved.checked_at):%H:%M}")

    assert looked_at == ["12:06", "12:06", "12:06", "13:06", "13:06"]


def test_nobody_else_hears(at, publish, round_of_worker):
    SavedSearchFactory(user=PersonFactory(is_active=False))
    SavedSearchFactory().user.delete()
    AddressSearchFactory(confirmed_at=None)
    AddressSearchFactory(stopped_at="2026-11-16T12:01+01:00")
    at("2026-11-16 12:05")
    publish("Voetbal voor iedereen")

    assert round_of_worker() == []


def test_who_was_away_hears_afterwards(at, publish, round_of_worker, member):
    SavedSearchFactory(user=member)
    User.objects.update(is_active=False)
    at("2026-11-16 12:05")
    publish("Voetbal voor iedereen")
    assert round_of_worker() == []

    User.objects.update(is_active=True)

    assert round_of_worker() == [["Voetbal voor iedereen"]]


def test_practice_that_was_hidden_before_the_mail_is_not_told_nor_counted(at, publish, round_of_worker, mailoutbox):
    """The index does not know yet: the database has the last word."""
    SavedSearchFactory()
    at("2026-11-16 12:05")
    publish("Voetbal voor iedereen")
    offline, shielded = publish("Voetbal geheimwoord"), publish("Voetbal sluipwoord")
    PracticePage.objects.filter(pk=offline.pk).update(live=False)
    PageViewRestriction.objects.bulk_create([PageViewRestriction(page=shielded, restriction_type="login")])
    assert get_engine().search(SearchQuery(text="voetbal")).total == 3

    assert round_of_worker() == [["Voetbal voor iedereen"]]
    (mail,) = mailoutbox
    assert not re.search("geheimwoord|sluipwoord", mail.subject + mail.body + mail.alternatives[0][0])
    assert not re.search("[0-9]", mail.subject)
    assert list(Told.objects.values_list("entry_id", flat=True)) == [
        f"library.practicepage:{PracticePage.objects.get(title='Voetbal voor iedereen').pk}"
    ]


def test_practice_that_search_hears_of_later_is_told_later(at, round_of_worker, index_away):
    SavedSearchFactory(frequency="daily", due_at="2026-11-17T07:00+01:00")
    at("2026-11-16 12:05")
    with index_away():
        published_practice(title="Voetbal voor iedereen")
        drain_outbox()
        at("2026-11-17 07:00")
        assert round_of_worker() == []

    at("2026-11-17 07:20")
    assert round_of_worker() == []  # search answers again, but has not heard yet
    drain_outbox()
    at("2026-11-18 07:00")
    assert round_of_worker() == [["Voetbal voor iedereen"]]


def test_engine_that_is_away_is_asked_once_a_round(round_of_worker, monkeypatch):
    SavedSearchFactory.create_batch(3)
    asked = []

    def refuse(self, query):
        asked.append(query.text)
        raise EngineUnavailableError

    monkeypatch.setattr(EmbeddedEngine, "search", refuse)
    round_of_worker()

    assert asked == ["voetbal"]


def test_while_another_index_answers_all_wait(at, publish, round_of_worker, monkeypatch):
    SavedSearchFactory(frequency="daily", due_at="2026-11-17T07:00+01:00")
    at("2026-11-17 06:00")
    publish("Voetbal voor iedereen")
    at("2026-11-17 07:00")
    ask = EmbeddedEngine.search
    with monkeypatch.context() as patch:
        patch.setattr(EmbeddedEngine, "search", lambda self, query: replace(ask(self, query), is_fallback=True))
        assert round_of_worker() == []

    assert round_of_worker() == [["Voetbal voor iedereen"]]


def test_second_worker_with_the_same_findings_sends_nothing(at, publish, saved, mailoutbox):
    first = SavedSearchFactory(frequency="daily", due_at="2026-11-17T07:00+01:00")
    second = SavedSearch.objects.select_related("user").get()
    at("2026-11-17 07:00")
    publish("Voetbal voor iedereen")

    with saved():
        sent = [look_at(first), look_at(second)]

    assert (sent, len(mailoutbox)) == ([True, False], 1)


def test_search_that_cannot_be_looked_at_does_not_hold_up_the_others(at, publish, round_of_worker, monkeypatch):
    SavedSearchFactory(question="q=korfbal")
    SavedSearchFactory()
    at("2026-11-16 12:05")
    publish("Voetbal voor iedereen")
    ask = EmbeddedEngine.search

    def stumble(self, query):
        if query.text == "korfbal":
            raise RuntimeError
        return ask(self, query)

    monkeypatch.setattr(EmbeddedEngine, "search", stumble)

    assert round_of_worker() == [["Voetbal voor iedereen"]]


@pytest.mark.parametrize(("count", "queries"), [(0, 7), (1, 11), (3, 11)])
def test_looking_takes_the_same_queries_for_one_new_practice_and_for_three(
    at, publish, saved, django_assert_num_queries, count, queries
):
    search = SavedSearchFactory()
    at("2026-11-16 12:05")
    for number in range(count):
        publish(f"Voetbal {number}", parent=municipality_page(f"Plaats{number}"))
    search.user.get_full_name()

    with saved(), django_assert_num_queries(queries):
        look_at(search)


def test_command_says_how_many_mails_it_sent(at, publish, capsys):
    SavedSearchFactory()
    AddressSearchFactory()
    at("2026-11-16 12:05")
    publish("Voetbal voor iedereen")

    call_command("send_alerts")

    assert capsys.readouterr().out == "2 mails\n"
