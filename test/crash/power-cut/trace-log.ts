import { resolve } from 'node:path';

/** One thing a program asked of the disk, or said, in the order in which it was answered. */
export type DiskEvent =
  | { op: 'create'; path: string; truncates: boolean }
  /** A file that is there is opened for writing: a write without a place goes to its beginning. */
  | { op: 'open'; path: string }
  | { op: 'link'; from: string; to: string }
  /** The file becomes at least so long. */
  | { op: 'extend'; path: string; size: number }
  | { op: 'write'; path: string; at: number | null; bytes: Buffer }
  | { op: 'truncate'; path: string; size: number }
  /** `begun` is the number of events that had been answered when it was asked: a later write is not covered by it. */
  | { op: 'sync'; path: string; begun: number }
  | { op: 'rename'; from: string; to: string }
  | { op: 'mkdir'; path: string }
  | { op: 'unlink'; path: string }
  /** Something said on stdout: from here on the world has been told. */
  | { op: 'say'; text: string };

/** System calls to be traced for {@link readTrace}. */
export const TRACED =
  'openat,creat,write,pwrite64,writev,pwritev,pwritev2,ftruncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,link,mkdir,unlink';

/** How to start a program so that its writing is recorded: calls with whole contents, names beside descriptors. */
export function tracer(log: string): string[] {
  return ['strace', '-f', '-qq', '-y', '-xx', '-s', '4000000', '--seccomp-bpf', '-e', `trace=${TRACED}`, '-e', 'signal=none', '-o', log];
} // prettier-ignore

/**
 * Reads strace's log (`-f -y -xx`). Calls that failed and files outside the folder are left out; paths are told from
 * the folder on. Throws on a way of writing it does not know, so that no write is overlooked.
 */
export function readTrace(log: string, folder: string): DiskEvent[] {
  const events: DiskEvent[] = [];
  const unfinished = new Map<string, { text: string; begun: number }>();
  const folders = new Map<string, string>();
  for (const line of log.split('\n')) {
    const space = line.indexOf(' ');
    const [pid, rest] = [line.slice(0, space), line.slice(space).trimStart()];
    if (rest.endsWith(UNFINISHED)) {
      unfinished.set(pid, { text: rest.slice(0, -UNFINISHED.length).trimEnd(), begun: events.length });
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)?.[1];
    const { text, begun } = unfinished.get(pid) ?? { text: '', begun: events.length };
    const call =
      resumed === undefined ? { text: rest, begun: events.length } : { text: `${text}${resumed}`, begun };
    const from = standingIn(call.text) ?? folders.get(pid) ?? '/';
    folders.set(pid, from);
    const event = eventOf(call, folder, from);
    if (event) events.push(event);
  }
  return events;
}

const UNFINISHED = '<unfinished ...>';

const CALL = /^(\w+)\((.*)\) += (\d+)/s;

/** The folder a process stands in, as it is told with each opening; other calls name files from there on without telling it. */
function standingIn(text: string): string | null {
  const told = /^openat\(AT_FDCWD<([^>]*)>/.exec(text)?.[1];
  return told === undefined ? null : textOf(told);
}

function eventOf(
  { text, begun }: { text: string; begun: number },
  folder: string,
  from: string,
): DiskEvent | null {
  const call = CALL.exec(text);
  if (!call) return null;
  const [, name = '', words = '', result] = call;
  const event = READERS[name]?.(wordsOf(words), Number(result), begun);
  return event ? fromFolder(event, (path) => within(resolve(from, path), folder)) : null;
}

/** The event with its paths told from the folder on; null when it is about something else. */
function fromFolder(event: DiskEvent, within: (path: string) => string | null): DiskEvent | null {
  if (event.op === 'say') return event;
  if (event.op === 'rename' || event.op === 'link') {
    const to = within(event.to);
    return to === null ? null : { op: event.op, from: within(event.from) ?? '', to };
  }
  const path = within(event.path);
  return path === null ? null : { ...event, path };
}

type Reader = (words: string[], result: number, begun: number) => DiskEvent | null;

const opened: Reader = ([, path = '', flags = '']) => {
  if (flags.includes('O_APPEND')) throw new Error(`opened to append: ${textOf(path)}`);
  if (!/O_CREAT|O_TRUNC/.test(flags))
    return /O_WRONLY|O_RDWR/.test(flags) ? { op: 'open', path: textOf(path) } : null;
  return { op: 'create', path: textOf(path), truncates: flags.includes('O_TRUNC') };
};
const renamed = (from: string | undefined, to: string | undefined): DiskEvent => ({
  op: 'rename',
  from: textOf(from ?? ''),
  to: textOf(to ?? ''),
});
const synced: Reader = ([fd = ''], _, begun) => ({ op: 'sync', path: pathOf(fd), begun });

const READERS: Record<string, Reader> = {
  openat: opened,
  pwrite64: ([fd = '', bytes = '', , at = ''], length) => ({
    op: 'write',
    path: pathOf(fd),
    at: Number(at),
    bytes: bytesOf(bytes).subarray(0, length),
  }),
  write: ([fd = '', bytes = ''], length) => {
    const content = bytesOf(bytes).subarray(0, length);
    if (/^1(<|$)/.test(fd)) return { op: 'say', text: content.toString('utf8') };
    return { op: 'write', path: pathOf(fd), at: null, bytes: content };
  },
  writev: ([fd = '']) => unknownWrite(fd),
  pwritev: (words, length) => ({
    op: 'write',
    path: pathOf(words[0] ?? ''),
    at: Number(words.at(-1)),
    bytes: Buffer.concat(words.flatMap(pieceOf)).subarray(0, length),
  }),
  pwritev2: ([fd = '']) => unknownWrite(fd),
  fallocate: ([fd = '', mode, from, length]) => {
    if (mode !== '0') throw new Error(`room made in a way nobody follows: ${pathOf(fd)}`);
    return { op: 'extend', path: pathOf(fd), size: Number(from) + Number(length) };
  },
  ftruncate: ([fd = '', size = '']) => ({ op: 'truncate', path: pathOf(fd), size: Number(size) }),
  fsync: synced,
  fdatasync: synced,
  rename: ([from, to]) => renamed(from, to),
  renameat: ([, from, , to]) => renamed(from, to),
  renameat2: ([, from, , to]) => renamed(from, to),
  link: ([from = '', to = '']) => ({ op: 'link', from: textOf(from), to: textOf(to) }),
  mkdir: ([path = '']) => ({ op: 'mkdir', path: textOf(path) }),
  unlink: ([path = '']) => ({ op: 'unlink', path: textOf(path) }),
};

/** Pipes and sockets are written to by vectors; a file that is would be missed. */
function unknownWrite(fd: string): null {
  if (pathOf(fd).startsWith('/') && !pathOf(fd).startsWith('/dev/') && !pathOf(fd).startsWith('/proc/'))
    throw new Error(`written by a vector: ${pathOf(fd)}`);
  return null;
}

/** Contents are printed as hexadecimal, so a comma or a bracket is never part of one. */
function wordsOf(text: string): string[] {
  return text.split(', ').map((word) => word.trim());
}

/** `[{iov_base="…"`: what one part of a vector holds; the words beside it hold nothing. */
function pieceOf(word: string): Buffer[] {
  const quoted = /iov_base=(".*)$/.exec(word)?.[1];
  return quoted === undefined ? [] : [bytesOf(quoted)];
}

function bytesOf(quoted: string): Buffer {
  if (quoted.endsWith('...')) throw new Error('the trace holds a content cut short');
  return Buffer.from(quoted.replaceAll('"', '').replaceAll('\\x', ''), 'hex');
}

function textOf(quoted: string): string {
  return bytesOf(quoted).toString('utf8');
}

/** `21<path>`: the path, whose letters are hexadecimal too. */
function pathOf(fd: string): string {
  const inner = /<(.*)>/s.exec(fd)?.[1] ?? '';
  return Buffer.from(inner.replaceAll('\\x', ''), 'hex').toString('utf8').replace(' (deleted)', '');
}

function within(path: string, folder: string): string | null {
  if (path === folder) return '';
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;
}
