import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import './file-drop.css';
import { FileRow } from './file-row.js';
import { useUploads, type UploadPlan } from './use-uploads.js';

interface FileDropProps<Answer> extends UploadPlan<Answer> {
  /** What the files are, e.g. 佐证材料. */
  label: string;
  /** Kinds the chooser offers, as in `accept`; the service looks into the file itself. */
  accept?: string;
  multiple?: boolean;
  hint?: ReactNode;
  disabled?: boolean;
}

/** Drop files or choose them; each goes at once and shows how far it is. Several go at a time; any can be called back. */
export function FileDrop<Answer>({
  label,
  accept,
  multiple = false,
  hint,
  disabled = false,
  ...plan
}: FileDropProps<Answer>): ReactNode {
  const { t } = useTranslation('components');
  const { queue, uploads, maxMb } = useUploads(plan);
  const zone = useRef<HTMLLabelElement>(null);
  const id = useId();
  const take = (files: FileList | null | undefined): void => {
    if (!disabled) queue.add([...(files ?? [])].slice(0, multiple ? undefined : 1));
  };
  const isOver = useDrop(zone, take);
  return (
    <div className="file-drop">
      <label ref={zone} htmlFor={id} className={isOver ? 'file-drop-zone is-over' : 'file-drop-zone'}>
        <span className="file-drop-label">{label}</span>
        <span>{t('files.drop')}</span>
        {hint !== undefined && <span className="file-drop-hint">{hint}</span>}
        <input
          id={id}
          type="file"
          className="hidden-text"
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          onChange={(event) => {
            take(event.target.files);
            // Lets one choose the same file again after mending it.
            event.target.value = '';
          }}
        />
      </label>
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

/** Takes what is dropped on an element; true while something hangs over it. Dropping is a second way beside the button. */
function useDrop(zone: RefObject<HTMLElement | null>, take: (files: FileList | undefined) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const element = zone.current;
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (): void => setOver(false);
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      latest.current(event.dataTransfer?.files);
    };
    element?.addEventListener('dragover', over);
    element?.addEventListener('dragleave', leave);
    element?.addEventListener('drop', drop);
    return () => {
      element?.removeEventListener('dragover', over);
      element?.removeEventListener('dragleave', leave);
      element?.removeEventListener('drop', drop);
    };
  }, [zone]);
  return isOver;
}
