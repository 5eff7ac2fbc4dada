import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isSought, pinyinInitials } from '../lib/pinyin-initials.js';
import { useDepartments, type DepartmentChoice, type WantedDepartments } from './use-departments.js';

interface DepartmentSelectProps {
  id?: string;
  value: string | undefined;
  onChange: (code: string | undefined) => void;
  placeholder?: string;
  disabled?: boolean;
  /** Where only some may be chosen; all departments otherwise. */
  choices?: readonly DepartmentChoice[];
  /** Where only some of the register may be chosen. */
  wanted?: WantedDepartments;
}

/** One department, sought by name, code or the initials of its pinyin; gives its code. */
export function DepartmentSelect({
  choices,
  wanted,
  onChange,
  placeholder,
  ...rest
}: DepartmentSelectProps): ReactNode {
  const { t } = useTranslation('components');
  const [isUsed, setUsed] = useState(false);
  const read = useDepartments(choices === undefined, wanted);
  const initials = useQuery({
    queryKey: ['pinyin-initials'],
    queryFn: async () => ({ of: await pinyinInitials() }),
    enabled: isUsed,
    staleTime: Infinity,
  });
  const departments = choices ?? read.data ?? [];
  return (
    <Select
      {...rest}
      aria-label={placeholder ?? t('department.name')}
      placeholder={placeholder ?? t('department.name')}
      allowClear
      showSearch={{
        filterOption: (typed, option) =>
          isSought(typed, {
            name: option?.name ?? '',
            code: option?.value ?? '',
            initials: option?.initials ?? '',
          }),
      }}
      loading={read.isLoading}
      status={read.isError ? 'error' : undefined}
      popupMatchSelectWidth={false}
      onFocus={() => setUsed(true)}
      onChange={(code?: string) => onChange(code)}
      className="department-select"
      options={departments.map(({ code, name }) => ({
        value: code,
        label: name,
        name,
        initials: initials.data?.of(name) ?? '',
      }))}
    />
  );
}
