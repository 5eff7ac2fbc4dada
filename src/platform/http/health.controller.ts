import { Controller, Get } from '@nestjs/common';
import { Can } from '../auth/can.js';
import { Clock } from '../clock/clock.js';
import { OfficeDay } from '../clock/office-day.js';
import { Database } from '../database/database.js';
import { ClockGuard } from '../jobs/clock-guard.js';
import type { AliveResponse, ReadyResponse } from './present-health.js';
import { Stopping } from './stopping.js';

/** Whether the process lives, and whether it can really store and read. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly guard: ClockGuard,
    private readonly officeDay: OfficeDay,
    private readonly clock: Clock,
    private readonly stopping: Stopping,
  ) {}

  /** 进程存活 */
  @Get('live')
  @Can('ANYONE')
  live(): AliveResponse {
    return { ok: true };
  }

  /** 数据库可写可读，时钟可信；正在停止时答 503 */
  @Get('ready')
  @Can('ANYONE')
  async ready(): Promise<ReadyResponse> {
    this.stopping.requireStaying();
    await this.db.unitOfWork.run(
      () =>
      this.db.write(`INSERT INTO office_setting (name, value) VALUES ('health', ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value`, [String(this.clock.now())]), // prettier-ignore
    );
    const verdict = this.guard.last;
    return {
      ok: verdict.ok,
      clock: verdict.ok ? 'OK' : verdict.code,
      officeDay: await this.officeDay.held(),
      today: this.clock.today(),
    };
  }
}
