import type { RequestOptions } from './app.js';

const BOUNDARY = 'diaodu-test-boundary';

/** Takes a file; gives what a request needs to send it as multipart/form-data. */
export function upload(name: string, bytes: Buffer, as: string): RequestOptions {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    as,
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  };
}
