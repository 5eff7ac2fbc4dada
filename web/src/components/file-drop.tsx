import type { ReactNode } from 'react';
import './file-drop.css';
import { FileRow } from './file-row.js';
import { FileZone, type FileZoneProps } from './file-zone.js';
import { useUploads, type UploadPlan } from './use-uploads.js';

/** Drop files or choose them; each goes at once and shows how far it is. Several go at a time; any can be called back. */
export function FileDrop<Answer>({
  label,
  accept,
  multiple,
  hint,
  disabled,
  ...plan
}: FileZoneProps & UploadPlan<Answer>): ReactNode {
  const { queue, uploads, maxMb } = useUploads(plan);
  return (
    <div className="file-drop">
      <FileZone
        label={label}
        accept={accept}
        multiple={multiple}
        hint={hint}
        disabled={disabled}
        onFiles={(files) => queue.add(files)}
      />
      {uploads.length > 0 && (
        <ul className="file-drop-list" aria-live="polite">
          {uploads.map((upload) => (
            <FileRow
              key={upload.id}
              upload={upload}
              maxMb={maxMb}
              onCancel={() => queue.cancel(upload.id)}
              onRetry={() => queue.retry(upload.id)}
              onDismiss={() => queue.dismiss(upload.id)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
