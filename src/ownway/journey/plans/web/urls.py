"""Addresses about support plans; mounted under a person."""

from django.urls import path

from ownway.journey.plans.web import assistant_views, cost_views, heading_views, line_views, views

app_name = "plans"
urlpatterns = [
    path("plan/", views.show_plan, name="show_plan"),
    path("plan/<int:number>/", views.show_earlier_plan, name="show_earlier_plan"),
    path("plan/begin/", views.start_plan, name="start_plan"),
    path("plan/change/", views.change_plan, name="change_plan"),
    path("plan/route/", views.choose_route, name="choose_route"),
    path("plan/start/", views.choose_start, name="choose_start"),
    path("plan/employing/", views.describe_employing, name="describe_employing"),
    path("plan/headings/add/", heading_views.add_heading, name="add_heading"),
    path("plan/headings/<int:heading_id>/change/", heading_views.change_heading, name="change_heading"),
    path("plan/headings/<int:heading_id>/remove/", heading_views.remove_heading, name="remove_heading"),
    path("plan/headings/<int:heading_id>/lines/", line_views.choose_kind, name="choose_kind"),
    path("plan/headings/<int:heading_id>/lines/<slug:kind>/", line_views.add_line, name="add_line"),
    path("plan/lines/<int:line_id>/change/", line_views.change_line, name="change_line"),
    path("plan/lines/<int:line_id>/remove/", line_views.remove_line, name="remove_line"),
    path("plan/assistants/add/", assistant_views.add_assistant, name="add_assistant"),
    path("plan/assistants/<int:assistant_id>/change/", assistant_views.change_assistant, name="change_assistant"),
    path("plan/assistants/<int:assistant_id>/remove/", assistant_views.remove_assistant, name="remove_assistant"),
    path("plan/cost/", cost_views.show_cost, name="show_cost"),
    path("plan/cost/work-out/", cost_views.cost_plan, name="cost_plan"),
]
