import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MonthItem } from './month-item.js';
import { MonthStrip } from './month-strip.js';
import { Nothing, Panel } from './panel.js';
import type { TaskView } from './task-types.js';

/** Months whose texts are read again most. */
const AT_FIRST = 3;

/** Month by month: the frozen light and what was reported, for the task or for one of its departments. */
export function MonthsPanel({ page }: { page: TaskView }): ReactNode {
  const { t } = useTranslation('tasks');
  const departments = departmentsOf(page);
  const lead = page.parts.find(({ isFirstLead }) => isFirstLead)?.department.code;
  const usual = departments.some(({ code }) => code === lead) ? lead : departments[0]?.code;
  const [chosen, setChosen] = useState<string>();
  const [isWhole, setWhole] = useState(false);
  const code = chosen ?? usual ?? '';
  const frozen = page.history.filter(({ department }) => department?.code === code);
  const ofTask = page.history.filter(({ department }) => department === null);
  const strip = code === lead && ofTask.length > 0 ? ofTask : frozen;
  const reports = page.reports.filter(({ department }) => department.code === code);
  const months = [...new Set([...frozen, ...reports].map(({ month }) => month))].toSorted().toReversed();
  const shown = isWhole ? months : months.slice(0, AT_FIRST);
  return (
    <Panel
      id="months"
      title={t('months.title')}
      note={
        departments.length > 1 ? (
          <Select
            size="small"
            aria-label={t('months.department')}
            className="no-print"
            popupMatchSelectWidth={false}
            value={code}
            onChange={setChosen}
            options={departments.map((department) => ({ value: department.code, label: department.name }))}
          />
        ) : (
          departments[0]?.name
        )
      }
    >
      {months.length === 0 && <Nothing>{t('months.none')}</Nothing>}
      {strip.length > 0 && <MonthStrip months={strip.toSorted((a, b) => (a.month < b.month ? -1 : 1))} />}
      <ul className="task-list">
        {shown.map((month) => (
          <MonthItem
            key={month}
            page={page}
            month={month}
            frozen={frozen.find((each) => each.month === month)}
            report={reports.find((each) => each.month === month)}
          />
        ))}
      </ul>
      {months.length > shown.length && (
        <Button className="no-print" onClick={() => setWhole(true)}>
          {t('months.earlier', { count: months.length - shown.length })}
        </Button>
      )}
    </Panel>
  );
}

function departmentsOf(page: TaskView): { code: string; name: string }[] {
  const seen = new Map<string, string>();
  for (const { department } of [...page.reports, ...page.history]) {
    if (department !== null) seen.set(department.code, department.name);
  }
  return [...seen].map(([code, name]) => ({ code, name }));
}
