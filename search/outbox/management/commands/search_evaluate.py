from django.core.management.base import BaseCommand, CommandError

from search.evaluation.reading import UnreadableError, read_judged, read_passages
from search.evaluation.running import asker, evaluate, fill
from search.evaluation.scratch import SCRATCH, NoEngineError, scratch_engine

SHOWN_GRADES = 5


class Command(BaseCommand):
    help = "Measures how well an engine finds judged passages, in an index of its own that is thrown away."

    def add_arguments(self, parser):
        parser.add_argument("passages", help='a JSON object {"id", "title", "text"} a line')
        parser.add_argument("queries", help="text<TAB>id:grade,id:grade a line; a higher grade is more relevant")
        parser.add_argument("--engine", choices=sorted(SCRATCH), default="embedded")

    def handle(self, *args, passages, queries, engine, **options):
        try:
            passages = read_passages(passages)
            judged = read_judged(queries, passages)
        except UnreadableError as error:
            raise CommandError(str(error)) from error
        try:
            with scratch_engine(engine) as scratch:
                fill(scratch, passages)
                self.report(
                    f"{engine}: {len(passages)} passages, {len(judged)} queries", evaluate(asker(scratch), judged)
                )
        except NoEngineError as error:
            raise CommandError(str(error)) from error

    def report(self, heading, evaluation):
        self.stdout.write(heading)
        self.stdout.write(f"nDCG@10          {evaluation.ndcg:.4f}")
        self.stdout.write(f"MRR@10           {evaluation.reciprocal_rank:.4f}")
        self.stdout.write(f"recall@10        {evaluation.recall:.4f}")
        self.stdout.write(f"without results  {evaluation.without_results}")
        self.stdout.write("The ten worst queries, by nDCG@10:")
        for answer in evaluation.worst():
            self.stdout.write(f"{answer.ndcg:.4f}  {answer.query.text}")
            self.stdout.write(f"        wanted {best_grades(answer.query.grades)}")
            self.stdout.write(f"        found  {' '.join(answer.found) or 'nothing'}")


def best_grades(grades):
    best = sorted(grades.items(), key=lambda judgement: -judgement[1])
    more = " ..." if len(best) > SHOWN_GRADES else ""
    return " ".join(f"{id}:{grade}" for id, grade in best[:SHOWN_GRADES]) + more
