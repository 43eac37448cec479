"""Translates one content file into the fields of a practice."""

from practices.library.loading.story import html_of, prose_of
from practices.library.plain_text import SECTIONS


def year_and_month(value):
    """(2020, 9) for 2020-09, (2020, None) for 2020, (None, None) for nothing."""
    if not value:
        return None, None
    year, _dash, month = str(value).partition("-")
    if not (year.isdecimal() and (not month or month.isdecimal())):
        raise ValueError(f"{value} is not a year, or a year and a month such as 2020-09")
    return int(year), int(month) if month else None


def plain_fields(content):
    """The fields of a practice that hold one value each."""
    start_year, start_month = year_and_month(content.get("start"))
    end_year, end_month = year_and_month(content.get("end"))
    money, evidence = content.get("money", {}), content.get("evidence", {})
    anchoring, source, reviewed = content.get("anchoring", {}), content.get("source", {}), content.get("reviewed", {})
    return {
        **{name: content.get(name, "") for name in ("title", "phase", "scope", "neighbourhood")},
        "summary": " ".join(content["summary"].split()),
        "policy_context": prose_of(content.get("policy_context", "")),
        "start_year": start_year,
        "start_month": start_month,
        "end_year": end_year,
        "end_month": end_month,
        **{f"theory_{stage}": "\n".join(lines) for stage, lines in content.get("theory", {}).items()},
        "budget_eur": money.get("budget_eur"),
        "budget_spent_on": prose_of(money.get("spent_on", "")),
        "hours_per_week": money.get("hours_per_week"),
        "own_experience": html_of(content.get("own_experience", "")),
        "evidence_level": evidence.get("level", ""),
        "evidence_issuer": evidence.get("issuer", ""),
        "evidence_date": evidence.get("date"),
        "evidence_expires_on": evidence.get("expires_on"),
        "money_ends_on": anchoring.get("money_ends_on"),
        "next_payer": anchoring.get("next_payer", ""),
        "anchoring_status": anchoring.get("status", ""),
        "stopped_reason": prose_of(anchoring.get("stopped_reason", "")),
        "contact_email": content.get("contact", {}).get("email", ""),
        **{f"source_{name}": source.get(name, "") for name in ("title", "chapter", "author", "url")},
        "source_year": source.get("year"),
        "last_reviewed_on": reviewed.get("on"),
        "last_reviewed_by": reviewed.get("by", ""),
        "next_review_on": reviewed.get("next_on"),
    }


def stream_fields(content, reader):
    """Raw StreamField data by field name."""
    lessons = content.get("lessons", {})
    fields = {name: reader.section(content["story"].get(name)) for name in SECTIONS}
    for outcome in ("worked", "failed"):
        fields[f"lessons_{outcome}"] = [
            {"type": "lesson", "value": {"text": lesson["text"], "why": lesson.get("why", "")}}
            for lesson in lessons.get(outcome, [])
        ]
    fields["indicators"] = [
        {"type": "indicator", "value": indicator_value(indicator)} for indicator in content.get("indicators", [])
    ]
    return fields


def indicator_value(indicator):
    baseline, target = indicator.get("baseline", {}), indicator.get("target", {})
    return {
        **{name: indicator.get(name, "") for name in ("name", "unit", "explanation")},
        "baseline": baseline.get("value"),
        "baseline_year": baseline.get("year"),
        "target": target.get("value"),
        "target_year": target.get("year"),
        "measurements": [{"note": "", **measurement} for measurement in indicator.get("measurements", [])],
    }
