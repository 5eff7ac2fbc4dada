import { Input, InputNumber, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Target } from './field-spec.js';

/** How much is to be reached: a number and its unit. */
export function TargetInput({
  id,
  value,
  onChange,
}: {
  id: string;
  value: Target | null;
  onChange: (target: Target | null) => void;
}): ReactNode {
  const { t } = useTranslation('task-deeds');
  const [unit, setUnit] = useState(value?.unit ?? '');
  const count = value?.value ?? null;
  return (
    <Space.Compact>
      <InputNumber
        id={id}
        min={1}
        precision={0}
        value={count}
        onChange={(next) => onChange(next === null ? null : { value: next, unit })}
      />
      <Input
        style={{ width: 90 }}
        aria-label={t('field.targetUnit')}
        placeholder={t('field.targetUnit')}
        maxLength={10}
        value={unit}
        onChange={({ target }) => {
          setUnit(target.value);
          if (count !== null) onChange({ value: count, unit: target.value });
        }}
      />
    </Space.Compact>
  );
}
