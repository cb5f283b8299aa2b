"""The door for the web server."""

import gc
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")
if settings.WEB_STATEMENT_SECONDS:
    # before the first connection: a request that takes too long is ended by PostgreSQL, wherever it comes from
    settings.DATABASES["default"]["OPTIONS"]["options"] = f"-c statement_timeout={settings.WEB_STATEMENT_SECONDS * 1000}"

_django = get_wsgi_application()

from marketplace.answers.door import door  # noqa: E402  they need the apps
from marketplace.kit.graphql.answer import documents  # noqa: E402
from marketplace.kit.graphql.handler import Straight  # noqa: E402
from marketplace.kit.maintenance import closed_for_repairs  # noqa: E402

shop = door(Straight(_django))
application = closed_for_repairs(shop)

# The schema is made before the first request. What has been loaded by now lives as long as the process: looking through all
# of it for garbage would hold up a request for a tenth of a second every now and then.
documents()
gc.collect()
gc.freeze()
