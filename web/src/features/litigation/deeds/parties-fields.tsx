import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DepartmentSelect } from '../../../components/department-select.js';
import { Field } from '../../../components/field.js';
import { CHOICES, type PartyInput } from './form-spec.js';

/** What is sued in two jurisdictions is recorded in each with its own departments, also with some that have ended. */
const OWN = { own: 'true' } as const;

interface PartiesFieldsProps {
  value: readonly PartyInput[];
  onChange: (value: PartyInput[]) => void;
}

/** The agencies that are parties; whose head appears is asked only where there are several（第三条）. */
export function PartiesFields({ value, onChange }: PartiesFieldsProps): ReactNode {
  const { t } = useTranslation('litigation');
  const change = (place: number, changes: Partial<PartyInput>): void =>
    onChange(value.map((party, at) => (at === place ? { ...party, ...changes } : party)));
  return (
    <>
      {value.map((party, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- parties have nothing but their place while being chosen
        <fieldset key={place} className="court-party">
          <legend>{t('party.ordinal', { ordinal: place + 1 })}</legend>
          <Party party={party} isOneOfMany={value.length > 1} change={(changes) => change(place, changes)} />
          {value.length > 1 && (
            <Button size="small" onClick={() => onChange(value.filter((_, at) => at !== place))}>
              {t('party.remove')}
            </Button>
          )}
        </fieldset>
      ))}
      <Button
        size="small"
        onClick={() =>
          onChange([...value, { department: '', name: '', role: 'DEFENDANT', designation: 'NONE' }])
        }
      >
        {t('party.add')}
      </Button>
    </>
  );
}

function Party({
  party,
  isOneOfMany,
  change,
}: {
  party: PartyInput;
  isOneOfMany: boolean;
  change: (changes: Partial<PartyInput>) => void;
}): ReactNode {
  const { t } = useTranslation('litigation');
  return (
    <div className="court-official">
      <Field label={t('party.department')}>
        {({ id }) => (
          <DepartmentSelect
            id={id}
            wanted={OWN}
            value={party.department || undefined}
            onChange={(department) => change({ department: department ?? '', name: '' })}
          />
        )}
      </Field>
      <Field label={t('party.role')}>
        {(ties) => (
          <Select
            {...ties}
            className="court-choice"
            value={party.role}
            onChange={(role: string) => change({ role })}
            options={CHOICES.role.map((one) => ({ value: one, label: t(`choice.role.${one}`) }))}
          />
        )}
      </Field>
      <Field label={t('party.name')}>
        {(ties) => (
          <Input
            {...ties}
            maxLength={100}
            placeholder={t('party.nameHint')}
            value={party.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      {isOneOfMany && (
        <Field label={t('party.designation')}>
          {(ties) => (
            <Select
              {...ties}
              className="court-choice"
              value={party.designation}
              onChange={(designation: string) => change({ designation })}
              options={CHOICES.designation.map((one) => ({
                value: one,
                label: t(`choice.designation.${one}`),
              }))}
            />
          )}
        </Field>
      )}
    </div>
  );
}
