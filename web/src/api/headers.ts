/** Headers that say which version a change is based on. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

/** Headers that make a repeated submission be done once; take one key per submission, not per attempt. */
export function once(key: string): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key };
}

/** Headers that let `ProgressStream` follow a long request. */
export function followedAs(progressId: string): { 'x-progress-id': string } {
  return { 'x-progress-id': progressId };
}

/** A random UUID for a submission or for progress. `crypto.randomUUID` is missing on plain http in an office network. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
