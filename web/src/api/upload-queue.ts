/** One file on its way. */
export interface Upload {
  id: number;
  file: File;
  /** 0 to 1. */
  share: number;
  state: 'WAITING' | 'SENDING' | 'DONE' | 'FAILED' | 'CANCELLED' | 'TOO_LARGE';
  error: unknown;
}

/** Sends one file; hears how far it is and may be called back. */
export type SendFile = (file: File, onShare: (share: number) => void, signal: AbortSignal) => Promise<void>;

const AT_A_TIME = 2;

/** Files that wait, go, and have gone: two at a time, each with its own standing. Outside React, so that it is one thing to test. */
export class UploadQueue {
  private uploads: readonly Upload[] = [];
  private readonly stops = new Map<number, AbortController>();
  private readonly listeners = new Set<() => void>();
  private count = 0;

  private send: SendFile = () => Promise.reject(new Error('the queue has no way to send yet'));

  private maxBytes = Infinity;

  /** Says how large a file may be; those taken in before keep their standing. */
  limitTo(maxBytes: number): void {
    this.maxBytes = maxBytes;
  }

  /** Says how files are sent; whoever owns the queue says it anew whenever that changes. */
  sendBy(send: SendFile): void {
    this.send = send;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly all = (): readonly Upload[] => this.uploads;

  /** Takes files in; those above the limit are told so and not sent. */
  add(files: readonly File[]): void {
    const made = files.map((file): Upload => {
      this.count += 1;
      return {
        id: this.count,
        file,
        share: 0,
        state: file.size > this.maxBytes ? 'TOO_LARGE' : 'WAITING',
        error: null,
      };
    });
    this.tell([...this.uploads, ...made]);
    this.next();
  }

  cancel(id: number): void {
    this.stops.get(id)?.abort();
    this.change(id, { state: 'CANCELLED' });
    this.next();
  }

  retry(id: number): void {
    this.change(id, { state: 'WAITING', share: 0, error: null });
    this.next();
  }

  dismiss(id: number): void {
    this.tell(this.uploads.filter((upload) => upload.id !== id));
  }

  /** Calls back all that is on its way. */
  stop(): void {
    for (const stop of this.stops.values()) stop.abort();
  }

  private next(): void {
    const room = AT_A_TIME - this.uploads.filter(({ state }) => state === 'SENDING').length;
    const waiting = this.uploads.filter(({ state }) => state === 'WAITING').slice(0, Math.max(0, room));
    for (const upload of waiting) void this.begin(upload);
  }

  private async begin({ id, file }: Upload): Promise<void> {
    const stop = new AbortController();
    this.stops.set(id, stop);
    this.change(id, { state: 'SENDING' });
    try {
      await this.send(file, (share) => this.change(id, { share }), stop.signal);
      this.change(id, { state: 'DONE', share: 1 });
    } catch (error) {
      this.change(id, { state: stop.signal.aborted ? 'CANCELLED' : 'FAILED', error });
    } finally {
      this.stops.delete(id);
      this.next();
    }
  }

  private change(id: number, part: Partial<Upload>): void {
    this.tell(this.uploads.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
  }

  private tell(uploads: readonly Upload[]): void {
    this.uploads = uploads;
    for (const listener of this.listeners) listener();
  }
}
