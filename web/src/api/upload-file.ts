import { noticeDetour } from './client.js';
import { NOT_REACHED, Problem, problemFrom } from './problem.js';

/** What an upload is told besides its file. */
export interface UploadOptions {
  url: string;
  /** POST without it. */
  method?: 'POST' | 'PUT';
  /** Fields and their texts; they are sent before the file. */
  fields?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  /** Hears the share that has gone out, 0 to 1. */
  onShare?: (share: number) => void;
  signal?: AbortSignal;
}

/** Sends one file as `multipart/form-data`; `fetch` cannot tell how far it is, so this is the older way. */
export function uploadFile<Answer>(
  file: File,
  { url, method = 'POST', fields = {}, headers = {}, onShare, signal }: UploadOptions,
): Promise<Answer> {
  const form = new FormData();
  for (const [name, text] of Object.entries(fields)) form.append(name, text);
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onShare?.(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300)
        return resolve(JSON.parse(request.responseText || 'null') as Answer);
      const problem = problemFrom(request.status, request.responseText);
      noticeDetour(problem, url);
      return reject(problem);
    });
    request.addEventListener('error', () => reject(new Problem(0, NOT_REACHED, '')));
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
