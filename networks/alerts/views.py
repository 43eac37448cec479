from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from networks.alerts import actions
from networks.alerts.forms import FrequencyForm, VisitorForm
from networks.alerts.limits import may_ask, may_be_mailed
from networks.alerts.models import QUESTION_LENGTH, SavedSearch
from networks.alerts.questions import read_question


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request):
    """Saves the search of the address: at once for who is signed in, else after an e-mail."""
    question = read_question(request.GET)
    if len(question.querystring) > QUESTION_LENGTH:
        messages.error(request, _("This search is too long to save. Choose fewer filters."))
        return redirect("finding:search")
    form_class = FrequencyForm if request.user.is_authenticated else VisitorForm
    form = form_class(request.POST or None)
    status = 200
    if form.is_valid():
        if response := save(request, form, question):
            return response
        status = 429
    return render(request, "networks/alerts/new.html", {"form": form, "question": question}, status=status)


def save(request, form, question):
    """The page to go to, or None when it was refused; the form says why."""
    frequency, language = form.cleaned_data["frequency"], request.LANGUAGE_CODE
    if request.user.is_authenticated:
        if not actions.save_for(request.user, question, frequency, language):
            form.add_error(None, _("You have very many saved searches. Stop one first."))
            return None
        messages.success(request, _("Saved. You get an e-mail when there is something new."))
        return redirect("alerts:own")
    if not may_ask(request):
        form.add_error(None, _("You tried too often. Wait an hour and try again."))
        return None
    email = form.cleaned_data["email"]
    if may_be_mailed(request, email):
        actions.ask(email, question, frequency, language)
    return redirect("alerts:asked")


@require_safe
def asked(request):
    return render(request, "networks/alerts/asked.html")


@never_cache
@login_required
@require_safe
def own(request):
    searches = SavedSearch.objects.in_mailbox(request.user.email).filter(stopped_at=None)
    return render(request, "networks/alerts/own.html", {"searches": searches})


@never_cache
@require_safe
def manage(request, token):
    """Where the links in our mails lead. Looking changes nothing: mail scanners follow every link."""
    saved = get_object_or_404(SavedSearch, token=token)
    form = FrequencyForm(initial={"frequency": saved.frequency})
    return render(request, "networks/alerts/manage.html", {"saved": saved, "form": form})


@require_POST
def confirm(request, token):
    saved = get_object_or_404(SavedSearch, token=token)
    if saved.is_waiting:
        actions.begin(saved)
        messages.success(request, _("Confirmed. From now on you get an e-mail when there is something new."))
    return redirect(saved)


@require_POST
def change(request, token):
    saved = get_object_or_404(SavedSearch, token=token)
    form = FrequencyForm(request.POST)
    if form.is_valid():
        actions.change_frequency(saved, form.cleaned_data["frequency"])
        messages.success(request, _("Changed: %(name)s.") % {"name": saved.name})
    return redirect(saved)


@never_cache
@csrf_exempt  # the secret in the address is enough, and mail programs have no cookie of ours
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request, token):
    """A page with one button; mail programs send the form themselves (RFC 8058) and follow no redirects."""
    saved = get_object_or_404(SavedSearch, token=token)
    if request.method != "POST":
        return render(request, "networks/alerts/stop.html", {"saved": saved})
    actions.stop(saved)
    if "List-Unsubscribe" in request.POST:
        return HttpResponse(_("Stopped."), content_type="text/plain; charset=utf-8")
    return redirect(saved)


@require_POST
def bring_back(request, token):
    saved = get_object_or_404(SavedSearch, token=token)
    actions.bring_back(saved)
    saved.refresh_from_db()
    if saved.is_active:
        messages.success(request, _("Not stopped. You keep getting these e-mails."))
    return redirect(saved)
