"""Figures of relevance, the files they are counted from, and the command."""

import json
import math

import pytest
from django.core.management import CommandError, call_command

from search.evaluation.figures import ndcg, recall, reciprocal_rank
from search.evaluation.reading import JudgedQuery, Passage, UnreadableError, read_judged, read_passages
from search.evaluation.running import evaluate

GRADES = {"best": 3, "good": 1, "wrong": 0}


def test_best_order_has_an_ndcg_of_one():
    assert ndcg(["best", "good", "other"], GRADES) == 1


def test_ndcg_counts_places_and_grades():
    found = ndcg(["other", "good", "best"], GRADES)

    assert found == pytest.approx((1 / math.log2(3) + 7 / 2) / (7 + 1 / math.log2(3)))


def test_only_the_first_ten_count():
    late = [f"other-{number}" for number in range(10)] + ["best", "good"]

    assert (ndcg(late, GRADES), reciprocal_rank(late, GRADES), recall(late, GRADES)) == (0, 0, 0)


@pytest.mark.parametrize(
    ("found", "rank"), [(["good"], 1), (["wrong", "best"], 1 / 2), (["a", "b", "c", "good"], 1 / 4), ([], 0)]
)
def test_reciprocal_rank_is_that_of_the_first_relevant(found, rank):
    assert reciprocal_rank(found, GRADES) == rank


@pytest.mark.parametrize(("found", "share"), [(["best"], 1 / 2), (["wrong", "good", "best"], 1), ([], 0)])
def test_recall_is_the_share_of_the_relevant(found, share):
    assert recall(found, GRADES) == share


def test_evaluation_is_the_mean_over_the_queries():
    judged = [JudgedQuery("walvis", {"1": 1}), JudgedQuery("haai", {"2": 1})]

    evaluation = evaluate({"walvis": ["1"], "haai": []}.get, judged)

    assert (evaluation.ndcg, evaluation.reciprocal_rank, evaluation.recall) == (0.5, 0.5, 0.5)
    assert evaluation.without_results == 1
    assert [answer.query.text for answer in evaluation.worst()] == ["haai", "walvis"]


@pytest.fixture
def write(tmp_path):
    """Writes a file and gives its path."""

    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def passage(id="1", title="Walvis", text="In zee"):
    return json.dumps({"id": id, "title": title, "text": text})


def test_passages_are_read_whole(write):
    lines = [passage("a:1"), "", passage(7, text="Regel\u2028einde en \n nieuwe regel")]
    path = write("passages.jsonl", "\ufeff" + "\r\n".join(lines))

    assert read_passages(path) == [
        Passage("a:1", "Walvis", "In zee"),
        Passage("7", "Walvis", "Regel\u2028einde en \n nieuwe regel"),
    ]


@pytest.mark.parametrize(
    ("second", "complaint"),
    [
        ("{", "no JSON: Expecting property name"),
        ("[]", 'not an object with "id", "title" and "text"'),
        ('{"id": "2", "title": ""}', 'not an object with "id", "title" and "text"'),
        (passage("1"), "id '1' was used before"),
        (passage(""), "id '' is empty"),
        (passage("1,2"), "id '1,2' is empty, or holds a comma"),
        (passage("2", text=None), "text is no text"),
        (passage(True), "id is no text"),
        (passage("2", text="\ud800"), "surrogates not allowed"),
        (b"\xff", "can't decode byte 0xff"),
    ],
)
def test_bad_passage_is_named_with_its_line(write, second, complaint):
    second = second if isinstance(second, bytes) else second.encode()
    path = write("passages.jsonl", passage().encode() + b"\n" + second)

    with pytest.raises(UnreadableError) as refusal:
        read_passages(path)

    assert str(refusal.value).startswith(f"{path}, line 2: ")
    assert complaint in str(refusal.value)


PASSAGES = [Passage("1", "Walvis", ""), Passage("a:2", "Haai", "")]


def test_judgements_are_read_with_comments_and_colons(write):
    path = write("queries.tsv", "# wat wij vragen\nwalvis\t1:3, a:2:0\n\n#metoo\ta:2:1\n")

    assert read_judged(path, PASSAGES) == [
        JudgedQuery("walvis", {"1": 3, "a:2": 0}),
        JudgedQuery("#metoo", {"a:2": 1}),
    ]


@pytest.mark.parametrize(
    ("second", "complaint"),
    [
        ("haai", "not `text<TAB>id:grade,id:grade`"),
        ("haai\t1:1\t2:1", "not `text<TAB>id:grade,id:grade`"),
        ("\t1:1", "not `text<TAB>id:grade,id:grade`"),
        ("haai\t1", "'1' is not id:grade with a grade of 0 to 10"),
        ("haai\t1:-1", "'1:-1' is not id:grade with a grade of 0 to 10"),
        ("haai\t1:11", "'1:11' is not id:grade with a grade of 0 to 10"),
        ("haai\t1:1,", "'' is not id:grade with a grade of 0 to 10"),
        ("haai\t3:1", "there is no passage '3'"),
        ("haai\t1:1,1:2", "passage '1' has two grades"),
        ("haai\t1:0", "no passage is relevant"),
        ("walvis\ta:2:1", "query 'walvis' was judged before"),
    ],
)
def test_bad_judgement_is_named_with_its_line(write, second, complaint):
    path = write("queries.tsv", f"walvis\t1:1\n{second}\n")

    with pytest.raises(UnreadableError) as refusal:
        read_judged(path, PASSAGES)

    assert str(refusal.value) == f"{path}, line 2: {complaint}"


@pytest.mark.parametrize(
    ("read", "what"), [(read_passages, "passages"), (lambda path: read_judged(path, []), "queries")]
)
def test_empty_and_missing_files_are_named(tmp_path, write, read, what):
    empty, missing = write("empty", "\n"), tmp_path / "missing"

    with pytest.raises(UnreadableError) as refusal:
        read(empty)
    with pytest.raises(UnreadableError) as other:
        read(missing)

    assert str(refusal.value) == f"{empty} holds no {what}"
    assert str(other.value) == f"{missing}: No such file or directory"


def test_command_prints_figures_and_worst_queries(write, capsys):
    passages = write("passages.jsonl", "\n".join([passage("1"), passage("2", "Haai"), passage("3", "Walvissen")]))
    queries = write("queries.tsv", "haai\t2:2\nhaai walvis\t1:1,2:3\nzzzzzz\t3:1\n")

    call_command("search_evaluate", passages, queries)

    assert capsys.readouterr().out.splitlines()[:8] == [
        "embedded: 3 passages, 3 queries",
        "nDCG@10          0.6667",
        "MRR@10           0.6667",
        "recall@10        0.6667",
        "without results  1",
        "The ten worst queries, by nDCG@10:",
        "0.0000  zzzzzz",
        "        wanted 3:1",
    ]


def test_command_leaves_the_own_index_alone(write, search_index):
    passages, queries = write("passages.jsonl", passage()), write("queries.tsv", "walvis\t1:1")

    call_command("search_evaluate", passages, queries)

    assert search_index.status().entries == 0


def test_command_says_what_is_wrong_with_a_file(write):
    passages, queries = write("passages.jsonl", passage()), write("queries.tsv", "walvis")

    with pytest.raises(CommandError, match=r"queries\.tsv, line 1: not `text<TAB>id:grade"):
        call_command("search_evaluate", passages, queries)


def test_command_says_where_elasticsearch_can_be_named(write, monkeypatch):
    monkeypatch.delenv("ELASTICSEARCH_TEST_URL", raising=False)
    passages = write("passages.jsonl", json.dumps({"id": "1", "title": "Walvis", "text": ""}))
    queries = write("queries.tsv", "walvis\t1:3\n")

    with pytest.raises(CommandError, match="SEARCH_URL"):
        call_command("search_evaluate", passages, queries, engine="elastic")
