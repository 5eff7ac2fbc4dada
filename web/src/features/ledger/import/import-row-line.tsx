import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGroupNames } from '../../../components/task-deeds/use-groups.js';
import { formFieldOf } from './column-fields.js';
import type { CellProblem, ImportRow, LedgerImport } from './import-types.js';
import { RowFix } from './row-fix.js';
import { RowStatusText } from './row-status.js';

/** Which field of the row stands in which column of the table. */
const CELLS = ['number', 'indicators', 'title', 'lead', 'support', 'deadline', 'target'] as const;
type CellName = (typeof CELLS)[number];

/** One row: its cells, what is doubtful about each, and the form that sets it right. */
export function ImportRowLine({ content, row }: { content: LedgerImport; row: ImportRow }): ReactNode {
  const { t } = useTranslation('ledger');
  const [fixing, setFixing] = useState<readonly string[] | null>(null);
  const groupName = useGroupNames();
  const byCell = new Map<string, CellProblem[]>();
  for (const problem of row.problems) {
    const field = formFieldOf(problem.column, content.columns) ?? 'title';
    byCell.set(field, [...(byCell.get(field) ?? []), problem]);
  }
  return (
    <tbody>
      <tr className="board-row">
        <td data-label={t('import.rows.place')}>
          {row.place.row}
          {content.columns.some(({ sheet }) => sheet !== row.place.sheet) && (
            <span className="cell-note">{row.place.sheet}</span>
          )}
        </td>
        {CELLS.map((name) => (
          <Cell
            key={name}
            name={t(`import.rows.${name}`)}
            problems={byCell.get(name) ?? []}
            onFix={() => setFixing([name])}
            label={t('import.fixOf', { place: row.place.row, field: t(`import.rows.${name}`) })}
          >
            {textOf(name, row, t('import.from'), groupName)}
          </Cell>
        ))}
        <td data-label={t('import.rows.status')}>
          <RowStatusText status={row.status} />
          <Button
            size="small"
            className="import-fix-all"
            aria-expanded={fixing !== null}
            aria-label={fixing === null ? t('import.fixRow', { place: row.place.row }) : undefined}
            onClick={() => setFixing(fixing === null ? [] : null)}
          >
            {fixing === null ? t('import.fix') : t('import.close')}
          </Button>
        </td>
      </tr>
      {fixing !== null && (
        <tr className="import-fix-line">
          <td colSpan={CELLS.length + 2}>
            <RowFix
              key={fixing.join(' ')}
              content={content}
              row={row}
              only={fixing}
              onClose={() => setFixing(null)}
            />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Cell({
  name,
  problems,
  label,
  onFix,
  children,
}: {
  name: string;
  problems: readonly CellProblem[];
  label: string;
  onFix: () => void;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('ledger');
  if (problems.length === 0) return <td data-label={name}>{children}</td>;
  return (
    <td className="import-marked" data-label={name}>
      {children}
      {problems.map((problem) => (
        <span key={problem.code} className="import-problem">
          <span aria-hidden="true">▲ </span>
          {problem.message}
        </span>
      ))}
      <Button size="small" type="primary" ghost aria-label={label} onClick={onFix}>
        {t('import.fix')}
      </Button>
    </td>
  );
}

function textOf(name: CellName, row: ImportRow, from: string, groupName: (code: string) => string): string {
  const names = (departments: ImportRow['lead']): string => departments.map((each) => each.name).join('、');
  switch (name) {
    case 'indicators':
      return row.indicators.join(' / ');
    case 'lead':
      return names(row.lead);
    case 'support':
      return [names(row.support), ...row.groups.map(groupName)].filter(Boolean).join('、');
    case 'deadline':
      return row.deadline.due === null ? row.deadline.raw : `${row.deadline.due}${from}${row.deadline.raw}`;
    case 'target':
      return row.target === null ? '' : `${row.target.value}${row.target.unit}`;
    case 'number':
    case 'title':
      return row[name];
  }
}
