import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayText } from '../../../components/day-text.js';
import { useWide } from '../../../lib/use-wide.js';
import { CellStanding } from './cell-standing.js';
import type { HandedTask, LedgerRollUp } from './roll-up-queries.js';

interface MatrixProps {
  districts: LedgerRollUp['districts'];
  tasks: readonly HandedTask[];
}

/** Tasks against districts: a table on a desk and on paper, a card for each task on a phone. */
export function RollUpMatrix(props: MatrixProps): ReactNode {
  return useWide() ? <MatrixTable {...props} /> : <MatrixCards {...props} />;
}

function MatrixTable({ districts, tasks }: MatrixProps): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reached by the keyboard
    <section className="roll-up-box" tabIndex={0} aria-label={t('rollUp.scroll')}>
      <table className="board roll-up-matrix">
        <thead>
          <tr>
            <th scope="col" className="col-title">
              {t('rollUp.task')}
            </th>
            <th scope="col">{t('rollUp.due')}</th>
            {districts.map(({ code, name, shortName }) => (
              <th key={code} scope="col" title={name}>
                {shortName}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id} className="board-row">
              <th scope="row" className="col-title">
                <TaskLink task={task} />
              </th>
              <td>{task.dueOn && <DayText day={task.dueOn} />}</td>
              {districts.map(({ code }) => (
                <td key={code}>
                  <CellStanding cell={task.cells.find(({ receiver }) => receiver === code)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MatrixCards({ districts, tasks }: MatrixProps): ReactNode {
  const { t } = useTranslation('ledger');
  const names = new Map(districts.map(({ code, name }) => [code, name]));
  return (
    <ul className="board-cards">
      {tasks.map((task) => (
        <li key={task.id} className="board-card">
          <TaskLink task={task} />
          {task.dueOn && (
            <p className="roll-up-due">
              {t('rollUp.due')} <DayText day={task.dueOn} />
            </p>
          )}
          <dl className="roll-up-cells">
            {task.cells.map((cell) => (
              <div key={cell.receiver}>
                <dt>{names.get(cell.receiver)}</dt>
                <dd>
                  <CellStanding cell={cell} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function TaskLink({ task: { id, number, title } }: { task: HandedTask }): ReactNode {
  return (
    <Link to={`/tasks/${id}`} data-row>
      {number}　{title}
    </Link>
  );
}
