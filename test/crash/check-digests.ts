import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, noFindings, together, type Findings } from './findings.js';
import { ask } from './tables.js';

/**
 * Once a service has worked everything off: each reminder that goes out is in exactly one digest, each recipient has
 * one digest a day and one mail of it, and the mail lies in the folder once under its constant Message-ID. Digests of days
 * after `upTo` need not be out yet: what comes when the digest of a day is out waits for that of the next working day. Where a mail server
 * took them, `taken` is the Message-IDs it has seen: once at least, since no sender can promise more.
 */
export function checkDigests(data: string, upTo = '9999-12-31', taken?: readonly string[]): Findings {
  const issued = keys(data, `SELECT id AS key FROM reminder WHERE state = 'ISSUED'`);
  const items = keys(data, 'SELECT reminder_id AS key FROM digest_item');
  const digests = keys(data, `SELECT day || '/' || department_id || '/' || recipient AS key FROM digest`);
  const recipients = keys(
    data,
    `SELECT DISTINCT d.day || '/' || r.department_id || '/' || r.recipient AS key FROM reminder r
       JOIN digest_item i ON i.reminder_id = r.id JOIN digest d ON d.id = i.digest_id`,
  );
  const mails = keys(data, `SELECT message_id AS key FROM delivery WHERE state = 'SENT'`);
  const unsent = keys(
    data,
    `SELECT v.digest_id || ' ' || v.state AS key FROM delivery v JOIN digest d ON d.id = v.digest_id
      WHERE v.state <> 'SENT' AND d.day <= '${upTo}'`,
  );
  return together([
    compare('digest of reminder', new Set(issued), items),
    compare('digest', new Set(recipients), digests),
    compare('mail of digest', new Set(keys(data, 'SELECT id AS key FROM digest')), keys(data, 'SELECT digest_id AS key FROM delivery')), // prettier-ignore
    compare('mail on disk', new Set(mails), taken ? [...new Set(taken)] : messageIdsIn(join(data, 'mail'))),
    { ...noFindings(), lost: unsent.map((key) => `mail ${key}`) },
  ]);
}

function messageIdsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => /^Message-ID: <(.+)>\r?$/im.exec(readFileSync(join(folder, name), 'utf8'))?.[1] ?? name);
}

function keys(data: string, sql: string): string[] {
  return ask<{ key: string }>(data, sql).map(({ key }) => key);
}
