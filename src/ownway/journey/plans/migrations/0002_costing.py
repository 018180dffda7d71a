import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0001_initial"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="assistant",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="assistant",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="line",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="line",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="update_update",
        ),
        migrations.RemoveConstraint(
            model_name="assistant",
            name="ni_category_known",
        ),
        migrations.RemoveField(
            model_name="assistant",
            name="in_pension",
        ),
        migrations.RemoveField(
            model_name="assistant",
            name="ni_category",
        ),
        migrations.RemoveField(
            model_name="assistantevent",
            name="in_pension",
        ),
        migrations.RemoveField(
            model_name="assistantevent",
            name="ni_category",
        ),
        migrations.AddField(
            model_name="assistant",
            name="asks_for_pension",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="assistant",
            name="over_state_pension_age",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="assistantevent",
            name="asks_for_pension",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="assistantevent",
            name="over_state_pension_age",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="line",
            name="minutes_awake_weekly",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="lineevent",
            name="minutes_awake_weekly",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="plan",
            name="claims_allowance",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="plan",
            name="only_care",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="planevent",
            name="claims_allowance",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="planevent",
            name="only_care",
            field=models.BooleanField(default=True),
        ),
        migrations.AlterField(
            model_name="assistant",
            name="hours_kind",
            field=models.CharField(
                choices=[
                    ("fixed", "The same hours"),
                    ("irregular", "Hours that change"),
                    ("part_year", "Only part of the year, such as school terms"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="assistant",
            name="pay_every",
            field=models.CharField(
                choices=[
                    ("week", "Every week"),
                    ("2 weeks", "Every 2 weeks"),
                    ("4 weeks", "Every 4 weeks"),
                    ("month", "Every month"),
                    ("year", "Every year"),
                    ("once", "Once"),
                ],
                default="4 weeks",
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="assistantevent",
            name="hours_kind",
            field=models.CharField(
                choices=[
                    ("fixed", "The same hours"),
                    ("irregular", "Hours that change"),
                    ("part_year", "Only part of the year, such as school terms"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="assistantevent",
            name="pay_every",
            field=models.CharField(
                choices=[
                    ("week", "Every week"),
                    ("2 weeks", "Every 2 weeks"),
                    ("4 weeks", "Every 4 weeks"),
                    ("month", "Every month"),
                    ("year", "Every year"),
                    ("once", "Once"),
                ],
                default="4 weeks",
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="line",
            name="every",
            field=models.CharField(
                blank=True,
                choices=[
                    ("week", "Every week"),
                    ("2 weeks", "Every 2 weeks"),
                    ("4 weeks", "Every 4 weeks"),
                    ("month", "Every month"),
                    ("year", "Every year"),
                    ("once", "Once"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="lineevent",
            name="every",
            field=models.CharField(
                blank=True,
                choices=[
                    ("week", "Every week"),
                    ("2 weeks", "Every 2 weeks"),
                    ("4 weeks", "Every 4 weeks"),
                    ("month", "Every month"),
                    ("year", "Every year"),
                    ("once", "Once"),
                ],
                max_length=12,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assistant",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_assistantevent" ("asks_for_pension", "born_on", "hours_kind", "id", "name", "over_state_pension_age", "pay_every", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id") VALUES (NEW."asks_for_pension", NEW."born_on", NEW."hours_kind", NEW."id", NEW."name", NEW."over_state_pension_age", NEW."pay_every", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id"); RETURN NULL;',
                    hash="c033a6be6dd81cfb0d7ed4b0c4e8274ccff2bf64",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_136c3",
                    table="plans_assistant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assistant",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_assistantevent" ("asks_for_pension", "born_on", "hours_kind", "id", "name", "over_state_pension_age", "pay_every", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id") VALUES (NEW."asks_for_pension", NEW."born_on", NEW."hours_kind", NEW."id", NEW."name", NEW."over_state_pension_age", NEW."pay_every", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id"); RETURN NULL;',
                    hash="99dbd3aae89c58eb7a7224bdfa9163944440d8e2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_149a8",
                    table="plans_assistant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="line",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_lineevent" ("amount_pence", "assistant_id", "day_kind", "every", "heading_id", "hourly_pence", "id", "kind", "minutes_awake_weekly", "minutes_weekly", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "share_bp", "words") VALUES (NEW."amount_pence", NEW."assistant_id", NEW."day_kind", NEW."every", NEW."heading_id", NEW."hourly_pence", NEW."id", NEW."kind", NEW."minutes_awake_weekly", NEW."minutes_weekly", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."share_bp", NEW."words"); RETURN NULL;',
                    hash="a46a66377db222b508bf83ad9df2c8a64ed79a76",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_06c36",
                    table="plans_line",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="line",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_lineevent" ("amount_pence", "assistant_id", "day_kind", "every", "heading_id", "hourly_pence", "id", "kind", "minutes_awake_weekly", "minutes_weekly", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "share_bp", "words") VALUES (NEW."amount_pence", NEW."assistant_id", NEW."day_kind", NEW."every", NEW."heading_id", NEW."hourly_pence", NEW."id", NEW."kind", NEW."minutes_awake_weekly", NEW."minutes_weekly", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."share_bp", NEW."words"); RETURN NULL;',
                    hash="19624b884c9e67be812ddf6e37fe0f0e5bdaa151",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ca4b6",
                    table="plans_line",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_planevent" ("claims_allowance", "id", "made_at", "made_by_id", "number", "only_care", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "route", "route_reason", "starts_on", "status") VALUES (NEW."claims_allowance", NEW."id", NEW."made_at", NEW."made_by_id", NEW."number", NEW."only_care", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."route", NEW."route_reason", NEW."starts_on", NEW."status"); RETURN NULL;',
                    hash="66ff72bbedb6554e093ec71a27fa14465b7a37cc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8b340",
                    table="plans_plan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_planevent" ("claims_allowance", "id", "made_at", "made_by_id", "number", "only_care", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "route", "route_reason", "starts_on", "status") VALUES (NEW."claims_allowance", NEW."id", NEW."made_at", NEW."made_by_id", NEW."number", NEW."only_care", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."route", NEW."route_reason", NEW."starts_on", NEW."status"); RETURN NULL;',
                    hash="af2beea90ae891ac1a97f9b3c179956086661450",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ee9c7",
                    table="plans_plan",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="assistant",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="assistant_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="assistant",
            constraint=models.CheckConstraint(
                condition=models.Q(("pay_every__in", ["year", "once"]), _negated=True),
                name="assistant_paid_often_enough",
            ),
        ),
        migrations.AddConstraint(
            model_name="line",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("minutes_awake_weekly__isnull", True),
                    models.Q(
                        ("minutes_awake_weekly__lte", models.F("minutes_weekly")), ("minutes_weekly__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="line_awake_within_the_night",
            ),
        ),
        migrations.AddConstraint(
            model_name="line",
            constraint=models.CheckConstraint(
                condition=models.Q(("share_bp__isnull", True), ("share_bp__lte", 10000), _connector="OR"),
                name="line_share_whole",
            ),
        ),
    ]
