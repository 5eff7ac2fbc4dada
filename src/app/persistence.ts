import type { Persistence } from '../platform/database/data-source-options.js';
import { featureEntities } from './feature-entities.js';
import { platformEntities } from './platform-entities.js';
import { Platform1700000000001 } from '../migrations/1700000000001-platform.js';
import { Organization1700000000002 } from '../migrations/1700000000002-organization.js';
import { Calendar1700000000003 } from '../migrations/1700000000003-calendar.js';
import { Ledger1700000000004 } from '../migrations/1700000000004-ledger.js';
import { Reporting1700000000005 } from '../migrations/1700000000005-reporting.js';
import { Dispatch1700000000006 } from '../migrations/1700000000006-dispatch.js';
import { Reminders1700000000007 } from '../migrations/1700000000007-reminders.js';
import { Papers1700000000008 } from '../migrations/1700000000008-papers.js';
import { Identity1700000000009 } from '../migrations/1700000000009-identity.js';
import { HandOver1700000000016 } from '../migrations/1700000000016-hand-over.js';
import { CitedEvidence1700000000015 } from '../migrations/1700000000015-cited-evidence.js';
import { Litigation1700000000019 } from '../migrations/1700000000019-litigation.js';
import { EvidencePreview1700000000017 } from '../migrations/1700000000017-evidence-preview.js';
import { Decisions1700000000018 } from '../migrations/1700000000018-decisions.js';
import { RegistersInRounds1700000000020 } from '../migrations/1700000000020-registers-in-rounds.js';
import { Jurisdictions1700000000023 } from '../migrations/1700000000023-jurisdictions.js';
import { RowLevelSecurity1700000000025 } from '../migrations/1700000000025-row-level-security.js';
import { TaskBreakdown1700000000027 } from '../migrations/1700000000027-task-breakdown.js';
import { RegistersPerJurisdiction1700000000028 } from '../migrations/1700000000028-registers-per-jurisdiction.js';
import { OwnLedgersFirst1700000000029 } from '../migrations/1700000000029-own-ledgers-first.js';
import { Evidence1700000000010 } from '../migrations/1700000000010-evidence.js';
import { SavedViews1700000000011 } from '../migrations/1700000000011-saved-views.js';
import { Operation1700000000012 } from '../migrations/1700000000012-operation.js';
import { ProcessSeen1700000000026 } from '../migrations/1700000000026-process-seen.js';
import { Robots1700000000022 } from '../migrations/1700000000022-robots.js';
import { Anchors1700000000024 } from '../migrations/1700000000024-anchors.js';
import { MeansOfSignIn1700000000014 } from '../migrations/1700000000014-means-of-sign-in.js';

/** Every table and every migration of the product; a feature adds its own here. */
export const persistence: Persistence = {
  entities: [...platformEntities, ...featureEntities],
  migrations: [
    Platform1700000000001,
    Organization1700000000002,
    Calendar1700000000003,
    Ledger1700000000004,
    Reporting1700000000005,
    Dispatch1700000000006,
    Reminders1700000000007,
    Papers1700000000008,
    Identity1700000000009,
    Evidence1700000000010,
    SavedViews1700000000011,
    Operation1700000000012,
    MeansOfSignIn1700000000014,
    CitedEvidence1700000000015,
    HandOver1700000000016,
    EvidencePreview1700000000017,
    Decisions1700000000018,
    Litigation1700000000019,
    RegistersInRounds1700000000020,
    Robots1700000000022,
    Jurisdictions1700000000023,
    Anchors1700000000024,
    RowLevelSecurity1700000000025,
    TaskBreakdown1700000000027,
    OwnLedgersFirst1700000000029,
    ProcessSeen1700000000026,
    RegistersPerJurisdiction1700000000028,
  ],
};
