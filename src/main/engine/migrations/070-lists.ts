import type { Migration } from './migration.ts'

/** What lists of customers sort and filter by beside tier and assets, and how each member of the staff lays them out. */
export const lists: Migration = {
  version: 70,
  name: 'lists',
  sql: `
    -- Beside what lists sort by, so that a page is one range of one index. Empty where nobody ever contacted the person.
    ALTER TABLE customer_facts ADD COLUMN owner_no TEXT;
    ALTER TABLE customer_facts ADD COLUMN last_contact_on TEXT NOT NULL DEFAULT '';
    UPDATE customer_facts SET owner_no = (SELECT owner_no FROM customer WHERE customer.id = customer_facts.customer_id);
    UPDATE customer_facts SET last_contact_on = known.last_on FROM (
      SELECT coalesce(record.merged_into, record.id) AS person_id, max(contact.on_date) AS last_on
      FROM contact JOIN customer AS record ON record.id = contact.customer_id GROUP BY 1) AS known
      WHERE known.person_id = customer_facts.customer_id;

    CREATE TRIGGER facts_follow_owner AFTER UPDATE OF owner_no ON customer
      WHEN old.owner_no IS NOT new.owner_no
    BEGIN
      UPDATE customer_facts SET owner_no = new.owner_no WHERE customer_id = new.id;
    END;
    CREATE TRIGGER facts_follow_contact AFTER INSERT ON contact BEGIN
      UPDATE customer_facts SET last_contact_on = max(last_contact_on, new.on_date)
        WHERE customer_id = (SELECT coalesce(merged_into, id) FROM customer WHERE id = new.customer_id);
    END;
    CREATE TRIGGER facts_forget_contact AFTER DELETE ON contact BEGIN
      UPDATE customer_facts SET last_contact_on = coalesce((
          SELECT max(on_date) FROM contact WHERE customer_id IN (
            SELECT id FROM customer WHERE id = customer_facts.customer_id
            UNION ALL SELECT id FROM customer WHERE merged_into = customer_facts.customer_id)), '')
        WHERE customer_id = (SELECT coalesce(merged_into, id) FROM customer WHERE id = old.customer_id);
    END;

    DROP INDEX facts_by_tier;
    CREATE INDEX facts_by_tier ON customer_facts (tier, aum_fen DESC, customer_id, last_contact_on);
    CREATE INDEX facts_by_owner ON customer_facts (owner_no, tier, aum_fen DESC, customer_id, last_contact_on, findings)
      WHERE owner_no IS NOT NULL;
    CREATE INDEX facts_by_contact ON customer_facts (last_contact_on, customer_id, tier, owner_no, findings);
    CREATE INDEX facts_maturing ON customer_facts (next_maturity_on, customer_id, tier, owner_no, last_contact_on, findings)
      WHERE findings & 2 <> 0;
    ${['leaking', 'maturity_near', 'large_cash', 'wealth_enquiries', 'near_next_tier', 'birthday', 'dormant']
      .map(
        (name, place) => `DROP INDEX facts_${name};
    CREATE INDEX facts_${name} ON customer_facts (tier, aum_fen DESC, customer_id, findings, last_contact_on)
      WHERE findings & ${1 << place} <> 0;`,
      )
      .join('\n    ')}

    -- An exported list names everybody on it.
    DROP INDEX audit_looks_by_time;
    CREATE INDEX audit_looks_by_time ON audit (at) WHERE action IN (
      'customers.open', 'customers.comparePair', 'followups.findRow', 'customers.reveal', 'followups.freezeList',
      'followups.freezeMorning', 'followups.recordReprint', 'followups.sendToPrinter', 'followups.savePdf',
      'consents.export', 'imports.takeRejects', 'imports.saveRejects', 'lists.export', 'audit.record'
    );

    -- Which columns somebody shows in a list, and how it was sorted last.
    CREATE TABLE list_layout (
      staff_no TEXT NOT NULL REFERENCES staff (no),
      list TEXT NOT NULL,
      columns TEXT NOT NULL CHECK (json_valid(columns)),
      sort TEXT NOT NULL,
      reversed INTEGER NOT NULL CHECK (reversed IN (0, 1)),
      PRIMARY KEY (staff_no, list)
    ) STRICT, WITHOUT ROWID;
  `,
}
