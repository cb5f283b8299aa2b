"""Every address of the house: each package brings its own. English pages have no prefix, Hindi ones live under /hi/."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import TemplateView

from marketplace.kit import health
from marketplace.kit.graphql.view import GraphQLView

urlpatterns = [
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
    path("graphql/", GraphQLView.as_view(), name="graphql"),
    path("robots.txt", TemplateView.as_view(template_name="robots.txt", content_type="text/plain; charset=utf-8"), name="robots"),
    path("", include("search.sitemap.urls")),
    path("sw.js", include("frontend_templates.worker_urls")),
    path("favicon.ico", include("frontend_templates.icon_urls")),
    path("style-guide/", include("frontend_templates.guide_urls")),
    path("media/", include("catalog.media.urls")),
    *i18n_patterns(
        path("pages/how-we-rank/", include("search.ranking.urls")),
        path("", include("marketplace.content.urls")),
        path("", include("catalog.urls")),
        path("", include("search.urls")),
        path("", include("frontend_templates.urls")),
        path(settings.DESK_PLACE, include("marketplace.desk.urls")),
        prefix_default_language=False,
    ),
]
