import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import './file-drop.css';

/** What is asked of the person who chooses a file. */
export interface FileZoneProps {
  /** What the files are, e.g. 佐证材料. */
  label: string;
  /** Kinds the chooser offers, as in `accept`; the service looks into the file itself. */
  accept?: string;
  multiple?: boolean;
  hint?: ReactNode;
  disabled?: boolean;
}

/** The place where files are dropped or chosen; what becomes of them is for whoever takes them. */
export function FileZone({
  label,
  accept,
  multiple = false,
  hint,
  disabled = false,
  onFiles,
}: FileZoneProps & { onFiles: (files: File[]) => void }): ReactNode {
  const { t } = useTranslation('components');
  const zone = useRef<HTMLLabelElement>(null);
  const id = useId();
  const take = (files: FileList | null | undefined): void => {
    const taken = [...(files ?? [])].slice(0, multiple ? undefined : 1);
    if (!disabled && taken.length > 0) onFiles(taken);
  };
  const isOver = useDrop(zone, take);
  return (
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
