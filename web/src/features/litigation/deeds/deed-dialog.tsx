import { App, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isStale } from '../../../api/problem.js';
import { sendDeed } from '../../../api/send-deed.js';
import { useDeed } from '../../../api/use-deed.js';
import { FormFault } from '../../../components/form-fault.js';
import { StaleDialog } from '../../../components/stale-dialog.js';
import { TOUCHED, type CourtCase } from '../litigation-queries.js';
import { fieldFaults } from './field-faults.js';
import { FormFields } from './form-fields.js';
import { bodyOf, missingIn, type Values } from './form-spec.js';
import type { OfferedDeed } from './offered-deed.js';

/** The form of one deed. The case it leads to is shown at once; all else that was read of cases is read anew. */
export function DeedDialog({
  deed,
  onClose,
  onDone,
}: {
  deed: OfferedDeed;
  onClose: () => void;
  onDone?: (done: CourtCase) => void;
}): ReactNode {
  const { t } = useTranslation('litigation');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [values, setValues] = useState<Values>(deed.initial ?? {});
  const [isTried, setTried] = useState(false);
  // The version the form was opened on; a change of somebody else below it must be met, not overwritten.
  const [version, setVersion] = useState(deed.version);
  const label = t(`deed.${deed.code}`);
  const send = useDeed(
    (body: Values, key) => sendDeed({ ...deed, version }, body, key) as Promise<CourtCase>,
    {
      touches: TOUCHED,
      onDone: (done) => {
        client.setQueryData(['court-case', done.id], done);
        void message.success(t('done', { label }));
        onClose();
        onDone?.(done);
      },
      // What somebody else wrote is read at once, so that it is there to choose between.
      onRefused: (error) => {
        if (isStale(error)) void client.invalidateQueries({ queryKey: ['court-case'] });
      },
    },
  );
  const missing = missingIn(deed.fields, values);
  const submit = (): void => {
    setTried(true);
    if (missing.length > 0 || send.isPending) return;
    const body = bodyOf(deed.fields, values);
    send.mutate({ ...(deed.shape?.(body) ?? body), ...deed.fixed });
  };
  const faults = {
    ...(isTried ? Object.fromEntries(missing.map((name) => [name, t('missing')])) : {}),
    ...fieldFaults(send.error),
  };
  return (
    <Modal
      open
      width={deed.fields.length > 3 ? 680 : 520}
      title={label}
      okText={t('confirm', { label })}
      okButtonProps={{ danger: deed.isDanger ?? false }}
      confirmLoading={send.isPending}
      onOk={submit}
      onCancel={onClose}
      mask={{ closable: deed.fields.length === 0 }}
    >
      {deed.subject !== '' && <p className="court-subject">{deed.subject}</p>}
      <Consequence code={deed.code} />
      <FormFault error={isStale(send.error) ? null : send.error} />
      <FormFields fields={deed.fields} values={values} faults={faults} onChange={setValues} />
      <StaleDialog
        error={send.error}
        onReload={onClose}
        onKeep={() => {
          setVersion(deed.version);
          send.reset();
        }}
      />
    </Modal>
  );
}

/** What follows from a deed, where it is worth saying. */
function Consequence({ code }: { code: string }): ReactNode {
  const { t, i18n } = useTranslation('litigation');
  return i18n.exists(`consequence.${code}`, { ns: 'litigation' }) ? <p>{t(`consequence.${code}`)}</p> : null;
}
