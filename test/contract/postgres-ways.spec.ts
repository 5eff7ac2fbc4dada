import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { persistence } from '../../src/app/persistence.js';
import { loadSettings } from '../../src/platform/config/load-settings.js';
import type { Database } from '../../src/platform/database/database.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { borrowDatabase, type BorrowedDatabase } from '../support/shared-postgres.js';
import { TcpProxy } from '../support/tcp-proxy.js';

/** Connections of the process, and how many of them units of work may hold: six of ten. */
const POOL = 5;
const PLACES = 3;

/** What the scarce things, connections and ways over the network, are spent on. */
describe('connections to PostgreSQL and messages over them', () => {
  let borrowed: BorrowedDatabase;
  let proxy: TcpProxy;
  let db: Database;

  beforeAll(async () => {
    borrowed = await borrowDatabase();
    const address = new URL(borrowed.address);
    proxy = await TcpProxy.before(Number(address.port));
    address.port = String(proxy.port);
    const settings = {
      DIAODU_DATABASE: 'postgres',
      DATABASE_URL: address.href,
      DIAODU_PG_POOL: String(POOL),
      DIAODU_PG_WAIT_MS: '3000',
    };
    db = await openDatabase(loadSettings(settings), persistence);
  });
  afterAll(async () => {
    await db.close();
    await proxy.close();
    await borrowed.giveBack();
  });

  const put = (name: string) =>
    db.write('INSERT INTO office_setting (name, value) VALUES (?, ?)', [name, 'x']);
  const look = () => db.read('SELECT 1 AS one FROM office_setting LIMIT 1');
  /** Messages of the program while something is done. */
  async function messagesOf(work: () => Promise<unknown>): Promise<number> {
    let messages = 0;
    proxy.judgeBy(({ from }) => {
      if (from === 'client') messages += 1;
      return 'pass';
    });
    await work();
    proxy.judgeBy();
    return messages;
  }

  it('leave room for whoever only looks, however many want to write', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    let begun = 0;
    const units = Array.from({ length: 3 * POOL }, (_, n) =>
      db.unitOfWork.run(async () => {
        await put(`way-${n}`);
        begun += 1;
        await gate;
      }),
    );
    await sleep(300);
    expect(begun).toBe(PLACES);
    const began = performance.now();
    for (let n = 0; n < 20; n++) await look();
    expect(performance.now() - began).toBeLessThan(1_000);
    open();
    await Promise.all(units);
    expect(begun).toBe(3 * POOL);
  });

  it('take one message for a look, with what the server has to know for it', async () => {
    await look();
    expect(await messagesOf(look)).toBe(1);
  });

  it('take one message for each statement of a unit, its beginning and its end', async () => {
    const unit = async (statements: number) =>
      db.unitOfWork.run(async () => {
        for (let n = 0; n < statements; n++) await put(`message-${statements}-${n}`);
      });
    await unit(1);
    expect(await messagesOf(() => unit(2))).toBe(4);
    expect(await messagesOf(() => unit(5))).toBe(7);
  });
});
