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
  value,
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
  const offered = choices ?? read.data ?? [];
  const isOffered = value === undefined || offered.some(({ code }) => code === value);
  // What was chosen before may not be offered any more; it keeps its name all the same.
  const all = useDepartments(!isOffered && read.isSuccess);
  const before = isOffered ? [] : (all.data ?? []).filter(({ code }) => code === value);
  const departments = [...offered, ...before];
  return (
    <Select
      {...rest}
      value={value}
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
