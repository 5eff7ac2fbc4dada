import { useQueryClient } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, once } from '../../api/headers.js';
import { uploadFile } from '../../api/upload-file.js';
import { useDeed } from '../../api/use-deed.js';
import { FileDrop } from '../../components/file-drop.js';
import { FormFault } from '../../components/form-fault.js';
import { TOUCHED } from './decision-queries.js';
import type { OpinionImport } from './opinion-queries.js';

interface Checked {
  file: File;
  /** Tells one file from another where what is sent is compared: a file itself has no text. */
  stamp: string;
  /** Of the decision the file was checked against. */
  version: number;
  found: OpinionImport;
}

const stampOf = ({ name, size, lastModified }: File): string => `${name} ${size} ${lastModified}`;

/** Takes a list in: first what would come of it and what is wrong cell by cell, then, if nothing is, the import itself. */
export function OpinionImportDialog({
  id,
  version,
  onClose,
}: {
  id: string;
  version: number;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('decisions');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [checked, setChecked] = useState<Checked | null>(null);
  const url = `/api/v1/decisions/${id}/opinions/import`;
  const keep = useDeed(
    (wish: Checked, key) =>
      uploadFile<OpinionImport>(wish.file, { url, headers: { ...ifMatch(wish.version), ...once(key) } }),
    {
      touches: TOUCHED,
      onDone: () => {
        void message.success(t('done', { label: t('opinions.import') }));
        onClose();
      },
      onRefused: () => {
        // What was checked no longer stands: it is checked again on what is there now.
        setChecked(null);
        void client.invalidateQueries({ queryKey: ['decision', id] });
      },
    },
  );
  const found = checked?.found;
  const isReady = found !== undefined && found.problems.length === 0 && changesOf(found) > 0;
  return (
    <Modal
      open
      title={t('opinions.importTitle')}
      okText={t('opinions.confirmImport')}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={keep.isPending}
      mask={{ closable: false }}
      onOk={() => checked && keep.mutate(checked)}
      onCancel={onClose}
    >
      <p>{t('opinions.importLead')}</p>
      <FormFault error={keep.error} />
      <FileDrop<OpinionImport>
        label={t('opinions.file')}
        accept=".xlsx,.xls,.csv,.docx"
        maxMb={20}
        url={`${url}?dryRun=true`}
        headersOf={() => ifMatch(version)}
        onDone={(answer, file) => {
          keep.reset();
          setChecked({ file, version, stamp: stampOf(file), found: answer });
        }}
      />
      {found && <Findings found={found} />}
    </Modal>
  );
}

function Findings({ found }: { found: OpinionImport }): ReactNode {
  const { t } = useTranslation('decisions');
  const { added, changed, removed, problems, items } = found;
  if (problems.length > 0)
    return (
      <div role="alert">
        <p>{t('opinions.problems', { count: problems.length })}</p>
        <ul className="decision-rows">
          {problems.map((each) => (
            <li key={`${each.row} ${each.cell} ${each.message}`}>
              <strong>
                {t('opinions.row', { row: each.row })} {each.column} {each.cell}
              </strong>
              <span>{each.message}</span>
            </li>
          ))}
        </ul>
      </div>
    );
  const words = changesOf(found) === 0 ? 'opinions.same' : 'opinions.counts';
  return <output>{t(words, { count: items.length, added, changed, removed })}</output>;
}

/** Lines touched; an order that alone has changed shows in none of the counts. */
function changesOf({ added, changed, removed }: OpinionImport): number {
  return added + changed + removed;
}
