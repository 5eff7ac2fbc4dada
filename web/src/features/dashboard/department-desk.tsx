import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayText } from '../../components/day-text.js';
import { Light } from '../../components/light.js';
import { PageState } from '../../components/page-state.js';
import { SignDigest } from './sign-digest.js';
import { AnswerReminder } from './answer-reminder.js';
import type { DepartmentDesk } from './workbench-types.js';

/** More than these would push the month's reports off the screen. */
const SHOWN = 5;

/** What a department has to do, the most pressing first. */
export function DepartmentDeskPanels({ desk }: { desk: DepartmentDesk }): ReactNode {
  const { t } = useTranslation('dashboard');
  const returned = desk.forms.filter(({ state }) => state === 'RETURNED');
  const toWrite = desk.forms.filter(({ state }) => state === 'DRAFT');
  const newest = desk.toSign.toSorted((one, other) => (one.day < other.day ? 1 : -1));
  const lists = [desk.toTakeOver, desk.forms, desk.toSign, desk.toAnswer, desk.toTakeUp];
  const isIdle = lists.every(({ length }) => length === 0);
  return (
    <>
      {desk.toTakeOver.length > 0 && <ToTakeOver handOvers={desk.toTakeOver} />}
      {isIdle && <PageState kind="empty" title={t('desk.idle')} />}
      {returned.length > 0 && (
        <Forms title={t('desk.returned', { count: returned.length })} forms={returned} />
      )}
      {toWrite.length > 0 && <Forms title={t('desk.toWrite', { count: toWrite.length })} forms={toWrite} />}
      {desk.toSign.length > 0 && (
        <section className="panel">
          <h2>{t('desk.toSign', { count: desk.toSign.length })}</h2>
          <ul className="workbench-list">
            {newest.slice(0, SHOWN).map((digest) => (
              <SignDigest key={digest.id} digest={digest} />
            ))}
          </ul>
          {newest.length > SHOWN && (
            <details>
              <summary>{t('desk.earlier', { count: newest.length - SHOWN })}</summary>
              <ul className="workbench-list">
                {newest.slice(SHOWN).map((digest) => (
                  <SignDigest key={digest.id} digest={digest} />
                ))}
              </ul>
            </details>
          )}
        </section>
      )}
      {desk.toAnswer.length > 0 && (
        <section className="panel">
          <h2>{t('desk.toAnswer', { count: desk.toAnswer.length })}</h2>
          <ul className="workbench-list">
            {desk.toAnswer.map((reminder) => (
              <AnswerReminder key={reminder.id} reminder={reminder} />
            ))}
          </ul>
        </section>
      )}
      {desk.toTakeUp.length > 0 && (
        <section className="panel">
          <h2>{t('desk.toTakeUp', { count: desk.toTakeUp.length })}</h2>
          <ul className="workbench-list">
            {desk.toTakeUp.map((task) => (
              <li key={task.taskId}>
                <Link to={`/tasks/${task.taskId}`}>
                  {task.taskNumber}. {task.taskTitle}
                </Link>
                <span className="workbench-quiet">
                  <DayText day={task.assignedOn} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {desk.dueSoon.length > 0 && <DueSoon items={desk.dueSoon} />}
    </>
  );
}

/** 交接: what the new holder of a post goes through and confirms first. */
function ToTakeOver({ handOvers }: { handOvers: DepartmentDesk['toTakeOver'] }): ReactNode {
  const { t } = useTranslation('dashboard');
  return (
    <section className="panel">
      <h2>{t('desk.toTakeOver')}</h2>
      <ul className="workbench-list">
        {handOvers.map(({ id, postCode, former, from }) => (
          <li key={id}>
            <Link to={`/hand-over/${postCode}`}>{t('desk.takeOver', { former })}</Link>
            <span className="workbench-quiet">
              {t('desk.inPostFrom')} <DayText day={from} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Forms({ title, forms }: { title: string; forms: DepartmentDesk['forms'] }): ReactNode {
  const { t } = useTranslation('dashboard');
  const first = forms[0]!;
  return (
    <section className="panel">
      <h2>
        <Link to={`/reports?ledger=${first.ledgerId}&month=${first.month}`}>{title}</Link>
        <span className="workbench-quiet">
          {t('desk.due')} <DayText day={first.reportsDueOn} />
        </span>
      </h2>
      <ul className="workbench-list">
        {forms.map((form) => (
          <li key={form.reportId}>
            <Link to={`/reports?ledger=${form.ledgerId}&month=${form.month}`}>
              {form.taskNumber}. {form.taskTitle}
            </Link>
            {form.lastLight !== null && <Light value={form.lastLight} why={form.lastExplanation ?? ''} />}
            {form.returnedReason !== '' && <span className="workbench-reason">{form.returnedReason}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function DueSoon({ items }: { items: DepartmentDesk['dueSoon'] }): ReactNode {
  const { t } = useTranslation('dashboard');
  return (
    <section className="panel">
      <h2>{t('desk.dueSoon', { count: items.length })}</h2>
      <ul className="workbench-list">
        {items.map((item) => (
          <li key={`${item.taskId} ${item.node} ${item.dueOn}`}>
            <Link to={`/tasks/${item.taskId}`}>
              {item.taskNumber}. {item.taskTitle}
              {item.node !== '' && ` · ${item.node}`}
            </Link>
            <DayText day={item.dueOn} />
            <Tag color={item.daysLeft < 0 ? 'red' : 'default'}>
              {item.daysLeft < 0
                ? t('desk.overdue', { days: -item.daysLeft })
                : t('desk.daysLeft', { days: item.daysLeft })}
            </Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}
