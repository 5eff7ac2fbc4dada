import { join } from 'node:path';
import { askPostgres } from '../../support/ask-postgres.js';
import { checkChain } from '../check-audit.js';
import { copyTables } from '../copy-tables.js';
import { noFindings, together, type Findings } from '../findings.js';
import type { Place } from '../program.js';
import { checkLeft } from './check-image.js';
import type { DiskImage } from './disk-model.js';

const DAMAGE = `
  SELECT c.relname || ': ' || v.msg AS said FROM pg_class c, verify_heapam(c.oid) v
   WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`;
/** Answers with an error where an index does not fit its table. */
const INDEXES = `
  SELECT bt_index_check(i.indexrelid, true) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    JOIN pg_am a ON a.oid = c.relam WHERE a.amname = 'btree' AND c.relnamespace = 'public'::regnamespace`;

/** A machine after a power cut: a server that runs again on what was left, and the data folder of the program. */
export class LeftMachine {
  constructor(
    private readonly port: number,
    /** The data folder; `layTables` puts a copy of all tables into it. */
    readonly data: string,
    private readonly image: DiskImage,
  ) {}

  /** Where a program goes on with it. */
  place(shiftMs: number, settings: Record<string, string> = {}): Place {
    return {
      data: this.data,
      shiftMs,
      settings: { ...postgresVariables(this.port, this.data), ...settings },
    };
  }

  /** Tables without a damaged page, indexes that know every row. */
  async checkPages(): Promise<Findings> {
    await askPostgres(this.address, 'CREATE EXTENSION amcheck');
    const damage = await askPostgres<{ said: string }>(this.address, DAMAGE);
    await askPostgres(this.address, INDEXES);
    return { ...noFindings(), faults: damage.map(({ said }) => said) };
  }

  /** Copies every table into a SQLite file in the data folder, for the checkers. */
  layTables(): Promise<void> {
    return copyTables(this.address, this.data);
  }

  /** Every acknowledged upload a row with its file, the audit chain unbroken; of tables that were laid. */
  checkUploads(acknowledged: readonly string[]): Findings {
    const files = [...this.image].filter(([path]) => path.startsWith(OF_APP));
    const own = new Map(files.map(([path, bytes]) => [path.slice(OF_APP.length), bytes]));
    return together([checkLeft(join(this.data, 'diaodu.sqlite'), own, acknowledged), checkChain(this.data)]);
  }

  /** As a superuser, whom row-level security does not bind. */
  private get address(): string {
    return addressOf('postgres', this.port);
  }
}

const OF_APP = 'app/';

/** Settings of a program on that server. */
export function postgresVariables(port: number, data: string): Record<string, string> {
  return { DIAODU_DATABASE: 'postgres', DATABASE_URL: addressOf('diaodu', port), DIAODU_DATA_DIR: data };
}

function addressOf(role: string, port: number): string {
  return `postgres://${role}@127.0.0.1:${port}/diaodu`;
}
