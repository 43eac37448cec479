from practices.library.models.lists import ContactPerson, FundingKind, FundingSource, KnowledgeSource, Partner
from practices.library.models.pages import MunicipalityIndexPage, MunicipalityPage, PracticeIndexPage
from practices.library.models.parts import AnchoringStatus, Scope
from practices.library.models.practice import PracticePage

__all__ = [
    "AnchoringStatus",
    "ContactPerson",
    "FundingKind",
    "FundingSource",
    "KnowledgeSource",
    "MunicipalityIndexPage",
    "MunicipalityPage",
    "Partner",
    "PracticeIndexPage",
    "PracticePage",
    "Scope",
]
