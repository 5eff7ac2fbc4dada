import { Button, Checkbox, Select } from 'antd';
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DepartmentSelect } from '../../components/department-select.js';
import { ledgerOptions } from '../../lib/ledger-options.js';
import { narrowings, type BoardFilters, type FilterChange } from './board-filters.js';
import type { BoardFacets, Facet, Ledger } from './board-types.js';
import { IndicatorSelect } from './indicator-select.js';
import { LightChips } from './light-chips.js';
import { SearchField } from './search-field.js';

const DueRange = lazy(() => import('./due-range.js').then((file) => ({ default: file.DueRange })));

interface FilterBarProps {
  filters: BoardFilters;
  facets: BoardFacets | undefined;
  ledgers: readonly Ledger[];
  /** Departments are asked for by those who see all. */
  byDepartment: boolean;
  change: (change: FilterChange) => void;
  onClear: () => void;
  /** Buttons at the end of the first row. */
  children?: ReactNode;
}

/** Everything the list can be narrowed by, each with how many tasks it would leave. */
export function FilterBar(props: FilterBarProps): ReactNode {
  const { t } = useTranslation('ledger');
  const { filters, change, children } = props;
  const isFarOut = [filters.cadence, filters.dueFrom, filters.dueTo, filters.state].some(Boolean);
  const [isOpen, setOpen] = useState(isFarOut);
  const search = useCallback((q: string) => change({ q }), [change]);
  return (
    <search className="filter-bar panel no-print" aria-label={t('filter.name')}>
      <div className="filter-row">
        <SearchField value={filters.q ?? ''} onChange={search} />
        <div className={isOpen ? 'filter-far is-open' : 'filter-far'}>
          <WhereFilters {...props} />
        </div>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('filter.less') : t('filter.more')}
        </Button>
        {children}
      </div>
      <LightFilters {...props} />
      {isOpen && <FarFilters {...props} />}
    </search>
  );
}

/** Ledger, heading and department. */
function WhereFilters({ filters, facets, ledgers, byDepartment, change }: FilterBarProps): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <>
      {ledgers.length > 1 && (
        <Select
          aria-label={t('filter.ledger')}
          placeholder={t('filter.allLedgers')}
          allowClear
          value={filters.ledger}
          onChange={(ledger?: string) => change({ ledger: ledger ?? '', indicator: '' })}
          popupMatchSelectWidth={false}
          className="filter-ledger"
          showSearch={{ optionFilterProp: 'label' }}
          options={ledgerOptions(ledgers, ({ code }) => code)}
        />
      )}
      <IndicatorSelect
        facets={facets?.indicators ?? []}
        value={filters.indicator}
        onChange={(indicator) => change({ indicator: indicator ?? '' })}
      />
      {byDepartment && (
        <DepartmentSelect
          value={filters.department}
          placeholder={t('filter.department')}
          onChange={(department) =>
            change(department === undefined ? { department: '', part: 'ANY' } : { department })
          }
        />
      )}
      {byDepartment && filters.department && (
        <Checkbox
          checked={filters.part === 'LEAD'}
          onChange={(event) => change({ part: event.target.checked ? 'LEAD' : 'ANY' })}
        >
          {t('filter.leadOnly')}
        </Checkbox>
      )}
    </>
  );
}

/** Lights, what is overdue, what waits; how many are left. */
function LightFilters({ filters, facets, change, onClear }: FilterBarProps): ReactNode {
  const { t } = useTranslation('ledger');
  const count = narrowings(filters);
  return (
    <div className="filter-row">
      <LightChips
        lights={facets?.lights ?? []}
        value={filters.light ?? []}
        onChange={(light) => change({ light })}
      />
      <Checkbox
        checked={filters.overdue ?? false}
        onChange={(event) => change({ overdue: event.target.checked })}
      >
        {t('filter.overdue')}
      </Checkbox>
      <Checkbox checked={filters.mine ?? false} onChange={(event) => change({ mine: event.target.checked })}>
        {t('filter.mine')}
      </Checkbox>
      <span className="filter-total">
        <output>{facets && t('filter.total', { count: facets.total })}</output>
        {count > 0 && (
          <Button type="link" size="small" onClick={onClear}>
            {t('filter.clear', { count })}
          </Button>
        )}
      </span>
    </div>
  );
}

/** What is needed less often. */
function FarFilters({ filters, facets, change }: FilterBarProps): ReactNode {
  return (
    <div className="filter-row">
      <Several
        name="state"
        facets={facets?.states ?? []}
        value={filters.state}
        onChange={(state) => change({ state })}
      />
      <Several
        name="cadence"
        facets={facets?.cadences ?? []}
        value={filters.cadence}
        onChange={(cadence) => change({ cadence })}
      />
      <Suspense fallback={null}>
        <DueRange from={filters.dueFrom} to={filters.dueTo} onChange={change} />
      </Suspense>
    </div>
  );
}

/** Several values out of a facet. */
function Several({
  name,
  facets,
  value,
  onChange,
}: {
  name: 'state' | 'cadence';
  facets: readonly Facet[];
  value: readonly string[] | undefined;
  onChange: (values: string[]) => void;
}): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <Select
      mode="multiple"
      aria-label={t(`filter.${name}`)}
      placeholder={t(`filter.${name}`)}
      className="filter-several"
      popupMatchSelectWidth={false}
      value={[...(value ?? [])]}
      onChange={onChange}
      options={facets.map((facet) => ({
        value: facet.value,
        label: t('filter.counted', { label: facet.label, count: facet.count }),
      }))}
    />
  );
}
