import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../domain/refusal.js';
import type { RequestWithActor } from '../../auth/access.guard.js';
import { SessionCookies } from '../../auth/session-cookie.js';
import { SessionGate } from '../../auth/session-gate.js';
import { ProgressBoard } from './progress-board.js';
import { ownerOf } from './progress-owner.js';
import { progressStream } from './progress-stream.js';

/** Lets whoever began long work, and nobody else, listen to how far it is. */
@Injectable()
export class ListenProgressService {
  /** Shortened in tests. */
  beatMs: number = 15_000;
  /** A browser may open the stream before the request it is about arrives; shortened in tests. */
  patienceMs: number = 1000;
  /** How often it looks again meanwhile; shortened in tests, where work may be over sooner than that. */
  lookAgainMs: number = 50;

  constructor(
    private readonly board: ProgressBoard,
    private readonly gate: SessionGate,
    private readonly cookies: SessionCookies,
  ) {}

  /** The stream of an id; refuses one that is nobody's or somebody else's (PROGRESS_NOT_FOUND). */
  async listen(id: string, request: RequestWithActor): Promise<Readable> {
    const owner = ownerOf(request);
    const { board, beatMs, lookAgainMs } = this;
    for (let waited = 0; !board.has(id, owner) && waited < this.patienceMs; waited += lookAgainMs)
      await sleep(lookAgainMs);
    if (!board.has(id, owner)) throw progressNotFound();
    const mayListen = () => this.isStill(owner, request);
    return progressStream({ board, id, owner, mayListen, beatMs });
  }

  /** True while the session that listens lives on in the same post; an ended one hears no more (吊销即时生效). */
  private async isStill(owner: string, request: RequestWithActor): Promise<boolean> {
    const token = this.cookies.read(request, 'session') ?? '';
    const opened = await this.gate.open(token, { address: request.ip, requestId: String(request.id) });
    return typeof opened !== 'string' && ownerOf({ session: opened, actor: opened.actor }) === owner;
  }
}

/** Nobody's progress and somebody else's are told alike. */
function progressNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'PROGRESS_NOT_FOUND', '没有这项办理的进度，或者已经结束超过一分钟。');
}
