"""Where every door is: the only place that mounts them."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from ownway.config import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("", include("ownway.front.home.web.urls")),
    path("", include("ownway.front.home.web.information_urls")),
    path("", include("ownway.ground.access.web.urls")),
    path("people/", include("ownway.ground.people.web.urls")),
    path("people/<int:person_id>/", include("ownway.ground.decisions.web.urls")),
    path("people/<int:person_id>/", include("ownway.ground.letters.web.urls")),
    path("", include("ownway.journey.checkups.web.urls")),
    path("insight/", include("ownway.front.insight.web.urls")),
    path("figures/", include("ownway.ground.figures.web.urls")),
    path("people/<int:person_id>/", include("ownway.journey.needs.web.urls")),
    path("people/<int:person_id>/", include("ownway.journey.accounts.web.urls")),
    path("people/<int:person_id>/", include("ownway.journey.plans.web.urls")),
    path("people/<int:person_id>/", include("ownway.journey.contributions.web.urls")),
    path("", include("ownway.journey.payments.web.urls")),
    path("people/<int:person_id>/", include("ownway.journey.agreements.web.urls")),
]
if settings.DEMO:
    urlpatterns.append(path("demo/", include("ownway.demo.web.urls")))

handler400 = "ownway.ground.design.errors.bad_request"
handler403 = "ownway.ground.design.errors.permission_denied"
handler404 = "ownway.ground.design.errors.page_not_found"
handler429 = "ownway.ground.design.errors.too_many_requests"
handler500 = "ownway.ground.design.errors.server_error"
