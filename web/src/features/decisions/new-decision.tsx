import { Button, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, take } from '../../api/client.js';
import { once } from '../../api/headers.js';
import type { components } from '../../api/schema.js';
import { useSession } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { DayPicker } from '../../components/day-picker.js';
import { DepartmentSelect } from '../../components/department-select.js';
import { Field } from '../../components/field.js';
import { FormFault } from '../../components/form-fault.js';
import { TextField } from '../../components/text-field.js';
import { TOUCHED } from './decision-queries.js';
import type { DecisionLine } from './decision-types.js';
import { nextNumber } from './next-number.js';

type Wish = components['schemas']['NewDecisionRequest'];

const CATEGORIES = ['POLICY', 'PLAN', 'RESOURCE', 'PROJECT', 'OTHER'] as const;

/** Enters a decision; one under adjustment may be named as the one it adjusts. */
export function NewDecision({
  year,
  decisions,
}: {
  year: number;
  /** Undefined until they are known. */
  decisions: readonly DecisionLine[] | undefined;
}): ReactNode {
  const { t } = useTranslation('decisions');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('new.label')}
      </Button>
      {isOpen && <NewForm year={year} decisions={decisions} onClose={() => setOpen(false)} />}
    </>
  );
}

function NewForm({
  year,
  decisions,
  onClose,
}: {
  year: number;
  decisions: readonly DecisionLine[] | undefined;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('decisions');
  const navigate = useNavigate();
  const [typed, setWish] = useState<Omit<Wish, 'number'> & { number?: string }>({
    year,
    title: '',
    category: 'POLICY',
    department: '',
    supervisingLeader: '',
    finishOn: '',
  });
  // Offered once the others are known, however early the form was opened: without them it would be a number already given.
  const wish: Wish = {
    ...typed,
    number: typed.number ?? (decisions ? nextNumber(decisions.map(({ number }) => number)) : ''),
  };
  const change = (changes: Partial<Wish>): void => setWish({ ...typed, ...changes });
  const create = useDeed(
    (body: Wish, key) => take(api.POST('/api/v1/decisions', { body, headers: once(key) })),
    { touches: TOUCHED, onDone: ({ id }) => void navigate(`/decisions/${id}`) },
  );
  const isBlank = [wish.number.trim(), wish.title.trim(), wish.department, wish.finishOn].includes('');
  return (
    <Modal
      open
      title={t('new.title', { year })}
      okText={t('new.submit')}
      okButtonProps={{ disabled: isBlank }}
      confirmLoading={create.isPending}
      onOk={() => create.mutate(wish)}
      onCancel={onClose}
    >
      <FormFault error={create.error} />
      <TextField
        label={t('facts.name')}
        autoFocus
        maxLength={200}
        value={wish.title}
        onText={(title) => change({ title })}
      />
      <TextField
        label={t('items.number')}
        maxLength={30}
        value={wish.number}
        onText={(number) => change({ number })}
      />
      <Field label={t('facts.category')}>
        {(ties) => (
          <Select
            {...ties}
            value={wish.category}
            popupMatchSelectWidth={false}
            onChange={(category) => change({ category })}
            options={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
          />
        )}
      </Field>
      <WhoAndWhen wish={wish} change={change} />
      <Adjusts wish={wish} change={change} decisions={decisions ?? []} />
    </Modal>
  );
}

interface PartProps {
  wish: Wish;
  change: (changes: Partial<Wish>) => void;
}

function WhoAndWhen({ wish, change }: PartProps): ReactNode {
  const { t } = useTranslation('decisions');
  const { today } = useSession();
  return (
    <>
      <Field label={t('facts.department')}>
        {({ id }) => (
          <DepartmentSelect
            id={id}
            placeholder={t('facts.department')}
            wanted={{ own: 'true', on: today }}
            value={wish.department || undefined}
            onChange={(department) => change({ department: department ?? '' })}
          />
        )}
      </Field>
      <TextField
        label={t('facts.leader')}
        maxLength={100}
        value={wish.supervisingLeader}
        onText={(supervisingLeader) => change({ supervisingLeader })}
      />
      <Field label={t('facts.finishOn')}>
        {({ id }) => (
          <DayPicker
            id={id}
            value={wish.finishOn || null}
            onChange={(finishOn) => change({ finishOn: finishOn ?? '' })}
          />
        )}
      </Field>
    </>
  );
}

/** Only where something is under adjustment. */
function Adjusts({ wish, change, decisions }: PartProps & { decisions: readonly DecisionLine[] }): ReactNode {
  const { t } = useTranslation('decisions');
  const adjusting = decisions.filter(({ state }) => state === 'ADJUSTING');
  if (adjusting.length === 0) return null;
  return (
    <Field label={t('facts.adjusts')}>
      {(ties) => (
        <Select
          {...ties}
          allowClear
          value={wish.adjusts}
          popupMatchSelectWidth={false}
          onChange={(adjusts?: string) => change({ adjusts })}
          options={adjusting.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </Field>
  );
}
