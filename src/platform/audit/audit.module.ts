import { Global, Module } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { loadAuditKey } from './audit-key.js';
import { AuditHistory } from './audit-history.js';
import { AuditTrail } from './audit-trail.js';
import { DenialLog } from './denial-log.js';

/** Token of the key that seals the chain; the trail and the verifier take it, and whoever derives another key from it. */
export const AUDIT_KEY = Symbol('audit key');

@Global()
@Module({
  providers: [
    DenialLog,
    { provide: AuditHistory, inject: [Database], useFactory: (db: Database) => new AuditHistory(db) },
    { provide: AUDIT_KEY, inject: [Settings], useFactory: loadAuditKey },
    {
      provide: AuditTrail,
      inject: [Database, Clock, AUDIT_KEY],
      useFactory: (db: Database, clock: Clock, key: Buffer) => new AuditTrail(db, clock, key),
    },
  ],
  exports: [AuditHistory, AuditTrail, AUDIT_KEY, DenialLog],
})
export class AuditModule {}
