from django_tasks import task

from practices.attachments.actions import read_documents, unread_documents


@task()
def read(key):
    """Does not fail: what is left is read by the worker."""
    for _pair in read_documents(unread_documents().filter(pk=key)):
        pass
