"""The addresses of an installation without the made-up council."""

from ownway.config import urls

urlpatterns = [pattern for pattern in urls.urlpatterns if getattr(pattern, "namespace", None) != "demo"]
