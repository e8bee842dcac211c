import type { Migration } from './migration.ts'

/** Who is in the lobby, what was said to them, strangers who may become customers, and work that is handed on. */
export const lobby: Migration = {
  version: 40,
  name: 'lobby',
  sql: `
    -- A person's or a stranger's time in the branch. While it is open it waits or is served.
    CREATE TABLE visit (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      on_date TEXT NOT NULL,
      customer_id INTEGER REFERENCES customer (id),
      lead_id INTEGER REFERENCES lead (id),
      business TEXT NOT NULL CHECK (business IN
        ('cash', 'transfer', 'account', 'card', 'wealth', 'loan', 'fx', 'enquiry', 'other')),
      state TEXT NOT NULL CHECK (state IN ('waiting', 'serving', 'done', 'left')),
      arrived_at INTEGER NOT NULL,
      -- When the visit entered its state, and the state before it, for the undo.
      state_at INTEGER NOT NULL,
      state_before TEXT CHECK (state_before IS NULL OR state_before IN ('waiting', 'serving', 'done', 'left')),
      state_before_at INTEGER,
      served_by TEXT,
      source TEXT NOT NULL CHECK (source IN ('hand', 'wedge', 'reader', 'folder', 'simulator')),
      -- What the first contact found out (L5).
      clue TEXT NOT NULL DEFAULT '',
      do_not_disturb INTEGER NOT NULL DEFAULT 0 CHECK (do_not_disturb IN (0, 1)),
      created_by TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    -- One open visit a person, however many tickets they draw; merges move the visits of a record to its person.
    CREATE UNIQUE INDEX visit_one_open_per_person ON visit (customer_id)
      WHERE customer_id IS NOT NULL AND state IN ('waiting', 'serving');
    CREATE INDEX visit_of_day ON visit (on_date, state, arrived_at);
    CREATE INDEX visit_by_customer ON visit (customer_id, on_date) WHERE customer_id IS NOT NULL;

    CREATE TABLE visit_ticket (
      on_date TEXT NOT NULL,
      ticket TEXT NOT NULL,
      visit_id INTEGER NOT NULL REFERENCES visit (id),
      at INTEGER NOT NULL,
      PRIMARY KEY (on_date, ticket)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX visit_ticket_by_visit ON visit_ticket (visit_id, at);

    -- What a source of arrivals reported and what became of it: Settings shows the last ones. Never a number in clear.
    CREATE TABLE arrival_event (
      id INTEGER PRIMARY KEY,
      source TEXT NOT NULL,
      at INTEGER NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('arrived', 'joined', 'unreadable', 'unknown')),
      summary TEXT NOT NULL,
      visit_id INTEGER REFERENCES visit (id)
    ) STRICT;
    CREATE INDEX arrival_event_by_source ON arrival_event (source, id);

    -- A prompt that was put before somebody, and the answer (L3, L4). One row a prompt and visit; without a visit, a day.
    CREATE TABLE prompt (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      customer_id INTEGER NOT NULL REFERENCES customer (id),
      visit_id INTEGER REFERENCES visit (id),
      kind TEXT NOT NULL,
      play TEXT NOT NULL,
      marketing INTEGER NOT NULL CHECK (marketing IN (0, 1)),
      on_date TEXT NOT NULL,
      shown_at INTEGER NOT NULL,
      shown_to TEXT NOT NULL,
      response TEXT CHECK (response IS NULL OR response IN ('accepted', 'refused', 'not-now')),
      responded_at INTEGER,
      responded_by TEXT,
      CHECK ((response IS NULL) = (responded_at IS NULL))
    ) STRICT;
    CREATE INDEX prompt_by_customer ON prompt (customer_id, on_date);
    CREATE INDEX prompt_of_day ON prompt (on_date, kind);

    -- Words a customer was shown; a change makes a new version, and consents name the one they saw.
    CREATE TABLE consent_text (
      version INTEGER PRIMARY KEY,
      zh TEXT NOT NULL,
      en TEXT NOT NULL,
      from_date TEXT NOT NULL,
      staff_no TEXT NOT NULL
    ) STRICT;

    -- Each purpose a person agreed to or withdrew from; the newest row of a purpose counts.
    CREATE TABLE consent (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      customer_id INTEGER REFERENCES customer (id),
      lead_id INTEGER REFERENCES lead (id),
      purpose TEXT NOT NULL CHECK (purpose IN ('contact', 'marketing', 'profiling')),
      given INTEGER NOT NULL CHECK (given IN (0, 1)),
      text_version INTEGER REFERENCES consent_text (version),
      at INTEGER NOT NULL,
      on_date TEXT NOT NULL,
      staff_no TEXT NOT NULL,
      CHECK ((customer_id IS NULL) <> (lead_id IS NULL))
    ) STRICT;
    CREATE INDEX consent_by_customer ON consent (customer_id, purpose, id) WHERE customer_id IS NOT NULL;
    CREATE INDEX consent_by_lead ON consent (lead_id, purpose, id) WHERE lead_id IS NOT NULL;

    -- A stranger worth remembering (L7, L8). While it is open it has an owner and a next date (F1).
    CREATE TABLE lead (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      surname TEXT NOT NULL,
      title TEXT NOT NULL CHECK (title IN ('mr', 'ms', 'other')),
      phone TEXT,
      phone_tail TEXT,
      ticket TEXT,
      -- By what two leads are the same stranger: whole phone; else surname and tail; else the day's ticket.
      same_key TEXT NOT NULL,
      product TEXT NOT NULL CHECK (product IN ('wealth', 'loan', 'card', 'deposit', 'insurance', 'fund')),
      level TEXT NOT NULL CHECK (level IN ('high', 'mid', 'low')),
      note TEXT NOT NULL,
      source TEXT NOT NULL CHECK (source IN ('branch', 'event', 'online', 'introduced')),
      state TEXT NOT NULL CHECK (state IN ('new', 'contacted', 'qualified', 'converted', 'lost')),
      lost_reason TEXT,
      owner_no TEXT REFERENCES staff (no),
      warn_on TEXT,
      next_on TEXT,
      due_rule TEXT CHECK (due_rule IS NULL OR json_valid(due_rule)),
      -- The customer this stranger turned out to be, or became.
      customer_id INTEGER REFERENCES customer (id),
      joined_at INTEGER,
      joined_on TEXT,
      -- The import that brought the customer; undoing it parts the two again. Null where a person saw who it was.
      joined_import_id INTEGER REFERENCES import_run (id),
      created_by TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      closed_at INTEGER,
      updated_at INTEGER NOT NULL,
      version INTEGER NOT NULL DEFAULT 1,
      CHECK (state IN ('converted', 'lost') OR (owner_no IS NOT NULL AND next_on IS NOT NULL AND warn_on IS NOT NULL)),
      CHECK ((state IN ('converted', 'lost')) = (closed_at IS NOT NULL)),
      CHECK ((state = 'lost') = (lost_reason IS NOT NULL)),
      CHECK (phone IS NOT NULL OR phone_tail IS NOT NULL OR ticket IS NOT NULL)
    ) STRICT;
    CREATE UNIQUE INDEX lead_one_open_per_stranger ON lead (same_key) WHERE closed_at IS NULL;
    CREATE INDEX lead_open_of_owner ON lead (owner_no, next_on) WHERE closed_at IS NULL;
    -- The same stranger under another key: the whole number today, its tail last week.
    CREATE INDEX lead_open_by_tail ON lead (phone_tail, surname) WHERE closed_at IS NULL AND phone_tail IS NOT NULL;
    CREATE INDEX lead_of_creator ON lead (created_by, updated_at);
    CREATE INDEX lead_by_state ON lead (state, updated_at);
    CREATE INDEX lead_by_phone ON lead (phone) WHERE phone IS NOT NULL;
    CREATE INDEX lead_by_customer ON lead (customer_id) WHERE customer_id IS NOT NULL;
    CREATE INDEX lead_joined_by_import ON lead (joined_import_id) WHERE joined_import_id IS NOT NULL;

    CREATE TABLE lead_step (
      id INTEGER PRIMARY KEY,
      lead_id INTEGER NOT NULL REFERENCES lead (id),
      state TEXT NOT NULL,
      note TEXT NOT NULL,
      at INTEGER NOT NULL,
      staff_no TEXT NOT NULL,
      -- What happened, where it is not the state alone: asked again, handed on, joined to a customer.
      kind TEXT NOT NULL DEFAULT 'moved' CHECK (kind IN ('saved', 'asked-again', 'moved', 'handed-on', 'joined')),
      detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail))
    ) STRICT;
    CREATE INDEX lead_step_by_lead ON lead_step (lead_id, id);

    -- Work handed on to a named person with a clock and somebody to fall back on (L8). About a customer or a lead.
    CREATE TABLE referral (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      customer_id INTEGER REFERENCES customer (id),
      lead_id INTEGER REFERENCES lead (id),
      intent_id INTEGER REFERENCES intent (id),
      -- The referral whose receiver handed the same wish on with this one; what comes of it counts for both.
      handed_on_from INTEGER REFERENCES referral (id),
      product TEXT NOT NULL CHECK (product IN ('wealth', 'loan', 'card', 'deposit', 'insurance', 'fund')),
      level TEXT NOT NULL CHECK (level IN ('high', 'mid', 'low')),
      reason TEXT NOT NULL,
      from_no TEXT NOT NULL REFERENCES staff (no),
      to_no TEXT NOT NULL REFERENCES staff (no),
      backup_no TEXT REFERENCES staff (no),
      state TEXT NOT NULL CHECK (state IN
        ('offered', 'accepted', 'contacted', 'qualified', 'converted', 'declined', 'lost', 'withdrawn')),
      offered_at INTEGER NOT NULL,
      -- While it is offered: the instant, counted in working hours, at which it goes to the backup.
      accept_by_at INTEGER,
      bounced_at INTEGER,
      -- 1 where nobody is left to fall back on: it stays with its receiver until somebody acts.
      stranded INTEGER NOT NULL DEFAULT 0 CHECK (stranded IN (0, 1)),
      accepted_at INTEGER,
      contacted_at INTEGER,
      qualified_at INTEGER,
      closed_at INTEGER,
      outcome_note TEXT NOT NULL DEFAULT '',
      updated_at INTEGER NOT NULL,
      version INTEGER NOT NULL DEFAULT 1,
      CHECK ((customer_id IS NULL) <> (lead_id IS NULL)),
      CHECK ((state = 'offered') = (accept_by_at IS NOT NULL)),
      CHECK ((state IN ('converted', 'declined', 'lost', 'withdrawn')) = (closed_at IS NOT NULL))
    ) STRICT;
    CREATE INDEX referral_offered_by_clock ON referral (accept_by_at) WHERE state = 'offered' AND stranded = 0;
    CREATE INDEX referral_of_receiver ON referral (to_no, state, offered_at);
    CREATE INDEX referral_of_sender ON referral (from_no, offered_at);
    CREATE INDEX referral_onward ON referral (handed_on_from) WHERE handed_on_from IS NOT NULL;
    CREATE INDEX referral_by_customer ON referral (customer_id) WHERE customer_id IS NOT NULL;
    CREATE INDEX referral_by_lead ON referral (lead_id) WHERE lead_id IS NOT NULL;

    -- What happened to a referral: every state it entered, every receiver it was put to. Who referred reads it.
    CREATE TABLE referral_step (
      id INTEGER PRIMARY KEY,
      referral_id INTEGER NOT NULL REFERENCES referral (id),
      event TEXT NOT NULL,
      to_no TEXT NOT NULL,
      note TEXT NOT NULL,
      at INTEGER NOT NULL,
      -- Null where the clock did it.
      staff_no TEXT
    ) STRICT;
    CREATE INDEX referral_step_by_referral ON referral_step (referral_id, id);

    -- Who gets work of that value and level (I4): a person, or whoever of a role has least; and a backup likewise.
    CREATE TABLE route (
      value TEXT NOT NULL CHECK (value IN ('high', 'mid', 'low')),
      level TEXT NOT NULL CHECK (level IN ('high', 'mid', 'low')),
      to_role TEXT CHECK (to_role IN ('teller', 'lobby', 'rm', 'head')),
      to_no TEXT REFERENCES staff (no),
      backup_role TEXT CHECK (backup_role IN ('teller', 'lobby', 'rm', 'head')),
      backup_no TEXT REFERENCES staff (no),
      updated_at INTEGER NOT NULL,
      PRIMARY KEY (value, level),
      CHECK ((to_role IS NULL) <> (to_no IS NULL)),
      CHECK (backup_role IS NULL OR backup_no IS NULL)
    ) STRICT, WITHOUT ROWID;

    -- What somebody should be told, once (F4). The key keeps the clock from telling it twice.
    CREATE TABLE notice (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      staff_no TEXT NOT NULL,
      kind TEXT NOT NULL,
      about_uid TEXT,
      on_date TEXT NOT NULL,
      detail TEXT NOT NULL CHECK (json_valid(detail)),
      once_key TEXT NOT NULL UNIQUE,
      created_at INTEGER NOT NULL,
      -- Null until it was shown by the system, or seen in the list.
      shown_at INTEGER,
      seen_at INTEGER
    ) STRICT;
    CREATE INDEX notice_unseen ON notice (staff_no, created_at) WHERE seen_at IS NULL;

    -- What was printed: one person's list, or the whole branch's morning sheet.
    ALTER TABLE list_print ADD COLUMN kind TEXT NOT NULL DEFAULT 'daily' CHECK (kind IN ('daily', 'morning'));
    CREATE INDEX list_print_of_day ON list_print (as_of);

    -- How far up the ladder an overdue intent has gone; a contact takes it down again.
    CREATE TABLE escalation (
      intent_id INTEGER PRIMARY KEY REFERENCES intent (id),
      step TEXT NOT NULL CHECK (step IN ('owner', 'head', 'high-risk')),
      overdue_days INTEGER NOT NULL,
      since_date TEXT NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX escalation_by_step ON escalation (step, since_date);
    -- Whatever closes an intent or moves it on takes it down with the same write.
    CREATE TRIGGER intent_leaves_the_ladder AFTER UPDATE OF status, next_on ON intent
      WHEN NEW.status <> 'open' OR NEW.next_on > OLD.next_on
      BEGIN DELETE FROM escalation WHERE intent_id = NEW.id; END;

    -- What retention removed and when, in numbers only (P3).
    CREATE TABLE retention_run (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      at INTEGER NOT NULL,
      staff_no TEXT NOT NULL,
      counts TEXT NOT NULL CHECK (json_valid(counts))
    ) STRICT;

    -- Comparing two records shows as much of a person as opening the panel, and counts like it (P2).
    DROP INDEX audit_views_of_staff;
    CREATE INDEX audit_views_of_staff ON audit (staff_no, at, customer_uid, action)
      WHERE action IN ('customers.open', 'customers.comparePair');
    -- Who looked at whom on a day. Links that show nobody stay out, so that a flag or a lead writes no page of it;
    -- SQLite takes the index only for a query with this very list, which a test of the plan holds together.
    CREATE INDEX audit_looks_by_time ON audit (at) WHERE action IN (
      'customers.open', 'customers.comparePair', 'followups.findRow', 'customers.reveal', 'followups.freezeList',
      'followups.freezeMorning', 'followups.recordReprint', 'followups.sendToPrinter', 'followups.savePdf',
      'consents.export', 'imports.takeRejects', 'imports.saveRejects', 'audit.record'
    );

    -- A refused channel that the customer opened again: their consent, given in the same write, is named (P3).
    CREATE TABLE channel_reopening (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      customer_id INTEGER NOT NULL REFERENCES customer (id),
      channel TEXT NOT NULL CHECK (channel IN ('face', 'phone', 'sms', 'email', 'app', 'wechat')),
      refused_on TEXT NOT NULL,
      refused_by TEXT,
      consent_id INTEGER NOT NULL REFERENCES consent (id),
      at INTEGER NOT NULL,
      on_date TEXT NOT NULL,
      staff_no TEXT NOT NULL
    ) STRICT;
    CREATE INDEX channel_reopening_by_customer ON channel_reopening (customer_id, id);

    -- A refusal is only taken off by a reopening that rests on a given consent to marketing, whoever asks.
    CREATE TRIGGER refusal_yields_to_consent BEFORE DELETE ON refusal
      WHEN NOT EXISTS (
        SELECT 1 FROM channel_reopening AS reopening JOIN consent ON consent.id = reopening.consent_id
        WHERE reopening.customer_id = OLD.customer_id AND reopening.channel = OLD.channel
          AND reopening.refused_on = OLD.on_date AND consent.purpose = 'marketing' AND consent.given = 1)
      BEGIN SELECT RAISE(ABORT, 'refusal stands'); END;

    -- Whether a person's newest word on being contacted, or on marketing, is a withdrawal; said on any of their records,
    -- or as the stranger they were before.
    CREATE VIEW withdrawn_person AS
      SELECT person.id AS customer_id FROM customer AS person
      WHERE EXISTS (
        SELECT 1 FROM (SELECT 'marketing' AS purpose UNION ALL SELECT 'contact') AS asked
        WHERE (
          SELECT given FROM (
            SELECT consent.id, consent.given FROM customer AS record
            JOIN consent ON consent.customer_id = record.id AND consent.purpose = asked.purpose
            WHERE record.id = person.id OR record.merged_into = person.id
            UNION ALL
            SELECT consent.id, consent.given FROM customer AS record
            JOIN lead ON lead.customer_id = record.id
            JOIN consent ON consent.lead_id = lead.id AND consent.purpose = asked.purpose
            WHERE record.id = person.id OR record.merged_into = person.id)
          ORDER BY id DESC LIMIT 1) = 0);

    -- Marketing needs no withdrawn consent (P3), as it needs no refused channel.
    CREATE TRIGGER contact_respects_withdrawal BEFORE INSERT ON contact
      WHEN NEW.marketing = 1 AND EXISTS (
        SELECT 1 FROM customer AS own
        JOIN withdrawn_person ON withdrawn_person.customer_id = coalesce(own.merged_into, own.id)
        WHERE own.id = NEW.customer_id)
      BEGIN SELECT RAISE(ABORT, 'consent withdrawn'); END;
  `,
}
