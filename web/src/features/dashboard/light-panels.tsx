import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayText, MonthText } from '../../components/day-text.js';
import { Light } from '../../components/light.js';
import { LightBar, LightLegend } from './light-bar.js';
import type { Lights } from './workbench-types.js';

/** The lights as they stand: in all, by month, by department, by indicator, and every red one with its reason. */
export function LightPanels({ lights }: { lights: Lights }): ReactNode {
  const { t } = useTranslation('dashboard');
  return (
    <>
      <section className="panel keep-together">
        <h2>{t('lights.now')}</h2>
        <LightLegend counts={lights.now} />
        <LightBar counts={lights.now} />
      </section>
      <Reds lights={lights} />
      <div className="workbench-pair">
        <section className="panel keep-together">
          <h2>{t('lights.trend')}</h2>
          <ul className="workbench-bars">
            {lights.trend.map(({ month, lights: counts }) => (
              <li key={month}>
                <MonthText month={month} />
                <LightBar counts={counts} />
              </li>
            ))}
          </ul>
        </section>
        <section className="panel keep-together">
          <h2>{t('lights.indicators')}</h2>
          <ul className="workbench-bars">
            {lights.indicators.map(({ indicator, lights: counts }) => (
              <li key={indicator}>
                <Link to={`/ledger?indicator=${encodeURIComponent(indicator)}`}>
                  {indicator || t('lights.noIndicator')}
                </Link>
                <LightBar counts={counts} />
              </li>
            ))}
          </ul>
        </section>
      </div>
      {lights.departments.length > 0 && (
        <section className="panel">
          <h2>{t('lights.departments')}</h2>
          <ul className="workbench-bars workbench-columns">
            {lights.departments.map(({ code, name, lights: counts }) => (
              <li key={code}>
                <Link to={`/ledger?department=${code}`}>{name}</Link>
                <LightBar counts={counts} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Reds({ lights }: { lights: Lights }): ReactNode {
  const { t } = useTranslation('dashboard');
  if (lights.reds.length === 0) return null;
  return (
    <section className="panel">
      <h2>
        <Link to="/ledger?light=RED">{t('lights.reds', { count: lights.red.n })}</Link>
      </h2>
      <ul className="workbench-list">
        {lights.reds.map((red) => (
          <li key={`${red.taskId} ${red.department}`}>
            <Light value="RED" why={red.explanation} />
            <Link to={`/tasks/${red.taskId}`}>
              {red.taskNumber}. {red.taskTitle}
            </Link>
            <span>{red.departmentName}</span>
            <span className="workbench-quiet">
              {red.dueOn !== null && <DayText day={red.dueOn} />}
              {red.redMonths > 1 && <strong> {t('lights.months', { count: red.redMonths })}</strong>}
            </span>
            <p className="workbench-quiet">{red.explanation}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
