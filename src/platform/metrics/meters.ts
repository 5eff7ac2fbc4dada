import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.3, 0.8, 2, 10];

/** Numbers that are asked for when somebody reads the metrics. */
export interface GaugeSource {
  /** What each means, by name. */
  readonly help: Readonly<Record<string, string>>;
  /** Their values; one that is not known now is left out. */
  read(): Promise<Readonly<Record<string, number>>>;
}

/** The measurements of one process; a registry of its own, so that two programs in one process do not mix. */
@Injectable()
export class Meters {
  private readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;
  private readonly sources: { source: GaugeSource; gauges: Map<string, Gauge> }[] = [];

  constructor() {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry, prefix: 'diaodu_' });
    this.requests = new Histogram({
      name: 'diaodu_http_request_seconds',
      help: '请求用时，按方法、接口和状态',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    });
  }

  /** Adds numbers of another part of the program. */
  addSource(source: GaugeSource): void {
    const registers = [this.registry];
    const gauges = Object.entries(source.help).map(([name, help]): [string, Gauge] => [
      name,
      new Gauge({ name, help, registers }),
    ]);
    this.sources.push({ source, gauges: new Map(gauges) });
  }

  /** Takes one answered request; `route` is the pattern of the address, never the address itself, whose ids have no end. */
  answered(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  /** Everything as text in the format Prometheus reads. */
  async text(): Promise<string> {
    for (const { source, gauges } of this.sources) {
      const values = await source.read();
      for (const [name, gauge] of gauges) gauge.set(values[name] ?? Number.NaN);
    }
    return this.registry.metrics();
  }
}
