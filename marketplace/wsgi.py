"""The door for the web server."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")
if settings.WEB_STATEMENT_SECONDS:
    # before the first connection: a request that takes too long is ended by PostgreSQL, wherever it comes from
    settings.DATABASES["default"]["OPTIONS"]["options"] = f"-c statement_timeout={settings.WEB_STATEMENT_SECONDS * 1000}"

_django = get_wsgi_application()

from marketplace.answers.door import door  # noqa: E402  they need the apps
from marketplace.kit.graphql.handler import Straight  # noqa: E402

application = door(Straight(_django))
