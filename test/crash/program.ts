import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built program, copied aside so that a build meanwhile does not pull it from under a running test. */
export interface Program {
  readonly folder: string;
  /** Starts `node dist/<file>` on a data folder; nothing is waited for. */
  start(file: 'cli.js' | 'main.js' | 'worker.js', words: readonly string[], place: Place): Running;
  /** Starts one of the `children/` beside the program in the same way. */
  startChild(file: string, words: readonly string[], place: Place): Running;
  /** Replaces one piece of compiled code; throws when it is not there exactly once. */
  patch(file: string, from: string, to: string): void;
  remove(): void;
}

/** Where and when a process believes to be. */
export interface Place {
  data: string;
  /** How far its wall clock is off, milliseconds. */
  shiftMs?: number;
  zone?: string;
  settings?: Record<string, string>;
  /** Words before `node`, such as a tracer with its options. */
  under?: readonly string[];
  /** Words for `node` itself. */
  node?: readonly string[];
}

/** How a process ended. */
export interface Ended {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has said on stderr so far. */
  said(): string;
  /** What it has written to stdout so far. */
  wrote(): string;
}

const ROOT = process.cwd();

/** Copies what `npm run build` made (or the folder in CRASH_DIST). */
export function copyProgram(): Program {
  const built = process.env.CRASH_DIST ?? join(ROOT, 'dist');
  if (!existsSync(join(built, 'cli.js'))) throw new Error(`nothing built in ${built}: npm run build first`);
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-program-'));
  cpSync(built, join(folder, 'dist'), { recursive: true });
  cpSync(join(ROOT, 'config'), join(folder, 'config'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  cpSync(join(ROOT, 'test/crash/children'), join(folder, 'children'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    start: (file, words, place) => start(folder, join('dist', file), words, place),
    startChild: (file, words, place) => start(folder, join('children', file), words, place),
    patch: (file, from, to) => patch(join(folder, 'dist', file), from, to),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function start(folder: string, file: string, words: readonly string[], place: Place): Running {
  const line = [...(place.under ?? []), process.execPath, '--import', './children/shift-clock.mjs'];
  const [command = '', ...rest] = [...line, ...(place.node ?? []), file, ...words];
  const child = spawn(command, rest, {
    cwd: folder,
    env: environmentOf(place),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (out.stderr += text));
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, ...out })),
  );
  return { child, ended, said: () => out.stderr, wrote: () => out.stdout };
}

function environmentOf(place: Place): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    DIAODU_DATA_DIR: place.data,
    DIAODU_OUT_DIR: join(place.data, 'out'),
    PORT: '0',
    SHIFT_CLOCK_MS: String(Math.round(place.shiftMs ?? 0)),
    TZ: place.zone ?? 'UTC',
    ...place.settings,
  };
}

function patch(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  const places = text.split(from).length - 1;
  if (places !== 1) throw new Error(`${path} holds the code to patch ${places} times, not once:\n${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}
