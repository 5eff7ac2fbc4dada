import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Meters } from './meters.js';
import { MetricsController } from './metrics.controller.js';
import { StandingReader } from './standing.js';

const MS = 1000;

/** Measures every request and tells the counters that must be 0. */
@Module({ controllers: [MetricsController], providers: [Meters, StandingReader], exports: [StandingReader] })
export class MetricsModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly meters: Meters,
  ) {}

  onModuleInit(): void {
    // A process that only answers commands has no server.
    const fastify = this.host.httpAdapter?.getInstance<FastifyInstance | undefined>();
    fastify?.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? 'unknown';
      this.meters.answered(request.method, route, reply.statusCode, reply.elapsedTime / MS);
    });
  }
}
