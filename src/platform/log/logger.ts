import { pino } from 'pino';
import type { LoggerService } from '@nestjs/common';

/** One log for the program and the framework: JSON lines on stderr, so that stdout stays free for command output. */
export class Logger implements LoggerService {
  private readonly pino;

  constructor(level: string) {
    this.pino = pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.pino.info(fieldsOf(rest), String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.pino.warn(fieldsOf(rest), String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.pino.error(fieldsOf(rest), String(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.pino.debug(fieldsOf(rest), String(message));
  }
}

/** Nest appends the context as a last text; ours come as one object of fields. */
function fieldsOf(rest: unknown[]): object {
  const fields: Record<string, unknown> = {};
  for (const part of rest) {
    if (part instanceof Error) fields['error'] = part.stack;
    else if (typeof part === 'object' && part !== null) Object.assign(fields, part);
    else if (typeof part === 'string') fields['context'] = part;
  }
  return fields;
}
