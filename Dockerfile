FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=cms.settings.production DATA_DIR=/data
WORKDIR /site
COPY requirements/run.txt requirements/run.txt
RUN pip install --no-cache-dir --require-hashes --only-binary=:all: -r requirements/run.txt
COPY . .
# The Dutch texts are compiled into the image; static files are collected at the start, beside the uploads.
RUN useradd --system --home-dir /data leerkring && install -d -o leerkring /data \
    && python -m scripts.house.translations compile
VOLUME /data
USER leerkring
EXPOSE 8000
CMD ["sh", "-c", "python manage.py collectstatic --noinput --verbosity=0 && exec gunicorn cms.wsgi --bind 0.0.0.0:8000 --workers 3"]
