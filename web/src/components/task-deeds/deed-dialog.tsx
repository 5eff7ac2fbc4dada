import { App, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale } from '../../api/problem.js';
import { sendDeed } from '../../api/send-deed.js';
import { useDeed } from '../../api/use-deed.js';
import { FormFault } from '../form-fault.js';
import { StaleDialog } from '../stale-dialog.js';
import { DeedFields } from './deed-fields.js';
import { formOf } from './deed-forms.js';
import './deeds.css';
import type { DeedOffer, TaskPage } from './deed-types.js';
import { fieldFaults } from './field-faults.js';
import { bodyOf, changedOnly, missingIn, type FieldValues } from './field-spec.js';
import { changesSince, taskPageQuery } from './task-page-query.js';

/** The form of one deed on one task. Everything that was read about tasks is read anew once it is done. */
export function DeedDialog({
  page,
  offer,
  onClose,
}: {
  page: TaskPage;
  offer: DeedOffer;
  onClose: () => void;
}): ReactNode {
  const { t, i18n } = useTranslation('task-deeds');
  const { message } = App.useApp();
  const client = useQueryClient();
  const form = formOf(offer);
  const [initial] = useState<FieldValues>(() => form.initial?.(page, offer) ?? {});
  const [values, setValues] = useState(initial);
  const [isTried, setTried] = useState(false);
  // The page below is read anew on its own; what was known when the form was opened is kept to tell what came since.
  const [opened] = useState(page);
  const [now, setNow] = useState({ page, offer });
  const missing = missingIn(form.fields, values);
  const deed = useDeed(
    (body: FieldValues, key) => sendDeed(now.offer, { ...body, ...form.fixed?.(page, offer) }, key),
    {
      touches: [['task'], ['tasks'], ['task-board'], ['ledgers'], ['reports'], ['workbench']],
      onDone: () => {
        void message.success(t('done', { label: offer.label }));
        onClose();
      },
      onRefused: (error) => {
        if (isStale(error)) void refresh();
      },
    },
  );
  const refresh = async (): Promise<void> => {
    const latest = await client.query({ ...taskPageQuery(page.task.id), staleTime: 0 });
    const same = latest.deeds.find(
      ({ deed: code, subject }) => code === offer.deed && subject === offer.subject,
    );
    setNow({ page: latest, offer: same ?? offer });
  };
  const submit = (): void => {
    setTried(true);
    if (missing.length > 0 || deed.isPending) return;
    const body = bodyOf(form.fields, values);
    deed.mutate(form.changesOnly ? changedOnly(body, initial) : body);
  };
  const faults = {
    ...(isTried ? Object.fromEntries(missing.map((name) => [name, t('missing')])) : {}),
    ...fieldFaults(deed.error),
  };
  const known = changesSince(opened, now.page);
  const consequence = `consequence.${offer.deed}`;
  return (
    <Modal
      open
      width={form.fields.length > 3 ? 720 : 520}
      title={offer.subject ? t('about', { label: offer.label, subject: offer.subject }) : offer.label}
      okText={t('confirm', { label: offer.label })}
      okButtonProps={{ danger: form.isDanger }}
      confirmLoading={deed.isPending}
      onOk={submit}
      onCancel={onClose}
      mask={{ closable: form.fields.length === 0 }}
    >
      <p className="deed-task">{t('task', { number: page.task.number, title: page.task.title })}</p>
      {i18n.exists(consequence, { ns: 'task-deeds' }) && <p>{t(consequence, factsOf(page))}</p>}
      <FormFault error={isStale(deed.error) ? null : deed.error} />
      <DeedFields
        fields={form.fields}
        values={values}
        faults={faults}
        ledgerId={page.ledger.id}
        taskId={page.task.id}
        onChange={setValues}
      />
      <StaleDialog
        error={deed.error}
        changes={known.length > 0 ? known : undefined}
        onReload={onClose}
        onKeep={() => deed.reset()}
      />
    </Modal>
  );
}

function factsOf({ task, ledger }: TaskPage): Record<string, string> {
  return {
    dueOn: task.dueOn ?? task.deadlineRaw,
    originalDueOn: task.originalDueOn ?? '–',
    ledger: ledger.title,
  };
}
