import type { DiskEvent } from './trace-log.js';

type NameEvent = Extract<DiskEvent, { op: 'create' | 'open' | 'rename' | 'link' | 'mkdir' | 'unlink' }>;

/** What a file holds on the disk, and what was asked of it since its last sync, in order. */
interface Inode {
  durable: Buffer;
  pending: { at: number; bytes: Buffer; order: number }[];
  /** Sizes set since the last sync, in the same order. */
  sizes: { size: number; order: number; isLeast?: true }[];
  /** Where a write without a place goes. */
  end: number;
}

/** A name in a folder that is to point to another file, or to none. */
interface Entry {
  folder: string;
  /** Names and what they shall hold; one change, since a rename is never seen half. */
  names: Map<string, Inode | 'folder' | null>;
  order: number;
}

/** Files by their path from the folder on. */
export type DiskImage = Map<string, Buffer>;

/** What a power cut does to that which was not synced. */
export type CutStyle = 'none' | 'all' | 'some' | 'torn';

export const CUT_STYLES: readonly CutStyle[] = ['none', 'some', 'torn', 'all'];

const SECTOR = 512;

/**
 * A disk of the strictest kind POSIX allows. A write lasts once its file was synced, a name once its folder was; what was
 * not synced may be there or not, in any choice and order, and the last of the writes may be there in part.
 */
export class DiskModel {
  private readonly names = new Map<string, Inode | 'folder'>();
  private readonly durableNames = new Map<string, Inode | 'folder'>();
  private entries: Entry[] = [];
  private order = 0;

  constructor(start: ReadonlyMap<string, Buffer>) {
    for (const [path, bytes] of start) {
      const inode: Inode = { durable: bytes, pending: [], sizes: [], end: bytes.length };
      this.names.set(path, inode);
      this.durableNames.set(path, inode);
    }
  }

  /** Takes the next event; `begun` of a sync is an index into the same list, as are orders here. */
  apply(event: DiskEvent, index: number): void {
    this.order = index;
    if (event.op === 'write') this.write(event);
    else if (event.op === 'truncate') this.fileAt(event.path)?.sizes.push({ size: event.size, order: index });
    else if (event.op === 'extend')
      this.fileAt(event.path)?.sizes.push({ size: event.size, order: index, isLeast: true }); // prettier-ignore
    else if (event.op === 'sync') this.sync(event.path, event.begun);
    else if (event.op !== 'say') this.applyToNames(event);
  }

  private applyToNames(event: NameEvent): void {
    if (event.op === 'create') this.create(event.path, event.truncates);
    else if (event.op === 'open') this.begin(event.path);
    else if (event.op === 'rename') this.rename(event.from, event.to);
    else if (event.op === 'link') this.link(event.from, event.to);
    else if (event.op === 'mkdir') this.enter(event.path, 'folder');
    else this.enter(event.path, null);
  }

  /** What is found after a power cut now. */
  cut(style: CutStyle, random: () => number): DiskImage {
    const names = style === 'all' ? this.names : this.someNames(style, random);
    const image: DiskImage = new Map();
    for (const [path, inode] of names) {
      if (inode !== 'folder' && this.isReachable(path, names))
        image.set(path, contentOf(inode, style, random));
    }
    return image;
  }

  /** A name that was made and taken away may be back where only the one is kept. */
  private someNames(style: CutStyle, random: () => number): ReadonlyMap<string, Inode | 'folder'> {
    const names = new Map(this.durableNames);
    for (const entry of this.entries) {
      if (!isKept(style, random)) continue;
      for (const [path, target] of entry.names) {
        if (target === null) names.delete(path);
        else names.set(path, target);
      }
    }
    return names;
  }

  private isReachable(path: string, names: ReadonlyMap<string, unknown>): boolean {
    const parts = path.split('/').slice(0, -1);
    return parts.every((_, i) => {
      const folder = parts.slice(0, i + 1).join('/');
      // A folder that was there before the trace began has no entry of its own.
      return names.has(folder) || !this.names.has(folder);
    });
  }

  private create(path: string, truncates: boolean): void {
    const known = this.fileAt(path);
    if (!known) this.enter(path, { durable: Buffer.alloc(0), pending: [], sizes: [], end: 0 });
    else {
      if (truncates) known.sizes.push({ size: 0, order: this.order });
      known.end = 0;
    }
  }

  private begin(path: string): void {
    const inode = this.fileAt(path);
    if (inode) inode.end = 0;
  }

  private link(from: string, to: string): void {
    const inode = this.fileAt(from);
    if (inode) this.enter(to, inode);
  }

  private write({ path, at, bytes }: { path: string; at: number | null; bytes: Buffer }): void {
    const inode = this.fileAt(path);
    if (!inode) return;
    const place = at ?? inode.end;
    inode.end = place + bytes.length;
    inode.pending = [...inode.pending, { at: place, bytes, order: this.order }];
  }

  private sync(path: string, begun: number): void {
    const inode = this.names.get(path);
    if (inode === 'folder' || inode === undefined) return this.syncNames(path, begun);
    const covered = { ...inode, pending: inode.pending.filter(({ order }) => order < begun), sizes: inode.sizes.filter(({ order }) => order < begun) }; // prettier-ignore
    inode.durable = contentOf(covered, 'all', () => 0);
    inode.pending = inode.pending.filter(({ order }) => order >= begun);
    inode.sizes = inode.sizes.filter(({ order }) => order >= begun);
  }

  private syncNames(folder: string, begun: number): void {
    const left: Entry[] = [];
    for (const entry of this.entries) {
      if (entry.folder !== folder || entry.order >= begun) left.push(entry);
      else
        for (const [path, target] of entry.names)
          if (target === null) this.durableNames.delete(path);
          else this.durableNames.set(path, target);
    }
    this.entries = left;
  }

  private rename(from: string, to: string): void {
    const inode = this.names.get(from);
    if (inode === undefined) return;
    this.names.delete(from);
    this.names.set(to, inode);
    const names = new Map<string, Inode | 'folder' | null>([[from, null], [to, inode]]); // prettier-ignore
    this.entries.push({ folder: folderOf(to), names, order: this.order });
  }

  private enter(path: string, target: Inode | 'folder' | null): void {
    if (target === 'folder' && this.names.has(path)) return;
    if (target === null) this.names.delete(path);
    else this.names.set(path, target);
    this.entries.push({ folder: folderOf(path), names: new Map([[path, target]]), order: this.order });
  }

  private fileAt(path: string): Inode | undefined {
    const inode = this.names.get(path);
    return inode === 'folder' ? undefined : inode;
  }
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function isKept(style: CutStyle, random: () => number): boolean {
  return style === 'all' || (style !== 'none' && random() < 0.5);
}

/** The durable content with a choice of what is pending. */
function contentOf(inode: Inode, style: CutStyle, random: () => number): Buffer {
  const changes = [
    ...inode.pending.map((write) => ({ ...write, size: null, isLeast: undefined })),
    ...inode.sizes.map((cut) => ({ at: 0, bytes: Buffer.alloc(0), ...cut })),
  ].toSorted((a, b) => a.order - b.order);
  const kept = changes.filter(() => isKept(style, random));
  const torn = style === 'torn' ? kept.at(-1) : undefined;
  let content = inode.durable;
  for (const change of kept) {
    if (change.size !== null)
      content = sized(content, change.isLeast ? Math.max(content.length, change.size) : change.size);
    else content = written(content, change.at, change === torn ? partOf(change.bytes, random) : change.bytes);
  }
  return content;
}

/** Whole sectors only: disks write those or not. */
function partOf(bytes: Buffer, random: () => number): Buffer {
  return bytes.subarray(0, Math.floor((random() * bytes.length) / SECTOR) * SECTOR);
}

function sized(content: Buffer, size: number): Buffer {
  const other = Buffer.alloc(size);
  content.copy(other, 0, 0, Math.min(size, content.length));
  return other;
}

function written(content: Buffer, at: number, bytes: Buffer): Buffer {
  const other = at + bytes.length > content.length ? sized(content, at + bytes.length) : Buffer.from(content);
  bytes.copy(other, at);
  return other;
}
