import type { ReactNode } from 'react';

/** A file on record: its name leads to its content, and who fetched it is on record too. */
export function FileLink({ id, file }: { id: string; file: { seq: number; name: string } }): ReactNode {
  return (
    <a href={`/api/v1/decisions/${id}/documents/${file.seq}`} download={file.name}>
      {file.name}
    </a>
  );
}
