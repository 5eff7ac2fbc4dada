import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../case.js';
import { checkUploads, storedFiles } from '../check-uploads.js';
import { pieceOf, type EvidenceClient, type Piece } from '../evidence-client.js';
import type { Program } from '../program.js';
import { ask, until } from '../tables.js';
import { letClerkIn, startOffice } from '../web-office.js';

const LARGEST = 300_000;

/** What senders did and were told, over all laps. */
interface Ledger {
  /** By name: names are given once, to a file or to both of a pair of twins. */
  sent: Map<string, Piece>;
  broken: Set<string>;
  acknowledged: { id: string; name: string }[];
  twins: number;
}

/** What one lap of it came to. */
export interface BrokenUploads {
  acknowledged: number;
  brokenOff: number;
  twins: number;
}

/**
 * C19 over HTTP: whole uploads, uploads broken off at a random byte and the same file sent twice at once, all beside each
 * other, and a kill −9 in between; at the end every file is fetched as a person fetches it.
 */
export async function breakUploads(bench: Bench, program: Program, laps: number): Promise<BrokenUploads> {
  const data = (await bench.template(20)).copy();
  await letClerkIn(data);
  const ledger: Ledger = { sent: new Map(), broken: new Set(), acknowledged: [], twins: 0 };
  for (let lap = 0; lap < laps; lap++) {
    const { service, clerk } = await startOffice(program, { data });
    let isOver = false;
    const senders = Promise.all(
      [whole, whole, broken, broken, twin].map((deed, n) =>
        sendUntil(() => isOver, (turn) => deed(bench, clerk, ledger, `${lap}-${n}-${turn}`)),
      ),
    );
    const before = ledger.acknowledged.length;
    await until('the uploads to begin', () => ledger.acknowledged.length > before, 30_000, 10);
    await sleep(bench.random() * 900);
    service.child.kill('SIGKILL');
    await service.ended;
    isOver = true;
    await senders;
  }
  await judge(bench, program, data, ledger);
  return { acknowledged: ledger.acknowledged.length, brokenOff: ledger.broken.size, twins: ledger.twins };
} // prettier-ignore

async function sendUntil(isOver: () => boolean, deed: (turn: number) => Promise<void>): Promise<void> {
  for (let turn = 0; !isOver(); turn++) {
    await deed(turn);
    // Five senders who never paused would leave the service no time of a machine with two cores.
    await sleep(5);
  }
}

async function whole(bench: Bench, clerk: EvidenceClient, ledger: Ledger, name: string): Promise<void> {
  await send(clerk, ledger, newPiece(bench, ledger, name));
}

async function broken(bench: Bench, clerk: EvidenceClient, ledger: Ledger, name: string): Promise<void> {
  const piece = newPiece(bench, ledger, name);
  ledger.broken.add(piece.name);
  await clerk.breakOff(piece, bench.random());
  // Breaking off is quicker than sending; without a pause there would be little else.
  await sleep(20);
}

async function twin(bench: Bench, clerk: EvidenceClient, ledger: Ledger, name: string): Promise<void> {
  const piece = newPiece(bench, ledger, name);
  const [one, other] = await Promise.all([send(clerk, ledger, piece), send(clerk, ledger, piece)]);
  if (one === null || other === null) return;
  ledger.twins += 1;
  bench.verdict.same(`${piece.name} sent twice at once is one piece`, one, other);
}

function newPiece({ random }: Bench, { sent }: Ledger, name: string): Piece {
  const piece = pieceOf(`${name}.pdf`, 1 + Math.floor(random() * LARGEST));
  sent.set(piece.name, piece);
  return piece;
}

async function send(clerk: EvidenceClient, { acknowledged }: Ledger, piece: Piece): Promise<string | null> {
  const id = (await clerk.upload(piece))?.id ?? null;
  if (id !== null) acknowledged.push({ id, name: piece.name });
  return id;
}

async function judge(bench: Bench, program: Program, data: string, ledger: Ledger): Promise<void> {
  const { verdict } = bench;
  const { service, clerk } = await startOffice(program, { data });
  const temporary = () => readdirSync(join(data, 'files', 'tmp')).length;
  const before = temporary();
  for (let n = 0; n < 10; n++) await broken(bench, clerk, ledger, `last-${n}`);
  await until('what was broken off to be cleared away', () => temporary() === before, 5_000).catch(() =>
    verdict.same('temporary files of uploads broken off', temporary(), before),
  );
  const rows = ask<{ id: string; name: string; sha256: string }>(data, 'SELECT id, name, sha256 FROM evidence');
  for (const { id, name } of rows)
    verdict.same(`content of ${name} as a person gets it`, await clerk.hashOf(id), ledger.sent.get(name)?.sha256);
  service.child.kill('SIGTERM');
  await service.ended;
  checkUploads(bench, data, ledger.acknowledged.map(({ id }) => id));
  verdict.same('pieces that were never sent whole', rows.filter(({ name }) => ledger.broken.has(name)), []);
  verdict.same('names with more than one row', rows.length - new Set(rows.map(({ name }) => name)).size, 0);
  const byId = new Map(rows.map(({ id, name }) => [id, name]));
  verdict.same('uploads told another’s id', ledger.acknowledged.filter(({ id, name }) => byId.get(id) !== name), []);
  const files = storedFiles(data).map((path) => basename(path));
  verdict.same('files with the same hash', files.length - new Set(files).size, 0);
  verdict.same('files of uploads that were never whole', [...ledger.broken].filter((name) => files.includes(ledger.sent.get(name)?.sha256 ?? '')), []);
} // prettier-ignore
