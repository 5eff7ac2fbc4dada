import type { Settings } from '../config/settings.js';
import type { Logger } from '../log/logger.js';
import { BullmqTransport } from './bullmq-transport.js';
import { InProcessTransport } from './in-process-transport.js';
import type { TransportState } from './transport-state.js';
import type { Transport } from './transport.js';

/** The driver that the settings name. */
export function makeTransport(settings: Settings, state: TransportState, log: Logger): Transport {
  return settings.DIAODU_TRANSPORT === 'bullmq'
    ? new BullmqTransport(settings.REDIS_URL ?? '', state, log)
    : new InProcessTransport();
}
