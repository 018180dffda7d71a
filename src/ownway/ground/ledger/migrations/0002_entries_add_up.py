"""PostgreSQL's promise: the legs of an entry arrive together, at least two of them, and add up to nothing."""

from django.db import migrations

ADD_UP = """
CREATE FUNCTION ledger_entry_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong bigint;
BEGIN
    SELECT legs.entry_id INTO wrong
      FROM (SELECT entry_id, sum(pence) AS total, count(*) AS number FROM fresh GROUP BY entry_id) AS legs
     WHERE legs.total <> 0
        OR legs.number <> (SELECT count(*) FROM ledger_posting AS p WHERE p.entry_id = legs.entry_id)
     LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'entry % does not add up to nothing, or its legs came apart', wrong
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_adds_up', TABLE = 'ledger_posting';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER entry_adds_up AFTER INSERT ON ledger_posting
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION ledger_entry_adds_up();

CREATE FUNCTION ledger_entry_has_legs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM ledger_posting AS p WHERE p.entry_id = NEW.id) THEN
        RAISE EXCEPTION 'entry % has no legs', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_has_legs', TABLE = 'ledger_entry';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER entry_has_legs AFTER INSERT ON ledger_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_entry_has_legs();
"""

TAKE_AWAY = """
DROP TRIGGER entry_has_legs ON ledger_entry;
DROP FUNCTION ledger_entry_has_legs();
DROP TRIGGER entry_adds_up ON ledger_posting;
DROP FUNCTION ledger_entry_adds_up();
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunSQL(ADD_UP, TAKE_AWAY)]
