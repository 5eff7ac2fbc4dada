import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { shuttingDown } from '../database/unit-of-work.js';

/** Knows that the process is going: whoever spreads requests over several processes is told before the door closes. */
@Injectable()
export class Stopping implements OnModuleDestroy {
  private isStopping = false;

  /** The first thing that happens after SIGTERM; requests under way end, and the server closes after that. */
  onModuleDestroy(): void {
    this.isStopping = true;
  }

  /** Refuses (SHUTTING_DOWN) once the process is going. */
  requireStaying(): void {
    if (this.isStopping) throw shuttingDown();
  }
}
