import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { StandingReader, type Standing } from './standing.js';

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.3, 0.8, 2, 10];

const MUST_BE_ZERO: Record<keyof Standing, [name: string, help: string]> = {
  failedSlots: ['diaodu_failed_slots', '最近一次办理失败、尚未办成的时段数，应为 0'],
  abandonedRuns: ['diaodu_abandoned_runs', '超过 20 分钟没有动静、也无人接手的办理数，应为 0'],
  outboxOverdue: ['diaodu_outbox_overdue', '等待超过一小时的事件数，应为 0'],
  outboxDead: ['diaodu_outbox_dead', '多次重试仍未办成、已放弃的事件数，应为 0'],
  rowSecurityBypassed: ['diaodu_row_security_bypassed', '连接 PostgreSQL 的账号绕过行级安全时为 1，应为 0'],
};

/** The measurements of one process; a registry of its own, so that two programs in one process do not mix. */
@Injectable()
export class Meters {
  private readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;
  private readonly gauges: [keyof Standing, Gauge][];

  constructor(private readonly standing: StandingReader) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry, prefix: 'diaodu_' });
    this.requests = new Histogram({
      name: 'diaodu_http_request_seconds',
      help: '请求用时，按方法、接口和状态',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    });
    this.gauges = Object.entries(MUST_BE_ZERO).map(([key, [name, help]]) => [
      key as keyof Standing,
      new Gauge({ name, help, registers }),
    ]);
  }

  /** Takes one answered request; `route` is the pattern of the address, never the address itself, whose ids have no end. */
  answered(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  /** Everything as text in the format Prometheus reads. */
  async text(): Promise<string> {
    const standing = await this.standing.read();
    for (const [key, gauge] of this.gauges) gauge.set(standing[key]);
    return this.registry.metrics();
  }
}
