import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';

/** What the service said to an upload, and after how long. */
export interface UploadAnswer {
  status: number;
  id: string | null;
  /** Code of a refusal. */
  code: string | null;
  retryAfter: string | null;
  ms: number;
}

/** A file as a sender has it. */
export interface Piece {
  name: string;
  content: Buffer;
  sha256: string;
}

/** A small PDF of so many random bytes. */
export function pieceOf(name: string, bytes: number): Piece {
  const content = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(bytes)]);
  return { name, content, sha256: createHash('sha256').update(content).digest('hex') };
}

const BOUNDARY = 'crash-matrix-boundary';

/** A clerk's browser that sends evidence, whole or not, and fetches it. */
export class EvidenceClient {
  constructor(
    private readonly base: string,
    private readonly cookie: string,
    private readonly taskId: string,
  ) {}

  /** Sends a whole file; gives null when the connection ended instead of an answer. */
  async upload({ name, content }: Piece): Promise<UploadAnswer | null> {
    const began = performance.now();
    try {
      const answer = await fetch(`${this.base}${this.path}`, {
        method: 'POST',
        headers: { cookie: this.cookie, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
        body: formOf(name, content),
      });
      const body = (await answer.json()) as { id?: string; code?: string };
      return {
        status: answer.status,
        id: body.id ?? null,
        code: body.code ?? null,
        retryAfter: answer.headers.get('retry-after'),
        ms: performance.now() - began,
      };
    } catch {
      return null;
    }
  }

  /** Announces a whole file, sends this share of it and tears the connection. */
  breakOff({ name, content }: Piece, share: number): Promise<void> {
    const form = formOf(name, content);
    const { hostname, port, host } = new URL(this.base);
    const head = [
      `POST ${this.path} HTTP/1.1`,
      `host: ${host}`,
      `cookie: ${this.cookie}`,
      `content-type: multipart/form-data; boundary=${BOUNDARY}`,
      `content-length: ${form.length}`,
    ].join('\r\n');
    // The closing boundary never goes out, so the file is never whole, even at the last byte of its content.
    const part = form.subarray(0, Math.floor(share * (form.length - BOUNDARY.length - 8)));
    return new Promise((resolve) => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.on('close', () => resolve());
      socket.write(`${head}\r\n\r\n`);
      socket.write(part, () => socket.resetAndDestroy());
    });
  }

  /** Fetches a piece of evidence as a person does and gives the hash of what came, or the status that came instead. */
  async hashOf(id: string): Promise<string> {
    const headers = { cookie: this.cookie };
    const link = await fetch(`${this.base}/api/v1/evidence/${id}/download-link`, { method: 'POST', headers });
    if (!link.ok) return `status ${link.status}`;
    const { url } = (await link.json()) as { url: string };
    const file = await fetch(new URL(url, this.base), { headers });
    if (!file.ok) return `status ${file.status}`;
    return createHash('sha256')
      .update(Buffer.from(await file.arrayBuffer()))
      .digest('hex');
  }

  private get path(): string {
    return `/api/v1/tasks/${this.taskId}/evidence`;
  }
}

function formOf(name: string, content: Buffer): Buffer {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}
