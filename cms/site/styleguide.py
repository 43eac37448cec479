"""What the style guide shows: the real components with made-up things in every state.

Nothing here comes from the database. Names are made up; long Dutch words are there on purpose.
"""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

from django import forms
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _

from cms.site.theme import house_tokens
from practices.library.blocks import IndicatorValue
from practices.library.models.parts import TheoryStep
from practices.library.templatetags.maps import MapDot
from practices.taxonomy.choices import EvidenceLevel, Mark, Phase


class Rows(list):
    """A list that answers like a related manager."""

    def all(self):
        return self


def sample_term(mark, name):
    return SimpleNamespace(name=name, display_mark=mark, get_absolute_url="/themas/")


def sample_municipality(**fields):
    known = {"name": "Voorbeeldstad", "is_g4": False, "is_g40": False, "population": 61_234}
    return SimpleNamespace(**{**known, **fields})


def sample_practice(**fields):
    """A practice as components see it; `partners` is only counted."""
    known = {
        "pk": 1,
        "title": "Voetbalclubs maken zelf een plan tegen racisme",
        "summary": "Zes clubs brachten in kaart wat er op en om het veld gebeurt. Elke club koos zelf wat zij aanpakt.",
        "get_absolute_url": "/praktijken/",
        "main_theme": sample_term(Mark.SPORT, "Sport en ontmoeting"),
        "municipality": sample_municipality(),
        "partners": Rows(range(9)),
        "phase": Phase.CARRYING_OUT,
        "cover": None,
        "cover_alt": "",
        "evidence_level": EvidenceLevel.WELL_FOUNDED,
        "evidence_has_lapsed": False,
        "is_fictional": True,
        "last_reviewed_on": date(2026, 10, 6),
    }
    return SimpleNamespace(**{**known, **fields})


class SamplePhoto:
    """Answers like an image of the library, with one drawing for every size."""

    def get_rendition(self, filter_spec):
        return SimpleNamespace(url=static("img/sample.svg"), width=320, height=320)


LONG = sample_practice(
    pk=2,
    title="Antidiscriminatievoorzieningsmedewerkersbijeenkomst over arbeidsmarktdiscriminatie",
    main_theme=sample_term(Mark.WERK, "Arbeidsmarktdiscriminatiebestrijding"),
    municipality=sample_municipality(name="Gemeente met een heel lange dubbele naam aan de Rijn", is_g40=True),
    partners=Rows(range(24)),
    phase=Phase.ANCHORING,
    evidence_has_lapsed=True,
    is_fictional=False,
)
BARE = sample_practice(
    pk=3,
    title="Wijkgesprekken over uitsluiting",
    main_theme=None,
    municipality=None,
    partners=Rows(),
    phase="",
    evidence_level="",
    is_fictional=False,
    last_reviewed_on=None,
)
WITH_PHOTO = sample_practice(
    pk=4,
    title="Vrouwen leren zwemmen op een eigen uur",
    cover=SamplePhoto(),
    cover_alt="Vier ringen die steeds groter worden",
    phase=Phase.EXPLORING,
    main_theme=sample_term(Mark.GEZOND, "Gezond leven"),
)


class SampleForm(forms.Form):
    """A field of every kind; bound with too little, so that the errors show."""

    name = forms.CharField(
        label=_("Name of the practice"), help_text=_("Say what you did. Example: three clubs make a plan.")
    )
    email = forms.EmailField(label=_("E-mail address"))
    story = forms.CharField(label=_("What did you do?"), widget=forms.Textarea, required=False)
    phase = forms.ChoiceField(label=_("Phase"), choices=Phase)
    scope = forms.ChoiceField(
        label=_("Where is it?"),
        choices=[("municipality", _("the whole municipality")), ("neighbourhood", _("a neighbourhood"))],
        widget=forms.RadioSelect,
    )
    agrees = forms.BooleanField(label=_("I checked the facts"))
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)


def indicator(**fields):
    known = {
        "name": "Trainers die weten wat zij doen",
        "unit": "%",
        "explanation": "Vragenlijst, elk jaar in september.",
    }
    empty = {"baseline": None, "baseline_year": None, "target": None, "target_year": None, "measurements": []}
    return IndicatorValue(None, {**known, **empty, **fields})


INDICATORS = [
    indicator(
        baseline=Decimal(34),
        baseline_year=2024,
        target=Decimal(75),
        target_year=2027,
        measurements=[
            {"year": 2025, "value": Decimal(48), "note": "58 trainers"},
            {"year": 2026, "value": Decimal(61), "note": "66 trainers"},
        ],
    ),
    indicator(
        name="Sociaal-economische score van de wijk",
        unit="score",
        explanation="",
        baseline=Decimal("-0.35"),
        baseline_year=2023,
        target=Decimal("0.1"),
        target_year=2040,
    ),
    indicator(name="Meldingen uit de sport", unit="per jaar"),
]


def source(name, kind, amount_eur):
    return SimpleNamespace(name=name, get_kind_display=lambda: kind, amount_eur=amount_eur)


MONEY = [
    SimpleNamespace(
        budget_eur=45_000,
        hours_per_week=Decimal("4.0"),
        cofinancing_share=0.44,
        funding_sources=Rows(
            [
                source("Eenmalige bijdrage", "rijk", 25_000),
                source("Sportbudget", "gemeente", 8_000),
                source("Fonds", "fonds", None),
            ]
        ),
    ),
    SimpleNamespace(budget_eur=None, hours_per_week=None, cofinancing_share=None, funding_sources=Rows()),
]

THEORY = [
    TheoryStep("input", "inzet", ["Een adviseur, 4 uur per week"]),
    TheoryStep("activities", "activiteiten", ["Gesprek met elk clubbestuur", "Training voor jeugdtrainers"]),
    TheoryStep("short_term", "korte termijn", ["Elke club weet wat er speelt"]),
    TheoryStep(
        "middle_term", "middellange termijn", ["Elke club voert zijn plan uit", "Spelers melden wat zij meemaken"]
    ),
    TheoryStep("long_term", "lange termijn", ["Iedereen kan meedoen, zonder racisme"]),
]


def lesson(text, why=""):
    return SimpleNamespace(value={"text": text, "why": why})


JUDGED = SimpleNamespace(
    evidence_level=EvidenceLevel.FIRST_SIGNS,
    get_evidence_level_display=EvidenceLevel.FIRST_SIGNS.label,
    evidence_has_lapsed=False,
    evidence_issuer="een erkenningscommissie",
    evidence_date=date(2024, 5, 1),
    evidence_expires_on=date(2029, 5, 1),
    own_experience="<p>Vier clubs gebruiken hun plan nog steeds.</p>",
)

MAP = [
    *(MapDot(50.9 + step * 0.19, 4.4 + (step * 7 % 11) * 0.2) for step in range(13)),
    MapDot(52.2, 5.9, "me", "Voorbeeldstad"),
    MapDot(52.5, 6.4, "like", "Lindeveld"),
    MapDot(51.6, 5.1, "in", "Duinrade"),
]

FACET = SimpleNamespace(
    label="Aanpak",
    parameter="stijlgids-aanpak",
    is_open=True,
    values=[
        SimpleNamespace(value=f"w{place}", label=label, count=12 - place, is_chosen=place == 1)
        for place, label in enumerate(
            [
                "Training",
                "Gesprekken",
                "Sleutelfiguren",
                "Onderzoek",
                "Campagne",
                "Netwerk",
                "Meldpunt",
                "Lessen",
                "Theater",
            ]
        )
    ],
)


def samples():
    practice = sample_practice()
    return {
        "practice": practice,
        "practices": [practice, WITH_PHOTO, LONG, BARE],
        "marks": [sample_term(mark.value, mark.value.capitalize()) for mark in Mark],
        "phases": [
            sample_practice(pk=place, partners=Rows(range(place * 3)), phase=phase) for place, phase in enumerate(Phase)
        ],
        "levels": ["", *EvidenceLevel.values],
        "hit": {"title": practice.title, "excerpt": "Zes clubs brachten in kaart wat er op en naast het veld gebeurt."},
        "form": SampleForm(),
        "bad_form": SampleForm({"email": "n.bakker@voorbeeldstad"}, prefix="fout"),
        "indicators": INDICATORS,
        "money": MONEY,
        "theory": THEORY,
        "worked": [lesson("Beginnen bij verhalen van spelers", "Dan gaat het over mensen en niet over regels.")],
        "judged": JUDGED,
        "unjudged": SimpleNamespace(evidence_level="", evidence_has_lapsed=False, own_experience=""),
        "dots": MAP,
        "facet": FACET,
        "chips": [SimpleNamespace(label="Fase: uitvoeren", url="/stijlgids/")],
        "facts": [
            ("Gemeente", "Voorbeeldstad, 61.000 inwoners", "/gemeenten/"),
            ("Doelgroep", [("Jeugdspelers", "/doelgroepen/"), ("Trainers", "")], ""),
            ("Samenwerking", "Antidiscriminatievoorziening en welzijnsorganisaties", ""),
        ],
        "figures": [("Praktijken", "34", ""), ("Gemeenten", "21", "")],
        "crumbs": [("Praktijken", "/praktijken/"), ("Voorbeeldstad", "/gemeenten/")],
        "pages": [(1, "?pagina=1"), (2, "?pagina=2"), None, (9, "?pagina=9")],
        "tabs": [
            SimpleNamespace(label=label, url="/stijlgids/", count=count, is_current=count == 31)
            for label, count in [
                ("Praktijken", 31),
                ("Handboeken", 7),
                ("Leerkringen", 4),
                ("Antidiscriminatievoorzieningen", 2),
            ]
        ],
        "counts": [("Verkennen", 4, ""), ("Uitvoeren", 14, "/praktijken/"), ("Gestopt", 0, "")],
        "table_header": ["Gemeente", "Begin", "Nu"],
        "table_rows": [["Voorbeeldstad", "0", "5"], ["Lindeveld", "1", "9"]],
    }


def tokens_by_group():
    """The colours of the house by group, as (name, light value, dark value), in the order of the file."""
    tokens = house_tokens()
    groups = {"color": [], "link": [], "button": [], "theme": []}
    for name, value in tokens.light.items():
        group = name.removeprefix("--leerkring-").split("-")[0]
        if group in groups and value.startswith("#"):
            groups[group].append((name, value, tokens.dark.get(name, value)))
    return groups.items()
