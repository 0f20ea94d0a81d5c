import type { Dialect } from '../store.ts';

/**
 * Who uses the desk, what they did, what they follow, and what is still to be told to whom. None of it is derived, and only
 * `acts` goes along with `export ledger`: the rest are secrets, or plans of one machine. Times are ISO 8601 in UTC.
 */
export function makeTeam({ text, integer, tableEnd, keyedTableEnd }: Dialect): readonly string[] {
  return [
    // folded: the name as it is compared. password: scrypt in the PHC form; null: signed in by a proxy alone.
    `CREATE TABLE users (
       id ${text} PRIMARY KEY, name ${text} NOT NULL, folded ${text} NOT NULL UNIQUE, role ${text} NOT NULL,
       password ${text}, made_at ${text} NOT NULL, made_by ${text} NOT NULL
     )${tableEnd}`,
    // id: sha256 of what the cookie holds.
    `CREATE TABLE sessions (
       id ${text} PRIMARY KEY, person ${text} NOT NULL, began ${text} NOT NULL, seen ${text} NOT NULL
     )${tableEnd}`,
    'CREATE INDEX sessions_person ON sessions (person)',
    // hash: sha256 of the key. ends, used, revoked: null where it never ends, was never used, is not revoked.
    `CREATE TABLE api_keys (
       id ${text} PRIMARY KEY, owner ${text} NOT NULL, name ${text} NOT NULL, hash ${text} NOT NULL, role ${text} NOT NULL,
       scope ${text} NOT NULL, made_at ${text} NOT NULL, ends ${text}, used ${text}, revoked ${text}
     )${tableEnd}`,
    'CREATE INDEX api_keys_owner ON api_keys (owner)',
    // What people did besides their decisions, which are in `corrections`. It is only ever added to.
    `CREATE TABLE acts (
       id ${text} PRIMARY KEY, kind ${text} NOT NULL, about ${text} NOT NULL, said_at ${text} NOT NULL,
       said_by ${text} NOT NULL, why ${text} NOT NULL
     )${tableEnd}`,
    'CREATE INDEX acts_said_at ON acts (said_at)',
    'CREATE INDEX corrections_said_at ON corrections (said_at)',
    // Answers to writes that came with an Idempotency-Key. status: null while it is worked on.
    `CREATE TABLE kept_answers (
       id ${text} PRIMARY KEY, asked ${text} NOT NULL, status ${integer}, answer ${text}, said_at ${text} NOT NULL
     )${tableEnd}`,
    'CREATE INDEX kept_answers_said_at ON kept_answers (said_at)',
    // looked: when it was looked at last; null: not yet, so that what is there already is no news.
    `CREATE TABLE follows (
       id ${text} PRIMARY KEY, owner ${text} NOT NULL, kind ${text} NOT NULL, target ${text} NOT NULL, name ${text} NOT NULL,
       made_at ${text} NOT NULL, looked ${text}
     )${tableEnd}`,
    'CREATE INDEX follows_owner ON follows (owner)',
    // What is known of what is followed.
    `CREATE TABLE followed (follow ${text} NOT NULL, fact ${text} NOT NULL, PRIMARY KEY (follow, fact))${keyedTableEnd}`,
    // body: JSON. seen: 0 or 1.
    `CREATE TABLE news (
       id ${text} PRIMARY KEY, follow ${text} NOT NULL, owner ${text} NOT NULL, said_at ${text} NOT NULL,
       kind ${text} NOT NULL, body ${text} NOT NULL, seen ${integer} NOT NULL
     )${tableEnd}`,
    'CREATE INDEX news_owner ON news (owner, said_at, id)',
    'CREATE INDEX news_follow ON news (follow)',
    // secret: what messages are signed with. trouble: why nothing is sent any more; null: it is.
    `CREATE TABLE hooks (
       id ${text} PRIMARY KEY, owner ${text} NOT NULL, address ${text} NOT NULL, secret ${text} NOT NULL,
       made_at ${text} NOT NULL, trouble ${text}
     )${tableEnd}`,
    'CREATE INDEX hooks_owner ON hooks (owner)',
    // The outbox. id: the webhook-id. due: null: there is nothing left to try. tries: JSON, one entry an attempt.
    `CREATE TABLE deliveries (
       id ${text} PRIMARY KEY, hook ${text} NOT NULL, owner ${text} NOT NULL, said_at ${text} NOT NULL, body ${text} NOT NULL,
       state ${text} NOT NULL, due ${text}, tries ${text} NOT NULL
     )${tableEnd}`,
    'CREATE INDEX deliveries_due ON deliveries (due)',
    'CREATE INDEX deliveries_owner ON deliveries (owner, said_at, id)',
  ];
}
