import { Anchor } from '../platform/anchors/anchor.entity.js';
import { AuditEvent, AuditHead } from '../platform/audit/audit-event.entity.js';
import { OfficeSetting } from '../platform/clock/office-setting.entity.js';
import { AppLock } from '../platform/database/app-lock.entity.js';
import { IdempotencyRecord } from '../platform/http/idempotency-record.entity.js';
import { OutboxMessage } from '../platform/jobs/outbox-message.entity.js';
import { ProcessSeen } from '../platform/jobs/process-seen.entity.js';
import { ClockGuard, ScheduleRun } from '../platform/jobs/schedule-run.entity.js';
import { SelfCheck } from '../platform/self-check/self-check.entity.js';

/** Tables of the platform. */
export const platformEntities = [
  Anchor,
  AppLock,
  AuditEvent,
  AuditHead,
  ClockGuard,
  IdempotencyRecord,
  OfficeSetting,
  OutboxMessage,
  ProcessSeen,
  ScheduleRun,
  SelfCheck,
];
