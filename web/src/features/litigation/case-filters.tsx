import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole, useSession } from '../../api/session.js';
import { DepartmentSelect } from '../../components/department-select.js';
import { CHOICES, type ChoiceList } from './deeds/form-spec.js';
import { isOfDepartment } from './roles.js';
import type { Choices } from './use-choices.js';

/** What the list of cases can be narrowed by. */
export function CaseFilters({ choices, choose }: Choices): ReactNode {
  const { t } = useTranslation('litigation');
  const { today } = useSession();
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: 6 }, (_, back) => String(thisYear - back));
  return (
    <search className="panel court-filters no-print" aria-label={t('filter.name')}>
      <Input.Search
        data-search
        className="court-search"
        aria-label={t('filter.q')}
        placeholder={t('filter.q')}
        allowClear
        maxLength={100}
        defaultValue={choices['q'] ?? ''}
        onSearch={(q) => choose({ q: q.trim() })}
      />
      {!isOfDepartment(useRole()) && (
        <DepartmentSelect
          value={choices['department']}
          onChange={(department) => choose({ department })}
          placeholder={t('filter.department')}
        />
      )}
      <Select
        aria-label={t('filter.year')}
        placeholder={t('filter.year')}
        allowClear
        popupMatchSelectWidth={false}
        value={choices['year']}
        onChange={(year?: string) => choose({ year })}
        options={years.map((value) => ({ value, label: t('year', { year: value }) }))}
      />
      <Chosen name="instance" list="level" choices={choices} choose={choose} />
      <Chosen name="register" list="register" choices={choices} choose={choose} />
    </search>
  );
}

function Chosen({ name, list, choices, choose }: Choices & { name: string; list: ChoiceList }): ReactNode {
  const { t } = useTranslation('litigation');
  return (
    <Select
      aria-label={t(`filter.${name}`)}
      placeholder={t(`filter.${name}`)}
      allowClear
      popupMatchSelectWidth={false}
      value={choices[name]}
      onChange={(value?: string) => choose({ [name]: value })}
      options={CHOICES[list].map((value) => ({ value, label: t(`choice.${list}.${value}`) }))}
    />
  );
}
