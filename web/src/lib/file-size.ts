const KB = 1024;

/** The size of a file as people say it: whole KB, from 1 MB on with a tenth. */
export function sizeOf(bytes: number): string {
  return bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;
}
