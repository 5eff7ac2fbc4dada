import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FileZone } from '../../../components/file-zone.js';

const ACCEPTED = '.xlsx,.xls,.csv,.docx';

/** Where a list is chosen; the file that was chosen stays named until another takes its place. */
export function ListFile({
  file,
  hint,
  disabled,
  onPick,
}: {
  file: File | null;
  hint: string;
  disabled: boolean;
  onPick: (file: File) => void;
}): ReactNode {
  const { t } = useTranslation('litigation');
  return (
    <>
      <FileZone
        label={t(file === null ? 'list.choose' : 'list.chooseAnother')}
        accept={ACCEPTED}
        hint={hint}
        disabled={disabled}
        onFiles={([chosen]) => {
          if (chosen) void copyOf(chosen).then(onPick, () => onPick(chosen));
        }}
      />
      {file !== null && <p className="court-chosen">{t('list.chosen', { name: file.name })}</p>}
    </>
  );
}

/** The file as it is at this moment: what is committed is what was checked, though it be saved anew meanwhile. */
async function copyOf(file: File): Promise<File> {
  return new File([await file.arrayBuffer()], file.name, { type: file.type });
}
