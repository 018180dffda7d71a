"""Lines for the kinds of use that councils count and a plan could not hold yet."""

from django.db import migrations, models

KINDS = [
    ("pa_hours", "Personal assistant hours"),
    ("agency_hours", "Agency hours"),
    ("activity", "Activity"),
    ("transport", "Transport"),
    ("short_break", "Short break"),
    ("equipment", "Equipment"),
    ("start_up", "One-off start-up cost"),
    ("insurance", "Employers’ liability insurance"),
    ("payroll", "Payroll service"),
    ("training", "Training"),
    ("contingency", "Contingency"),
    ("supported_living", "Supported living"),
    ("money_help", "Help to manage the money"),
    ("appointeeship", "Appointeeship fee"),
    ("childcare", "Childcare"),
    ("other", "Something else"),
]


class Migration(migrations.Migration):
    dependencies = [("plans", "0002_costing")]

    operations = [
        migrations.AlterField("line", "kind", models.CharField(choices=KINDS, max_length=16)),
        migrations.AlterField("lineevent", "kind", models.CharField(choices=KINDS, max_length=16)),
    ]
