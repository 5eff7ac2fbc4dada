import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { uploadFile } from '../api/upload-file.js';
import { UploadQueue, type Upload } from '../api/upload-queue.js';

/** Where files go and who hears of them. */
export interface UploadPlan<Answer> {
  url: string;
  fields?: Readonly<Record<string, string>>;
  /** Made anew for each file. */
  headersOf?: (file: File) => Readonly<Record<string, string>>;
  maxMb?: number;
  onDone: (answer: Answer, file: File) => void;
}

const MAX_MB = 50;

/** The queue of one place of upload, what stands in it, and the limit it holds files to. */
export function useUploads<Answer>({ url, fields, headersOf, maxMb = MAX_MB, onDone }: UploadPlan<Answer>): {
  queue: UploadQueue;
  uploads: readonly Upload[];
  maxMb: number;
} {
  // One for as long as the place is there: the limit may be read after the first files were chosen.
  const queue = useMemo(() => new UploadQueue(), []);
  useEffect(() => {
    queue.limitTo(maxMb * 1024 * 1024);
    queue.sendBy(async (file, onShare, signal) => {
      const headers = headersOf?.(file);
      onDone(await uploadFile<Answer>(file, { url, fields, headers, onShare, signal }), file);
    });
  });
  useEffect(() => () => queue.stop(), [queue]);
  return { queue, uploads: useSyncExternalStore(queue.subscribe, queue.all), maxMb };
}
