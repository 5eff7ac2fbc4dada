import { describe, expect, it } from '@jest/globals';
import { DiskModel } from './disk-model.js';
import { readTrace, type DiskEvent } from './trace-log.js';

const always = () => 0;
const write = (path: string, text: string): DiskEvent => ({ op: 'write', path, at: null, bytes: Buffer.from(text) }); // prettier-ignore

/** What is left of a disk after these events and a cut, as text. */
function left(events: DiskEvent[], style: 'none' | 'all', start: Record<string, string> = {}) {
  const disk = new DiskModel(new Map(Object.entries(start).map(([path, text]) => [path, Buffer.from(text)])));
  events.forEach((event, i) => disk.apply(event, i));
  return Object.fromEntries([...disk.cut(style, always)].map(([path, bytes]) => [path, bytes.toString()]));
}

describe('a disk whose power is cut', () => {
  it('keeps a write once its file was synced, and a name once its folder was', () => {
    const events: DiskEvent[] = [
      { op: 'create', path: 'tmp/a', truncates: false },
      write('tmp/a', 'report'),
      { op: 'sync', path: 'tmp/a', begun: 2 },
      { op: 'rename', from: 'tmp/a', to: 'b' },
    ];
    expect(left(events, 'none')).toEqual({});
    expect(left([...events, { op: 'sync', path: '', begun: 4 }], 'none')).toEqual({ b: 'report' });
    expect(left(events, 'all')).toEqual({ b: 'report' });
  });

  it('shows a name without its content when the folder was synced and the file was not', () => {
    const events: DiskEvent[] = [
      { op: 'create', path: 'a', truncates: false },
      write('a', 'report'),
      { op: 'sync', path: '', begun: 2 },
    ];
    expect(left(events, 'none')).toEqual({ a: '' });
  });

  it('does not count a write as covered by a sync that was asked for before it ended', () => {
    const events: DiskEvent[] = [write('a', '12'), write('a', '34'), { op: 'sync', path: 'a', begun: 1 }];
    expect(left(events, 'none', { a: '' })).toEqual({ a: '12' });
  });

  it('loses a file with the folder it lies in', () => {
    const events: DiskEvent[] = [
      { op: 'mkdir', path: 'files' },
      { op: 'create', path: 'files/a', truncates: false },
      { op: 'sync', path: 'files', begun: 2 },
    ];
    expect(left(events, 'none')).toEqual({});
    expect(left([...events, { op: 'sync', path: '', begun: 3 }], 'none')).toEqual({ 'files/a': '' });
  });

  it('writes to the beginning of a file that was opened again, and on from there', () => {
    const events: DiskEvent[] = [
      { op: 'open', path: 'control' },
      write('control', 'new'),
      write('control', '!'),
      { op: 'sync', path: 'control', begun: 3 },
    ];
    expect(left(events, 'none', { control: 'older' })).toEqual({ control: 'new!r' });
  });

  it('has a file under two names once it was linked and the folder synced, and room that was made, never less than was there', () => {
    const events: DiskEvent[] = [
      { op: 'link', from: 'tmp', to: 'log' },
      { op: 'unlink', path: 'tmp' },
      { op: 'extend', path: 'log', size: 4 },
      { op: 'extend', path: 'log', size: 1 },
      { op: 'sync', path: 'log', begun: 4 },
    ];
    expect(left(events, 'none', { tmp: 'ab' })).toEqual({ tmp: 'ab\0\0' });
    expect(left([...events, { op: 'sync', path: '', begun: 5 }], 'none', { tmp: 'ab' })).toEqual({
      log: 'ab\0\0',
    });
  });

  it('forgets a cut-off and a removal that were not synced', () => {
    const events: DiskEvent[] = [
      { op: 'truncate', path: 'a', size: 1 },
      { op: 'unlink', path: 'b' },
    ];
    expect(left(events, 'none', { a: 'old', b: 'old' })).toEqual({ a: 'old', b: 'old' });
    expect(left(events, 'all', { a: 'old', b: 'old' })).toEqual({ a: 'o' });
  });
});

describe('a trace of system calls', () => {
  const hex = (text: string) => [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''); // prettier-ignore

  it('is read in the order of the answers, with what began earlier', () => {
    const log = [
      `7 pwrite64(21<${hex('/d/db')}>, "${hex('page')}", 4, 8) = 4`,
      `8 fsync(21<${hex('/d/db')}> <unfinished ...>`,
      `7 write(1<${hex('pipe:[1]')}>, "${hex('told\n')}", 5) = 5`,
      `8 <... fsync resumed>) = 0`,
      `7 rename("${hex('/d/x')}", "${hex('/d/y')}") = 0`,
      `7 unlink("${hex('/d/z')}") = -1 ENOENT (No such file or directory)`,
      `7 mkdir("${hex('/elsewhere')}", 0777) = 0`,
    ].join('\n');
    expect(readTrace(log, '/d')).toEqual([
      { op: 'write', path: 'db', at: 8, bytes: Buffer.from('page') },
      { op: 'say', text: 'told\n' },
      { op: 'sync', path: 'db', begun: 1 },
      { op: 'rename', from: 'x', to: 'y' },
    ]);
  });

  it('tells of vectors with a place, of room made, of links and of files opened to be written', () => {
    const log = [
      `7 openat(AT_FDCWD, "${hex('/d/wal')}", O_RDWR|O_CLOEXEC) = 9`,
      `7 openat(AT_FDCWD, "${hex('/d/wal')}", O_RDONLY) = 10`,
      `7 pwritev(9<${hex('/d/wal')}>, [{iov_base="${hex('one')}", iov_len=3}, {iov_base="${hex('two')}", iov_len=3}], 2, 16) = 6`,
      `7 fallocate(9<${hex('/d/wal')}>, 0, 16, 64) = 0`,
      `7 link("${hex('/d/wal')}", "${hex('/d/next')}") = 0`,
    ].join('\n');
    expect(readTrace(log, '/d')).toEqual([
      { op: 'open', path: 'wal' },
      { op: 'write', path: 'wal', at: 16, bytes: Buffer.from('onetwo') },
      { op: 'extend', path: 'wal', size: 80 },
      { op: 'link', from: 'wal', to: 'next' },
    ]);
  });

  it('takes names from the folder their process stands in, as it told when it opened something', () => {
    const log = [
      `7 openat(AT_FDCWD<${hex('/d/data')}>, "${hex('wal/new')}", O_RDWR|O_CREAT|O_EXCL, 0600) = 9`,
      `8 openat(AT_FDCWD<${hex('/elsewhere')}>, "${hex('wal/new')}", O_RDWR|O_CREAT, 0600) = 9`,
      `7 rename("${hex('wal/new')}", "${hex('wal/1')}") = 0`,
      `8 unlink("${hex('wal/1')}") = 0`,
    ].join('\n');
    expect(readTrace(log, '/d')).toEqual([
      { op: 'create', path: 'data/wal/new', truncates: false },
      { op: 'rename', from: 'data/wal/new', to: 'data/wal/1' },
    ]);
  });

  it('is refused when room is made otherwise', () => {
    const hole = `7 fallocate(9<${hex('/d/wal')}>, FALLOC_FL_PUNCH_HOLE|FALLOC_FL_KEEP_SIZE, 0, 64) = 0`;
    expect(() => readTrace(hole, '/d')).toThrow('nobody follows');
  });

  it('is refused when a file is written in a way nobody follows', () => {
    expect(() => readTrace(`7 writev(5<${hex('/d/db')}>, [], 1) = 4`, '/d')).toThrow('written by a vector');
  });
});
