import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/field.js';
import { CHOICES, type OfficialInput } from './form-spec.js';

/** Who appears: name, post and which kind of head he is（第二条）. */
export function OfficialFields({
  value,
  onChange,
}: {
  value: OfficialInput;
  onChange: (value: OfficialInput) => void;
}): ReactNode {
  const { t } = useTranslation('litigation');
  const text = (name: 'name' | 'post' | 'otherAgency', maxLength: number, label: string): ReactNode => (
    <Field label={label}>
      {(ties) => (
        <Input
          {...ties}
          maxLength={maxLength}
          value={value[name]}
          onChange={(event) => onChange({ ...value, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="court-official">
      {text('name', 40, t('official.name'))}
      {text('post', 60, t('official.post'))}
      <Field label={t('official.rank')}>
        {(ties) => (
          <Select
            {...ties}
            className="court-choice"
            value={value.rank}
            onChange={(rank: string) => onChange({ ...value, rank })}
            options={CHOICES.rank.map((one) => ({ value: one, label: t(`choice.rank.${one}`) }))}
          />
        )}
      </Field>
      {text('otherAgency', 100, t('official.otherAgency'))}
    </div>
  );
}
